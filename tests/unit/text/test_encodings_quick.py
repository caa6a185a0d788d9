"""Texts in which no word needs an old table are passed over: that changes nothing of what is found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text import encodings, mojibake
from guongsang.text.encodings import Misdecoding, legacy_misdecodings
from guongsang.text.mojibake import mojibake_misdecodings

_WORDS = (
    "C«ng hoµ céng viÖc ph¸t tri\u00d3n Tröôøng ñöôïc Khoâng hoà quá où µm naïve thaï São é ÀÉ aÁ Đảng người ĐẢNG"
    " uỷ TÊN tªn § «a» 5×6 a·b \n \n\n . , İ ſ ａ e\u0301 plain"
).split(" ")


def slowly(text: str, *, vietnamese: bool) -> list[Misdecoding]:
    """Find what is written in an old table, looking at every line."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encodings, "_has_strong", lambda _: True)
        patch.setattr(encodings, "odd_pieces", lambda text: [text])
        return legacy_misdecodings(text, vietnamese=vietnamese)


@settings(deadline=None, max_examples=1_000)
@given(st.lists(st.sampled_from(_WORDS), max_size=20).map(" ".join), st.booleans())
def test_passing_over_texts_changes_nothing(text: str, vietnamese: bool) -> None:
    """The same stretches are found."""
    assert legacy_misdecodings(text, vietnamese=vietnamese) == slowly(text, vietnamese=vietnamese)


@settings(deadline=None, max_examples=500)
@given(
    st.lists(
        st.sampled_from(["tiáº¿ng", "Ä‘", "Ã©", "Ã ", "â€œ", "a”", "Â\xa0", "\n", " ", "\x85", "a", "ệ"]), max_size=12
    )
)
def test_what_was_read_wrongly_is_found_piece_by_piece(pieces: list[str]) -> None:
    """No sequence holds a blank, so none is parted."""
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mojibake, "odd_pieces", lambda text: [text])
        whole = mojibake_misdecodings(text)
    assert mojibake_misdecodings(text) == whole


@pytest.mark.parametrize(
    "words", ["C«ng hoµ x· héi", "Tröôøng ñöôïc giao", "hoà quá où µm", "céng\nviÖc\nph¸t", "", "a"]
)
def test_each_table_is_still_found(words: str) -> None:
    """The given ones among them: TCVN3, VNI, words of other languages, one word a line."""
    assert legacy_misdecodings(words) == slowly(words, vietnamese=True)
