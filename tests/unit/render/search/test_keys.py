"""Texts to the keys under which the search finds them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Text
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.render.search.keys import Speller, key_of, split, stem
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
    """And a speller tells of which texts."""
    speller = Speller()
    for text, stems in ((Text("plans", "vi"), False), (Text("plans", "en-US"), True), (Text("…", "en"), False)) * 2:
        words = [("plan" if stems else "plans", "plans")]
        assert list(speller.runs(text)) == [words if text.value == "plans" else []]
        assert speller.stems(text) == stems


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


MUSLIM = Abbreviation("SAW", "\ufdfa", "vi")
"""One sign whose key is four words."""
ODD = (
    "TĐKT thi đua, khen thưởng (TĐKT), Ủy ban nhân dân; UBND",
    unicodedata.normalize("NFD", "TĐKT thi đua khen thưởng Uỷ ban nhân dân"),
    "thi\u00a0đua\u2003khen\nthưởng thi\u200bđua ＴĐＫＴ tđkt",
    "1.240 1,240,000 12.34 1.240.00 a1.240 ២.១២៣",
    "a\u0301 \u0301b x\u20dd 5\u20e3 1\ufe0f\u20e3 ✓",
    "ខ្មែរ 漢字。かな ไทย漢a ﾞ \u037a",
    "\ufdfa صلى الله عليه وسلم \ufe70",
    "İstanbul ſ K ð Ð ɖ ß plans",
)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("text", ODD)
def test_pieces_of_a_text_have_the_keys_of_the_whole(text: str, lang: str) -> None:
    """Whatever letters and blanks it has, and whatever texts were met before."""
    rows = (TDKT, UBND, MUSLIM, Abbreviation("ICT", "information plans", "en"))
    speller = Speller(rows)
    for other in ODD:
        list(speller.runs(Text(other, "vi")))
    assert sorted(speller.runs(Text(text, lang))) == sorted(runs_of_the_whole(text, lang, rows))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([*" ,.-", "thi", "đua", "khen", "thưởng", "TĐKT", "1.240", "\u0301", "字", "\u20e3"])))
def test_any_text_has_the_keys_of_the_whole(parts: list[str]) -> None:
    """Its pieces in any order, with blanks between them or none."""
    text = "".join(parts)
    assert sorted(Speller((TDKT,)).runs(Text(text, "vi"))) == sorted(runs_of_the_whole(text, "vi", (TDKT,)))


def runs_of_the_whole(text: str, lang: str, rows: tuple[Abbreviation, ...]) -> list[list[tuple[str, str]]]:
    """Return the runs of a text that is split as one, and looked through for each abbreviation."""

    def spelt(words: list[str]) -> list[tuple[str, str]]:
        return [key_of(word, english=lang == "en") for word in words]

    def in_a_row(found: list[tuple[str, str]]) -> str:
        return f" {' '.join(exact for _, exact in found)} "

    words = split(text)
    own = [row for row in rows if row.lang == lang] if words else []
    long = [spelt(split(row.long)) for row in own if row.short in words]
    short = [spelt([row.short]) for row in own if in_a_row(spelt(split(row.long))) in in_a_row(spelt(words))]
    return [spelt(words), *long, *short]


@settings(deadline=None, max_examples=100)
@given(st.text("aáàăđĐêơưư ỷ1-.", max_size=30))
def test_the_form_of_a_text_makes_no_difference(text: str) -> None:
    """Composed or decomposed, large or small, the folded keys are the same."""
    assert keys(text) == keys(unicodedata.normalize("NFD", text))
    assert [folded for folded, _ in keys(text.upper())] == [folded for folded, _ in keys(text)]
    assert all(folded == fold(folded) for folded, _ in keys(text))
