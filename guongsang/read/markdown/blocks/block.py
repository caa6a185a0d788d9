"""The blocks of a body as values: what holds what, and where each begins and ends in the text."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from guongsang.read.markdown.blocks.markers import Marker

Kind = Literal[
    "document", "quote", "list", "item", "note", "paragraph", "heading", "code", "rule", "table", "definition"
]


@dataclass
class Block:
    """A block: what it is, the numbers of its first and last line, and what is in it.

    `start` and `end` are indexes into the text. A leaf holds its lines, each with the index of its first letter; an
    item its mark and the columns of that and of its text, a heading its level, a note, definition or fence its label.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    first: int = 0
    last: int = 0
    children: "list[Block]" = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    marker: Marker | None = None
    column: int = 0
    text: int = 0
    level: int = 0
    label: str = ""

    def add(self, child: "Block", number: int) -> "Block":
        """Put a block that begins on a numbered line into this one, and return it."""
        child.first = child.last = number
        self.children.append(child)
        return child

    @property
    def is_loose(self) -> bool:
        """Return whether the items of a list have empty lines between or in them, and so are paragraphs."""
        return _has_gap(self.children) or any(_has_gap(item.children) for item in self.children)

    def deeper_than(self, depth: int) -> "Block | None":
        """Return the first list or quotation in it that lies in as many others as `depth` says; None without any."""
        for child in self.children:
            left = depth - (child.kind in ("list", "quote"))
            if left < 0:
                return child
            if found := child.deeper_than(left):
                return found
        return None

    def all(self, *kinds: Kind) -> "Iterator[Block]":
        """Yield the blocks of some kinds in it in reading order."""
        for child in self.children:
            if child.kind in kinds:
                yield child
            yield from child.all(*kinds)


def _has_gap(blocks: list[Block]) -> bool:
    return any(after.first - before.last > 1 for before, after in itertools.pairwise(blocks))
