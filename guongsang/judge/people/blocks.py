"""The text of a body as it is read: what is read in one go as one line.

A paragraph, an item, a heading, a note is a line, with a blank for each line break. A table gives its rows, and each of
its cells behind the head of its column, because a figure there is what the head says.
"""

from collections.abc import Iterator

from guongsang.read.markdown.tree import BLOCKS, Element, Node, elements, plain_text

_PARTS = BLOCKS | {"ul", "ol", "table", "thead", "tbody", "tr", "hr"}


def lines_read(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the lines of a body in reading order, notes behind the block in which their mark stands."""
    line: list[str] = []
    notes: list[Element] = []
    for node in nodes:
        yield from _read(node, line, notes)
    yield from _ended(line, notes)


def _read(node: Node, line: list[str], notes: list[Element]) -> Iterator[str]:
    if isinstance(node, str):
        line.append(node)
    elif node.tag == "note":
        notes.append(node)
    elif node.tag == "br":
        line.append(" ")
    elif node.tag == "table":
        yield from _ended(line, notes)
        yield from _rows(node)
    elif node.tag in _PARTS:
        yield from _ended(line, notes)
        for child in node.children:
            yield from _read(child, line, notes)
        yield from _ended(line, notes)
    else:
        for child in node.children:
            yield from _read(child, line, notes)


def _ended(line: list[str], notes: list[Element]) -> Iterator[str]:
    """Yield the line that ends here, if there is one, and its notes."""
    text = one_line("".join(line))
    line.clear()
    if text:
        yield text
    told = notes.copy()
    notes.clear()
    for note in told:
        yield from lines_read(note.children)


def _rows(table: Element) -> Iterator[str]:
    rows = [
        [one_line(plain_text(cell.children)) for cell in elements((row,), "th", "td")]
        for row in elements((table,), "tr")
    ]
    for row in rows:
        yield ": ".join(row)
    for row in rows[1:]:
        yield from (f"{head}: {cell}" for head, cell in zip(rows[0], row, strict=False) if head and cell)


def one_line(text: str) -> str:
    """Return a text as a page shows it: with one blank for its line breaks and for blanks in a row."""
    return " ".join(text.split())
