"""A paper as a value: where it lies, its layout, its day of issue, and what writes its sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from guongsang.render.paper.parts import Part
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.jobs import STORIES
from guongsang.render.typst.sheet import Sheet
from guongsang.render.views.context import RenderContext

WriteSheet: TypeAlias = Callable[[SheetWriter], Sheet]


@dataclass(frozen=True)
class Paper:
    """A paper in one language: its path below `output/`, its layout, its day, its source, and what writes its sheet.

    `stories` counts the exemplars of a paper that holds several. `part` is the part of the site that it is made of,
    where the digest of that costs less than its sheet.
    """

    path: str
    layout: str
    issued: date
    source: str
    context: RenderContext
    write: WriteSheet
    families: tuple[str, ...] = ()
    stories: int = 0
    part: Part | None = None

    @property
    def is_book(self) -> bool:
        """Return whether printing it takes much memory."""
        return self.stories > STORIES
