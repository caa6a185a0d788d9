"""Bytes to text: UTF-8, Unicode NFC, one kind of line end, and a way back to the place in the real file.

Editors and phones write the same letters in different ways: with a byte-order mark, with CRLF, with marks as separate
characters (NFD). Here all that is brought to one form, once, and told as findings. A `Source` keeps what is needed to
say for any stretch of the clean text which line and column it has in the file as it lies on disk.
"""

import bisect
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say, say_n
from guongsang.read.odd_characters import Locate, as_read, first_of, language_of, odd_letters, without_holes
from guongsang.text.encodings import certainly_meant, excerpt_of, named
from guongsang.text.lines import line_end

_BREAK = re.compile(r"\r\n|\r|\n")
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MARKS_LIMIT = 30


@dataclass(frozen=True)
class Source:
    """A text file after reading: `text` is NFC with LF; `raw` holds the lines that looked otherwise on disk."""

    file: str
    text: str
    starts: tuple[int, ...]
    raw: dict[int, str]

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place in the real file of the text from index `start` to `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, start if end is None else end))
        return Place(self.file, line, column, end_line, end_column)

    def _position(self, index: int) -> tuple[int, int]:
        index = min(max(index, 0), len(self.text))
        row = bisect.bisect_right(self.starts, index) - 1
        column = index - self.starts[row]
        return row + 1, (_raw_column(self.raw[row], column) if row in self.raw else column) + 1

    def line(self, number: int) -> str:
        """Return one line (from 1) for an excerpt."""
        if not 0 < number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        return self.text[start : line_end(self.text, start)]

    def typed_line(self, number: int) -> str:
        """Return one line (from 1) as it looks on disk."""
        return self.raw.get(number - 1, self.line(number))

    def line_end(self, index: int) -> int:
        """Return the index at which the line around an index ends."""
        return line_end(self.text, index)

    def first_line(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the text, or of what of it stands on its first line."""
        return self.place(start, min(end, max(self.line_end(start), start + 1)))


def read_text(data: bytes, file: str) -> tuple[Source | None, list[Finding]]:
    """Decode and clean one file; None only where it is not UTF-8 at all."""
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_not_utf8(data, fault, file)]
    heaped = not decoded.isascii() and _MARKS.search(decoded) is not None
    if not heaped and "\r" not in decoded and unicodedata.is_normalized("NFC", decoded):
        return _as_it_stands(decoded.removeprefix("\ufeff"), file)
    lines = _BREAK.split(decoded.removeprefix("\ufeff"))
    clean = [unicodedata.normalize("NFC", _with_few_marks(line) if heaped else line) for line in lines]
    raw = {row: line for row, (line, nfc) in enumerate(zip(lines, clean, strict=True)) if line != nfc}
    source = _source(file, "\n".join(clean), raw)
    findings = list(first_of(list(_heaps_of_marks(file, lines)))) if heaped else []
    findings += odd_letters(source.text, file, source.place)
    if raw:
        findings.append(_not_nfc(source, raw, clean))
    text = as_read(source.text, file)
    return Source(file, text, source.starts, _as_typed(lines, text)), findings


def _as_it_stands(decoded: str, file: str) -> tuple[Source, list[Finding]]:
    """Return a text that needs no other form, but for letters that are not read as they were typed."""
    source = _source(file, decoded, {})
    findings = list(odd_letters(decoded, file, source.place))
    text = as_read(decoded, file)
    if text == decoded:
        return source, findings
    return Source(file, text, source.starts, _as_typed(decoded.split("\n"), text)), findings


def normalize_decoded(text: str, file: str) -> str:
    """Return what escapes or entities stand for in the form that typed letters are brought to.

    The text is NFC with LF; letters that only look like others are the right ones, invisible ones are gone, control
    characters are blanks.
    """
    text = "\n".join(_BREAK.split(text))
    text = unicodedata.normalize("NFC", _with_few_marks(text))
    return unicodedata.normalize("NFC", without_holes(as_read(text, file)))


def odd_decoded(text: str, file: str, place: Locate) -> Iterator[Finding]:
    """Report what should not stand in a text that was decoded, as in one that was typed; `place` takes its indexes."""
    heaps = [partial(_heap_of_marks, place(start, end), end - start) for start, end in _mark_runs(text)]
    yield from first_of(heaps)
    yield from odd_letters(text, file, place)


def _as_typed(lines: list[str], text: str) -> dict[int, str]:
    """Keep the lines that were brought to another form, for columns and excerpts."""
    return {row: line for row, (line, clean) in enumerate(zip(lines, text.split("\n"), strict=True)) if line != clean}


def _source(file: str, text: str, raw: dict[int, str]) -> Source:
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    return Source(file, text, tuple(starts), raw)


def _raw_column(raw: str, column: int) -> int:
    """Map a column of the NFC line to the column of the line as typed, letter with its marks by letter."""
    columns = _columns(raw)
    return columns[min(column, len(columns) - 1)]


@lru_cache(maxsize=8)
def _columns(raw: str) -> "array[int]":
    """Return for each column of the NFC line, its end included, the column as typed."""
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
    """Report which encoding bytes seem to be in, with the first line that shows it."""
    before = data[: fault.start].decode("utf-8").removeprefix("\ufeff")
    lines = _BREAK.split(before)
    place = Place(file, len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    notepad = say("open it in Notepad, choose Save as, and choose the encoding UTF-8")
    match named(data, vietnamese=language_of(file) in ("vi", "")):
        case None:
            return find("not-utf8", place, say("the file is not in UTF-8 from here on"), notepad)
        case "UTF-16", _:
            return find("not-utf8", place, say("the file is in UTF-16, not UTF-8"), notepad)
        case "Windows-1258", text:
            message = say("the file is in Windows-1258, not UTF-8; it should read “{text}”", text=_first(text, before))
            return find("not-utf8", place, message, notepad)
        case encoding, text:
            message = say(
                "the file is in {encoding}; it should read “{text}”", encoding=encoding, text=_first(text, before)
            )
            return find("legacy-encoding", place, message, _cure(text, file))


def _cure(text: str, file: str) -> Message:
    """Recommend `fix` only for a file that it converts."""
    if not certainly_meant(text):
        return say("bring it to Unicode with UniKey, then look at the capital letters")
    return say(
        "bring it to Unicode with UniKey, or convert it and then look at the capital letters: {command}",
        command=command("fix", file),
    )


def _first(text: str, before: str) -> str:
    """Show the line of a converted text on which the first strange byte stood."""
    lines = _BREAK.split(text)
    row = len(_BREAK.split(before)) - 1
    return excerpt_of(lines[min(row, len(lines) - 1)].removeprefix("\ufeff"))


def _not_nfc(source: Source, raw: dict[int, str], clean: list[str]) -> Finding:
    row = min(raw)
    same = next((i for i, (a, b) in enumerate(zip(raw[row], clean[row], strict=False)) if a != b), 0)
    while same > 0 and unicodedata.combining(clean[row][same]):
        same -= 1
    return find(
        "not-nfc",
        source.place(source.starts[row] + same, source.starts[row] + same + 1),
        say_n(
            "marks are typed as letters of their own (NFD) on {n} line",
            "marks are typed as letters of their own (NFD) on {n} lines",
            n=len(raw),
        ),
        say("nothing to do: the text is brought to NFC when it is read"),
    )


def _mark_runs(line: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of more combining marks than any letter has; a line of them would take hours to normalise."""
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


def _heaps_of_marks(file: str, lines: list[str]) -> Iterator[Callable[[], Finding]]:
    """Yield the runs of marks that are cut; their places are those of the real file."""
    for row, line in enumerate(lines, 1):
        for start, end in _mark_runs(line):
            yield partial(_heap_of_marks, Place(file, row, start + 1, row, end + 1), end - start)


def _heap_of_marks(place: Place, count: int) -> Finding:
    return find(
        "control-character",
        place,
        say_n("{n} mark stands on one letter", "{n} marks stand on one letter", n=count),
        say("delete them; only the first {limit} are read", limit=_MARKS_LIMIT),
    )
