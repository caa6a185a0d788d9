"""Texts to the keys under which the search finds them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Text
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.render.search.keys import Speller, stem
from guongsang.text.vietnamese import fold

TDKT = Abbreviation("TĐKT", "thi đua khen thưởng", "vi")
UBND = Abbreviation("UBND", "ủy ban nhân dân", "vi")


def keys(text: str, lang: str = "vi") -> list[tuple[str, str]]:
    """Return the keys of a text without abbreviations."""
    (run,) = Speller().runs(Text(text, lang))
    return run


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("inspections", "inspection"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("plans", "plan"),
        ("digitise", "digitis"),
        ("digitised", "digitis"),
        ("cities", "city"),
        ("classes", "class"),
        ("class", "class"),
        ("bus", "bus"),
        ("status", "status"),
        ("this", "this"),
        ("is", "is"),
        ("red", "red"),
        ("bring", "bring"),
        ("used", "used"),
        ("", ""),
    ],
)
def test_english_endings_are_cut(word: str, cut: str) -> None:
    """Short words and those that only end so stay."""
    assert stem(word) == cut


@settings(deadline=None, max_examples=50)
@given(st.text("abcdeginsy", max_size=12))
def test_a_stem_is_never_longer_and_begins_like_its_word(word: str) -> None:
    """Whatever the word, something is left of it."""
    assert len(stem(word)) <= len(word)
    assert stem(word)[:1] == word[:1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí", [("dong", "đông1"), ("chi", "chi4")]),
        ("hoà hòa", [("hoa", "hoa1"), ("hoa", "hoa1")]),
        ("plain 2024", [("plain", "plain"), ("2024", "2024")]),
        ("a-b_c.d", [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]),
        ("", []),
        ("— …", []),
        ("漢字", [("漢", "漢"), ("字", "字")]),
        ("ខ្មែរ", None),
    ],
)
def test_words_have_a_folded_and_an_exact_key(text: str, found: list[tuple[str, str]] | None) -> None:
    """Without marks, and with the tone behind; scripts without blanks are cut letter by letter."""
    if found is None:
        assert len(keys(text)) > 1
    else:
        assert keys(text) == found


def test_only_english_words_lose_their_endings() -> None:
    """And a speller remembers that it cut any."""
    speller = Speller()
    assert list(speller.runs(Text("plans", "vi"))) == [[("plans", "plans")]]
    assert not speller.stems
    assert list(speller.runs(Text("plans", "en-US"))) == [[("plan", "plans")]]
    assert speller.stems
    assert list(speller.runs(Text("plans", "vi"))) == [[("plans", "plans")]]


@pytest.mark.parametrize(
    ("text", "lang", "runs"),
    [
        ("Ban TĐKT tỉnh", "vi", ["ban tdkt tinh", "thi dua khen thuong"]),
        ("công tác thi đua, khen thưởng", "vi", ["cong tac thi dua khen thuong", "tdkt"]),
        ("thi đua và khen thưởng", "vi", ["thi dua va khen thuong"]),
        ("TĐKT", "en", ["tdkt"]),
        ("tđkt", "vi", ["tdkt"]),
        ("Uỷ ban nhân dân", "vi", ["uy ban nhan dan", "ubnd"]),
        ("", "vi", [""]),
    ],
)
def test_abbreviations_and_their_long_forms_find_each_other(text: str, lang: str, runs: list[str]) -> None:
    """In their own language, written as they are, whatever placement the tones have."""
    told = Speller((TDKT, UBND)).runs(Text(text, lang))
    assert [" ".join(folded for folded, _ in run) for run in told] == runs


def test_what_an_abbreviation_is_said_by_is_told_to_the_browser() -> None:
    """By exact keys, so that what was found can be marked."""
    assert Speller((TDKT,)).said_by() == [("tđkt", ["thi", "đua", "khen", "thương2"])]


@settings(deadline=None, max_examples=100)
@given(st.text("aáàăđĐêơưư ỷ1-.", max_size=30))
def test_the_form_of_a_text_makes_no_difference(text: str) -> None:
    """Composed or decomposed, large or small, the folded keys are the same."""
    assert keys(text) == keys(unicodedata.normalize("NFD", text))
    assert [folded for folded, _ in keys(text.upper())] == [folded for folded, _ in keys(text)]
    assert all(folded == fold(folded) for folded, _ in keys(text))
