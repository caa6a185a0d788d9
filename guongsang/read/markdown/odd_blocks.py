"""Blocks that do not show what was typed: marks that make no list, tables whose rows do not fit their head."""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say, say_n
from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.reader import Outline
from guongsang.read.markdown.blocks.tables import bar_table
from guongsang.read.markdown.source import MarkdownSource
from guongsang.read.source import Source


@dataclass(frozen=True)
class Typed:
    """The text of a body as it was typed, to find in it what was found in the text that is parsed."""

    source: Source
    start: int
    scan: MarkdownSource

    def index(self, at: int) -> int:
        """Return the index in the file of an index into the text that is parsed."""
        return self.start + self.scan.index(at)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the file of a stretch of the text that is parsed."""
        return self.index(start), self.index(max(end - 1, start)) + (end > start)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the text that is parsed."""
        return self.source.place(*self.stretch(start, end))


def odd_blocks(typed: Typed, outline: Outline) -> Iterator[Finding]:
    """Report marks of items that make no list, and tables that are not whole."""
    for start, end in outline.loose_marks:
        yield _loose_mark(typed, start, end)
    for block in outline.root.all("table"):
        yield from _table(typed, block)


def _loose_mark(typed: Typed, start: int, end: int) -> Finding:
    mark = typed.scan.text[start:end]
    joined = mark in ("-", "+") and not typed.scan.text[end : end + 1].isspace()
    return find(
        "office-list",
        typed.place(start, end),
        say("this line begins like an item of a list, but is none here"),
        say("put a blank behind the {mark}", mark=mark)
        if joined
        else say("begin each item with - and a blank; where it is no item, join the line to the one above"),
    )


def _table(typed: Typed, block: Block) -> Iterator[Finding]:
    table = bar_table(block.lines)
    if not table.rows:
        start = block.lines[0][0]
        yield find(
            "bad-table",
            typed.place(start, start + len(block.lines[0][1])),
            say("the table has a head and no rows"),
            say("write the rows right below the line of hyphens, with no empty line between"),
        )
    columns = len(table.head)
    for row in (row for row in table.rows if len(row) > columns):
        start, text = row[columns]
        yield find(
            "bad-table",
            typed.place(start, start + max(len(text), 1)),
            say_n(
                "the row has {n} cell more than the head of the table",
                "the row has {n} cells more than the head of the table",
                n=len(row) - columns,
            ),
            say("give the head as many cells, or write \\| for a bar that parts no cells"),
        )
