"""Tables: rows of cells between bars, or between tabs as they come out of Word and Excel."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_SPLIT = re.compile(r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))|\\.|(?P<bar>\|)")
_OUTER = re.compile(r"\|.*\|$")
_PARTED = re.compile(r"\S[ \t]\|[ \t]\S")
_ALIGNS = {(True, True): "center", (False, True): "right", (True, False): "left"}

Row = list[tuple[int, str]]
"""The cells of a row, each with its index in the text."""


@dataclass(frozen=True)
class Table:
    """A table: how its columns are aligned (empty where nothing is said), its head, its rows."""

    aligns: tuple[str, ...]
    head: Row
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Return the number of cells in the longest row."""
        return max(len(row) for row in (self.head, *self.rows))


def is_delimiter(line: str, head: str) -> bool:
    """Return whether a line is the one of hyphens below the head of a table."""
    if "|" not in line or not _DELIMITER.match(line):
        return False
    return "|" in head or len(cells_of(0, line)) == 1


def bar_table(lines: Sequence[tuple[int, str]]) -> Table:
    """Read the lines of a table with bars; the second is that of hyphens."""
    marks = [(text.startswith(":"), text.endswith(":")) for _, text in cells_of(*lines[1])]
    aligns = tuple(_ALIGNS.get(mark, "") for mark in marks)
    return Table(aligns, cells_of(*lines[0]), tuple(cells_of(*line) for line in lines[2:]))


def cells_of(index: int, line: str) -> Row:
    """Part a line at its bars; those in code and behind a backslash are none, nor those at both ends."""
    text = line.rstrip()
    bars = [m.start() for m in _SPLIT.finditer(text) if m["bar"]]
    if bars and bars[0] == 0:
        bars.pop(0)
        start = 1
    else:
        start = 0
    ends = bars if bars and bars[-1] == len(text) - 1 else [*bars, len(text)]
    cells = []
    for end in ends:
        cell = text[start:end]
        cells.append((index + start + len(cell) - len(cell.lstrip()), cell.strip().replace("\\|", "|")))
        start = end + 1
    return cells or [(index, "")]


def rows_and_text(lines: Sequence[tuple[int, str]]) -> Iterator[Table | list[tuple[int, str]]]:
    """Part the lines of a paragraph into tables of two rows and more, with tabs or bars in them, and what is text."""
    text: list[tuple[int, str]] = []
    for kind, group in groupby(lines, key=lambda line: _kind_of_row(line[1])):
        rows = list(group)
        if not kind or len(rows) < 2:
            text += rows
            continue
        if text:
            yield text
        text = []
        cells = [list(_tabbed(*row)) if kind == "tabs" else cells_of(*row) for row in rows]
        yield Table((), cells[0], tuple(cells[1:]))
    if text:
        yield text


def _kind_of_row(line: str) -> str:
    """Return whether a line has tabs, or bars with blanks or at its ends, and how many of these; empty for text."""
    text = line.strip()
    if "\t" in text:
        return "tabs"
    bars = len(cells_of(0, text)) if "|" in text else 0
    return f"bars {bars}" if bars > 1 and (_OUTER.match(text) or _PARTED.search(text)) else ""


def _tabbed(index: int, line: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\t]*(?:\t|$)", line.strip()):
        if match[0] or match.start() == 0:
            cell = match[0].rstrip("\t")
            yield index + match.start(), cell.strip()
