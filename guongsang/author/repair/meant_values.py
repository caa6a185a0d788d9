"""What findings say belongs in place of a name or value: the id for a label, the field for a misspelt one.

A text as it lies on disk and the findings of its file come in, the repaired text and the lines that were repaired go
out. Only what a finding is certain of is put in its place.
"""

import re
from collections.abc import Iterable

from guongsang.findings import Finding, Place
from guongsang.i18n.messages import Message, say
from guongsang.read.odd_characters import replaced

_BREAK = re.compile(r"\r\n|\r|\n")
_ID = say("the id or the name of a field in place of what was typed")


def with_meant_values(text: str, findings: Iterable[Finding]) -> tuple[str, list[tuple[int, Message]]]:
    """Put what belongs there at the places of findings; give the text and each line (from 1) with what was done."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    edits: dict[tuple[int, int], str] = {}
    done = []
    for finding in findings:
        stretch = _stretch(finding.place, starts, text)
        if finding.replacement is not None and stretch is not None:
            edits[stretch] = finding.replacement
            done.append((finding.place.line, _ID))
    return replaced(text, [(start, end, new) for (start, end), new in edits.items()]), done


def _stretch(place: Place, starts: list[int], text: str) -> tuple[int, int] | None:
    """Return the indexes of a place on one line of a text."""
    if place.line != place.end_line or place.line > len(starts):
        return None
    line = starts[place.line - 1]
    start, end = line + place.column - 1, line + place.end_column - 1
    return (start, end) if line <= start < end <= len(text) else None
