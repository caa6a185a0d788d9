"""Where in a raw file something stands that was found in what is read, and what a raw file reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.personal_data.search import personal_in_markup
from guongsang.text.raw_text import RawText
from guongsang.text.readable import Readable, shows_anything

RAW = 'Gọi 0912&nbsp;345&nbsp;678, "\\u0030912 345\\xad678", 0912\n> **345** 678.'


@pytest.mark.parametrize(
    ("read", "stretches"),
    [
        ("0912 345 678", ["0912&nbsp;345&nbsp;678", "\\u0030912 345\\xad678", "0912\n> **345** 678"]),
        ("345", ["345", "345", "345"]),
        ("912", []),
        ("gọi", ["Gọi"]),
        ("", []),
    ],
)
def test_each_place_is_given_once(read: str, stretches: list[str]) -> None:
    """Places come in the order of the file; part of a number or a word is none."""
    raw = RawText(RAW)
    found = [raw.take(read, 0, len(RAW)) for _ in range(len(stretches) + 1)]
    assert [RAW[slice(*f)] if f else None for f in found] == [*stretches, None]
    assert raw.holds(read, 0, len(RAW)) == bool(stretches)


@settings(deadline=None, max_examples=100)
@given(st.text("ab 01&;#x<!->*_[]()^\\u\u0301\u200b", max_size=60))
def test_every_letter_of_what_is_read_leads_into_the_file(raw: str) -> None:
    """Stretches lie within the raw text and follow one another."""
    readable = Readable.of_markup(raw)
    last = 0
    for i in range(len(readable.text)):
        start, end = readable.typed(i, i + 1)
        assert last <= start <= end <= len(raw)
        last = start


@pytest.mark.parametrize("figures", ["٠٩١٢", "०९१२", "𝟎𝟗𝟏𝟐", "０９１２", "0\ufe0f\u20e39\ufe0f\u20e31️⃣2️⃣", "0̶9̶1̶2̶"])
def test_figures_of_every_script_are_read_as_figures(figures: str) -> None:
    """A reader sees a number in all of them."""
    assert Readable.of(figures).text == "0912"


@pytest.mark.parametrize(
    ("text", "shows"), [("", False), ("\u2800 \u200b", False), ("\u0301", False), ("-", True), ("៛", True)]
)
def test_marks_and_blanks_show_nothing(text: str, shows: bool) -> None:
    """What stands on no letter is not seen."""
    assert shows_anything(text) is shows


@pytest.mark.parametrize("piece", ["tel:", "](", "<!--", "vợ Anh ", "0 1 2 3 4 5 6 7 8 9 ", "a@", "anh bị ", "1.2"])
def test_long_rows_of_signs_are_searched_in_time(piece: str) -> None:
    """No pattern begins anew at every sign of a row and reads to its end."""
    assert isinstance(personal_in_markup(piece * 20_000), list)
