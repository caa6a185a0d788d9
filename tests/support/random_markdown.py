"""Random lists as careful people type them, and what CommonMark makes of a text."""

import random

from markdown_it import MarkdownIt

_MARKS = ("-", "*", "+", "1.", "1)")
_PARSER = MarkdownIt("commonmark").disable(["code", "html_block"]).enable("table")


class RandomLists:
    """Makes texts of nested lists with paragraphs, quotations, code and headings inside; a seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = 0

    def text(self) -> str:
        """Return one text."""
        return "\n".join(self._blocks(0))

    def _word(self) -> str:
        self.words += 1
        return f"w{self.words}"

    def _blocks(self, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            block = self._block(depth)
            if lines and self.random.random() < 0.75:
                lines += [""] * self.random.randint(1, 2)
            lines += block
        return lines

    def _block(self, depth: int) -> list[str]:
        kind = self.random.random()
        if kind < 0.5 and depth < 4:
            return self._list(depth)
        if kind < 0.8 or depth > 3:
            return [self._word() for _ in range(self.random.randint(1, 2))]
        if kind < 0.88:
            return ["> " + line for line in self._blocks(depth + 2)]
        if kind < 0.94:
            return ["```", self._word(), "  " + self._word(), "", "x", "```"]
        return ["## " + self._word()]

    def _list(self, depth: int) -> list[str]:
        lines: list[str] = []
        mark = self.random.choice(_MARKS)
        for number in range(1, self.random.randint(1, 4) + 1):
            first = (mark if len(mark) == 1 else f"{number}{mark[1]}") + " " * self.random.choice([1, 1, 1, 2, 3])
            margin = " " * (len(first) + self.random.choice([0, 0, 0, 0, 0, 1, 2]))
            body = [self._word()]
            if self.random.random() < 0.5 and depth < 4:
                body += [""] if self.random.random() < 0.6 else []
                body += self._blocks(depth + 1)
            if number > 1 and self.random.random() < 0.35:
                lines.append("")
            lines += [first + body[0], *(margin + line if line else "" for line in body[1:])]
        return lines


def by_commonmark(text: str) -> str:
    """Write a text as tags with what is in them, as CommonMark reads it; blocks are code only in fences."""
    out = []
    for token in _PARSER.parse(text):
        if token.type == "inline":
            out.append(" ".join(token.content.split()))
        elif token.type == "fence":
            out.append(f"pre(code({token.content.rstrip()}))")
        elif token.type == "hr":
            out.append("hr()")
        elif not token.hidden:
            start = f"@{token.attrs['start']}" if token.attrs.get("start") else ""
            out.append(f"{token.tag}{start}(" if token.nesting == 1 else ")")
    return "".join(out)
