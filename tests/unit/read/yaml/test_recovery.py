"""Fields that can be read beside one that cannot."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.yaml.recovery import read_fields
from unit.support import codes, shown, source_of


@pytest.mark.parametrize(
    ("bad", "at"),
    [
        ("b: x: y", ":"),
        ('b: "x', '"'),
        ("b: [x", "["),
        ("b: *x", "*x"),
        ("b: @x", "@"),
        ('b: "5S" & x', " & x"),
        ("b: [Gương] sáng", " sáng"),
        ('b: "C:\\Users"', "\\"),
        ("b:\n\tc: 1", "\t"),
        ("b:\n  -  c: 1\n    d: 2", "  "),
        ("b: !x y", "!x y"),
        ("b: &x y", "&x y"),
    ],
)
def test_one_slip_hides_no_other_field(bad: str, at: str) -> None:
    """Those before and behind it are read, and it alone is told, at its own place."""
    text = f"a: 1\n{bad}\nc:\n  - d\ne: 2\n"
    node, findings = read_fields(source_of(text))
    assert node is not None and list(node.members or {}) == ["a", "c", "e"] and "b" in node.unread
    assert len(findings) == 1 and shown(text, findings[0].place).startswith(at[:1])


def test_all_slips_are_told_in_one_run() -> None:
    """Each with its field."""
    text = 'a: "x\nb: 1\nc: d: e\nf: [\ng: 2\n'
    node, findings = read_fields(source_of(text))
    assert node is not None and list(node.members or {}) == ["b", "g"] and node.unread == {"a", "c", "f"}
    assert codes(findings) == ["bad-yaml"] * 3
    assert [finding.place.line for finding in findings] == [1, 3, 4]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("a: 1\ntitle Khay\nb: 2\n", {"title"}),
        ("a: 1\ntitle:Khay\nb: 2\n", {"title"}),
        ("đơn vị: x: y\nb: 2\n", {"đơn vị"}),
        ("# x\na: b: c\n# y\nb: 2\n", {"a"}),
    ],
)
def test_the_name_of_what_cannot_be_read_is_made_out(text: str, unread: set[str]) -> None:
    """So that it is not told as missing too."""
    node, _ = read_fields(source_of(text))
    assert node is not None and node.unread == unread


def test_a_field_that_stands_twice_is_told_beside_a_slip() -> None:
    """As it is where all can be read."""
    _, findings = read_fields(source_of("a: 1\nb: c: d\na: 2\n"))
    assert sorted(codes(findings)) == ["bad-yaml", "duplicate-key"]


@pytest.mark.parametrize("text", ["a: [\n", "just words", "", "a: 1\n", "- a\n- b\n"])
def test_what_has_no_other_field_is_read_as_before(text: str) -> None:
    """Nothing is gained by reading it in parts."""
    node, _ = read_fields(source_of(text))
    assert node is None or not node.unread


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["a: 1\n", "b:\n", "  c: 2\n", '"', "[", "{", ": ", "- x\n", "\t", "&", "\n", "d"]), max_size=12
    )
)
def test_any_text_is_survived(parts: list[str]) -> None:
    """A tree or a finding comes of it, each place in the text."""
    text = "".join(parts)
    node, findings = read_fields(source_of(text))
    assert node is not None or findings
    assert all(finding.place.line <= text.count("\n") + 1 for finding in findings)
