"""Signs are told from the words of a text: those that stand in it are those that a plain look finds."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guongsang.text.personal_data import search
from guongsang.text.personal_data.search import held_by, longest_rows
from guongsang.text.personal_data.signs import Pieces, Signs

WORDS = ("vợ", "con ", "sinh 1", " at ", "<<", "@", "p&lt;", "thẻ đảng", "tk", "a/c", "s.n.", "con trai")
SIGNS = Signs.of(WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vợ",
        "con\u00a0trai",
        "con\ntrai",
        "contrai con",
        "xcon trai",
        "sinh\u200b 1",
        "sinh 1",
        "thẻ  đảng",
        "x@y",
        "<<<",
        "ko at\tat at",
        "con " * 2000,
        "x" * 90 + "@",
        "vo\u031b\u0323",
    ],
)
def test_signs_that_stand_in_a_text_are_found(text: str) -> None:
    assert set(SIGNS.standing_in(text, Pieces([SIGNS]).held_by(text))) == {word for word in WORDS if word in text}


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*WORDS, " ", "\n", "\u2028", "x", "co", "n tr", "sinh", "ai"]), max_size=9))
def test_signs_are_found_however_they_are_joined(parts: list[str]) -> None:
    text = "".join(parts)
    assert set(SIGNS.standing_in(text, Pieces([SIGNS]).held_by(text))) == {word for word in WORDS if word in text}


def test_words_are_forgotten_when_they_are_many() -> None:
    """And found again."""
    pieces = Pieces([SIGNS])
    for start in range(0, 50_000, 10_000):
        pieces.held_by(" ".join(map(str, range(start, start + 10_000))))
    assert len(pieces) <= 50_000 - 10_000
    assert pieces.held_by("y@x") == {"@"}


def test_what_is_too_long_to_be_a_word_is_not_kept() -> None:
    pieces = Pieces([SIGNS])
    assert pieces.held_by("a" * 1000 + "@") == {"@"}
    assert not pieces


@pytest.mark.parametrize("small", ["ſố tk 1", "MẸ".lower(), "ﬁ", "hộ chıếu"])
def test_a_text_holds_the_pieces_of_its_letters_as_they_are_compared(small: str) -> None:
    held = held_by(small, small)
    assert held.pieces >= search._PIECES.held_by(search.compared(small)) | search._PIECES.held_by(small)


@settings(deadline=None, max_examples=300)
@given(st.text("0123 .-_a\nđ(/٣", max_size=40))
@example("0345 671 23a4567890123")
@example("1_2_3_4_5_6_7")
@example("1\n2345678\n9")
def test_rows_of_figures_are_looked_for_where_they_can_be(text: str) -> None:
    for row in (search._ROW_OF_FIGURES, search._ROW_OF_NUMBER, search._ROW_ANYHOW):
        plain = re.compile(row.pattern)
        assert [m.span() for m in search._in_rows(row, text)] == [m.span() for m in plain.finditer(text)]
    assert longest_rows(text)[1] == 0 or sum(map(str.isdigit, text)) >= 7
