"""Where headings, targets and tags of a tree stand in the Markdown."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.markdown.tree import BLOCKS, Element, Heading, Node, Target, elements, plain_text, without_notes
from guongsang.read.odd_characters import first_of
from guongsang.read.source import Source

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<![A-Za-z\[]|<\?[A-Za-z]")


_TAG_START = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*|<![A-Za-z\[]|<\?[A-Za-z]")


def raw_html(source: Source, start: int, text: str, nodes: tuple[Node, ...] | None) -> Iterator[Finding]:
    """Report tags that stand as text in the tree, or wherever they are typed where there is no tree."""
    matches = list(_TAG.finditer(text))
    if nodes is not None and matches:
        matches = _shown(matches, nodes)

    def tell(match: re.Match[str]) -> Finding:
        return find(
            "unsafe-html",
            source.place(start + match.start(), start + match.end()),
            say("HTML ({tag}) is not allowed in the text", tag=match[0][:40]),
            say("use Markdown instead; to show the tag itself, put it between backquotes"),
        )

    return first_of([partial(tell, m) for m in matches])


def _shown(matches: list[re.Match[str]], nodes: tuple[Node, ...]) -> list[re.Match[str]]:
    """Keep as many tags of each kind as the tree has outside code."""
    left = Counter(m[0].lower() for m in _TAG_START.finditer("".join(_prose(nodes))))
    kept = []
    for match in matches:
        if start := _TAG_START.match(match[0]):
            name = start[0].lower()
            if left[name] > 0:
                left[name] -= 1
                kept.append(match)
    return kept


def _prose(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the text of a tree outside code, descriptions of pictures included."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag in ("code", "pre"):
            yield "\n"
        else:
            yield node.attrs.get("alt", "")
            yield from _prose(node.children)
            yield "\n" if node.tag in BLOCKS else ""


def headings_of(nodes: tuple[Node, ...], places: Iterable[tuple[int, int]]) -> Iterator[Heading]:
    """Yield the headings of a body with their words and the stretch of each, as indexes into the whole file."""
    headings = (n for n in nodes if isinstance(n, Element) and re.fullmatch(r"h[2-6]", n.tag))
    for node, (start, end) in zip(headings, places, strict=False):
        yield Heading(int(node.tag[1]), plain_text(without_notes(node.children)).strip(), start, end)


def link_words(link: Element) -> str:
    """Return what stands to be clicked on: the words of a link and the descriptions of its pictures."""
    return plain_text(without_notes(link.children)) + "".join(
        image.attrs.get("alt", "") for image in elements(link.children, "img")
    )


class TargetFinder:
    """Finds, one after the other, where the targets of a tree stand in the Markdown."""

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.text = text
        self.after = 0
        self.known: dict[str, tuple[int, int]] = {}

    def find(self, tag: str, to: str, alt: str) -> Target:
        """Look for the next place of a target behind the last one, else anywhere, else give the start of the body."""
        needle = to.removeprefix("mailto:")
        if needle not in self.text:
            needle = needle.removeprefix("http://")
        mark = needle or ("![" if tag == "img" else "](")
        if mark not in self.known:
            self.known[mark] = (self.text.find(mark), self.text.rfind(mark))
        first, last = self.known[mark]
        if first < 0:
            return Target(tag, to, self.start, self.start, alt)
        found = self.text.find(mark, self.after) if last >= self.after else first
        self.after = found + max(len(needle), 1)
        return Target(tag, to, self.start + found, self.start + self.after, alt)
