"""Reckons how much text a body has, block by block, so that a layout can tell which size fits without laying it out.

The extent of a body is a list of `[tag, letters]`: p, h2 to h6, li, deep (an item of a list within a list), quote, tr
(a row of a table), pre (lines of code in place of letters), img, hr and note. White space counts as one letter.
"""

from collections.abc import Iterator, Mapping, Sequence

from guongsang.render.typst.sheet import Sheet, SheetValue, nodes_in

_BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote pre hr table".split())


def with_text_lengths(sheet: Sheet) -> dict[str, SheetValue]:
    """Add to each article of a sheet the extent of its body, and that of the part that tells how to adopt it."""
    return {**sheet, "articles": [_measured(a) if isinstance(a, Mapping) else a for a in nodes_in(sheet, "articles")]}


def _measured(article: Sheet) -> dict[str, SheetValue]:
    body = nodes_in(article, "body")
    adopt = [n for n in body if _role(n) == "adopt"]
    return {**article, "extent": extent_of([n for n in body if _role(n) is None]), "adopt_extent": extent_of(adopt)}


def _role(node: SheetValue) -> SheetValue:
    return node.get("role") if isinstance(node, Mapping) else None


def extent_of(nodes: Sequence[SheetValue]) -> list[tuple[str, int]]:
    """Return the extent of a body in reading order; footnotes and pictures within a paragraph follow it."""
    return list(_blocks(nodes, "p", 0))


def _blocks(nodes: Sequence[SheetValue], kind: str, depth: int) -> Iterator[tuple[str, int]]:
    """Yield blocks; text that stands among them is of a kind, `depth` counts the lists around it."""
    run: list[SheetValue] = []
    for node in nodes:
        if (tag := _tag(node)) in _BLOCKS:
            yield from _paragraph(run, kind)
            run = []
            yield from _block(str(tag), nodes_in(node, "children"), kind, depth)
        else:
            run.append(node)
    yield from _paragraph(run, kind)


def _block(tag: str, inside: Sequence[SheetValue], kind: str, depth: int) -> Iterator[tuple[str, int]]:
    if tag == "p":
        yield from _paragraph(inside, kind)
    elif tag in ("ul", "ol"):
        yield from _blocks(inside, "deep" if depth else "li", depth + 1)
    elif tag == "li":
        yield from _blocks(inside, kind, depth)
    elif tag == "blockquote":
        yield from _blocks(inside, "deep" if depth else "quote", depth)
    elif tag == "table":
        rows = [row for part in inside for row in nodes_in(part, "children") if _tag(row) == "tr"]
        yield from (("tr", 0) for _ in rows)
        yield from _apart(rows)
    elif tag == "pre":
        yield tag, "".join(_letters(inside)).count("\n") + 1
    elif tag == "hr":
        yield tag, 0
    else:
        yield from _paragraph(inside, tag)


def _paragraph(nodes: Sequence[SheetValue], kind: str) -> Iterator[tuple[str, int]]:
    letters = len(" ".join("".join(_letters(nodes)).split()))
    if letters:
        yield kind, letters
    yield from _apart(nodes)


def _apart(nodes: Sequence[SheetValue]) -> Iterator[tuple[str, int]]:
    """Yield what takes room of its own: pictures and footnotes."""
    for node in nodes:
        match _tag(node):
            case "img":
                yield "img", 0
            case "note":
                yield "note", len("".join(_letters(nodes_in(node, "children"), notes=True)))
            case str():
                yield from _apart(nodes_in(node, "children"))


def _letters(nodes: Sequence[SheetValue], *, notes: bool = False) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Mapping) and (notes or node.get("tag") != "note"):
            yield from _letters(nodes_in(node, "children"), notes=notes)


def _tag(node: SheetValue) -> str | None:
    tag = node.get("tag") if isinstance(node, Mapping) else None
    return tag if isinstance(tag, str) else None
