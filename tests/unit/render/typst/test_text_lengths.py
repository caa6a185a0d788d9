"""How much text a body has, block by block."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.render.typst.text_lengths import extent_of, with_text_lengths


def n(tag: str, *children: Any, **more: str) -> dict[str, Any]:
    """Make a node of a sheet."""
    return {"tag": tag, "children": list(children), **more}


@pytest.mark.parametrize(
    ("body", "extent"),
    [
        ([], []),
        (["abc"], [("p", 3)]),
        ([n("p", "ab", n("em", "cd"), " e")], [("p", 6)]),
        ([n("p", "  a   b\n\nc ")], [("p", 5)]),
        ([n("p", "  ")], []),
        ([n("h2", "abc"), n("h6", "d")], [("h2", 3), ("h6", 1)]),
        ([n("ul", n("li", "ab"), n("li", n("p", "cde")))], [("li", 2), ("li", 3)]),
        ([n("ul", n("li", "a", n("ol", n("li", "bc"))))], [("li", 1), ("deep", 2)]),
        ([n("blockquote", "a", n("p", "b"))], [("quote", 1), ("quote", 1)]),
        ([n("ul", n("li", n("blockquote", "ab")))], [("deep", 2)]),
        ([n("pre", n("code", "a\nb\nc"))], [("pre", 3)]),
        ([n("hr")], [("hr", 0)]),
        ([n("table", n("thead", n("tr", n("th", "a"))), n("tbody", n("tr", n("td", "b")), n("tr")))], [("tr", 0)] * 3),
        ([n("p", "a", n("img"), "b")], [("p", 2), ("img", 0)]),
        ([n("p", "a", n("note", "bcd", n("em", "e")))], [("p", 1), ("note", 4)]),
        ([n("table", n("tbody", n("tr", n("td", n("note", "ab")))))], [("tr", 0), ("note", 2)]),
        (["a", n("p", "b"), "c"], [("p", 1), ("p", 1), ("p", 1)]),
    ],
)
def test_each_block_has_its_letters(body: list[Any], extent: list[tuple[str, int]]) -> None:
    """Blanks count as one, notes and pictures stand behind their paragraph, an item in an item is deep."""
    assert extent_of(body) == extent


def test_articles_of_a_sheet_get_their_extents() -> None:
    """What tells how to adopt it is counted apart, the rest of the sheet stays."""
    adopt = n("p", "abc", role="adopt")
    sheet = {"title": "T", "articles": [{"body": [n("p", "a"), adopt]}, {}, "other"]}
    assert with_text_lengths(sheet) == {
        "title": "T",
        "articles": [
            {"body": [n("p", "a"), adopt], "extent": [("p", 1)], "adopt_extent": [("p", 3)]},
            {"extent": [], "adopt_extent": []},
            "other",
        ],
    }
    assert with_text_lengths({"title": "T"}) == {"title": "T", "articles": []}


TREE = st.recursive(
    st.text("ab ", max_size=5),
    lambda inner: st.builds(n, st.sampled_from(["p", "em", "ul", "li", "note", "blockquote", "h2"]), inner, inner),
    max_leaves=8,
)


def letters(node: Any) -> int:
    """Count the letters of a tree that are no blanks."""
    return sum(c != " " for c in node) if isinstance(node, str) else sum(map(letters, node["children"]))


@settings(deadline=None, max_examples=40)
@given(st.lists(TREE, max_size=4))
def test_no_letter_is_lost(body: list[Any]) -> None:
    """Whatever stands in whatever, the extent holds at least the letters outside notes of notes."""
    counted = sum(size for _, size in extent_of(body))
    assert counted >= sum(map(letters, body))
