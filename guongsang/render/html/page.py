"""Pages and bodies as values."""

from dataclasses import dataclass

from guongsang.read.markdown.tree import Node
from guongsang.render.html.frame import Frame


@dataclass(frozen=True)
class Page:
    """A page as a value: its path, language, template, and all that the template may see.

    `data` is a dataclass whose fields are the names in the template. Files for machines have no `frame`. A page that is
    shown at addresses other than its own has a `base`: the path of the site from the root of its host.
    """

    url: str
    lang: str
    template: str
    data: object
    frame: Frame | None = None
    base: str = ""


@dataclass(frozen=True)
class BodyView:
    """A body ready for a page: nodes whose targets are paths from the root, anchors for its headings, its language."""

    nodes: tuple[Node, ...]
    anchors: tuple[str, ...]
    lang: str
