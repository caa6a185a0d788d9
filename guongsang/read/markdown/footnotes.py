"""What may stand in a body, with each footnote where its mark stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.read.markdown.tree import Element, Node, elements

TAGS = frozenset(
    """p h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em del a img br
    hr table thead tbody tr th td sup note span""".split()
)


_NOTES_LIMIT = 2_000


_NOTE_DEPTH = 5


def with_footnotes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Let through what may stand in a body, footnotes as notes where their marks stand."""
    notes = {box.attrs.get("note", ""): box for box in elements(nodes, "div")}
    return tuple(_allowed(nodes, _Notes(notes)))


_KEPT = {"a": ("href",), "img": ("src", "alt"), "ol": ("start",), "li": ("mark",), "th": ("align",), "td": ("align",)}


_HOLDS_BLOCKS = frozenset("ul ol table thead tbody tr blockquote".split())


_BLOCK_TAGS = frozenset("p ul ol blockquote pre table h1 h2 h3 h4 h5 h6 hr div".split())


@dataclass
class _Notes:
    """The footnotes of a body, how many may still be written out, and inside which ones the walk is."""

    by_id: dict[str, Element]
    left: int = _NOTES_LIMIT
    inside: tuple[str, ...] = ()

    def content(self, name: str) -> Iterator[Node]:
        """Yield a footnote in place of its mark: as a note, or in brackets inside another; nothing inside itself."""
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


def _allowed(nodes: tuple[Node, ...], notes: _Notes, *, block: bool = False) -> list[Node]:
    """Let through what is in `TAGS`, without the white space that only stands between blocks."""
    block = block or any(isinstance(n, Element) and n.tag in _BLOCK_TAGS for n in nodes)
    allowed: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            if node.strip() or not block:
                allowed.append(node.strip("\n") if block else node)
        elif node.tag == "div":
            continue
        elif node.tag == "sup" and (name := node.attrs.get("note", "")) in notes.by_id:
            allowed += notes.content(name)
        elif node.tag in TAGS or node.tag == "h1":
            allowed.append(_bare(node, notes))
        else:
            allowed += _allowed(node.children, notes)
    return allowed


def _bare(node: Element, notes: _Notes) -> Element:
    """Return an element without what may not stand in it; one with nothing but a text is let through as it is."""
    children, holds_blocks = node.children, node.tag in _HOLDS_BLOCKS
    alone = not holds_blocks and len(children) < 2 and (not children or isinstance(children[0], str))
    if alone and not node.attrs:
        return node
    attrs = {k: node.attrs[k] for k in _KEPT.get(node.tag, ()) if k in node.attrs} if node.attrs else {}
    return Element(node.tag, attrs, children if alone else tuple(_allowed(children, notes, block=holds_blocks)))


def _note_content(note: Element, notes: _Notes) -> Iterator[Node]:
    """Yield a footnote's text, its paragraphs parted by line breaks."""
    written = False
    for child in _allowed(note.children, notes, block=True):
        if isinstance(child, Element) and child.tag == "p":
            if written:
                yield Element("br")
            yield from child.children
        else:
            yield child
        written = True
