"""Lists as people type them: by two blanks, by other marks at the same margin, right behind text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Element, Node
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("- a\n- b", "ul(li(a) li(b))"),
        ("- a\n  - b\n- c", "ul(li(a ul(li(b))) li(c))"),
        ("- a\n    - b\n- c", "ul(li(a ul(li(b))) li(c))"),
        ("1. a\n   - b\n2. c", "ol(li(a ul(li(b))) li(c))"),
        ("1. a\n  - b\n2. c", "ol(li(a ul(li(b))) li(c))"),
        ("10. a\n  - b\n  - c\n11. d", "ol@10(li(a ul(li(b) li(c))) li(d))"),
        ("-   a\n  - b\n-   c", "ul(li(a ul(li(b))) li(c))"),
        ("1. a\n  2. b\n  3. c", "ol(li(a) li(b) li(c))"),
        ("- a\n\t- b\n\t\t- c", "ul(li(a ul(li(b ul(li(c))))))"),
        ("    - a\n      - b", "ul(li(a ul(li(b))))"),
        ("## a\n- b", "h2(a) ul(li(b))"),
        ("- a\n\nb", "ul(li(a)) p(b)"),
    ],
)
def test_two_blanks_make_a_level(text: str, tree: str) -> None:
    """An item that stands two blanks further in than another one lies in it, whatever its mark."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1. a\n- b\n- c\n2. d", "ol(li(a ul(li(b) li(c))) li(d))"),
        ("1) a\n- b\n\n- c\n2) d", "ol(li[1)](a ul(li(p(b)) li(p(c)))) li[2)](d))"),
        ("- a\n1. b\n2. c\n- d", "ul(li(a ol(li(b) li(c))) li(d))"),
        ("- a\n* b\n- c\n* d", "ul(li(a ul(li(b))) li(c ul(li(d))))"),
        ("- a\n+ b\n+ c", "ul(li(a ul(li(b) li(c))))"),
        ("- a\n+ b\n- c\n+ d\n  e", "ul(li(a ul(li(b))) li(c ul(li(d e))))"),
        ("1. a\n- b\n+ c\n+ d\n- e\n2. f", "ol(li(a ul(li(b ul(li(c) li(d))) li(e))) li(f))"),
        ("1. a\n1.1. b\n1.2. c\n2. d", "ol(li(a ol(li[1.1.](b) li[1.2.](c))) li(d))"),
        ("> 1. a\n> - b\n> 2. c", "blockquote(ol(li(a ul(li(b))) li(c)))"),
        ("- a\n1. b\n2. c", "ul(li(a)) ol(li(b) li(c))"),
        ("1. a\n2. b\n- c\n- d", "ol(li(a) li(b)) ul(li(c) li(d))"),
        ("1. a\n- b\n\nc\n\n2. d", "ol(li(a)) ul(li(b)) p(c) ol@2(li(d))"),
    ],
)
def test_another_mark_at_the_same_margin(text: str, tree: str) -> None:
    """It makes an inner list where the outer one goes on below, and where + stands under -; else a list of its own."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Các bước như sau:\n- a\n- b", "p(Các bước như sau:) ul(li(a) li(b))"),
        ("Bước:\n1. một\n2. hai", "p(Bước:) ol(li(một) li(hai))"),
        ("Từ:\n3. ba\n4. bốn", "p(Từ:) ol@3(li(ba) li(bốn))"),
        ("text\n- a\n  - b", "p(text) ul(li(a ul(li(b))))"),
        ("text\n2. a\n3. b", "p(text) ol@2(li(a) li(b))"),
        ("- a\n  text\n  1. b", "ul(li(a text ol(li(b))))"),
        ("> text\n> * a", "blockquote(p(text) ul(li(a)))"),
        ("Ra đời năm\n1975. Từ ấy", "p(Ra đời năm 1975. Từ ấy)"),
        ("text\n-", "p(text -)"),
        ("5 -\n3 = 2", "p(5 - 3 = 2)"),
    ],
)
def test_a_list_right_behind_text(text: str, tree: str) -> None:
    """No empty line is needed; a single number in a text begins none."""
    assert outline(PARSER.parse(text)) == tree


ITEM = st.tuples(st.integers(0, 3), st.sampled_from("abc"))


@settings(deadline=None, max_examples=80)
@given(st.lists(ITEM, min_size=1, max_size=8))
def test_any_outline_of_two_blanks_has_its_depth(items: list[tuple[int, str]]) -> None:
    """Each item lies in as many lists as its level says, as far as there is an item to lie in."""
    deep, wanted, lines = -1, [], []
    for level, word in items:
        deep = min(level, deep + 1)
        wanted.append(deep + 1)
        lines.append("  " * deep + f"- {word}")

    def depths(nodes: tuple[Node, ...], depth: int) -> list[int]:
        found: list[int] = []
        for node in nodes:
            if isinstance(node, Element):
                found += [depth] if node.tag == "li" else []
                found += depths(node.children, depth + (node.tag == "ul"))
        return found

    assert depths(PARSER.parse("\n".join(lines)), 0) == wanted
