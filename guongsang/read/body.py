"""The only Markdown: a body is parsed once into a tree that judging, HTML, search and paper share.

Python-Markdown runs with its raw-HTML parts taken out, so a tag that a contributor types is a finding and never
markup. Its output is turned into a tree of the elements listed in `TAGS`; anything else cannot pass. Headings start
at level 2 and skip none. Footnotes become `note` elements where their mark stands. Links, pictures and headings are
listed with their place in the source, for the rooms that judge them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TypeAlias

from markdown import Markdown

from guongsang.findings import Finding, find
from guongsang.i18n import say
from guongsang.read.text import HOLE, Source, without_holes

TAGS = frozenset(
    """p h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em del a img br
    hr table thead tbody tr th td sup note span""".split()
)
_EXTENSIONS = ["tables", "footnotes", "sane_lists", "fenced_code"]
_SETTINGS = {"tables": {"use_align_attribute": True}}
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<![A-Za-z\[]|<\?[A-Za-z]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"^(```+|~~~+)[^\n]*\n.*?^\1[ \t]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
_RUN = re.compile(r"([^\w\s.=-])\1{200,}")
_OPENERS_LIMIT = 400


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
    """A body after parsing: its Markdown, where it begins in the source, and whether it was refused as too much."""

    text: str
    start: int
    nodes: tuple[Node, ...] = ()
    links: tuple[Target, ...] = ()
    images: tuple[Target, ...] = ()
    headings: tuple[Heading, ...] = ()
    refused: bool = False


def read_body(source: Source, start: int) -> tuple[Body, list[Finding]]:
    """Parse the Markdown of a document from an index of its source on."""
    raw = source.text[start:]
    masked = _blank(_CODE, raw)
    searchable = _blank(_COMMENT, masked)
    text = _without_comments(raw, masked)
    findings = list(_raw_html(source, start, searchable))
    if (fault := _too_much(source, start, searchable)) is not None:
        return Body(without_holes(text), start, refused=True), [*findings, fault]
    try:
        nodes = _parse(without_holes(text))
    except RecursionError:
        return Body(without_holes(text), start, refused=True), [*findings, _deep(source, start)]
    nodes, levels = _level(nodes)
    headings = tuple(_headings(nodes, start, searchable))
    findings += [_heading_level(source, headings[i]) for i in levels if i < len(headings)]
    body = Body(without_holes(text), start, nodes, headings=headings)
    finder = _Finder(start, searchable)
    links = tuple(finder.find("a", e.attrs.get("href", ""), "") for e in elements(nodes, "a"))
    finder = _Finder(start, searchable)
    images = tuple(finder.find("img", e.attrs.get("src", ""), e.attrs.get("alt", "")) for e in elements(nodes, "img"))
    return replace(body, links=links, images=images), findings


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


_BLOCKS = frozenset("p h2 h3 h4 h5 h6 li blockquote pre tr td th note".split())


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_comments(raw: str, masked: str) -> str:
    """Cut HTML comments out; those inside code stay, because there they are masked."""
    kept, last = [], 0
    for match in _COMMENT.finditer(masked):
        kept.append(raw[last : match.start()])
        last = match.end()
    return "".join([*kept, raw[last:]])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(_spaces, text)


def _raw_html(source: Source, start: int, text: str) -> Iterator[Finding]:
    for match in _TAG.finditer(text):
        yield find(
            "unsafe-html",
            source.place(start + match.start(), start + match.end()),
            say("HTML ({tag}) is not allowed in the text", tag=match[0][:40]),
            say("use Markdown instead; to show the tag itself, put it between backquotes"),
        )


def _too_much(source: Source, start: int, text: str) -> Finding | None:
    """Refuse what Markdown takes minutes for: long runs of one sign, hundreds of open brackets in a paragraph."""
    if run := _RUN.search(text):
        place = source.place(start + run.start(), start + run.start() + 1)
        return find("too-deep", place, say("the same sign stands more than 200 times in a row"), say("shorten the row"))
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        if sum(paragraph[0].count(sign) for sign in "[<`") > _OPENERS_LIMIT + len(paragraph[0]) // 40:
            place = source.place(start + paragraph.start(), start + paragraph.start() + 1)
            return find(
                "too-deep",
                place,
                say("this paragraph has too many brackets or backquotes"),
                say("split it into several"),
            )
    for line in re.finditer(r"^[ \t>]*(?=\S)", text, re.MULTILINE):
        if line[0].count(">") > 20 or len(line[0].expandtabs(4)) > 80:
            return _deep(source, start + line.start())
    return None


def _deep(source: Source, index: int) -> Finding:
    return find(
        "too-deep",
        source.place(index, index + 1),
        say("lists or quotations are nested more than {n} deep", n=20),
        say("bring the lines nearer to the margin"),
    )


def _parse(text: str) -> tuple[Node, ...]:
    engine = Markdown(extensions=_EXTENSIONS, extension_configs=_SETTINGS, output_format="xhtml")
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    builder = _TreeBuilder()
    builder.feed(engine.convert(text))
    builder.close()
    return builder.result()


class _TreeBuilder(HTMLParser):
    """Turns what Markdown wrote into elements, and footnotes into notes where their marks stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str], list[Node]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append((tag, {k: v or "" for k, v in attrs}, []))
        if tag in ("br", "hr", "img"):
            self.handle_endtag(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append((tag, {k: v or "" for k, v in attrs}, []))
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if len(self.stack) > 1 and self.stack[-1][0] == tag:
            name, attrs, children = self.stack.pop()
            self.stack[-1][2].append(Element(name, attrs, tuple(children)))

    def handle_data(self, data: str) -> None:
        self.stack[-1][2].append(data)

    def result(self) -> tuple[Node, ...]:
        nodes = tuple(self.stack[0][2])
        notes = {li.attrs.get("id", ""): li for box in elements(nodes, "div") for li in elements(box.children, "li")}
        return tuple(_allowed(nodes, notes))


_KEPT = {"a": ("href",), "img": ("src", "alt"), "ol": ("start",), "th": ("align",), "td": ("align",)}


_HOLDS_BLOCKS = frozenset("ul ol table thead tbody tr blockquote".split())
_BLOCK_TAGS = frozenset("p ul ol blockquote pre table h1 h2 h3 h4 h5 h6 hr div".split())


def _allowed(nodes: tuple[Node, ...], notes: dict[str, Element], *, block: bool = False) -> Iterator[Node]:
    """Let through what is in `TAGS`, without the white space that only stands between blocks."""
    block = block or any(isinstance(n, Element) and n.tag in _BLOCK_TAGS for n in nodes)
    for node in nodes:
        if isinstance(node, str):
            if node.strip() or not block:
                yield node.strip("\n") if block else node
        elif node.tag == "div":
            continue
        elif node.tag == "sup" and (note := notes.get(_note_id(node))):
            yield Element("note", {}, tuple(_note_content(note)))
        elif node.tag in TAGS or node.tag == "h1":
            attrs = {k: node.attrs[k] for k in _KEPT.get(node.tag, ()) if k in node.attrs}
            yield Element(node.tag, attrs, tuple(_allowed(node.children, notes, block=node.tag in _HOLDS_BLOCKS)))
        else:
            yield from _allowed(node.children, notes)


def _note_id(sup: Element) -> str:
    return next((a.attrs.get("href", "")[1:] for a in elements(sup.children, "a")), "")


def _note_content(note: Element) -> Iterator[Node]:
    """Give a footnote's text without its way back; a note inside a note is left out."""
    for child in _allowed(note.children, {}):
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
        out.append(node)
    return tuple(out), moved


def _headings(nodes: tuple[Node, ...], start: int, text: str) -> Iterator[Heading]:
    lines = re.finditer(r"^ {0,3}(?:(#{1,6})[^\n#].*|[^\n]*\S[^\n]*\n *(?:=+|-+)[ \t]*$)", text, re.MULTILINE)
    for node in nodes:
        if isinstance(node, Element) and re.fullmatch(r"h[2-6]", node.tag):
            words = plain_text(node.children).strip()
            line = next((m for m in lines if _same_letters(words, m[0])), None)
            at = (line.start(), line.end()) if line else (0, 0)
            yield Heading(int(node.tag[1]), words, start + at[0], start + at[1])


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

    def find(self, tag: str, to: str, alt: str) -> Target:
        """Look for the next place of a target behind the last one, else anywhere, else give the start of the body."""
        needle = to.removeprefix("mailto:")
        mark = "](" if to else ("![" if tag == "img" else "](")
        found = self.text.find(needle or mark, self.after)
        if found < 0:
            found = self.text.find(needle or mark)
        if found < 0:
            return Target(tag, to, self.start, self.start, alt)
        self.after = found + max(len(needle), 1)
        return Target(tag, to, self.start + found, self.start + self.after, alt)
