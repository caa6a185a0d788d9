"""Names are found however they are written, and what is no name is left alone."""

import unicodedata

import pytest

from guongsang.text.person_names import Names, Owner

NAME = "Nguyễn Thử Ánh"


def names(*given: str) -> Names:
    """Hide some names."""
    hidden = Names()
    for i, name in enumerate(given):
        hidden.remember(name, Owner(f"2022/x-{i}"))
    return hidden


def found(text: str, *given: str) -> list[str]:
    """Return the stretches of a text in which the names are found."""
    return [text[f.start : f.end] for f in names(*(given or (NAME,))).found_in(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Thử Ánh",
        "NGUYỄN THỬ ÁNH",
        unicodedata.normalize("NFD", NAME),
        "Nguy\u00adễn Thử Á\u200bnh",
        "Nguyễn\nThử\r\n   Ánh",
        "Nguyễn-Thử_Ánh",
        "Nguyễn, Thử (Ánh",
        "Ｎguyễn Thử Ánh",
        "Nguyen Thu Anh",
        "nguyen thu anh",
        "NGUYEN THU ANH",
        "Nguyen\nthu Anh",
        "nguyen-thu-anh",
        "nguyen_thu.anh",
        "Thu Anh Nguyen",
        "THỬ ÁNH NGUYỄN",
        "Anh Nguyen Thu",
        "Anh Thu Nguyen",
        "ANH NGUYEN THU",
        "thu-anh-nguyen",
        "anh_nguyen.thu",
        "thuanhnguyen",
        "NguyenThuAnh",
        "nguyenthuanh75",
        "𝐍𝐠𝐮𝐲𝐞𝐧 𝐓𝐡𝐮 𝐀𝐧𝐡",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    """Case, marks, decomposition, unseen signs and what stands between words hide no name."""
    text = f"Bà {written}'s việc tốt."
    assert len(found(text)) == 1
    assert written.endswith(found(text)[0])


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Bà Nguyễn Thu Anh kể lại.", NAME),
        ("Bà Nguyễn Thị Lan kể lại.", "Nguyễn Thị Lân"),
        ("Nguyễn Thử Á", NAME),
        ("Việc này do an ninh phụ trách.", "Đỗ An"),
        ("They do an audit every year.", "Đỗ An"),
        ("thu anh nguyen vong", NAME),
        ("anh Thu Nguyen", NAME),
        ("Ánh Nguyễn Thu", NAME),
        ("Bình Trần", "Trần Bình"),
        ("binh tran", "Trần Bình"),
        ("Anh ấy nói ánh sáng", "Ánh"),
        ("ANH", "Ánh"),
        ("giải quyết một cửa tổ chức", "Tổ Một cửa"),
        ("hocanh", "Hồ Cảnh"),
        ("", NAME),
        ("Nguyễn", "  "),
    ],
)
def test_other_words_are_no_name(text: str, hidden: str) -> None:
    """Another name with marks of its own, two small words without marks, and parts of a name are let pass."""
    assert found(text, hidden) == []


@pytest.mark.parametrize(
    ("text", "hidden", "stretch"),
    [
        ("Mr Tran Binh said", "Trần Bình", "Tran Binh"),
        ("ong tran binh noi", "Trần Bình", "tran binh"),
        ("Mr Binh Tran said", "Trần Bình", "Binh Tran"),
        ("ban-tin/tran-binh.html", "Trần Bình", "tran-binh"),
        ("Dang Thi Anh", "Đặng Thị Ánh", "Dang Thi Anh"),
        ("Đang Thi Anh", "Đặng Thị Ánh", "Đang Thi Anh"),
        ("Bà Hoà, bà Hòa", "Hòa", "Hòa"),
        ("Mai An đến", "Mai An", "Mai An"),
        ("Bà Lê Thử Mai đến", "Le Thu Mai", "Lê Thử Mai"),
    ],
)
def test_the_stretch_of_a_name_is_given(text: str, hidden: str, stretch: str) -> None:
    """The stretch found is that of the name in the text as it was given."""
    assert found(text, hidden) == [stretch]


def test_marks_that_are_missing_are_told_apart() -> None:
    """Whether a name stands without its marks is known, because then it may be another person's."""
    (with_marks,) = names(NAME).found_in("Nguyễn Thử Ánh")
    (without,) = names(NAME).found_in("Nguyen Thu Anh")
    assert (with_marks.without_marks, without.without_marks) == (False, True)


def test_many_marks_on_one_letter_do_not_hold_up_a_search() -> None:
    """A letter with a hundred thousand marks is read like any other."""
    assert found("a" + "\u0301" * 100_000 + " Nguyễn Thử Ánh") == ["Nguyễn Thử Ánh"]
