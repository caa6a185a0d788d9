"""Vietnamese text: the vectors of everyday office names and words, and what holds for any text at all."""

import unicodedata
from datetime import date
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import (
    ALPHABET,
    count_words,
    fold,
    initial,
    name_sort_key,
    official_date,
    same_tone_placement,
    short_date,
    slugify,
    sort_key,
    tone_key,
)

LETTERS = st.sampled_from(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ-1"
)
VIETNAMESE = st.text(LETTERS, max_size=24)
ANY_TEXT = st.text(max_size=24) | VIETNAMESE
SYLLABLES = "An Anh Ánh Ăn Ân Ẩn Ba Bà Bả Bã Bá Bạ Bình Dung Dũng Đạt Đức Oanh Ông Ơn Quý Út Uyên Ước Yến".split()


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Ngọc Ánh", "dang thi ngoc anh"),
        ("điển hình tiên tiến", "dien hinh tien tien"),
        ("ĐƯỜNG", "duong"),
        ("Ðiển hình", "dien hinh"),
        ("e\u0323\u0302", "e"),
        ("\u0340\u0341", ""),
        ("plain ASCII 2022", "plain ascii 2022"),
        ("Łódź, ΑΒΓ, 漢字", "łodz, αβγ, 漢字"),
    ],
)
def test_folding_leaves_small_letters_without_marks(text: str, folded: str) -> None:
    """A reader who types without marks finds what is written with them, Đ and its look-alike Eth included."""
    assert fold(text) == folded


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_and_the_form_of_the_input_does_not_matter(text: str) -> None:
    """A folded text is its own fold, and NFD folds as NFC does."""
    assert fold(fold(text)) == fold(text) == fold(nfd(text))


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOÁ", "HÓA"),
        ("thuỷ lợi", "thủy lợi"),
        ("khoẻ", "khỏe"),
        ("xoè", "xòe"),
        ("uỷ ban", "ủy ban"),
        ("Uỷ Ban", "Ủy Ban"),
    ],
)
def test_both_placements_of_the_tone_compare_equal(new: str, old: str) -> None:
    """Hoà and hòa become one form, share a key for exact matching and stand side by side in a list."""
    assert same_tone_placement(new) == same_tone_placement(old) == same_tone_placement(nfd(new)) == old
    assert tone_key(new) == tone_key(old)
    assert sort_key(new)[:2] == sort_key(old)[:2]


@pytest.mark.parametrize("text", ["hoàn", "quý", "QUÝ", "giá", "ngoài", "khuỷu", "thuở", "Huế", "toán", "quỳnh", "mùa"])
def test_other_syllables_keep_their_tone_where_it_is(text: str) -> None:
    """Closed syllables, three vowels, qu- and gi- are written one way only."""
    assert same_tone_placement(text) == text


@given(ANY_TEXT)
def test_one_placement_is_a_fixed_point(text: str) -> None:
    """What has been brought to one form stays, in NFC."""
    once = same_tone_placement(text)
    assert same_tone_placement(once) == once == unicodedata.normalize("NFC", once)


def test_the_tone_key_keeps_quality_and_tone_apart() -> None:
    """Six tones and the letters with their own quality are all told apart."""
    assert [tone_key(word) for word in "ma mà mả mã má mạ".split()] == ["ma", "ma1", "ma2", "ma3", "ma4", "ma5"]
    assert tone_key("Đường Hoà Bình") == "đương1 hoa1 binh1"
    assert tone_key(nfd("Thượng")) == tone_key("thượng") == "thương5"


@pytest.mark.parametrize("order", [SYLLABLES, "Thao Thào Thảo Thão Tháo Thạo".split(), list(ALPHABET)])
def test_single_syllables_stand_in_dictionary_order(order: list[str]) -> None:
    """Letters of the Vietnamese alphabet first, then ngang, huyền, hỏi, ngã, sắc, nặng."""
    assert sorted(set(order), key=sort_key) == order


@pytest.mark.parametrize(
    "order",
    [
        ["Ba An", "Ba Bình", "Bá An"],
        ["Hoa", "Hoà An", "Hòa Bình", "Hoà Yên", "Hoan"],
        ["1", "2", "đợt 2", "đợt 02", "Đợt 2", "đợt 10", "đợt một"],
        ["ba", "Ba", "bà", "Bà"],
        ["Thi đua", "Thi đua - Khen thưởng", "Thi đua Khen thưởng 2"],
        ["mua", "müa", "mùa", "muối"],
        ["z", "я", "漢"],
    ],
)
def test_longer_texts_stand_in_dictionary_order(order: list[str]) -> None:
    """Syllable by syllable, figures by value, small letters before capitals, other scripts after z."""
    for shuffled in permutations(order) if len(order) < 6 else [order[::-1]]:
        assert sorted(shuffled, key=sort_key) == order


@given(st.permutations(SYLLABLES), st.sampled_from(SYLLABLES))
def test_a_second_syllable_decides_only_between_equal_first_ones(shuffled: list[str], tail: str) -> None:
    """A list of two-syllable texts with the same ending keeps the order of the single syllables."""
    assert sorted((f"{word} {tail}" for word in shuffled), key=sort_key) == [f"{word} {tail}" for word in SYLLABLES]


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
@example("9" * 5000, "1" + "0" * 5000, "1")
def test_the_order_is_total(a: str, b: str, c: str) -> None:
    """Any texts compare, different ones differ, and the order of three does not depend on how they came."""
    first, second = sort_key(a), sort_key(b)
    same = unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)
    assert (first < second) + (first > second) == (not same)
    assert len({tuple(sorted(texts, key=sort_key)) for texts in permutations(map(nfd, (a, b, c)))}) == 1


@given(ANY_TEXT)
def test_nfc_and_nfd_share_every_key(text: str) -> None:
    """Where a name was typed, on which machine, never moves it in a list."""
    for key in (sort_key, name_sort_key, tone_key, slugify, initial, same_tone_placement):
        assert key(nfd(text)) == key(unicodedata.normalize("NFC", text))


def test_people_are_listed_by_given_name() -> None:
    """The last word decides, then the family name, then the middle names; the sample names show it."""
    given_names = "An Ánh Ân Dũng Đạt Đức Hoà Hòa Ơn Thảo Thạo Ước Yến".split()
    people = [f"{family} Mẫu {given}" for family, given in zip("ZXVTSRQPNMLKH", given_names, strict=True)]
    people[6:8] = ["Bùi Mẫu Hòa", "Phạm Mẫu Hoà"]
    assert sorted(set(people), key=name_sort_key) == people
    same_given = ["An", "Lê Thử An", "Nguyễn An", "Nguyễn Mẫu An", "Nguyễn Thị Thử An", "Nguyễn Thử An"]
    assert sorted(set(same_given), key=name_sort_key) == same_given


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đặng Thị Ngọc Ánh - Tổ công tác “Một cửa”", "dang-thi-ngoc-anh-to-cong-tac-mot-cua"),
        ("Đặng Thị Bích Phượng", "dang-thi-bich-phuong"),
        ("  Quý II/2022: sơ kết!  ", "quy-ii-2022-so-ket"),
        ("…", ""),
        ("漢字", ""),
    ],
)
def test_slugs_are_what_a_clerk_would_type(text: str, slug: str) -> None:
    """Letters without marks, figures and hyphens; nothing at all where nothing is left."""
    assert slugify(text) == slug


def test_long_slugs_end_with_a_whole_word() -> None:
    """A slug is cut between words, inside a word only where one word is longer than the limit."""
    assert slugify("bớt chín bước nhanh sáu ngày", limit=13) == "bot-chin-buoc"
    assert slugify("bớt chín bước nhanh sáu ngày", limit=12) == "bot-chin"
    assert slugify("nghiêng" * 20, limit=10) == "nghiengngh"


@given(ANY_TEXT, st.integers(1, 12))
def test_slugs_are_safe_in_every_address(text: str, limit: int) -> None:
    """Only a-z, 0-9 and inner single hyphens, within the limit, and a slug is its own slug."""
    slug = slugify(text, limit)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= limit
    assert slug == slug.strip("-")
    assert "--" not in slug
    assert slugify(slug, limit) == slug


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2022, 6, 10), "ngày 10 tháng 6 năm 2022", "10/6/2022"),
        (date(2019, 4, 4), "ngày 04 tháng 4 năm 2019", "04/4/2019"),
        (date(2022, 2, 1), "ngày 01 tháng 02 năm 2022", "01/02/2022"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024", "29/02/2024"),
        (date(2022, 12, 31), "ngày 31 tháng 12 năm 2022", "31/12/2022"),
    ],
)
def test_dates_are_written_as_documents_write_them(day: date, long: str, short: str) -> None:
    """Days under 10 and the months 1 and 2 take a leading 0, other months do not (Decree 30/2020/NĐ-CP)."""
    assert (official_date(day), short_date(day)) == (long, short)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sumary", "summary"),
        ("sumamry", "summary"),
        ("Summary", "summary"),
        ("staff-category", "staff_category"),
        ("stafcategory", "staff_category"),
        ("nguời-tốt", "nguoi-tot"),
        ("titel", "title"),
        ("VP", "vp"),
        ("vq", None),
        ("xyz", None),
        ("colour", None),
        ("", None),
    ],
)
def test_a_near_word_is_offered_and_a_far_one_is_not(word: str, meant: str | None) -> None:
    """One slip for every three letters; a short word is offered only where marks or case alone differ."""
    assert closest(word, ["title", "summary", "staff_category", "nguoi-tot", "vp"]) == meant


@given(VIETNAMESE, st.lists(VIETNAMESE, max_size=5))
def test_what_is_offered_is_a_candidate(word: str, candidates: list[str]) -> None:
    """Nothing is made up, and a candidate that differs by marks, case or separators alone is always found."""
    assert closest(word, candidates) in {None, *candidates}
    assert closest(word, [word.upper()]) == word.upper()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("kinh tế - xã hội", 4),
        ("  Số 809/QĐ-UBND,\nngày 10 ", 4),
        ("• một", 1),
        ("保密" * 70, 140),
        ("第 2 章", 3),
        ("ភ្នំពេញ", 4),
        ("ကြို", 1),
        ("ひらがな、カナ", 6),
        ("tiếng 中文", 3),
        ("한국 사람", 2),
    ],
)
def test_words_are_counted_as_they_stand_between_blanks(text: str, count: int) -> None:
    """A spaced hyphen or a bullet is no word."""
    assert count_words(text) == count


def test_another_number_is_never_meant() -> None:
    """A file, campaign or criterion with another number is no slip of the pen; a lost zero is."""
    assert closest("qlxd-02", ["qlxd-01", "qlxd-03"]) is None and closest("2023", ["2024"]) is None
    assert closest("GEN-1", ["GEN-02", "GEN-01"]) == "GEN-01" and closest("qldx-01", ["qlxd-01"]) == "qlxd-01"
