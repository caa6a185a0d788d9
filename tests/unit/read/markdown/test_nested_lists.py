"""Lists that nest as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.nested_lists import with_nested_lists
from guongsang.read.markdown.tree import Element, Node

PARSER = Parser()


def outline(nodes: tuple[Node, ...]) -> str:
    """Write lists and blocks as words: ul(a ul(b)), with the words of each item."""
    out = []
    for node in nodes:
        if isinstance(node, str):
            out.append(" ".join(node.split()))
        elif node.tag in ("ul", "ol", "pre", "blockquote"):
            out.append(f"{node.tag}({outline(node.children)})")
        elif node.tag in ("li", "p"):
            out.append(f"{node.tag}[{outline(node.children)}]")
        else:
            out.append(outline(node.children))
    return " ".join(filter(None, out))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("- a\n- b", "ul(li[a] li[b])"),
        ("- a\n  - b\n- c", "ul(li[a ul(li[b])] li[c])"),
        ("- a\n    - b\n- c", "ul(li[a ul(li[b])] li[c])"),
        ("- a\n  - b\n    - c\n- d", "ul(li[a ul(li[b ul(li[c])])] li[d])"),
        ("1. a\n   - b\n2. c", "ol(li[a ul(li[b])] li[c])"),
        ("- a\n  1. b\n  2. c", "ul(li[a ol(li[b] li[c])])"),
        ("* a\n  + b", "ul(li[a ul(li[b])])"),
        ("- a\n\n  b\n- c", "ul(li[p[a] p[b]] li[p[c]])"),
        ("- a\n\n  ```\n  x\n  ```", "ul(li[a pre(x)])"),
        ("- a\n  ```\n  x\n  ```\n- b", "ul(li[p[a] pre(x)] li[p[b]])"),
        ("a\n- b", "p[a - b]"),
        ("a\n\n- b", "p[a] ul(li[b])"),
        ("## a\n- b", "a ul(li[b])"),
        ("    - a", "pre(- a)"),
        ("- a\n\nb", "ul(li[a]) p[b]"),
        ("---", ""),
        ("- a\n- - b", "ul(li[a] li[ul(li[b])])"),
    ],
)
def test_two_blanks_make_a_level(text: str, tree: str) -> None:
    """Items, paragraphs and code of an item follow it; what begins no list stays as it is."""
    assert outline(PARSER.parse(with_nested_lists(text))) == tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a\n\nb",
        "    code",
        "- a\n- b\n",
        "- a\n    - b\n",
        "```\n- a\n  - b\n```",
        "> - a",
        "a\n  b",
        "***",
        "1.a",
    ],
)
def test_what_the_parser_knows_already_stays_as_it_was(text: str) -> None:
    """Fenced code above all: nothing in it is moved."""
    assert with_nested_lists(text) == text


def test_what_stands_behind_a_fence_is_taken_off() -> None:
    """The name of a language of code is not used."""
    assert with_nested_lists("```python\nx\n```\ny") == "```\nx\n```\ny"


def test_tabs_count_to_the_next_multiple_of_four() -> None:
    """An item behind a tab is one level in."""
    assert outline(PARSER.parse(with_nested_lists("- a\n\t- b"))) == "ul(li[a ul(li[b])])"


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
    nodes = PARSER.parse(with_nested_lists("\n".join(lines)))

    def depths(nodes: tuple[Node, ...], depth: int) -> list[int]:
        found: list[int] = []
        for node in nodes:
            if isinstance(node, Element):
                found += [depth] if node.tag == "li" else []
                found += depths(node.children, depth + (node.tag == "ul"))
        return found

    assert depths(nodes, 0) == wanted
