"""Reads a text into blocks, line by line: lists, quotations, tables, headings, notes, fenced code.

In comes Markdown; out comes a `Block` that holds all others. Blocks are those of CommonMark, but for what offices type
and mean: nothing is code that is not fenced; lists, tables and quotations may stand right behind text; marks of offices
make lists (`markers`), an item two blanks further in lies in the one above it, and one with another mark at the same
margin does where the outer list goes on behind it (`list_places`); an underline makes a heading of one short line only;
a line without a bar ends a table; lines that name one step each, or a label with its value, stay lines (`steps`).
"""

from dataclasses import dataclass

from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.cursor import Cursor
from guongsang.read.markdown.blocks.list_places import Line, ListPlaces
from guongsang.read.markdown.blocks.markers import Marker, marker_at
from guongsang.read.markdown.blocks.signs import (
    BEGIN_LEAVES,
    DEFINITION,
    FENCE,
    HEADING,
    JOINED_HEADING,
    NOTE,
    RULE,
    Fences,
    underlines,
)
from guongsang.read.markdown.blocks.steps import label_lines, step_lines
from guongsang.read.markdown.blocks.tables import cells_of, is_delimiter
from guongsang.read.markdown.source import lines_of


@dataclass(frozen=True)
class Outline:
    """The blocks of a text, and the stretches of what looks like the mark of an item and makes no list."""

    root: Block
    loose_marks: tuple[tuple[int, int], ...] = ()


def read_blocks(text: str) -> Outline:
    """Read a text into blocks."""
    return _Reader(text).read()


class _Reader:
    """Walks the lines of a text; `open` are the blocks that go on and hold others, `leaf` the one that holds lines."""

    def __init__(self, text: str) -> None:
        self.lines = list(lines_of(text))
        texts = [line for _, line in self.lines]
        self.root = Block("document", 0, len(text))
        self.open = [self.root]
        self.leaf: Block | None = None
        self.number = 0
        self.loose_marks: list[tuple[int, int]] = []
        self.places = ListPlaces(texts)
        self.fences = Fences(texts)
        self.steps = step_lines(texts) | label_lines(texts)

    def read(self) -> Outline:
        """Read all lines."""
        for number, (start, line) in enumerate(self.lines):
            self.number = number
            self._line(Cursor(line, start))
        return Outline(self.root, tuple(self.loose_marks))

    def _line(self, cursor: Cursor) -> None:
        depth = self._going_on(cursor)
        if self.leaf is not None and self.leaf.kind == "code":
            if depth == len(self.open):
                self._code(cursor, self.leaf)
                return
            self.leaf = None
        while (inner := self._container(cursor, depth)) is not None:
            depth = inner
        if cursor.is_blank:
            self._blank(cursor, depth)
        elif not self._begins_leaf(cursor, depth):
            self._text(cursor, depth)

    def _going_on(self, cursor: Cursor) -> int:
        """Return how many of the open blocks a line goes on with, and skip what it shows that with."""
        for depth, block in enumerate(self.open):
            match block.kind:
                case "quote":
                    if not cursor.skip_quote():
                        return depth
                case "item" | "note":
                    began_empty = not block.children and block.first < self.number
                    if began_empty if cursor.is_blank else cursor.column < block.text:
                        return depth
        return len(self.open)

    def _close(self, depth: int) -> Block:
        """Close what a line does not go on with; give the block that it stands in."""
        if depth < len(self.open) or self.leaf is not None:
            self.leaf = None
            del self.open[depth:]
        while self.open[-1].kind == "list":
            self.open.pop()
        return self.open[-1]

    def _add(self, block: Block, cursor: Cursor) -> Block:
        """Put a block where the line stands."""
        parent = self.open[-1]
        block.start = cursor.index
        parent.add(block, self.number)
        self._reach(block, cursor)
        return block

    def _reach(self, leaf: Block, cursor: Cursor) -> None:
        """Note that a block and all that hold it reach to the end of the line."""
        for block in (*self.open, leaf):
            block.last, block.end = self.number, cursor.end

    def _container(self, cursor: Cursor, depth: int) -> int | None:
        """Begin a block that holds others, where the line begins one; give the new depth."""
        if cursor.is_blank:
            return None
        if cursor.rest.startswith(">"):
            self._close(depth)
            self.open.append(self._add(Block("quote", column=cursor.column), cursor))
            cursor.skip_quote()
            return len(self.open)
        if cursor.rest.startswith("[") and (match := NOTE.match(cursor.rest)):
            self._close(depth)
            self.open.append(self._add(Block("note", text=cursor.column + 2, label=match["label"]), cursor))
            cursor.skip(match.end())
            return len(self.open)
        return self._item(cursor, depth)

    def _inside(self, depth: int) -> bool:
        return any(block.kind != "document" for block in self.open[:depth])

    def _item(self, cursor: Cursor, depth: int) -> int | None:
        is_rule = cursor.rest[0] in BEGIN_LEAVES and RULE.match(cursor.rest)
        marker = None if is_rule else marker_at(cursor.line, cursor.at)
        if marker is None:
            return None
        line = Line(self.number, cursor.column, sum(block.kind == "quote" for block in self.open[:depth]))
        place = self.places.find(marker, line, self.open, depth)
        if not place.joins and not self._may_begin(marker, line, cursor, self._paragraph(depth)):
            beside = self.places.beside(marker, line, self.open, depth)
            if beside is None:
                return None
            place = beside
        if place.joins:
            self.leaf = None
            del self.open[place.depth :]
        else:
            self._close(place.depth)
            self.open.append(self._add(Block("list", marker=marker), cursor))
        item = self._add(Block("item", marker=marker, column=cursor.column), cursor)
        self.open.append(item)
        item.text = cursor.skip_marker(marker)
        return len(self.open)

    def _paragraph(self, depth: int) -> list[tuple[int, str]]:
        """Return the lines of the paragraph that a line stands right behind; empty where there is none."""
        leaf = self.leaf if depth == len(self.open) else None
        return leaf.lines if leaf is not None and leaf.kind == "paragraph" else []

    def _may_begin(self, marker: Marker, line: Line, cursor: Cursor, above: list[tuple[int, str]]) -> bool:
        """Return whether a list may begin: behind text by a first item that is not empty; by office marks in a row."""
        filled = bool(cursor.line[marker.end :].strip())
        if filled and any(block.marker and marker.begins_under(block.marker) for block in self.open):
            return True
        if marker.sure and (not above or (filled and marker.values in ((), (1,)))):
            return True
        if filled and ((above and above[-1][1].rstrip().endswith(":")) or self.places.is_in_row(marker, line)):
            return True
        joined = marker.typed in ("-", "+") and not marker.sure
        if joined or (above and not marker.may_be_text):
            self.loose_marks.append((cursor.index, cursor.index + len(marker.typed)))
        return False

    def _blank(self, cursor: Cursor, depth: int) -> None:
        """End what an empty line ends; an empty line of a quotation belongs to it."""
        self.leaf = None
        del self.open[depth:]
        last = self.open[-1]
        if last.kind == "quote":
            last.last = self.number
        elif last.kind in ("item", "note") and last.first == self.number:
            self._reach(last, cursor)

    def _begins_leaf(self, cursor: Cursor, depth: int) -> bool:
        """Begin a heading, fence, rule, table or definition, where the line is one."""
        rest = cursor.rest
        if rest[0] not in BEGIN_LEAVES:
            return False
        joined = None if self._inside(depth) else JOINED_HEADING.match(rest)
        if match := HEADING.match(rest) or joined:
            self._close(depth)
            heading = self._add(Block("heading", level=len(match["level"])), cursor)
            words = match["text"].lstrip()
            heading.lines.append((cursor.index + match.end("text") - len(words), words.rstrip()))
            return True
        if fence := self._begins_code(rest):
            self._close(depth)
            self.leaf = self._add(Block("code", column=cursor.column, label=fence), cursor)
            return True
        if level := underlines(rest, self._paragraph(depth)):
            self._underlined(cursor, level)
            return True
        if RULE.match(rest):
            self._close(depth)
            self._add(Block("rule"), cursor)
            return True
        return self._table(cursor, depth) or self._definition(cursor, depth)

    def _underlined(self, cursor: Cursor, level: int) -> None:
        if (leaf := self.leaf) is not None:
            leaf.kind, leaf.level, self.leaf = "heading", level, None
            self._reach(leaf, cursor)

    def _begins_code(self, rest: str) -> str:
        """Return the fence with which a line begins code; one that nothing closes is text, but inside other blocks."""
        match = FENCE.match(rest)
        fence = (match["fence"] or match["tildes"]) if match else ""
        return fence if fence and (len(self.open) > 1 or self.fences.has_end(fence, self.number)) else ""

    def _code(self, cursor: Cursor, code: Block) -> None:
        """Take in a line of code, or its end."""
        self._reach(code, cursor)
        if self.fences.is_end(cursor.rest, code.label):
            self.leaf = None
        else:
            code.lines.append((cursor.index, cursor.code(code.column)))

    def _table(self, cursor: Cursor, depth: int) -> bool:
        """Begin a table where the line of hyphens stands behind its head, be that the last line of a paragraph."""
        above, paragraph = self._paragraph(depth), self.leaf
        if paragraph is None or not above or not is_delimiter(cursor.rest, above[-1][1]):
            return False
        head = paragraph.lines.pop()
        if paragraph.lines:
            paragraph.last, paragraph.end = self.number - 2, head[0] - 1
        else:
            self.open[-1].children.remove(paragraph)
        self.leaf = self._add(Block("table"), cursor)
        self.leaf.start, self.leaf.first = head[0], self.number - 1
        self.leaf.lines = [head, (cursor.index, cursor.rest)]
        return True

    def _definition(self, cursor: Cursor, depth: int) -> bool:
        """Take in where a link by reference leads, unless the line goes on with a paragraph."""
        if self._paragraph(depth) or not (match := DEFINITION.match(cursor.rest)):
            return False
        self._close(depth)
        to = match["inside"] if match["to"] is None else match["to"]
        definition = self._add(Block("definition", label=match["label"]), cursor)
        definition.lines.append((cursor.index + match.start("label"), to))
        return True

    def _text(self, cursor: Cursor, depth: int) -> None:
        """Go on with a paragraph, be it in a block that the line does not go on with, or with a table; or begin one."""
        leaf = None if self.number in self.steps and depth < len(self.open) else self.leaf
        if leaf is None or (leaf.kind == "table" and (depth < len(self.open) or _is_below_table(leaf, cursor.rest))):
            self._close(depth)
            leaf = self.leaf = self._add(Block("paragraph"), cursor)
        if leaf.kind == "paragraph" and leaf.lines and self.number in self.steps:
            start, above = leaf.lines[-1]
            leaf.lines[-1] = start, above.rstrip() + "  "
        leaf.lines.append((cursor.index, cursor.rest))
        self._reach(leaf, cursor)


def _is_below_table(table: Block, line: str) -> bool:
    """Return whether a line behind a table of several columns is text: it has no bar."""
    return "|" not in line and len(cells_of(*table.lines[1])) > 1
