"""Findings as values: their levels, order, suggestions, and what is covered in them."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.codes import CODES, ORDER
from guongsang.findings import (
    Finding,
    Place,
    SetupError,
    count,
    covered,
    find,
    in_order,
    suggest,
    unknown_language,
)
from guongsang.i18n.messages import Message, say

HINT = say("hint")


def finding(code: str = "bad-value", line: int = 1, file: str = "a.md", message: Message | None = None) -> Finding:
    """Make a finding at the beginning of a line."""
    return find(code, Place(file, line), message or say("wrong"), HINT)


def test_every_code_has_one_of_three_levels() -> None:
    """Codes are words with hyphens, and each level has some."""
    assert {code.level for code in CODES.values()} == set(ORDER)
    assert all(code.replace("-", "").isalnum() and code == code.lower() for code in CODES)


@pytest.mark.parametrize(("code", "level"), [("bad-yaml", "error"), ("late", "warning"), ("not-nfc", "info")])
def test_a_finding_has_the_level_of_its_code(code: str, level: str) -> None:
    """The place that finds something does not decide how grave it is."""
    assert finding(code).severity == level


def test_a_code_that_no_table_knows_cannot_be_used() -> None:
    """A slip in a code is noticed when it is first used."""
    with pytest.raises(KeyError):
        finding("no-such-code")


def test_another_level_changes_nothing_else() -> None:
    """The same place, message and hint."""
    one = finding("late")
    other = one.at_level("error")
    assert other.severity == "error"
    assert other.at_level("warning") == one


def test_findings_stand_by_file_line_column_and_code() -> None:
    """In the order in which somebody goes through the files."""
    wanted = [
        finding(file="a.md", line=2, code="late"),
        finding(file="a.md", line=10, code="bad-date"),
        finding(file="a.md", line=10, code="bad-value"),
        finding(file="b.md", line=1),
    ]
    assert in_order(wanted[::-1]) == wanted


def test_the_same_finding_is_told_once_and_another_message_is_another_finding() -> None:
    """What two rooms find alike is one finding; what differs in a place of its sentence is two."""
    same = [finding(message=say("no {x}", x="a")), finding(message=say("no {x}", x="a"))]
    other = finding(message=say("no {x}", x="b"))
    assert in_order([*same, other]) == [same[0], other]


def test_a_finding_is_the_same_after_it_was_written_and_read() -> None:
    """With all that it says."""
    one = replace(finding("late", message=say("no {x}", x=["a"])), rule="A-1", section="II", covered=True, unit="noi")
    told = one.mended_by("b")
    assert pickle.loads(pickle.dumps(told, 5)) == told
    assert pickle.loads(pickle.dumps(told.place, 5)) == told.place


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["late", "bad-date", "not-nfc"]), st.integers(1, 5)), max_size=12))
def test_sorting_keeps_every_different_finding(rows: list[tuple[str, int]]) -> None:
    """Nothing is lost but repetitions, and sorting again changes nothing."""
    found = [finding(code, line) for code, line in rows]
    ordered = in_order(found)
    assert {(f.code, f.place.line) for f in ordered} == set(rows)
    assert len(ordered) == len(set(rows))
    assert in_order(ordered) == ordered
    assert sum(count(ordered, level) for level in ORDER) == len(ordered)


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("titel", ["title"], say("did you mean {name}?", name="title")),
        ("“titel”", ["title"], say("did you mean {name}?", name="title")),
        ("other", ["title"], HINT),
        ("", ["title"], HINT),
    ],
)
def test_a_near_word_is_suggested_else_the_other_hint(word: str, known: list[str], hint: Message) -> None:
    """Quotation marks around what was typed do not count."""
    assert suggest(word, known, HINT) == hint


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("vn", say("did you mean {name}?", name="vi")),
        ("de", say("its languages are {names}", names="vi, en")),
    ],
)
def test_an_unknown_language_names_the_one_that_is_meant_or_all(code: str, hint: Message) -> None:
    """The finding stands at the place of the code."""
    found = unknown_language(Place("a.md", 3), code, ["vi", "en"])
    assert (found.code, found.place.line, found.hint) == ("unknown-language", 3, hint)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0912 345 678", "0912 ••• 678"),
        ("001085012345", "0010•••••345"),
        ("Nguyễn Văn A", "Ng•••• ••• •"),
        ("lan@gmail.com", "la•@•••••.•••"),
        ("12345678", "12••••••"),
        ("", ""),
        ("--", "--"),
        ("ab", "ab"),
    ],
)
def test_what_is_covered_keeps_its_length_and_little_else(text: str, shown: str) -> None:
    """Of long numbers four digits in front and three behind, of anything else two letters."""
    assert covered(text) == shown


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=40))
def test_at_most_seven_letters_and_digits_are_shown(text: str) -> None:
    """Whatever is covered stays as long as it was, its signs stay, and hardly anything can be read."""
    shown = covered(text)
    assert len(shown) == len(text)
    kept = [a for a, b in zip(text, shown, strict=True) if a == b and a.isalnum()]
    assert len(kept) <= 7
    assert all(a == b for a, b in zip(text, shown, strict=True) if not a.isalnum())


def test_a_setup_error_carries_its_findings_in_order() -> None:
    """All at once, each once."""
    error = SetupError([finding(line=2), finding(line=1), finding(line=2)])
    assert [f.place.line for f in error.findings] == [1, 2]
    assert str(error) == "2 findings"


def test_places_compare_by_file_then_position() -> None:
    """So that findings can be sorted by them; a place that names a file only is its beginning."""
    assert Place("a.md") == Place("a.md", 1, 1, 1, 1)
    assert Place("a.md", 9) < Place("a.md", 10) < Place("b.md", 1)
