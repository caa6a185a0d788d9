"""Entities of HTML in a body (`&shy;`, `&#770;`): what they stand for is looked at like letters that were typed.

Markdown hands entities on, so a reader sees the letters that they stand for. In comes the text of a body in which code
and comments are blanks; out come findings at the entities themselves.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

from guongsang.findings import Finding, Place
from guongsang.read.odd_characters import HOLE
from guongsang.read.source import Source, odd_decoded

_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")


def has_entities(text: str) -> bool:
    """Return whether anything in the text of a body is decoded."""
    return _ENTITY.search(text) is not None


def odd_entities(source: Source, start: int, text: str) -> Iterator[Finding]:
    """Report letters that should not stand in a body and came there as entities; the text begins at an index."""
    pieces = list(_pieces(text))
    if len(pieces) == 1:
        return
    decoded = "".join(piece.reads for piece in pieces)
    starts = [0, *accumulate(len(piece.reads) for piece in pieces)]

    def typed(index: int) -> tuple[int, int]:
        """Return the stretch of the text that gave the letter at an index of what was decoded."""
        at = bisect.bisect_right(starts, index) - 1
        piece = pieces[min(at, len(pieces) - 1)]
        first = piece.start + index - starts[at]
        return (piece.start, piece.end) if piece.is_entity else (first, first + 1)

    def place(first: int, last: int) -> Place:
        return source.place(start + typed(first)[0], start + typed(max(first, last - 1))[1])

    yield from odd_decoded(decoded.replace(HOLE, " "), source.file, place)


@dataclass(frozen=True, slots=True)
class _Piece:
    """An entity or what stands between two: where it begins and ends, and what it reads."""

    start: int
    end: int
    reads: str
    is_entity: bool


def _pieces(text: str) -> Iterator[_Piece]:
    """Part a text at its entities."""
    last = 0
    for match in _ENTITY.finditer(text):
        yield _Piece(last, match.start(), text[last : match.start()], is_entity=False)
        yield _Piece(match.start(), match.end(), unescape(match[0]), is_entity=True)
        last = match.end()
    yield _Piece(last, len(text), text[last:], is_entity=False)
