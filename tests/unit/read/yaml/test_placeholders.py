"""Marks for what is still to be written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.yaml.parser import read_yaml
from guongsang.read.yaml.placeholders import PLACEHOLDER, placeholder, placeholder_in
from unit.support import source_of


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("who did it", "[[who did it]]"),
        ("  một \n hai ", "[[một hai]]"),
        ("a [b] c", "[[a (b) c]]"),
    ],
)
def test_a_mark_stands_on_one_line_and_holds_no_brackets(text: str, mark: str) -> None:
    """So that it is always found again as one mark."""
    assert placeholder(text) == mark


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
def test_what_was_made_is_found(text: str) -> None:
    """Whatever it says, a mark is known as one from its first bracket to its last."""
    mark = placeholder(text)
    found = PLACEHOLDER.search(f"trước {mark} sau")
    if not mark.startswith("[[^"):
        assert found is not None and found[0] == mark


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("[[tên]]", ["tên"]),
        ("a [[b]] c [[d]]", ["b", "d"]),
        ("[[^1]]", []),
        ("[[a]](x.md)", []),
        ("[[a]][x]", []),
        ("[a]", []),
        ("[[a\nb]]", []),
        ("[[]]", []),
        ("[[[a]]]", ["a"]),
    ],
)
def test_links_and_notes_are_no_marks(text: str, asked: list[str]) -> None:
    """Only two brackets on either side with words between, and nothing behind that makes a link."""
    assert PLACEHOLDER.findall(text) == asked


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("'[[tên]]'", ("tên", True)),
        ("[[tên]]", ("tên", True)),
        ("[[tên, họ]]", ("tên, họ", True)),
        ("Ông [[tên]] nói", ("tên", False)),
        ("'  [[tên]]  '", ("tên", True)),
        ("[a, b]", None),
        ("[[a], [b]]", None),
        ("[[[a]]]", None),
        ("[[]]", None),
        ("[]", None),
        ("words", None),
        ("''", None),
        ("{a: b}", None),
    ],
)
def test_a_value_says_what_it_asks_for_and_whether_it_is_nothing_else(
    value: str, found: tuple[str, bool] | None
) -> None:
    """Without quotes YAML reads a mark as a list in a list, which counts as a mark too."""
    node, _ = read_yaml(source_of(f"a: {value}", "units.yaml"))
    assert node is not None and node.members is not None
    assert placeholder_in(node.members["a"].node) == found
