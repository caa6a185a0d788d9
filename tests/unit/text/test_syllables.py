"""Which words can be one Vietnamese syllable."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.syllables import is_syllable
from guongsang.text.vietnamese import same_tone_placement


@pytest.mark.parametrize(
    "word",
    """an anh ánh bà cả chị dũng đạt em gì ghế giường hoà hòa huyền khuya kỳ lý mẫu ngã nghiêng nguyễn nhà
    oanh phường quý quyết rượu sở tuyển thuỷ trường uống ước việc xoèn yến y ưu ươm ông ôm ăn ẩn uyên
    quả quên giặt gìn chuối khuỷu loong nghĩa xoong""".split(),
)
def test_everyday_syllables_are_syllables(word: str) -> None:
    """Every combination of onset, rime and tone that words are made of is let pass, in any case and form."""
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(word.title())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    ["", "b", "ng", "ngh", "film", "jazz", "www", "fa", "zo", "aa", "áà", "1", "a1", "nguyễnn", "strong", "đđ", "bờm1"],
)
def test_what_is_built_otherwise_is_no_syllable(word: str) -> None:
    """Consonants alone, foreign letters, two tones and figures make no syllable."""
    assert not is_syllable(word)


@pytest.mark.parametrize("rime", ["ac", "ach", "ap", "at", "iêc", "oach", "uyêt", "ươp"])
@pytest.mark.parametrize(
    ("tone", "fits"),
    [("", False), ("\u0300", False), ("\u0309", False), ("\u0303", False), ("\u0301", True), ("\u0323", True)],
)
def test_syllables_that_end_in_a_stop_bear_two_tones_only(rime: str, tone: str, fits: bool) -> None:
    """Before c, ch, p and t there are sắc and nặng and no other tone, not even none."""
    assert is_syllable("t" + rime + tone) is fits


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("ke", "ce"), ("ki", "ci"), ("cô", "kô"), ("ghe", "gho"), ("nghi", "ngha"), ("nga", "nghư")],
)
def test_onsets_are_spelt_by_the_vowel_behind_them(right: str, wrong: str) -> None:
    """C is written k before e, i and y, which is not written before o and u; gh and ngh stand before e and i."""
    assert is_syllable(right)
    assert not is_syllable(wrong)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=10))
def test_any_word_gets_an_answer_that_case_and_form_do_not_change(word: str) -> None:
    """Capitals and decomposed letters of Vietnamese never change whether a word is a syllable."""
    if set(word.lower()) <= set("abcdeghiklmnopqrstuvxyăâêôơưđ"):
        assert is_syllable(word) is is_syllable(word.upper())
    assert is_syllable(word) is is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["hoà", "khoẻ", "thuỷ", "loá", "xoè", "uỷ", "tuý"])
def test_both_placements_of_the_tone_are_syllables(word: str) -> None:
    """The older and the newer way to place the mark are one syllable each."""
    assert is_syllable(word)
    assert is_syllable(same_tone_placement(word))
    assert same_tone_placement(word) != word
