"""The word that was meant by one that is not known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.suggestions import closest

FIELDS = ["title", "summary", "unit", "position", "photo", "photo_alt", "registered_on", "achievements"]
LETTERS = st.text("abcdefgh", min_size=6, max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("titel", "title"),
        ("tilte", "title"),
        ("Title", "title"),
        ("sumary", "summary"),
        ("summaries", "summary"),
        ("photoalt", "photo_alt"),
        ("photo alt", "photo_alt"),
        ("photo-alt", "photo_alt"),
        ("registerd_on", "registered_on"),
        ("achievments", "achievements"),
        ("untt", "unit"),
        ("xx", None),
        ("", None),
        ("completely different", None),
        ("pos", None),
    ],
)
def test_a_slip_finds_the_field_that_was_meant(typed: str, meant: str | None) -> None:
    """One wrong, missing, extra or swapped letter in three is let pass; separators and case do not count."""
    assert closest(typed, FIELDS) == meant


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("dung", ["dũng"], "dũng"),
        ("đung", ["dung"], "dung"),
        ("abcd", ["abcx", "abcy"], "abcx"),
        ("abcd", ["abcx", "abcd"], "abcd"),
        ("ab", ["AB"], "AB"),
        ("ab", ["ac"], None),
        ("abc", ["abd"], "abd"),
        ("word", [], None),
        ("mot-hai-ba", ["môt hái bà"], "môt hái bà"),
    ],
)
def test_the_nearest_wins_and_the_first_of_equals(typed: str, known: list[str], meant: str | None) -> None:
    """Short words are offered only where marks, case or separators alone differ."""
    assert closest(typed, known) == meant


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("campaign-2022", ["campaign-2023"], None),
        ("campaign-2022", ["campaing-2022"], "campaing-2022"),
        ("qlxd-1", ["qlxd-01"], "qlxd-01"),
        ("qlxd-01", ["qlxd-02", "qlxd-10"], None),
        ("campaign", ["campaign-2"], "campaign-2"),
        ("campaign-2", ["campaign"], "campaign"),
    ],
)
def test_another_number_is_another_thing(typed: str, known: list[str], meant: str | None) -> None:
    """Numbers must agree by value where both words have one; a word without any may be completed."""
    assert closest(typed, known) == meant


@settings(deadline=None, max_examples=50)
@given(LETTERS, st.integers(0, 11))
def test_a_missing_letter_is_forgiven_in_words_of_six_letters(word: str, where: int) -> None:
    """Whatever letter is left out of a long word, the word is found."""
    where %= len(word)
    assert closest(word[:where] + word[where + 1 :], [word]) == word


@settings(deadline=None, max_examples=50)
@given(LETTERS, st.integers(0, 10))
def test_two_letters_that_changed_places_are_one_slip(word: str, where: int) -> None:
    """Swapped neighbours are found anywhere in a word, also where only one slip is let pass."""
    word = word[:5]
    where %= len(word) - 1
    swapped = word[:where] + word[where + 1] + word[where] + word[where + 2 :]
    assert closest(swapped, [word]) == word


@settings(deadline=None, max_examples=50)
@given(LETTERS, st.lists(LETTERS, max_size=6))
def test_a_known_word_is_its_own_suggestion(word: str, others: list[str]) -> None:
    """Nothing is nearer to a word than itself."""
    assert closest(word, [*others, word]) == word


@settings(deadline=None, max_examples=50)
@given(st.text("abc", min_size=1, max_size=9), st.text("xyz", min_size=1, max_size=9))
def test_words_without_a_common_letter_are_never_offered(word: str, other: str) -> None:
    """Three slips at the most are let pass, one for every three letters of the word that was typed."""
    assert closest(word, [other]) is None or len(other) <= len(word) // 3
