"""The Markdown engine: blocks of our own reader, their lines by Python-Markdown, and the outcome as a tree.

Python-Markdown knows neither lists as people write them nor where anything stood, so it is handed blocks
(`block_reader`) and finds what is marked inside their lines; its parts for raw HTML are taken out. What it makes of
them is taken over as elements (`parts`) and never written as HTML.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree.ElementTree import Element as Part
from xml.etree.ElementTree import SubElement

from markdown import Markdown
from markdown.util import AtomicString, code_escape

from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.reader import read_blocks
from guongsang.read.markdown.blocks.tables import Table, bar_table, rows_and_text
from guongsang.read.markdown.footnotes import with_footnotes
from guongsang.read.markdown.inlines import ADDRESSES, SIGNLESS, SignedInlines, register_inlines
from guongsang.read.markdown.parts import PartReader
from guongsang.read.markdown.tree import Node

Lines: TypeAlias = Iterable[tuple[int, str]]


@dataclass
class Parser:
    """Turns Markdown into a tree, one document after another; each thread must have its own."""

    _engine: "Engine | None" = None

    def parse(self, text: str) -> tuple[Node, ...]:
        """Return the tree of a text. Raises RecursionError; whatever is raised, the next text finds a new engine."""
        return self.parse_blocks(read_blocks(text).root)

    def parse_blocks(self, blocks: Block) -> tuple[Node, ...]:
        """Return the tree of a text that has been read into blocks; raises what `parse` raises."""
        engine, self._engine = self._engine or Engine(), None
        nodes = with_footnotes(engine.nodes(blocks))
        self._engine = engine
        return nodes


class Engine:
    """Python-Markdown, which takes longer to make than to parse a short text."""

    def __init__(self) -> None:
        self.notes: dict[str, int] = {}
        self.markdown = Markdown(output_format="xhtml")
        register_inlines(self.markdown, self.notes)
        self.inlines = SignedInlines(self.markdown)
        self.markdown.treeprocessors.register(self.inlines, "inline", 20)
        self.reader = PartReader(self.markdown)

    def nodes(self, blocks: Block) -> tuple[Node, ...]:
        """Return blocks as a tree, their notes as `div` with the number of the note behind them."""
        self.notes.clear()
        self.markdown.reset()
        for block in blocks.all("definition"):
            self.markdown.references.setdefault(reference(block.label), (block.lines[0][1], ""))
        notes: dict[str, Block] = {}
        for block in blocks.all("note"):
            notes.setdefault(block.label, block)
        self.notes.update({label: number for number, label in enumerate(notes)})
        root = Part("div")
        _fill(root, blocks.children, loose=True)
        for label, block in notes.items():
            _fill(SubElement(root, "div", {"note": str(self.notes[label])}), block.children, loose=True)
        return self.reader.inside(self.inlines.run(root))


def reference(label: str) -> str:
    """Return the name by which a link finds its definition: small letters, one blank between words."""
    return re.sub(r"\s+", " ", label).strip().lower()


def _fill(parent: Part, blocks: Iterable[Block], *, loose: bool) -> None:
    """Write blocks into an element; a paragraph of a list that is not loose is written without `p`."""
    for block in blocks:
        match block.kind:
            case "paragraph":
                _paragraph(parent, block, loose=loose)
            case "heading":
                _set_text(SubElement(parent, f"h{block.level}"), block.lines)
            case "list":
                _list(parent, block)
            case "quote":
                _fill(SubElement(parent, "blockquote"), block.children, loose=True)
            case "code":
                code = "".join(f"{text}\n" for _, text in block.lines)
                SubElement(SubElement(parent, "pre"), "code").text = AtomicString(code_escape(_clean(code)))
            case "rule":
                SubElement(parent, "hr")
            case "table":
                _table(parent, bar_table(block.lines))


def _paragraph(parent: Part, block: Block, *, loose: bool) -> None:
    for part in rows_and_text(block.lines):
        if isinstance(part, Table):
            _table(parent, part)
        elif loose:
            _set_text(SubElement(parent, "p"), part)
        elif len(parent):
            parent[-1].tail = _inline(part)
        else:
            parent.text = _inline(part)


def _list(parent: Part, block: Block) -> None:
    marker = block.children[0].marker
    attrs = {"start": str(marker.values[0])} if marker and marker.path and marker.values[0] != 1 else {}
    out = SubElement(parent, "ol" if marker and marker.ordered else "ul", attrs)
    loose = block.is_loose
    for item in block.children:
        shown = item.marker.shown if item.marker else ""
        _fill(SubElement(out, "li", {"mark": shown} if shown else {}), item.children, loose=loose)


def _table(parent: Part, table: Table) -> None:
    out = SubElement(parent, "table")
    aligns = [*table.aligns, *[""] * table.width]
    for group, tag, rows in (("thead", "th", [table.head]), ("tbody", "td", list(table.rows))):
        holder = SubElement(out, group)
        for row in rows:
            line = SubElement(holder, "tr")
            cells = [*row, *[(0, "")] * (table.width - len(row))]
            for cell, align in zip(cells, aligns, strict=False):
                _set_text(SubElement(line, tag, {"align": align} if align else {}), [cell])


def _set_text(part: Part, lines: Lines) -> None:
    part.text = _inline(lines)


def _inline(lines: Lines) -> str:
    """Join lines; a text without any sign of Markdown is marked as such, so that no pattern is looked for in it."""
    text = _clean("\n".join(line for _, line in lines)).replace("\t", " ").rstrip()
    signless = SIGNLESS.fullmatch(text) and "  \n" not in text and not any(sign in text for sign in ADDRESSES)
    return AtomicString(text) if signless else text


def _clean(text: str) -> str:
    """Take out the two signs that the engine uses itself."""
    return text.replace("\x02", "").replace("\x03", "")
