"""Personal data in a text: the stretch and kind of each form, and figures and words that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.personal_data.search import Personal, personal_in


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the stretches of personal data in a text, with their kinds."""
    return [(text[found.start : found.end], found.kind) for found in personal_in(text)]


@pytest.mark.parametrize(
    ("text", "stretch", "kind"),
    [
        ("Số 001085012345 của ông", "001085012345", "identity-number"),
        ("số 001 085 012 345.", "001 085 012 345", "identity-number"),
        ("CMND 012345678", "012345678", "identity-number"),
        ("CCCD số: 079 185 001 234", "079 185 001 234", "identity-number"),
        ("passport no. B1234567", "B1234567", "identity-number"),
        ("hộ chiếu C12345678", "C12345678", "identity-number"),
        ("gọi 0912345678", "0912345678", "telephone-number"),
        ("gọi 0912 345 678", "0912 345 678", "telephone-number"),
        ("gọi 0912.345.678,", "0912.345.678", "telephone-number"),
        ("gọi 09-1234-5678", "09-1234-5678", "telephone-number"),
        ("gọi +84 912 345 678", "+84 912 345 678", "telephone-number"),
        ("gọi 0084912345678", "0084912345678", "telephone-number"),
        ("gọi 84912345678", "84912345678", "telephone-number"),
        ("gọi (024) 3825 1234", "(024) 3825 1234", "telephone-number"),
        ("call +44 20 7946 0958", "+44 20 7946 0958", "telephone-number"),
        ("ở số nhà 12 phố Huế, Hà Nội", "số nhà 12 phố Huế, Hà Nội", "home-address"),
        ("thường trú tại 12 phố Huế", "thường trú tại 12 phố Huế", "home-address"),
        ("lives at 12 Hue Street", "lives at 12 Hue Street", "home-address"),
        ("bà sinh ngày 01/02/1970", "sinh ngày 01/02/1970", "date-of-birth"),
        ("ông sinh: 1 tháng 2 năm 1970", "sinh: 1 tháng 2 năm 1970", "date-of-birth"),
        ("born on 2 May 1970 in Hue", "born on 2 May 1970", "date-of-birth"),
        ("vợ là bà Trần Thị Hoa", "vợ là bà Trần Thị Hoa", "relative"),
        ("her husband, Tran Van An", "husband, Tran Van An", "relative"),
        ("bà Lan mắc bệnh ung thư", "mắc bệnh ung thư", "health"),
        ("Mrs Lan was diagnosed with cancer", "was diagnosed with cancer", "health"),
        ("nhóm máu AB", "nhóm máu AB", "health"),
        ("được xếp loại đảng viên", "xếp loại đảng viên", "political-grading"),
        ("thư: lan.nguyen@gmail.com.", "lan.nguyen@gmail.com", "private-mail"),
        ("lan@yahoo.com.vn", "lan@yahoo.com.vn", "private-mail"),
    ],
)
def test_each_form_is_found_with_its_stretch_and_kind(text: str, stretch: str, kind: str) -> None:
    """The stretch holds the data and no more, so that all of it and nothing else can be covered."""
    assert kinds(text) == [(stretch, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Quyết định số 1234/QĐ-UBND ngày 10/6/2022",
        "Văn bản 123456789012/BC-UBND",
        "1.234.567.890 đồng",
        "0912345678 đồng",
        "10.06.2022 15.06.2022",
        "từ 2018-2022, 2019–2023",
        "https://example.org/0912345678",
        "[xem](/a/0912345678.pdf)",
        "mã 0912345678A",
        "abc0912345678",
        "3,14159265358979",
        "10h30 – 11h45 ngày 05 06 2022",
        "phòng 101 nhà A1 trường học",
        "sinh hoạt ngày 01/02/2022",
        "phát sinh ngày 01/02/2022",
        "học sinh ngày 01/02/2022 đến trường",
        "vệ sinh ngày 01/02/2022",
        "những người mắc bệnh ung thư được giúp",
        "hỗ trợ bệnh nhân tiểu đường",
        "Bà mẹ Việt Nam anh hùng",
        "vợ chồng cùng làm",
        "ubnd@phuong.example",
        "tình hình chính trị ổn định",
    ],
)
def test_documents_money_dates_and_general_talk_are_none(text: str) -> None:
    """What an office writes every day is let pass."""
    assert kinds(text) == []


def test_data_inside_an_address_of_the_web_is_found_only_where_it_is_dialled() -> None:
    """A tel: or mailto: link gives the number or the mail away; the path of a page does not."""
    assert kinds("[gọi](tel:0912345678)") == [("0912345678", "telephone-number")]
    assert kinds("[thư](mailto:lan@gmail.com)") == [("lan@gmail.com", "private-mail")]
    assert kinds("[trang](https://example.org/0912345678)") == []


def test_one_stretch_is_told_once() -> None:
    """A number that two kinds would explain belongs to the first."""
    text = "CCCD 001085012345, điện thoại 0912345678"
    assert kinds(text) == [("001085012345", "identity-number"), ("0912345678", "telephone-number")]


def test_a_number_far_behind_others_is_found_too() -> None:
    """Looking only near signs loses nothing in a long text, wherever the data stands."""
    filler = "Một đoạn văn dài không có gì. " * 40
    text = f"0912345678 {filler} 0987654321 {filler} bà sinh ngày 01/02/1970"
    assert [kind for _, kind in kinds(text)] == ["telephone-number", "telephone-number", "date-of-birth"]


PLACED = st.text("abcdeghi  \n,.", max_size=30)


@settings(deadline=None, max_examples=50)
@given(PLACED, PLACED, st.sampled_from(["0912345678", "001085012345", "lan@gmail.com"]))
def test_data_is_found_wherever_it_stands(before: str, after: str, data: str) -> None:
    """With a blank on either side, no words around it hide a number or a mail."""
    text = f"{before} : {data} ; {after}"
    assert data in [stretch for stretch, _ in kinds(text)]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80) | st.text("0123456789 .-+()/,@", max_size=60))
def test_stretches_lie_within_the_text_and_do_not_overlap(text: str) -> None:
    """Whatever the text, no letter is in two stretches and none is empty."""
    seen: set[int] = set()
    for found in personal_in(text):
        assert isinstance(found, Personal)
        assert 0 <= found.start < found.end <= len(text)
        letters = set(range(found.start, found.end))
        assert not letters & seen
        seen |= letters
