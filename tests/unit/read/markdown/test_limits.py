"""What is too much for the Markdown parser, told before it starts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Finding
from guongsang.read.markdown import limits
from guongsang.read.markdown.limits import nested_too_deep, over_limits
from guongsang.read.markdown.source import scan_markdown
from unit.support import shown, source_of


def fault(text: str) -> Finding | None:
    """Return what is too much in a body."""
    return over_limits(source_of(text), 0, scan_markdown(text))


@pytest.mark.parametrize(
    ("piece", "most", "what"),
    [
        ("a\n", 40_000, "lines"),
        ("a\n\n", 10_000, "paragraphs"),
        ("- a\n", 8_000, "list items"),
        ("# a\n", 1_500, "headings"),
        ("[a](b)\n\n", 3_500, "links"),
        ("![a](b)\n\n", 2_000, "pictures"),
        ("a[^1]\n\n", 1_000, "footnote marks"),
        ("a `b` c\n\n", 5_000, "backquotes"),
        ("a & b\n", 10_000, "signs &"),
        ("a\\\n", 20_000, "backslashes"),
        ("a  \n", 20_000, "blanks"),
    ],
)
def test_more_than_a_limit_is_refused_and_just_below_it_is_not(piece: str, most: int, what: str) -> None:
    """The finding says what there is too much of, and how much is allowed."""
    finding = fault(piece * (most + 2))
    assert finding is not None and finding.code == "too-large"
    assert what in finding.message.text
    assert finding.message.args["limit"] >= most
    assert fault(piece * (most // 2)) is None


def test_the_place_is_that_of_the_first_that_is_too_many() -> None:
    """Somebody sees from where on the text has to be divided."""
    text = "# a\n" * 1_502
    finding = fault(text)
    assert finding is not None and finding.place.line == 1_501


def test_much_of_many_things_at_once_is_refused() -> None:
    """A text that stays just below each of many limits takes as long as one over a limit."""
    text = "- a & b\\\n" * 7_000 + "\n" + "x **b** `c`\n\n" * 4_000
    finding = fault(text)
    assert finding is not None
    assert "too many together" in finding.message.text


def test_cells_are_counted_by_the_columns_of_their_table() -> None:
    """A row of one sign has as many cells as its table has columns."""
    wide = "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "x\n" * 80
    finding = fault(wide)
    assert finding is not None and "cells" in finding.message.text
    assert fault("|a|b|\n|-|-|\n" + "|1|2|\n" * 1_000) is None


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n" + "*" * 300, "too-deep", 2),
        ("a\n\n" + "[" * 500, "too-deep", 3),
        ("a\n\n" + "- " * 25 + "x", "too-deep", 3),
        ("a\n\n" + "> " * 25 + "x", "too-deep", 3),
        ("a\n\n" + " " * 100 + "- x", "too-deep", 3),
        ("\n".join(["```x"] * 25), "too-large", 21),
    ],
)
def test_depth_runs_and_open_ends_are_refused_at_their_line(text: str, code: str, line: int) -> None:
    """What is nested or repeated beyond anything that people write."""
    finding = fault(text)
    assert finding is not None
    assert (finding.code, finding.place.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Một đoạn văn bình thường với *nhấn mạnh* và [liên kết](a.md).\n\n" * 500,
        "-" * 500,
        "." * 500,
        "=" * 300,
        "a" * 100_000,
        "```\n" + "*" * 300 + "\n[[[[" * 500 + "\n```",
        "- a\n  - b\n    - c\n" * 300,
        "> " * 15 + "a",
        "`" + "[" * 150 + "`",
    ],
)
def test_what_people_write_is_let_pass(text: str) -> None:
    """Long texts, rules of signs, deep lists, and anything inside code."""
    assert fault(text) is None


def test_the_place_of_a_fault_counts_comments_that_the_parser_never_sees() -> None:
    """A comment before the fault moves nothing."""
    text = "<!-- một\nhai -->\n\nba\n\n" + "*" * 250
    finding = fault(text)
    assert finding is not None and finding.place.line == 6


def test_too_deep_an_index_is_told_there() -> None:
    """One letter of the text is marked."""
    text = "một\nhai"
    finding = nested_too_deep(source_of(text), 4)
    assert (finding.code, shown(text, finding.place)) == ("too-deep", "h")


_SIGNS = [
    "*",
    "_",
    "~~",
    "`",
    "- ",
    "1. ",
    "+ ",
    "* ",
    "|",
    "|-|\n",
    "# ",
    "---\n",
    "[",
    "](",
    ")",
    "<a:",
    "![",
    "[^1]",
]
_TEXTS = st.lists(
    st.sampled_from([*_SIGNS, "&", "\\", "> ", ">", "  \n", "\n", "\n\n", "a", "٣. ", "  ", "\t", "]"]), max_size=60
).map("".join)


@settings(deadline=None, max_examples=500)
@given(_TEXTS)
def test_no_more_is_limited_than_its_bound(text: str) -> None:
    """What is quickly counted is never less than what a limit counts."""
    for limit in limits._LIMITS:
        assert len(list(limit.places(text))) <= limit.bound(text)


def slowly(text: str) -> Finding | None:
    """Return what is too much in a body, everything counted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "_surely_few", lambda _: False)
        patch.setattr(limits, "_surely_loose", lambda _: False)
        return fault(text)


@settings(deadline=None, max_examples=300)
@given(_TEXTS, st.sampled_from([1, 1, 20, 100, 400]))
def test_what_is_too_much_is_found_as_if_all_were_counted(text: str, times: int) -> None:
    """Whatever is typed, and however often."""
    assert fault(text * times) == slowly(text * times)


@pytest.mark.parametrize("before", [0, 1, 99, 100, 101, 250])
@pytest.mark.parametrize(
    ("signs", "told"), [("*" * 200, False), ("*" * 201, True), ("+" * 300, True), ("=" * 300, False)]
)
def test_a_long_row_is_found_wherever_it_begins(before: int, signs: str, told: bool) -> None:
    """Signs are compared a hundred places apart, which meets every row of more than 200."""
    found = fault("a" * before + signs + "b")
    assert (found is not None and found.code == "too-deep") == told


@pytest.mark.parametrize(
    "line", ["- " * 21 + "a", "> " * 21 + "a", "\t" * 21 + "a", "1. " * 21 + "a", "٣. " * 21 + "a"]
)
def test_a_line_that_is_nested_too_deep_is_found(line: str) -> None:
    """Lines that begin with a letter are passed over, those with a mark, a blank or a figure are not."""
    assert getattr(fault(f"a\n\n{line}"), "code", "") == "too-deep"
    assert fault(f"a\n\na{line}") is None
