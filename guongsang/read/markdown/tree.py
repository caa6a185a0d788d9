"""A body as a tree of elements, and ways to walk it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from guongsang.digests import Digested, digest_of


@dataclass(frozen=True)
class Element:
    """A node of a body: a tag out of `TAGS`, the attributes that it may have, and what is inside."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: "tuple[Node, ...]" = ()


Node: TypeAlias = str | Element


@dataclass(frozen=True)
class Target:
    """A link or picture: where it leads, its stretch of the source, the words of a link or what a picture shows."""

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
class Body(Digested):
    """A body after parsing: its Markdown, on which the rest depends, and where it begins in the source.

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

    @cached_property
    def own_digest(self) -> bytes:
        """Return a digest of the Markdown, and of whether it was refused or has places to be filled in."""
        return digest_of(self.text, f"{self.refused} {self.unfilled}")


def elements(nodes: tuple[Node, ...], *tags: str) -> Iterator[Element]:
    """Yield the elements of some tags in reading order."""
    left = list(reversed(nodes))
    while left:
        node = left.pop()
        if isinstance(node, Element):
            if node.tag in tags:
                yield node
            left += reversed(node.children)


def plain_text(nodes: tuple[Node, ...]) -> str:
    """Return the text of a tree without markup; blocks stand on lines of their own."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(node)
        elif node.tag == "br":
            out.append("\n")
        else:
            inner = plain_text(node.children)
            out.append(f"{inner}\n" if node.tag in BLOCKS else inner)
    return "".join(out)


def running_texts(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield what is read in one go: the text without its footnotes, then each footnote, which stands elsewhere."""
    notes = list(elements(nodes, "note"))
    yield plain_text(without_notes(nodes) if notes else nodes)
    for note in notes:
        yield plain_text(without_notes(note.children))


def without_notes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a tree without its footnotes."""
    return tuple(
        replace(node, children=without_notes(node.children)) if isinstance(node, Element) else node
        for node in nodes
        if not (isinstance(node, Element) and node.tag == "note")
    )


BLOCKS = frozenset("p h2 h3 h4 h5 h6 li blockquote pre tr td th note".split())
