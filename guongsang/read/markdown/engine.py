"""The Markdown engine, and its output as a tree."""

import re
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element as Block

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guongsang.read.markdown.footnotes import with_footnotes
from guongsang.read.markdown.tree import Element, Node

_EXTENSIONS = ["tables", "sane_lists", "fenced_code"]


_SETTINGS = {"tables": {"use_align_attribute": True}}


_SIGNLESS = re.compile(r"[^`*_~^\\\[\]!<>&\x02\x03]+")


_BEFORE_INLINE = 25


_HEADING_PRIORITY = 70


@dataclass
class Parser:
    """Turns Markdown into a tree, one document after another; each thread must have its own."""

    _engine: Markdown | None = None

    def parse(self, text: str) -> tuple[Node, ...]:
        """Return the tree of a text. Raises RecursionError; whatever is raised, the next text finds a new engine."""
        engine, self._engine = self._engine or make_engine(), None
        nodes = with_footnotes(as_elements(engine.convert(text)))
        self._engine = engine.reset()
        return nodes


def make_engine() -> Markdown:
    """Make an engine, which takes longer than to parse a short text."""
    engine = Markdown(extensions=[*_EXTENSIONS, _Footnotes()], extension_configs=_SETTINGS, output_format="xhtml")
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    engine.parser.blockprocessors.register(_Headings(engine.parser), "hashheader", _HEADING_PRIORITY)
    engine.parser.blockprocessors.register(_InnerHeadings(engine.parser), "inner_hashheader", _HEADING_PRIORITY - 1)
    engine.treeprocessors.register(_Plain(), "plain", _BEFORE_INLINE)
    return engine


class _Footnotes(FootnoteExtension):
    """Finds the notes that stand inside notes before any is written; the extension fails on finding them later."""

    def makeFootnotesDiv(self, root: Block) -> Block | None:  # noqa: N802
        """Return the list of all notes."""
        known = -1
        while known != len(self.footnotes):
            known = len(self.footnotes)
            for text in [t for t in self.footnotes.values() if "]:" in t]:
                self.parser.parseChunk(Block("li"), text)
        return super().makeFootnotesDiv(root)


class _Headings(HashHeaderProcessor):
    """Takes # at the margin for a heading only before a blank, so that #1 and #hashtag stay text.

    Two and more may stand right before the words, where clerks forget the blank.
    """

    RE = re.compile(r"(?:^|\n)(?P<level>#{2,6}|#(?=[ \t]))(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")

    def test(self, parent: Block, block: str) -> bool:
        """Return whether a block at the margin holds a heading."""
        return parent.tag == "div" and super().test(parent, block)


class _InnerHeadings(HashHeaderProcessor):
    """Takes # inside items, quotations and notes for a heading only before a blank, as CommonMark does."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6}(?=[ \t]))(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")

    def test(self, parent: Block, block: str) -> bool:
        """Return whether a block inside another one holds a heading."""
        return parent.tag != "div" and super().test(parent, block)


class _Plain(Treeprocessor):
    """Marks the texts that hold no sign of Markdown, so that not each of its dozen patterns is looked for in them."""

    def run(self, root: Block) -> None:
        """Go through all blocks."""
        for block in root.iter():
            if block.text and _SIGNLESS.fullmatch(block.text) and "  \n" not in block.text:
                block.text = AtomicString(block.text)


_TOKEN = re.compile(r'(?P<text>[^<]+)|<(?P<end>/?)(?P<tag>\w+)(?P<attrs>(?: [\w-]+="[^"]*")*)(?P<empty> /)?>')


_ATTR = re.compile(r' ([\w-]+)="([^"]*)"')


def as_elements(written: str) -> tuple[Node, ...]:
    """Turn what the engine wrote into elements; what is no tag has its angle brackets and quotation marks escaped."""
    stack: list[tuple[str, dict[str, str], list[Node]]] = [("", {}, [])]
    for token in _TOKEN.finditer(written):
        text, end, tag, attrs, empty = token.group("text", "end", "tag", "attrs", "empty")
        if text:
            stack[-1][2].append(unescape(text))
        elif not end:
            stack.append((tag, {name: unescape(value) for name, value in _ATTR.findall(attrs)}, []))
        if (end or empty) and len(stack) > 1 and stack[-1][0] == tag:
            name, known, children = stack.pop()
            stack[-1][2].append(Element(name, known, tuple(children)))
    return tuple(stack[0][2])
