"""The fences of a document and what lies between and behind them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Finding
from guongsang.read.yaml.front_matter import Front, no_front, read_front
from unit.support import codes, shown, source_of


def read(text: str) -> tuple[Front, list[Finding]]:
    """Read the front matter of a text."""
    return read_front(source_of(text))


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\na: 1\n---\nbody\n", ["a"], "body\n"),
        ("---\na: 1\n---", ["a"], ""),
        ("---  \na: 1\n---\t\nbody", ["a"], "body"),
        ("---\n---\nbody", [], "body"),
        ("---\n\n---\nbody", [], "body"),
        ("---\n# remark\n---\nbody", [], "body"),
        ("---\na: 1\n---\nx\n---\ny", ["a"], "x\n---\ny"),
        ("---\na: |\n  x\n  ---\n---\nbody", ["a"], "body"),
    ],
)
def test_fields_stand_between_the_first_two_fences(text: str, fields: list[str], body: str) -> None:
    """Blanks behind a fence do not count, an indented one is text, and no fields at all are an empty group."""
    front, findings = read(text)
    assert findings == []
    assert front.node is not None and front.node.members is not None
    assert list(front.node.members) == fields
    assert text[front.body :] == body
    assert front.fence == (0, 3)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "no-front-matter", ""),
        ("title: x\n", "no-front-matter", "title: x"),
        ("\n---\na: 1\n---\n", "no-front-matter", "---"),
        ("–––\na: 1\n---\n", "no-front-matter", "–––"),
        ("----\na: 1\n---\n", "no-front-matter", "----"),
        ("- - -\na: 1\n", "no-front-matter", "- - -"),
        ("---\njust words\n---\n", "bad-yaml", "just words"),
        ("---\n- a\n- b\n---\n", "bad-yaml", "- a\n- b"),
        ("---\na: b: c\n---\n", "bad-yaml", ":"),
    ],
)
def test_what_is_amiss_is_told_at_its_place(text: str, code: str, at: str) -> None:
    """No fence, one that is not closed, and something else than fields between them."""
    _, findings = read(text)
    assert codes(findings) == [code]
    assert shown(text, findings[0].place) == at


@pytest.mark.parametrize("opening", ["", "\n---\n", "–––\n", "\n\n- - -\n"])
def test_fields_are_read_behind_what_should_open_them(opening: str) -> None:
    """The body begins behind the line that closes them, and the file counts as broken."""
    front, findings = read(f"{opening}a: 1\n---\nbody")
    assert codes(findings) == ["no-front-matter"]
    assert front.node and list(front.node.members or {}) == ["a"] and "---" in front.node.unread
    assert f"{opening}a: 1\n---\nbody"[front.body :] == "body"


def test_a_line_of_other_dashes_is_named_as_the_end_that_was_meant() -> None:
    """The hint gives the line where three hyphens belong."""
    _, (finding,) = read("---\na: 1\nb: 2\n———\nbody")
    assert finding.hint.args == {"line": "4"}
    _, (finding,) = read("---\na: 1\nb: 2\nbody")
    assert finding.hint.args == {"line": "4"}


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\na: 1\n", ["a"], ""),
        ("---\na: 1\n–––\nMột", ["a"], "Một"),
        ("---\na: 1\nb:\n  - c\n  - d\n\n## Một\n\nHai: ba", ["a", "b"], "\n## Một\n\nHai: ba"),
        ("---\na: 1\n\nb: 2\nMột câu.", ["a", "b"], "Một câu."),
        ("---\na: [b,\n  c\n]\nMột", ["a"], "Một"),
    ],
)
def test_fields_without_their_end_are_read_as_far_as_they_go(text: str, fields: list[str], body: str) -> None:
    """So that one missing line hides neither the fields nor the text behind them."""
    front, findings = read(text)
    assert codes(findings) == ["unclosed-front-matter"]
    assert front.node is not None and list(front.node.members or {}) == fields
    assert text[front.body :] == body


def test_an_opening_line_of_other_dashes_is_told_as_such() -> None:
    """Whoever typed long dashes learns that they are not hyphens, wherever the first line with letters stands."""
    assert "not exactly ---" in no_front(source_of("\n\n———\na: 1\n")).message.text
    assert "does not begin" in no_front(source_of("\n\nMột\n")).message.text
    assert no_front(source_of("\n\n———\na: 1\n")).place.line == 3


@settings(deadline=None, max_examples=80)
@given(st.lists(st.text("abc x", max_size=8), max_size=4), st.text("abc \n-#", max_size=30))
def test_the_body_is_all_that_stands_behind_the_second_fence(values: list[str], body: str) -> None:
    """Whatever the body holds, fences included, it begins right behind the line that closes the fields."""
    fields = "".join(f"k{n}: '{value}'\n" for n, value in enumerate(values))
    text = f"---\n{fields}---\n{body}"
    front, findings = read(text)
    assert findings == []
    assert front.node is not None and len(front.node.members or {}) == len(values)
    assert text[front.body :] == body
