"""What of a contributor's Markdown may be searched, and what the parser is given.

In comes the body of a document as it was typed; out comes a `Written`: the text that Python-Markdown is given, and two
texts of the same length as the body in which code and comments are blanks, so that an index found there is an index
into the source.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.read.odd_characters import HOLE, replaced

_NO_HOLES = re.compile(f"[^{HOLE}]+")
_NO_BREAK = re.compile(r"[^\n]")
FENCE = re.compile(r"([ \t]*)(`{3,}(?=[^`]*$)|~{3,}(?!~))(.*)")


@dataclass(frozen=True)
class MarkdownSource:
    """A body for the parser (`text`), for looking (`searchable`, as long as the source) and for counting (`countable`).

    `countable` is as long as `text`; `pieces` lead from there back to the source, as pairs of indexes.
    """

    text: str
    searchable: str
    countable: str
    fences: tuple[int, ...]
    unclosed: tuple[int, ...]
    pieces: tuple[tuple[int, int], ...]

    def index(self, at: int) -> int:
        """Return the index in the body as typed of an index into `text`."""
        clean, typed = self.pieces[bisect.bisect_left(self.pieces, (at + 1,)) - 1]
        return typed + at - clean


def scan_markdown(raw: str) -> MarkdownSource:
    """Take code and comments out of what is searched, comments and holes out of what is parsed."""
    lines = raw.split("\n")
    pieces, kept, searchable = _without_comments(raw, _without_all_code(lines))
    text = "".join(kept)
    lines = text.split("\n")
    fenced, unclosed = fences_in(lines, indent=False)
    countable = "\n".join(_blank(x) if i in fenced else x for i, x in enumerate(lines))
    starts = [start for start, _ in lines_of(text)]
    fences = tuple(starts[i] for i in sorted(set(fenced.values())))
    return MarkdownSource(text, searchable, countable, fences, tuple(starts[i] for i in unclosed), pieces)


def _without_comments(raw: str, masked: str) -> tuple[tuple[tuple[int, int], ...], list[str], str]:
    """Cut comments (where they are not code) and holes out of the body, and blank the comments in what is searched."""
    pieces: list[tuple[int, int]] = []
    kept: list[str] = []
    seen: list[str] = []
    last = clean = 0
    for start, end in [*_comments(masked), (len(raw), len(raw))]:
        for match in _NO_HOLES.finditer(raw, last, start):
            pieces.append((clean, match.start()))
            kept.append(match[0])
            clean += len(match[0])
        seen += [masked[last:start], _NO_BREAK.sub(" ", masked[start:end])]
        last = end
    return tuple(pieces) or ((0, 0),), kept, "".join(seen)


def fences_in(lines: list[str], *, indent: bool) -> tuple[dict[int, int], tuple[int, ...]]:
    """Return the lines of fenced code, each with the line that opens its block, and the openings without an end."""
    openings = [(i, m) for i, x in enumerate(lines) if (m := FENCE.fullmatch(x)) and (indent or not m[1])]
    ends: dict[str, list[int]] = defaultdict(list)
    for i, match in openings:
        if not match[3].strip():
            ends[match[2]].append(i)
    fenced: dict[int, int] = {}
    unclosed = []
    last = -1
    for i, match in openings:
        if i <= last:
            continue
        known = ends[match[2]]
        at = bisect.bisect_right(known, i)
        if at == len(known):
            unclosed.append(i)
            continue
        last = known[at]
        fenced.update(dict.fromkeys(range(i, last + 1), i))
    return fenced, tuple(unclosed)


def without_comments(raw: str) -> str:
    """Blank the comments of a body, which are not published, and keep its length."""
    if "<!--" not in raw:
        return raw
    comments = _comments(_without_all_code(raw.split("\n")))
    return replaced(raw, [(start, end, _NO_BREAK.sub(" ", raw[start:end])) for start, end in comments])


def _without_all_code(lines: list[str]) -> str:
    fenced, _ = fences_in(lines, indent=True)
    return "\n".join(_blank(x) if i in fenced else _without_code(x) for i, x in enumerate(lines))


def _blank(text: str) -> str:
    return " " * len(text)


def _without_code(line: str) -> str:
    """Blank what stands between runs of as many backquotes on one line."""
    if "`" not in line:
        return line
    runs = list(re.finditer("`+", line))
    partner: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for i in range(len(runs) - 1, -1, -1):
        size = len(runs[i][0])
        if size in nearest:
            partner[i] = nearest[size]
        nearest[size] = i
    out, at, i = [], 0, 0
    while i < len(runs):
        end = partner.get(i, i)
        if end > i:
            out += [line[at : runs[i].start()], " " * (runs[end].end() - runs[i].start())]
            at = runs[end].end()
        i = end + 1
    return "".join([*out, line[at:]])


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the HTML comments that end somewhere."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + 3
        yield start, end


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text, each with the index at which it begins."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
