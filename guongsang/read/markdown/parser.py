"""The only Markdown: a body is parsed once into a tree that judging, HTML, search and paper share.

Python-Markdown runs with its raw-HTML parts taken out, so a tag that a contributor types is a finding and never
markup. Its output is turned into a tree of the elements listed in `TAGS`; anything else cannot pass. Headings start
at level 2 and skip none. Footnotes become `note` elements where their mark stands. Links, pictures and headings are
listed with their place in the source, for the rooms that judge them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from html import unescape
from typing import TypeAlias
from xml.etree.ElementTree import Element as Block

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.markdown.entities import has_entities, odd_entities
from guongsang.read.markdown.limits import too_deep, too_much
from guongsang.read.markdown.nested_lists import prepared
from guongsang.read.markdown.source import written
from guongsang.read.odd_characters import HOLE, first_of
from guongsang.read.source import Source, clean_decoded
from guongsang.read.yaml.placeholders import MARK

TAGS = frozenset(
    """p h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em del a img br
    hr table thead tbody tr th td sup note span""".split()
)
_EXTENSIONS = ["tables", "sane_lists", "fenced_code"]
_SETTINGS = {"tables": {"use_align_attribute": True}}
_SIGNLESS = re.compile(r"[^`*_~^\\\[\]!<>&\x02\x03]+")
_BEFORE_INLINE = 25
_HEADING_PRIORITY = 70
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<![A-Za-z\[]|<\?[A-Za-z]")
_HASH = re.compile(r" {0,3}#{1,6}[^#]")
_UNDERLINE = re.compile(r" *(?:=+|-+)[ \t]*")
_TAG_START = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*|<![A-Za-z\[]|<\?[A-Za-z]")
_NOTES_LIMIT = 2_000
_NOTE_DEPTH = 5


@dataclass(frozen=True)
class Element:
    """A node of a body: a tag out of `TAGS`, the attributes that it may have, and what is inside."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: "tuple[Node, ...]" = ()


Node: TypeAlias = str | Element


@dataclass(frozen=True)
class Target:
    """A link or picture of a body: where it leads and its stretch of the source."""

    tag: str
    to: str
    start: int
    end: int
    alt: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading: its level in the tree, its text, and its stretch of the source."""

    level: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Body:
    """A body after parsing: its Markdown and where it begins in the source.

    Whether it was refused as too much, and whether there are places in it still to be filled in.
    """

    text: str
    start: int
    nodes: tuple[Node, ...] = ()
    links: tuple[Target, ...] = ()
    images: tuple[Target, ...] = ()
    headings: tuple[Heading, ...] = ()
    refused: bool = False
    unfilled: bool = False


def read_body(source: Source, start: int, parser: "Parser | None" = None) -> tuple[Body, list[Finding]]:
    """Parse the Markdown of a document from an index of its source on, with a parser kept from other documents."""
    parser = parser or Parser()
    source_text = written(source.text[start:])
    marks = list(MARK.finditer(source_text.searchable))
    body = Body(source_text.text, start, unfilled=bool(marks))
    fault = too_much(source, start, source_text)
    nodes: tuple[Node, ...] = ()
    try:
        nodes = () if fault else parser.parse(prepared(body.text))
    except RecursionError:
        fault = too_deep(source, start)
    except Exception:  # the parser is not ours, and one document must not stop the others
        fault = _not_understood(source, start)
    findings = list(_raw_html(source, start, source_text.searchable, None if fault else nodes))
    findings += first_of([partial(_to_fill, source, start, m) for m in marks])
    if fault:
        return replace(body, refused=True), [*findings, fault]
    if has_entities(source_text.searchable) or not unicodedata.is_normalized("NFC", body.text):
        findings += odd_entities(source, start, source_text.searchable)
        nodes = _clean(nodes, source.file)
    nodes, levels = _level(nodes)
    headings = tuple(_headings(nodes, start, source_text.searchable))
    findings += [_heading_level(source, headings[i]) for i in levels if i < len(headings)]
    finder = _Finder(start, source_text.searchable)
    links = tuple(finder.find("a", e.attrs.get("href", ""), "") for e in elements(nodes, "a"))
    finder = _Finder(start, source_text.searchable)
    images = tuple(finder.find("img", e.attrs.get("src", ""), e.attrs.get("alt", "")) for e in elements(nodes, "img"))
    return replace(body, nodes=nodes, links=links, images=images, headings=headings), findings


def _not_understood(source: Source, start: int) -> Finding:
    return find(
        "unreadable-file",
        source.place(start, start + 1),
        say("the text that begins here cannot be understood as Markdown"),
        say("take the last change back, or write its lists, notes and tables more simply"),
    )


def _clean(nodes: tuple[Node, ...], file: str) -> tuple[Node, ...]:
    """Bring what entities stand for, and what met where something was cut out, to the form of typed text."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            out.append(clean_decoded(node, file))
        else:
            attrs = {name: clean_decoded(value, file) for name, value in node.attrs.items()}
            out.append(Element(node.tag, attrs, _clean(node.children, file)))
    return tuple(out)


def _to_fill(source: Source, start: int, match: re.Match[str]) -> Finding:
    return find(
        "to-fill-in",
        source.place(start + match.start(), start + match.end()),
        say("this is still to be written: {what}", what=match[1].strip()),
        say("write it in place of the brackets [[ ]] and all that is between them"),
    )


def elements(nodes: tuple[Node, ...], *tags: str) -> Iterator[Element]:
    """Walk the elements of some tags in reading order."""
    for node in nodes:
        if isinstance(node, Element):
            if node.tag in tags:
                yield node
            yield from elements(node.children, *tags)


def plain_text(nodes: tuple[Node, ...]) -> str:
    """Give the text of a tree without markup; blocks stand on lines of their own."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(node)
        elif node.tag == "br":
            out.append("\n")
        else:
            inner = plain_text(node.children)
            out.append(f"{inner}\n" if node.tag in _BLOCKS else inner)
    return "".join(out)


def running_texts(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Walk what is read in one go: the text without its footnotes, then each footnote, which stands elsewhere."""
    yield plain_text(_without_notes(nodes))
    for note in elements(nodes, "note"):
        yield plain_text(_without_notes(note.children))


def _without_notes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(
        replace(node, children=_without_notes(node.children)) if isinstance(node, Element) else node
        for node in nodes
        if not (isinstance(node, Element) and node.tag == "note")
    )


_BLOCKS = frozenset("p h2 h3 h4 h5 h6 li blockquote pre tr td th note".split())


def _raw_html(source: Source, start: int, text: str, nodes: tuple[Node, ...] | None) -> Iterator[Finding]:
    """Tell tags that stand as text in the tree, or wherever they are typed where there is no tree."""
    matches = list(_TAG.finditer(text))
    if nodes is not None and matches:
        matches = _shown(matches, text, nodes)

    def tell(match: re.Match[str]) -> Finding:
        return find(
            "unsafe-html",
            source.place(start + match.start(), start + match.end()),
            say("HTML ({tag}) is not allowed in the text", tag=match[0][:40]),
            say("use Markdown instead; to show the tag itself, put it between backquotes"),
        )

    return first_of([partial(tell, m) for m in matches])


def _shown(matches: list[re.Match[str]], text: str, nodes: tuple[Node, ...]) -> list[re.Match[str]]:
    """Keep as many tags of each kind as the tree has outside code; those on indented lines go first."""
    left = Counter(m[0].lower() for m in _TAG_START.finditer("".join(_prose(nodes))))
    kept = []
    for match in sorted(matches, key=lambda m: _is_indented(text, m.start())):
        if start := _TAG_START.match(match[0]):
            name = start[0].lower()
            if left[name] > 0:
                left[name] -= 1
                kept.append(match)
    return sorted(kept, key=lambda m: m.start())


def _is_indented(text: str, index: int) -> bool:
    line = text.rfind("\n", 0, index) + 1
    return text.startswith(("    ", "\t"), line)


def _prose(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Walk the text of a tree outside code, descriptions of pictures included."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag in ("code", "pre"):
            yield "\n"
        else:
            yield node.attrs.get("alt", "")
            yield from _prose(node.children)
            yield "\n" if node.tag in _BLOCKS else ""


@dataclass
class Parser:
    """Turns Markdown into a tree, one document after another; each thread must have its own."""

    _engine: Markdown | None = None

    def parse(self, text: str) -> tuple[Node, ...]:
        """Give the tree of a text. Raises RecursionError; whatever is raised, the next text finds a new engine."""
        engine, self._engine = self._engine or _made_engine(), None
        nodes = _with_notes(_as_elements(engine.convert(text)))
        self._engine = engine.reset()
        return nodes


def _made_engine() -> Markdown:
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
        """Say whether a block at the margin holds a heading."""
        return parent.tag == "div" and super().test(parent, block)


class _InnerHeadings(HashHeaderProcessor):
    """Takes # inside items, quotations and notes for a heading only before a blank, as CommonMark does."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6}(?=[ \t]))(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")

    def test(self, parent: Block, block: str) -> bool:
        """Say whether a block inside another one holds a heading."""
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


def _as_elements(written: str) -> tuple[Node, ...]:
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


def _with_notes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Let through what may stand in a body, footnotes as notes where their marks stand."""
    notes = {li.attrs.get("id", ""): li for box in elements(nodes, "div") for li in elements(box.children, "li")}
    return tuple(_allowed(nodes, _Notes(notes)))


_KEPT = {"a": ("href",), "img": ("src", "alt"), "ol": ("start",), "th": ("align",), "td": ("align",)}


_HOLDS_BLOCKS = frozenset("ul ol table thead tbody tr blockquote".split())
_BLOCK_TAGS = frozenset("p ul ol blockquote pre table h1 h2 h3 h4 h5 h6 hr div".split())


@dataclass
class _Notes:
    """The footnotes of a body, how many may still be written out, and inside which ones the walk is."""

    by_id: dict[str, Element]
    left: int = _NOTES_LIMIT
    inside: tuple[str, ...] = ()

    def content(self, name: str) -> Iterator[Node]:
        """Give a footnote in place of its mark: as a note, or in brackets inside another; nothing inside itself."""
        if name in self.inside or len(self.inside) > _NOTE_DEPTH or self.left <= 0:
            return
        self.left -= 1
        self.inside = (*self.inside, name)
        content = tuple(_note_content(self.by_id[name], self))
        self.inside = self.inside[:-1]
        if not self.inside:
            yield Element("note", {}, content)
        elif content:
            yield from (" (", *content, ")")


def _allowed(nodes: tuple[Node, ...], notes: _Notes, *, block: bool = False) -> Iterator[Node]:
    """Let through what is in `TAGS`, without the white space that only stands between blocks."""
    block = block or any(isinstance(n, Element) and n.tag in _BLOCK_TAGS for n in nodes)
    for node in nodes:
        if isinstance(node, str):
            if node.strip() or not block:
                yield node.strip("\n") if block else node
        elif node.tag == "div":
            continue
        elif node.tag == "sup" and (name := _note_id(node)) in notes.by_id:
            yield from notes.content(name)
        elif node.tag in TAGS or node.tag == "h1":
            attrs = {k: node.attrs[k] for k in _KEPT.get(node.tag, ()) if k in node.attrs}
            yield Element(node.tag, attrs, tuple(_allowed(node.children, notes, block=node.tag in _HOLDS_BLOCKS)))
        else:
            yield from _allowed(node.children, notes)


def _note_id(sup: Element) -> str:
    return next((a.attrs.get("href", "")[1:] for a in elements(sup.children, "a")), "")


def _note_content(note: Element, notes: _Notes) -> Iterator[Node]:
    """Give a footnote's text without its way back."""
    for child in _allowed(note.children, notes):
        if isinstance(child, Element) and child.tag == "p":
            kept = [c for c in child.children if not _way_back(c)]
            if kept and isinstance(kept[-1], str):
                kept[-1] = kept[-1].rstrip("\xa0")
            yield from kept
        elif not _way_back(child):
            yield child


def _way_back(node: Node) -> bool:
    return isinstance(node, Element) and node.attrs.get("href", "").startswith("#fnref")


def _level(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], list[int]]:
    """Bring headings to levels that start at 2 and skip none; tell which had to be moved."""
    out: list[Node] = []
    moved: list[int] = []
    last, number = 1, 0
    for node in nodes:
        if isinstance(node, Element) and re.fullmatch(r"h[1-6]", node.tag):
            wanted = int(node.tag[1])
            level = min(max(wanted, 2), last + 1)
            if level != wanted:
                moved.append(number)
            last, number = level, number + 1
            node = Element(f"h{level}", {}, node.children)
        elif isinstance(node, Element):
            node = replace(node, children=_without_headings(node.children))
        out.append(node)
    return tuple(out), moved


def _without_headings(nodes: tuple[Node, ...], *, inline: bool = False) -> tuple[Node, ...]:
    """Set headings inside items, quotations and notes as bold lines: they head no part of the text."""
    out: list[Node] = []
    for node in nodes:
        if not isinstance(node, Element):
            out.append(node)
            continue
        children = _without_headings(node.children, inline=inline or node.tag == "note")
        if re.fullmatch(r"h[1-6]", node.tag):
            bold = Element("strong", {}, children)
            out.append(bold if inline else Element("p", {}, (bold,)))
        else:
            out.append(replace(node, children=children))
    return tuple(out)


def _headings(nodes: tuple[Node, ...], start: int, text: str) -> Iterator[Heading]:
    lines = _heading_lines(text)
    for node in nodes:
        if isinstance(node, Element) and re.fullmatch(r"h[2-6]", node.tag):
            words = plain_text(node.children).strip()
            at = next(((a, b) for a, b in lines if _same_letters(words, text[a:b])), (0, 0))
            yield Heading(int(node.tag[1]), words, start + at[0], start + at[1])


def _heading_lines(text: str) -> Iterator[tuple[int, int]]:
    """Walk what may be a heading: a line that begins with #, or one with its underline."""
    start, before = 0, -1
    for line in text.split("\n"):
        end = start + len(line)
        if _HASH.match(line):
            yield start, end
        elif before >= 0 and _UNDERLINE.fullmatch(line):
            yield before, end
        before = start if line.strip() else -1
        start = end + 1


def _same_letters(words: str, line: str) -> bool:
    letters = re.sub(r"\W+", "", words)
    return letters[:12] in re.sub(r"\W+", "", line.replace(HOLE, "")) if letters else True


def _heading_level(source: Source, heading: Heading) -> Finding:
    return find(
        "heading-level",
        source.place(heading.start, heading.end),
        say("the heading “{text}” skips a level or is of level 1", text=heading.text),
        say("begin with ## ; use ### only below ## ; the page's title is made from the front matter"),
    )


class _Finder:
    """Finds, one after the other, where the targets of a tree stand in the Markdown."""

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.text = text
        self.after = 0
        self.known: dict[str, tuple[int, int]] = {}

    def find(self, tag: str, to: str, alt: str) -> Target:
        """Look for the next place of a target behind the last one, else anywhere, else give the start of the body."""
        needle = to.removeprefix("mailto:")
        mark = needle or ("![" if tag == "img" else "](")
        if mark not in self.known:
            self.known[mark] = (self.text.find(mark), self.text.rfind(mark))
        first, last = self.known[mark]
        if first < 0:
            return Target(tag, to, self.start, self.start, alt)
        found = self.text.find(mark, self.after) if last >= self.after else first
        self.after = found + max(len(needle), 1)
        return Target(tag, to, self.start + found, self.start + self.after, alt)
