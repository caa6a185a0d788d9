"""Notes and references that lead nowhere, that nobody uses, or that stand twice."""

import pytest

from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from unit.support import shown, source_of

PARSER = Parser()


def told(text: str) -> list[tuple[str, str]]:
    """Return the codes of the findings of a body with the stretches they mark."""
    return [(finding.code, shown(text, finding.place)) for finding in read_body(source_of(text), 0, PARSER)[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a[^9]", [("unresolved-footnote", "[^9]")]),
        ("a[^1] b[^4]\n\n[^1]: c", [("unresolved-footnote", "[^4]")]),
        ("- a[^x]", [("unresolved-footnote", "[^x]")]),
        ("| a[^x] |\n|---|\n| b |", [("unresolved-footnote", "[^x]")]),
        ("<!-- [^a] --> b[^2]", [("unresolved-footnote", "[^2]")]),
        ("a[^1]\n\n[^1]: b[^2]", [("unresolved-footnote", "[^2]")]),
        ("a `[^9]` \\[^9]", []),
        ("a[^1]: b\n\n[^1]: c", []),
    ],
)
def test_a_mark_without_a_note_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """At the mark; not in code, in comments or behind a backslash."""
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[^2]: b", [("unused-definition", "[^2]")]),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", [("unused-definition", "[^1]")]),
        ("a[^1]\n\n[^1]: b\n[^2]: c\n", [("unused-definition", "[^2]")]),
        ("[x]: y.md", [("unused-definition", "[x]: y.md")]),
        ("[a][x]\n\n[x]: https://a.example\n[x]: https://b.example", [("unused-definition", "[x]: https://b.example")]),
        ("[x] [y][] ![z][w]\n\n[x]: a\n[y]: b\n[W]: c.png", []),
        ("- a[^1]\n\n  [^1]: b", []),
    ],
)
def test_a_definition_that_nobody_uses_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """At its line, a second one of the same name too."""
    assert [one for one in told(text) if one[0] == "unused-definition"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a][khongco]", [("unresolved-reference", "[a][khongco]")]),
        ("![a][b]", [("unresolved-reference", "[a][b]")]),
        ("[a][]", [("unresolved-reference", "[a][]")]),
        ("> [a][b]\n\n[c]: https://d.example\n\n[c]", [("unresolved-reference", "[a][b]")]),
        ("[a][b c]\n\n[B  C]: https://d.example", []),
        ("[a] [b] [[c]] [d](e.md)[f]", [("to-fill-in", "[[c]]")]),
        ("`[a][b]` \\[a][b]", []),
    ],
)
def test_a_link_by_reference_needs_its_definition(text: str, found: list[tuple[str, str]]) -> None:
    """Words in brackets alone are words."""
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 | mất |", [("bad-table", "mất")]),
        ("| A | B |\n|---|---|\n| 1 | 2 | ba | bốn |\n| 1 | 2 | |", [("bad-table", "ba"), ("bad-table", "|")]),
        ("| A | B |\n|---|---|", [("bad-table", "| A | B |")]),
        ("- x\n\n  | A |\n  |---|\n  | 1 | 2 |", [("bad-table", "2")]),
        ("Kết quả:\n| A |\n|---|\n\nb", [("bad-table", "| A |")]),
        ("| A | B |\n|---|---|\n| 1 |\n| `a|b` | 2 |", []),
    ],
)
def test_a_table_that_is_not_whole_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """At the first cell beyond the head, or at a head without rows."""
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nhóm có\n-một", [("office-list", "-")]),
        ("Nhóm có\nb) hai", [("office-list", "b)")]),
        ("Nhóm có\n2. hai", [("office-list", "2.")]),
        ("<!-- x\n-->-một", [("office-list", "-")]),
        ("```\na\n-một\n```", []),
    ],
)
def test_a_mark_that_makes_no_list_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """At the mark, comments before it counted."""
    assert told(text) == found
