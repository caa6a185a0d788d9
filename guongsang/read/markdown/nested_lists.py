"""Lists that nest as people write them: two blanks or more make a level.

In comes Markdown as it is typed; out comes Markdown as Python-Markdown wants it, with four blanks a level, continuation
paragraphs and fenced code following their item. What is indented by four already comes out as it was.
"""

import bisect
import re
from collections import defaultdict
from dataclasses import dataclass

from guongsang.read.markdown.source import FENCE, fences_in


def with_nested_lists(text: str) -> str:
    """Return what the parser is given: fences without what stands behind them, lists nested by four blanks."""
    lines = text.split("\n")
    fenced, _ = fences_in(lines, indent=False)
    return "\n".join(_Lists(lines).moved(fenced))


@dataclass(frozen=True)
class _Item:
    """An open list item: the columns of its marker and of its text, and from which column on a line is code in it."""

    marker: int
    text: int
    code: int


class _Lists:
    """Walks lines and moves those of lists: an item by four blanks a level, what belongs to it by as much."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.open: list[_Item] = []
        self.out: list[str] = []
        self.shift = 0
        self.moved_text = False
        self.blocked = 0
        self.before = ""
        self.ends: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(lines):
            if line.lstrip(" \t")[:3] in ("```", "~~~"):
                self.ends[line.strip()].append(i)

    def moved(self, fenced: dict[int, int]) -> list[str]:
        """Return all lines; those of fenced code at the margin stay, but for what stands behind the fence."""
        i = 0
        while i < len(self.lines):
            line = self.lines[i]
            if i in fenced:
                self.open.clear()
                opens = fenced[i] == i
                closes = not opens and fenced.get(i + 1) != fenced[i]
                self.out.append(_bare(line) if opens or closes else line)
                self.before = ""
                i += 1
            elif self.open and (end := self._fence(i)):
                i = end + 1
            else:
                self._line(line)
                self.before = line.strip()
                i += 1
        return self.out

    def _line(self, line: str) -> None:
        column = _column(line)
        if not line.strip():
            self.out.append(line)
        elif (match := _ITEM.fullmatch(line.expandtabs(4))) and not _RULE.fullmatch(line) and self._begins(column):
            self._item(column, match)
        else:
            self._text(line, column)

    def _begins(self, column: int) -> bool:
        """Return whether an item may begin here: not in a paragraph, and not so far in that the line is code."""
        if self.open:
            return bool(self.before) or column < self._owner(column).code
        return column < 4 and (not self.before or self.before.startswith("#"))

    def _owner(self, column: int) -> _Item:
        """Return the innermost open item that a column lies in, else the outermost."""
        return next((x for x in reversed(self.open) if column >= x.marker + 2), self.open[0])

    def _item(self, column: int, match: re.Match[str]) -> None:
        while self.open and column < self.open[-1].marker + 2:
            self.open.pop()
        width = len(match[2]) + (len(match[3]) if len(match[3]) < 5 else 1)
        short = bool(self.open) and column - self.open[-1].marker < 4
        code = column + width + 4 if short else column + 8
        level = 4 * len(self.open)
        if self.moved_text and self.before:
            self.out.append("")  # the parser would take an item right behind a paragraph for a line of it
        self.moved_text = False
        self.open.append(_Item(column, column + width, code))
        self.shift = level - column
        self.out.append(" " * level + match[2] + match[3] + match[4])

    def _text(self, line: str, column: int) -> None:
        """Move a line that is no item: as far as the lines before it, or after a blank line as far as its item."""
        if not self.before and self.open:
            while self.open and column < self.open[-1].marker + 2:
                self.open.pop()
            if self.open:
                item, level = self.open[-1], 4 * len(self.open)
                self.shift = level + 4 - item.code if column >= item.code else level - column
            self.moved_text = bool(self.open) and self.shift != 0
        if not self.open:
            self.out.append(line)
            return
        self.out.append(" " * max(column + self.shift, 0) + line.lstrip(" \t"))

    def _fence(self, i: int) -> int:
        """Turn fenced code inside an item into indented code, which is what the parser knows there; give its end."""
        line = self.lines[i]
        match = FENCE.fullmatch(line)
        column = _column(line)
        if match is None or column < 2 or column < self.open[0].marker + 2:
            return 0
        known = self.ends[match[2]]
        end = known[at] if (at := bisect.bisect_right(known, i)) < len(known) else 0
        if not end or i < self.blocked <= end:
            return 0
        least = self.open[0].marker + 2
        self.blocked = next(
            (j for j in range(i + 1, end + 1) if self.lines[j].strip() and _column(self.lines[j]) < least), 0
        )
        if self.blocked:
            return 0
        while column < self.open[-1].marker + 2:
            self.open.pop()
        margin = " " * (4 * len(self.open) + 4)
        code = [x.expandtabs(4) for x in self.lines[i + 1 : end]]
        code = [x[min(column, _column(x)) :] for x in code]
        self.out += ["", *(margin + x if x.strip() else "" for x in code), ""]
        self.before, self.moved_text = "", False
        return end


_ITEM = re.compile(r"( *)([*+-]|\d+\.)( +)(\S.*)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})")


def _column(line: str) -> int:
    """Return how many blanks a line begins with; a tab goes on to the next multiple of four."""
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    return len(margin.expandtabs(4))


def _bare(line: str) -> str:
    """Return a fence without what stands behind it, which is not used."""
    return line[: len(line) - len(line.lstrip(line[0]))]
