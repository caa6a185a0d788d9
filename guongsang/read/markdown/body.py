"""The only Markdown: a body is parsed once into a tree that judging, HTML, search and paper share.

Raw HTML is no part of it, so a tag that a contributor types is a finding and never markup. The text is turned into a
tree of the elements listed in `TAGS`; anything else cannot pass. Headings start at level 2 and skip none. Footnotes
become `note` elements where their mark stands. Links, pictures and headings are listed with their place in the source,
for the rooms that judge them.
"""

import re
import unicodedata
from dataclasses import replace
from functools import partial

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.reader import Outline, read_blocks
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.entities import has_entities, odd_entities
from guongsang.read.markdown.limits import BLOCK_DEPTH, nested_too_deep, over_limits
from guongsang.read.markdown.odd_blocks import Typed, odd_blocks
from guongsang.read.markdown.positions import TargetFinder, headings_of, link_words, raw_html
from guongsang.read.markdown.references import odd_references
from guongsang.read.markdown.source import scan_markdown
from guongsang.read.markdown.tree import Body, Element, Heading, Node, elements
from guongsang.read.odd_characters import first_of
from guongsang.read.source import Source, normalize_decoded
from guongsang.read.yaml.placeholders import PLACEHOLDER

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_body(source: Source, start: int, parser: "Parser | None" = None) -> tuple[Body, list[Finding]]:
    """Parse the Markdown of a document from an index of its source on, with a parser kept from other documents."""
    parser = parser or Parser()
    scan = scan_markdown(source.text[start:])
    marks = list(PLACEHOLDER.finditer(scan.searchable))
    body = Body(scan.text, start, unfilled=bool(marks))
    fault = over_limits(source, start, scan)
    nodes: tuple[Node, ...] = ()
    outline = Outline(Block("document"))
    try:
        if not fault:
            outline = read_blocks(body.text)
            if deep := outline.root.deeper_than(BLOCK_DEPTH):
                fault = nested_too_deep(source, start + scan.index(deep.start))
            else:
                nodes = parser.parse_blocks(outline.root)
    except RecursionError:
        fault = nested_too_deep(source, start)
    except MemoryError:
        raise
    except Exception:  # the parser is not ours, and one document must not stop the others
        fault = _not_understood(source, start)
    findings = list(raw_html(source, start, scan.searchable, None if fault else nodes))
    findings += first_of([partial(_to_fill, source, start, m) for m in marks])
    if fault:
        return replace(body, refused=True), [*findings, fault]
    if has_entities(scan.searchable) or not unicodedata.is_normalized("NFC", body.text):
        findings += odd_entities(source, start, scan.searchable)
        nodes = _clean(nodes, source.file)
    nodes, levels = levelled(nodes)
    typed = Typed(source, start, scan)
    places = [typed.stretch(b.start, b.end) for b in outline.root.children if b.kind == "heading"]
    headings = tuple(headings_of(nodes, places))
    findings += [_heading_level(source, headings[i]) for i in levels if i < len(headings)]
    findings += odd_blocks(typed, outline)
    findings += odd_references(typed, outline.root)
    targets = list(elements(nodes, "a", "img"))
    finder = TargetFinder(start, scan.searchable)
    links = tuple(finder.find("a", e.attrs.get("href", ""), link_words(e)) for e in targets if e.tag == "a")
    finder = TargetFinder(start, scan.searchable)
    images = tuple(
        finder.find("img", e.attrs.get("src", ""), e.attrs.get("alt", "")) for e in targets if e.tag == "img"
    )
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
            out.append(normalize_decoded(node, file))
        else:
            attrs = {name: normalize_decoded(value, file) for name, value in node.attrs.items()}
            out.append(Element(node.tag, attrs, _clean(node.children, file)))
    return tuple(out)


def _to_fill(source: Source, start: int, match: re.Match[str]) -> Finding:
    return find(
        "to-fill-in",
        source.place(start + match.start(), start + match.end()),
        say("this is still to be written: {what}", what=match[1].strip()),
        say("write it in place of the brackets [[ ]] and all that is between them"),
    )


def levelled(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], list[int]]:
    """Bring headings to levels that start at 2 and skip none; tell which had to be moved."""
    out: list[Node] = []
    moved: list[int] = []
    last, number = 1, 0
    for node in nodes:
        if isinstance(node, Element) and node.tag in _HEADINGS:
            wanted = int(node.tag[1])
            level = min(max(wanted, 2), last + 1)
            if level != wanted:
                moved.append(number)
            last, number = level, number + 1
            node = Element(f"h{level}", {}, node.children)
        elif isinstance(node, Element) and next(elements(node.children, *_HEADINGS), None):
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
        if node.tag in _HEADINGS:
            bold = Element("strong", {}, children)
            out.append(bold if inline else Element("p", {}, (bold,)))
        else:
            out.append(replace(node, children=children))
    return tuple(out)


def _heading_level(source: Source, heading: Heading) -> Finding:
    return find(
        "heading-level",
        source.place(heading.start, heading.end),
        say("the heading “{text}” skips a level or is of level 1", text=heading.text),
        say("begin with ## ; use ### only below ## ; the page's title is made from the front matter"),
    )
