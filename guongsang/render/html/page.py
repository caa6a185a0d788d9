"""Pages and bodies as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guongsang.read.markdown.tree import Node


@dataclass(frozen=True)
class Page:
    """A page as a value: its path, language, template, and all that the template may see.

    A page that is shown at addresses other than its own has a `base`: the path of the site from the root of its host.
    """

    url: str
    lang: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    base: str = ""


@dataclass(frozen=True)
class BodyView:
    """A body ready for a page: nodes whose targets are paths from the root, anchors for its headings, its language."""

    nodes: tuple[Node, ...]
    anchors: tuple[str, ...]
    lang: str
