"""A body as a tree of elements, and ways to walk it."""

import pytest

from guongsang.read.markdown.tree import BLOCKS, Element, Node, elements, plain_text, running_texts


def e(tag: str, *children: Node, **attrs: str) -> Element:
    """Make an element."""
    return Element(tag, attrs, children)


TREE: tuple[Node, ...] = (
    e("h2", "Một"),
    e("p", "Hai ", e("strong", "ba ", e("em", "bốn")), e("br"), e("a", "năm", href="x")),
    e("ul", e("li", "sáu"), e("li", e("p", "bảy"), e("ul", e("li", "tám")))),
)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("li",), ["sáu", "bảy\ntám\n", "tám"]),
        (("em", "a"), ["bốn", "năm"]),
        (("h2", "p"), ["Một", "Hai ba bốn\nnăm", "bảy"]),
        (("img",), []),
        ((), []),
    ],
)
def test_elements_come_in_reading_order_however_deep(tags: tuple[str, ...], found: list[str]) -> None:
    """An element stands before those inside it."""
    assert [plain_text(element.children) for element in elements(TREE, *tags)] == found


def test_plain_text_has_a_line_for_each_block() -> None:
    """Inline elements run on, a line break is one."""
    assert plain_text(TREE) == "Một\nHai ba bốn\nnăm\nsáu\nbảy\ntám\n\n"
    assert plain_text(()) == ""
    assert plain_text(("a", e("code", "b"), "c")) == "abc"


@pytest.mark.parametrize("tag", sorted(BLOCKS))
def test_each_block_ends_its_line(tag: str) -> None:
    """So that the last word of one block and the first of the next never read as one."""
    assert plain_text((e(tag, "a"), "b")) == "a\nb"


def test_a_footnote_is_read_apart_from_the_text_around_its_mark() -> None:
    """The text runs on without it, then each note follows, those inside notes too."""
    nodes = (e("p", "Ông ", e("note", "sinh ở đây", e("note", "thật")), "Mẫu"), e("p", e("note", "cuối")))
    assert list(running_texts(nodes)) == ["Ông Mẫu\n\n", "sinh ở đây", "thật", "cuối"]
