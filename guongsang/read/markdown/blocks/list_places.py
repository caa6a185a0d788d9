"""Where an item of a list belongs: beside the item above it, inside it, or in a list of its own.

In come the mark of an item, the blocks that are open above it and the lines behind it; out comes a `Place`. An item two
blanks further in than another lies in it. One with another mark at the same margin lies in it too, where the list above
goes on further down, where + stands under -, and where 1.1 stands under 1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.cursor import Cursor
from guongsang.read.markdown.blocks.markers import Marker, marker_at

_NO_TEXT = re.compile(r"[#>|]|```|~~~|([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DASHES = ("-", "–", "•")
_REACH = 100


@dataclass(frozen=True)
class Place:
    """How many of the open blocks hold an item, and whether it joins the list that is the last of them."""

    depth: int
    joins: bool = False


@dataclass(frozen=True)
class Line:
    """The line of an item: its number, the column of the mark, in how many quotations it stands."""

    number: int
    column: int
    quotes: int


@dataclass(frozen=True)
class _Later:
    """A line behind an item: its column, its mark, whether an empty line stands before it, whether it is a block."""

    column: int
    marker: Marker | None
    gap: bool
    ends: bool


class ListPlaces:
    """Finds the places of items; what stands below them in the text is looked at where that decides."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.known: dict[tuple[int, int], tuple[int, Marker | None, bool] | None] = {}

    def find(self, marker: Marker, line: Line, opened: Sequence[Block], depth: int) -> Place:
        """Return where an item belongs on a line that goes on with only `depth` of the open blocks."""
        items = list(_items(opened, depth))
        for k in reversed(items):
            item, style = opened[k], _style(opened[k - 1])
            near = line.column < item.column + 2 and (line.column > item.column - 2 or k == depth)
            further = line.column >= item.column and item.marker is not None and marker.follows(item.marker)
            if style == marker.style and (near or further):
                return Place(k, joins=True)
            if line.column >= item.column + 2:
                return _inside(k, marker, opened)
        for k in reversed(items):
            outer, near = opened[k].marker, abs(line.column - opened[k].column) < 2
            if outer and near and (_did_before(opened[k - 1], marker) or self._lies_under(marker, outer, line)):
                return _inside(k, marker, opened)
        return Place(depth - 1 if items else depth)

    def beside(self, marker: Marker, line: Line, opened: Sequence[Block], depth: int) -> Place | None:
        """Return the place of a long dash, which Word makes of a hyphen, beside an item with a hyphen; else None."""
        for k in reversed(list(_items(opened, depth))):
            if marker.style == "–" and _style(opened[k - 1]) == "-" and abs(line.column - opened[k].column) < 2:
                return Place(k, joins=True)
        return None

    def _lies_under(self, marker: Marker, outer: Marker, line: Line) -> bool:
        """Return whether an item lies in the one above it, though both stand at the same margin."""
        if marker.style == "+" and outer.style in _DASHES:
            return True
        return marker.is_under(outer) or self._goes_on(outer, line)

    def _goes_on(self, outer: Marker, line: Line) -> bool:
        """Return whether a list above goes on below a line."""
        for later in self._below(line):
            if later.column >= line.column + 2:
                continue
            if later.ends or (later.gap and later.marker is None) or later.column < line.column - 1:
                return False
            if later.marker and later.marker.style == outer.style:
                return not outer.ordered or later.marker.follows(outer)
        return False

    def is_in_row(self, marker: Marker, line: Line) -> bool:
        """Return whether another item with the next mark stands below, with no other text than their own between."""
        direct = True
        for later in self._below(line):
            if later.column >= line.column + 2:
                direct = False
                continue
            if later.ends or (later.gap and later.marker is None) or later.column < line.column - 1:
                return False
            if later.marker and later.marker.style == marker.style:
                return not marker.ordered or (direct and not later.gap) or later.marker.follows(marker)
            direct = False
        return False

    def _below(self, line: Line) -> Iterator[_Later]:
        """Yield the lines below that hold more than blanks, as far as the quotation goes."""
        gap = False
        for number in range(line.number + 1, min(line.number + 1 + _REACH, len(self.lines))):
            if (number, line.quotes) not in self.known:
                self.known[number, line.quotes] = _looked_at(self.lines[number], line.quotes)
            if (seen := self.known[number, line.quotes]) is None:
                return
            column, marker, ends = seen
            if column >= 0:
                yield _Later(column, marker, gap, ends)
            gap = column < 0


def _looked_at(text: str, quotes: int) -> tuple[int, Marker | None, bool] | None:
    """Return the column of a line (-1: empty), its mark, and whether it is another block; None outside a quotation."""
    cursor = Cursor(text, 0)
    if not all(cursor.skip_quote() for _ in range(quotes)):
        return None
    if cursor.is_blank:
        return -1, None, False
    ends = bool(_NO_TEXT.match(cursor.rest))
    return cursor.column, None if ends else marker_at(text, cursor.at), ends


def _items(opened: Sequence[Block], depth: int) -> Iterator[int]:
    """Yield the open items, from the outermost on, that a line does not go on with and may join or lie in."""
    if depth > 1 and opened[depth - 1].kind == "list":
        for k in range(depth, len(opened)):
            if opened[k].kind == "item":
                yield k
            elif opened[k].kind != "list":
                return


def _did_before(outer: Block, marker: Marker) -> bool:
    """Return whether the item before the last one of a list holds a list with such marks."""
    return any(
        block.kind == "list" and _style(block) == marker.style for x in outer.children[-2:-1] for block in x.children
    )


def _style(block: Block) -> str:
    return block.marker.style if block.marker else ""


def _inside(k: int, marker: Marker, opened: Sequence[Block]) -> Place:
    """Return the place inside an open item, in the list that is open there if it has such marks."""
    joins = len(opened) > k + 1 and opened[k + 1].kind == "list" and _style(opened[k + 1]) == marker.style
    return Place(k + 2, joins=True) if joins else Place(k + 1)
