"""What is known to belong in place of a name or value: the id for a label, the field for a misspelt one.

A text as it lies on disk and what is meant in it come in, the repaired text and the lines that were repaired go out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guongsang.findings import Finding, Place
from guongsang.i18n.messages import Message, say
from guongsang.read.odd_characters import replaced

_BREAK = re.compile(r"\r\n|\r|\n")
_ID = say("the id or the name of a field in place of what was typed")


@dataclass(frozen=True)
class Meant:
    """What belongs at a place instead of what was typed, and how that is told."""

    place: Place
    value: str
    says: Message = _ID


def meant_by(finding: Finding) -> Meant | None:
    """Return what a finding is certain of; None where it is of nothing."""
    return None if finding.replacement is None else Meant(finding.place, finding.replacement)


def with_meant_values(text: str, meant: Iterable[Meant]) -> tuple[str, list[tuple[int, Message]]]:
    """Put what is meant at its places; give the text and each line (from 1) with what was done."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    edits: dict[tuple[int, int], str] = {}
    done = []
    end = found[0] if (found := _BREAK.search(text)) else "\n"
    for item in meant:
        stretch = _stretch(item.place, starts, text)
        if stretch is not None:
            edits[stretch] = item.value.replace("\n", end)
            done.append((item.place.line, item.says))
    return replaced(text, [(start, end, new) for (start, end), new in edits.items()]), done


def _stretch(place: Place, starts: list[int], text: str) -> tuple[int, int] | None:
    """Return the indexes of a place on one line of a text."""
    if place.line != place.end_line or place.line > len(starts):
        return None
    line = starts[place.line - 1]
    start, end = line + place.column - 1, line + place.end_column - 1
    return (start, end) if line <= start < end <= len(text) else None
