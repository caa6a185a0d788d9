"""Vietnamese text: what each function promises its callers beyond the vectors of everyday names."""

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.vietnamese import (
    ALPHABET,
    TONES,
    count_words,
    fold,
    initial,
    name_sort_key,
    official_date,
    same_tone_placement,
    short_date,
    slugify,
    sort_key,
    split_name,
    tone_key,
)

TONED = st.text("aàảãáạeèẻẽéẹoòỏõóọuùủũúụyỳỷỹýỵăằâầêềôồơờưừđ bcnht", max_size=20)


def test_the_alphabet_has_each_letter_once_and_the_tones_their_order() -> None:
    """29 letters of Vietnamese and four for loans; huyền, hỏi, ngã, sắc, nặng."""
    assert len(ALPHABET) == len(set(ALPHABET)) == 33
    assert [unicodedata.normalize("NFC", "a" + tone) for tone in TONES] == list("àảãáạ")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("hòa", "hoa1"),
        ("hoà", "hoa1"),
        ("hỏa", "hoa2"),
        ("hõa", "hoa3"),
        ("hóa", "hoa4"),
        ("họa", "hoa5"),
        ("HOA", "hoa"),
        ("Đường Lớn", "đương1 lơn4"),
        ("một, hai", "một".replace("ộ", "ô") + "5, hai"),
        ("áo1", "ao14"),
        ("snake_case", "snake_case"),
    ],
)
def test_the_tone_key_writes_the_tone_behind_the_word(text: str, key: str) -> None:
    """Letters keep their hats and horns, tones become figures, wherever in the syllable they stood."""
    assert tone_key(text) == key


@settings(deadline=None, max_examples=50)
@given(TONED)
def test_folding_undoes_what_the_tone_key_keeps(text: str) -> None:
    """Without figures and marks, the tone key of a text is its folded form."""
    bare = "".join(char for char in tone_key(text) if not char.isdigit())
    assert fold(bare) == fold(text)


@settings(deadline=None, max_examples=50)
@given(TONED)
def test_one_placement_of_tones_changes_no_key(text: str) -> None:
    """Moving a mark to its other place makes no other word: fold, tone key and dictionary order are the same."""
    moved = same_tone_placement(text)
    assert fold(moved) == fold(text)
    assert tone_key(moved) == tone_key(text)
    assert sort_key(moved)[0] == sort_key(text)[0]


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("HOÀ", "HÒA"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("uỷ", "ủy"),
    ],
)
def test_the_tone_of_an_open_oa_oe_uy_goes_to_the_first_vowel(typed: str, same: str) -> None:
    """Closed syllables and qu- have one place only and stay."""
    assert same_tone_placement(typed) == same


@pytest.mark.parametrize(
    "order",
    [
        ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["1", "2", "10", "0100", "a"],
        ["Điều 2", "Điều 10"],
        ["an", "an bình", "án"],
        ["an", "An", "ân"],
        ["z", "漢"],
        ["٣", "4"],
    ],
)
def test_dictionary_order(order: list[str]) -> None:
    """Letters as the alphabet has them, numbers by value and before words, other scripts behind."""
    assert all(sort_key(one) < sort_key(next_one) for one, next_one in pairwise(order))


@pytest.mark.parametrize(
    "order",
    [
        ["Trần An", "Lê Bình", "Nguyễn Bình"],
        ["Nguyễn Thị Bình", "Nguyễn Văn Bình"],
        ["Nguyễn Bình", "Nguyễn An Bình"],
        ["Bình", "Lê Bình"],
    ],
)
def test_people_stand_by_given_name_then_family_then_middle(order: list[str]) -> None:
    """Who has no middle or family name stands before those who have one."""
    assert all(name_sort_key(one) < name_sort_key(next_one) for one, next_one in pairwise(order))


@pytest.mark.parametrize(
    ("name", "parts", "letter"),
    [
        ("Nguyễn Thị Thử Ánh", ("Nguyễn", "Thị Thử", "Ánh"), "A"),
        ("Đỗ Ước", ("Đỗ", "", "Ước"), "Ư"),
        ("Trần Mẫu Thị Ẩn", ("Trần", "Mẫu Thị", "Ẩn"), "Â"),
        ("Đào", ("", "", "Đào"), "Đ"),
        ("  H'Hen  Niê ", ("H'Hen", "", "Niê"), "N"),
        ("…", ("", "", "…"), ""),
        ("", ("", "", ""), ""),
        ("  Lê   An ", ("Lê", "", "An"), "A"),
        ("Lê (Bình)", ("Lê", "", "(Bình)"), "B"),
        ("Lê 3", ("Lê", "", "3"), "3"),
        ("Lê —", ("Lê", "", "—"), ""),
        ("Ê Ân", ("Ê", "", "Ân"), "Â"),
    ],
)
def test_a_name_comes_apart_and_has_its_letter(name: str, parts: tuple[str, str, str], letter: str) -> None:
    """The letter is the first of the given name without tone; signs before it are passed over."""
    assert split_name(name) == parts
    assert initial(name) == letter


@pytest.mark.parametrize(
    ("text", "limit", "slug"),
    [
        ("Đặng Thị Ánh", 80, "dang-thi-anh"),
        ("một hai ba", 7, "mot-hai"),
        ("một hai ba", 8, "mot-hai"),
        ("một hai ba", 9, "mot-hai"),
        ("một hai ba", 10, "mot-hai-ba"),
        ("abcdefghij", 4, "abcd"),
        ("a bcdefghij", 4, "a"),
        ("--a--b--", 80, "a-b"),
        ("…", 80, ""),
        ("漢字", 80, ""),
        ("C++ & C#", 80, "c-c"),
    ],
)
def test_a_slug_is_cut_between_words(text: str, limit: int, slug: str) -> None:
    """Only a word that is longer than the limit is cut inside."""
    assert slugify(text, limit) == slug


@settings(deadline=None, max_examples=50)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_keep_day_month_and_year_in_both_forms(day: date) -> None:
    """Read back, either form gives the date; zeros stand before days under 10 and months 1 and 2 only."""
    long = official_date(day).split()
    assert [int(long[1]), int(long[3]), int(long[5])] == [day.day, day.month, day.year]
    assert short_date(day) == f"{long[1]}/{long[3]}/{long[5]}"
    assert long[3].startswith("0") is (day.month < 3)
    assert len(long[1]) == 2


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text("ab1đ", min_size=1, max_size=4), max_size=8))
def test_words_are_counted_one_by_one(words: list[str]) -> None:
    """As many as there are, whatever blanks and lone signs stand between them."""
    assert count_words(" \n– ".join(words)) == len(words)
