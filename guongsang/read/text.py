"""Bytes to text: UTF-8, Unicode NFC, one kind of line end, and a way back to the place in the real file.

Editors and phones write the same letters in different ways: with a byte-order mark, with CRLF, with marks as separate
characters (NFD). Here all that is brought to one form, once, and told as findings. A `Source` keeps what is needed to
say for any stretch of the clean text which line and column it has in the file as it lies on disk.
"""

import bisect
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from guongsang.findings import Finding, Place, find
from guongsang.i18n import Message, say, say_n

_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff\ue000-\uf8ff]")
_LOOKALIKE = re.compile(r"[\u00d0\u00f0\u0189\u0256]")
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MARKS_LIMIT = 30
_TOLD_LIMIT = 50
_LOOKALIKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}


@dataclass(frozen=True)
class Source:
    """A text file after reading: `text` is NFC with LF; `raw` holds the lines that looked otherwise on disk."""

    file: str
    text: str
    starts: tuple[int, ...]
    raw: dict[int, str]

    def place(self, start: int, end: int | None = None) -> Place:
        """Give the place in the real file of the text from index `start` to `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, start if end is None else end))
        return Place(self.file, line, column, end_line, end_column)

    def _position(self, index: int) -> tuple[int, int]:
        index = min(max(index, 0), len(self.text))
        row = bisect.bisect_right(self.starts, index) - 1
        column = index - self.starts[row]
        return row + 1, (_raw_column(self.raw[row], column) if row in self.raw else column) + 1

    def line(self, number: int) -> str:
        """Give one line (from 1) for an excerpt."""
        if not 0 < number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


def read_text(data: bytes, file: str) -> tuple[Source | None, list[Finding]]:
    """Decode and clean one file; None only where it is not UTF-8 at all."""
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_not_utf8(data, fault, file)]
    lines = _BREAK.split(decoded.removeprefix("\ufeff"))
    clean = [unicodedata.normalize("NFC", _with_few_marks(line)) for line in lines]
    raw = {row: line for row, (line, nfc) in enumerate(zip(lines, clean, strict=True)) if line != nfc}
    source = _source(file, "\n".join(clean), raw)
    findings = list(_odd_letters(source, lines))
    if raw:
        findings.append(_not_nfc(source, raw, clean))
    text = _LOOKALIKE.sub(lambda m: _LOOKALIKES[m[0]], source.text)
    for pattern in (_CONTROL, _BIDI, _INVISIBLE):
        text = pattern.sub(" " if pattern is _CONTROL else _keep_length, text)
    return Source(file, text, source.starts, _as_typed(lines, text)), findings


def _as_typed(lines: list[str], text: str) -> dict[int, str]:
    """Keep the lines that were brought to another form, for columns and excerpts."""
    return {row: line for row, (line, clean) in enumerate(zip(lines, text.split("\n"), strict=True)) if line != clean}


def _keep_length(match: re.Match[str]) -> str:
    """Hold the place of an invisible letter so that every later place stays right; the model takes it out."""
    return HOLE


HOLE = "\u2060"
"""What stands for an invisible or direction letter between reading and use; `without_holes` takes it out."""


def without_holes(text: str) -> str:
    """Take out the stand-ins for invisible letters."""
    return text.replace(HOLE, "")


def _source(file: str, text: str, raw: dict[int, str]) -> Source:
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    return Source(file, text, tuple(starts), raw)


def _raw_column(raw: str, column: int) -> int:
    """Map a column of the NFC line to the column of the line as typed, letter with its marks by letter."""
    columns = _columns(raw)
    return columns[min(column, len(columns) - 1)]


@lru_cache(maxsize=8)
def _columns(raw: str) -> "array[int]":
    """Give for each column of the NFC line, its end included, the column as typed."""
    columns = array("L")
    typed = 0
    for cluster in _clusters(raw):
        length = 1 if cluster.isascii() else len(unicodedata.normalize("NFC", _with_few_marks(cluster)))
        columns.append(typed)
        typed += len(cluster)
        columns.extend([typed] * (length - 1))
    columns.append(typed)
    return columns


def _clusters(line: str) -> Iterator[str]:
    start = 0
    for i in range(1, len(line) + 1):
        if i == len(line) or not unicodedata.combining(line[i]):
            yield line[start:i]
            start = i


def _not_utf8(data: bytes, fault: UnicodeDecodeError, file: str) -> Finding:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        what: Message = say("the file is in UTF-16, not UTF-8")
    else:
        what = say("the file is not in UTF-8 from here on")
    before = data[: fault.start].decode("utf-8").removeprefix("\ufeff")
    lines = _BREAK.split(before)
    place = Place(file, len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    return find("not-utf8", place, what, say("open it in Notepad, choose Save as, and choose the encoding UTF-8"))


def _not_nfc(source: Source, raw: dict[int, str], clean: list[str]) -> Finding:
    row = min(raw)
    same = next((i for i, (a, b) in enumerate(zip(raw[row], clean[row], strict=False)) if a != b), 0)
    return find(
        "not-nfc",
        source.place(source.starts[row] + max(same - 1, 0), source.starts[row] + same + 1),
        say("marks are typed as letters of their own (NFD) on {n} lines", n=len(raw)),
        say("nothing to do: the text is brought to NFC when it is read"),
    )


def _mark_runs(line: str) -> Iterator[tuple[int, int]]:
    """Walk the runs of more combining marks than any letter has; a line of them would take hours to normalise."""
    for match in _MARKS.finditer(line):
        start = match.start()
        for i in range(match.start(), match.end() + 1):
            if i == match.end() or not unicodedata.combining(line[i]):
                if i - start > _MARKS_LIMIT:
                    yield start, i
                start = i + 1


def _with_few_marks(line: str) -> str:
    """Cut runs of combining marks."""
    kept, last = [], 0
    for start, end in _mark_runs(line):
        kept.append(line[last : start + _MARKS_LIMIT])
        last = end
    return "".join([*kept, line[last:]]) if last else line


def first_of(tellings: Sequence[Callable[[], Finding]]) -> Iterator[Finding]:
    """Make no more than 50 findings of one code in a file; the last says how many more places there are."""
    for telling in tellings[: _TOLD_LIMIT - 1]:
        yield telling()
    for telling in tellings[_TOLD_LIMIT - 1 : _TOLD_LIMIT]:
        last = telling()
        more = len(tellings) - _TOLD_LIMIT
        told = say_n("{what}, and in {n} more place", "{what}, and in {n} more places", n=more, what=last.message)
        yield replace(last, message=told) if more > 0 else last


def _odd_letters(source: Source, lines: list[str]) -> Iterator[Finding]:
    """Tell letters that should not be there, those that follow one another once."""
    controls = [partial(_control, source, m) for m in _runs(_CONTROL, source.text)]
    yield from first_of([*_heaps_of_marks(source.file, lines), *controls])
    yield from first_of([partial(_bidi, source, m) for m in _runs(_BIDI, source.text)])
    yield from first_of([partial(_invisible, source, m) for m in _runs(_INVISIBLE, source.text)])
    yield from first_of(
        [partial(_lookalike, source, m) for m in re.finditer(rf"({_LOOKALIKE.pattern})\1*", source.text)]
    )


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return re.finditer(f"{pattern.pattern}+", text)


def _heaps_of_marks(file: str, lines: list[str]) -> Iterator[Callable[[], Finding]]:
    """Walk the runs of marks that are cut; their places are those of the real file."""
    for row, line in enumerate(lines, 1):
        for start, end in _mark_runs(line):
            yield partial(_heap_of_marks, Place(file, row, start + 1, row, end + 1), end - start)


def _heap_of_marks(place: Place, count: int) -> Finding:
    return find(
        "control-character",
        place,
        say("{n} marks stand on one letter", n=count),
        say("delete them; only the first {limit} are read", limit=_MARKS_LIMIT),
    )


def _control(source: Source, match: re.Match[str]) -> Finding:
    return find(
        "control-character",
        source.place(match.start(), match.end()),
        say("a control character ({code}) stands here", code=_code(match[0][0])),
        say("delete it; it comes from copying out of another program"),
    )


def _bidi(source: Source, match: re.Match[str]) -> Finding:
    return find(
        "bidi-control",
        source.place(match.start(), match.end()),
        say("a character that turns the direction of writing ({code}) stands here", code=_code(match[0][0])),
        say("delete it; what readers see could differ from what is written"),
    )


def _invisible(source: Source, match: re.Match[str]) -> Finding:
    return find(
        "invisible-character",
        source.place(match.start(), match.end()),
        say("an invisible character ({code}) stands here", code=_code(match[0][0])),
        say("delete it; it is left out of what is published"),
    )


def _lookalike(source: Source, match: re.Match[str]) -> Finding:
    letter = match[1]
    right = _LOOKALIKES[letter]
    return find(
        "lookalike-letter",
        source.place(match.start(), match.end()),
        say("the letter {letter} ({code}) only looks like {right}", letter=letter, code=_code(letter), right=right),
        say("type {right} with the Vietnamese keyboard; it is read as {right}", right=right),
    )


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
