"""Names of people in texts: every way of writing that hides none, and words that are no name."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.person_names import Names, Owner, Stretch, stretch_of

ANH = Owner("nguyen-thu-anh")
DUNG = Owner("tran-van-dung", withdrawn=True)


def names(*known: tuple[str, Owner]) -> Names:
    """Remember some names."""
    found = Names()
    for name, owner in known or (("Nguyễn Thu Ánh", ANH),):
        found.remember(name, owner)
    return found


def stretches(text: str, known: Names | None = None) -> list[str]:
    """Return the stretches of a text in which a name stands."""
    return [text[s.start : s.end] for s in (known or names()).found_in(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Thu Ánh",
        "NGUYỄN THU ÁNH",
        "nguyễn thu ánh",
        "Nguyễn  Thu\nÁnh",
        "Nguyễn-Thu-Ánh",
        "Nguyễn, Thu, Ánh",
        "Nguyen Thu Anh",
        "nguyen thu anh",
        "NGUYEN THU ANH",
        "NguyenThuAnh",
        "nguyenthuanh",
        "nguyenthuanh75",
        "Thu Ánh Nguyễn",
        "Ánh Nguyễn Thu",
        "ÁNH NGUYỄN THU",
        "Thu Anh Nguyen",
        "nguyen-thu-anh",
        "nguyen.thu.anh",
        unicodedata.normalize("NFD", "Nguyễn Thu Ánh"),
        "Ｎｇｕｙễｎ Thu Ánh",
        "Nguyễn Thu Á\u200bnh",
        "Ngu\u00adyễn Thu Ánh",
    ],
)
def test_every_way_of_writing_a_name_is_found_as_a_whole(written: str) -> None:
    """Case, form, separators, missing marks and unseen letters hide no name, and the stretch is all of it."""
    text = f"Đồng chí {written} được tặng giấy khen."
    assert stretches(text) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nguyễn Thu Anh",
        "Nguyễn Thú Ánh",
        "Nguyễn Thu",
        "Thu Ánh",
        "Ánh Nguyễn Thu Lan",
        "chị Ánh, Nguyễn Thu Lan",
        "Ánh; Nguyễn; Thu",
        "Ánh Nguyễn",
        "thu ánh nguyễn",
        "Nguyễn Thu. Hà Ánh",
        "nguyenthuanhdao",
        "xnguyenthuanh",
    ],
)
def test_other_words_are_not_the_name(text: str) -> None:
    """Other marks make another name; parts, other orders and longer words are none."""
    assert stretches(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ông Đỗ An", ["Đỗ An"]),
        ("ong do an", []),
        ("do an", []),
        ("ông vừa đi vừa do an", []),
        ("Do An", ["Do An"]),
        ("do.an@phuong.example", ["do.an"]),
        ("Ông Đo An nói", ["Đo An"]),
        ("Ông Đò An nói", []),
    ],
)
def test_a_name_of_two_small_words_needs_capitals_or_marks(text: str, found: list[str]) -> None:
    """In small letters "do an" is two words of a sentence; with capitals, or tied in an address, it is the name."""
    assert stretches(text, names(("Đỗ An", ANH))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vu.binh@phuong.example", ["vu.binh"]),
        ("gap vu binh o dau", ["vu binh"]),
        ("gặp vu binh ở đâu", []),
        ("vu-binh", ["vu-binh"]),
    ],
)
def test_small_words_without_marks_are_a_name_where_nothing_has_marks(text: str, found: list[str]) -> None:
    """In an address, or in a line that has no marks at all, marks are missing from names too."""
    assert stretches(text, names(("Vũ Bình", ANH))) == found


@pytest.mark.parametrize(
    ("text", "found"), [("Lan đến", ["Lan"]), ("lan tỏa", []), ("LAN", []), ("Làn", []), ("Hoa Lan", ["Lan"])]
)
def test_a_name_of_one_word_counts_only_as_it_is_written(text: str, found: list[str]) -> None:
    """One word is a word of the language too, so its letters and capitals must be the same."""
    assert stretches(text, names(("Lan", ANH))) == found


def test_each_stretch_says_whose_name_it_is_and_whether_marks_are_missing() -> None:
    """The owner travels with the name, and a name without marks is told apart from one with them."""
    known = names(("Nguyễn Thu Ánh", ANH), ("Trần Văn Dũng", DUNG))
    text = "Trần Văn Dũng và Nguyen Thu Anh"
    assert list(known.found_in(text)) == [Stretch(0, 13, DUNG), Stretch(17, 31, ANH, without_marks=True)]


def test_a_name_that_has_no_marks_lacks_none() -> None:
    """Of a name that is typed without marks anyway, nothing is missing."""
    (found,) = names(("Mai Lan Anh", ANH)).found_in("bà mai lan anh")
    assert not found.without_marks


def test_names_without_letters_are_not_remembered() -> None:
    """Nothing is searched for where a field holds signs only."""
    known = Names()
    known.remember(" — ", ANH)
    assert not known
    assert stretches("— — —", known) == []
    assert names()


def test_a_footnote_or_star_between_its_words_hides_no_name() -> None:
    """Only letters between the words part a name."""
    assert stretches("**Nguyễn** *Thu* `Ánh`") == ["Nguyễn** *Thu* `Ánh"]
    assert stretches("Nguyễn bà Thu Ánh") == []


@pytest.mark.parametrize(
    ("raw", "stretch"),
    [
        ("bà Nguyễn Thu Ánh.", "Nguyễn Thu Ánh"),
        ("bà NGUYỄN\n  THU **Ánh**", "NGUYỄN\n  THU **Ánh"),
        ("bà Nguy&#7877;n Thu Ánh", "Thu"),
        ("Nguyễn&nbsp;Thu Ánh", "Nguyễn"),
        ("không có ai", None),
        ("NguyễnThuÁnh", None),
    ],
)
def test_the_stretch_of_a_name_in_a_raw_file_is_its_longest_part(raw: str, stretch: str | None) -> None:
    """Where something hides part of the name, the longest of its words that stands there shows the place."""
    found = stretch_of("Nguyễn Thu Ánh", raw, 0, len(raw))
    assert (found and raw[slice(*found)]) == stretch


def test_a_stretch_is_looked_for_only_where_it_is_asked() -> None:
    """A name before the beginning or behind the end of what is asked is not given."""
    raw = "Nguyễn Thu Ánh, rồi Nguyễn Thu Ánh"
    assert stretch_of("Nguyễn Thu Ánh", raw, 5, len(raw)) == (20, 34)
    assert stretch_of("Nguyễn Thu Ánh", raw, 15, 18) is None


WORDS = st.lists(st.sampled_from(["Nguyễn", "Thu", "Ánh", "thu", "và", "Trần", "văn", "Dũng", "dung"]), max_size=9)


@settings(deadline=None, max_examples=50)
@given(WORDS, st.sampled_from([" ", "\n", "-", ", ", " * "]))
def test_stretches_are_in_order_and_share_no_word(words: list[str], between: str) -> None:
    """No word is part of two names, and each stretch begins and ends with a letter."""
    text = between.join(words)
    last = 0
    for found in names(("Nguyễn Thu Ánh", ANH), ("Trần Văn Dũng", DUNG)).found_in(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start].isalpha()
        assert text[found.end - 1].isalpha()
        last = found.end


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_between_blanks_is_found_in_any_text(before: str, after: str) -> None:
    """Whatever stands around a name, with blanks between, does not hide it."""
    text = f"{before}\n\nNguyễn Thu Ánh\n\n{after}"
    assert "Nguyễn Thu Ánh" in stretches(text)
