"""What prints badly is told as information, once for each kind."""

from pathlib import Path

import pytest

from unit.support import changed, told

PAGE = "content/pages/about.vi.md"
PROFILE = "content/exemplars/2024/noi-01.vi.md"
CODES = ("left-open", "typing-slip")


def page(root: Path, text: str, title: str = "Một") -> list[tuple[str, str]]:
    """Return what is told of typing in a page."""
    return [one for one in told(root, {PAGE: f"---\ntitle: {title}\n---\n{text}\n"}) if one[0] in CODES]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phòng có …………… người.", ["……………"]),
        ("Phòng có ....... người.", ["......."]),
        ("Họ tên: ________", ["________"]),
        ("Do [điền tên] làm.", ["[điền tên]"]),
        ("Do [Ghi rõ họ tên…] làm.", ["[Ghi rõ họ tên…]"]),
        ("By [fill in the name].", ["[fill in the name]"]),
        ("Còn nữa… và ... thôi. “[…]” [nhập kho](noi.vi.md)", []),
        ("`………` <!-- ……… -->", []),
        ("a\n\n____\n\nb", []),
    ],
)
def test_places_that_are_left_open(tmp_path: Path, text: str, found: list[str]) -> None:
    """Rows of dots and lines, and reminders in brackets; not what is left out of a quotation, rules, code."""
    assert [shown for code, shown in page(tmp_path, text) if code == "left-open"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("một , hai", [" ,"]),
        ("một .", [" ."]),
        ("một,hai", [","]),
        ("một.. Hai", [".."]),
        ("một,, hai", [",,"]),
        ("một , hai , ba", [" ,"]),
        ("1,5 triệu, 10.000 đồng; TP.HCM... hết", []),
        ("https://a.example/b,c và a,b@c.example `x,y`", []),
        ("[một](a,b.md)", []),
        ("Một: hai; ba! Bốn?", []),
    ],
)
def test_loose_punctuation(tmp_path: Path, text: str, found: list[str]) -> None:
    """Once for each kind; figures, addresses and code are left."""
    assert [shown for code, shown in page(tmp_path, text) if code == "typing-slip"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**đậm **chữ", ["**đậm **"]),
        ("Có ** hai chữ** ở đây", ["** hai chữ**"]),
        ("** đậm **", ["** đậm **"]),
        ("(**đậm\xa0**) rồi", ["**đậm\xa0**"]),
        ("- ** một: ** ghi", ["** một: **"]),
        ("**một** và **hai** rồi **ba**", []),
        ("5 ngày** và 6 ngày** làm việc", []),
        ("`** x **` và 2 ** 3", []),
        ("** một dấu thôi", []),
    ],
)
def test_stars_with_a_blank_inside(tmp_path: Path, text: str, found: list[str]) -> None:
    """They are shown, so the words are not bold; two marks of notes are no pair."""
    assert [shown for code, shown in page(tmp_path, text) if code == "typing-slip"] == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("giới thiệu", True),
        ("GIỚI THIỆU VỀ ĐƠN VỊ", True),
        ("Gioi thieu ve don vi", True),
        ("Giới thiệu về đơn vị", False),
        ("Logo", False),
        ("5S", False),
        ("QLXD", False),
        ("Email", False),
    ],
)
def test_titles_without_capitals_or_marks(tmp_path: Path, title: str, found: bool) -> None:
    """Short ones in capitals may be abbreviations."""
    assert bool(page(tmp_path, "Chữ.", title)) is found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("lê thử mai", True),
        ("Le Thu Mai", True),
        ("Nguyen Mai", True),
        ("Đội Mẫu", False),
        ("Mai Lan", False),
        ("Kim Anh", False),
        ("LÊ THỬ MAI", False),
    ],
)
def test_names_without_capitals_or_marks(tmp_path: Path, name: str, found: bool) -> None:
    """A name whose words can all do without marks is let pass."""
    site = changed(PROFILE, ("name: Lê Thử Mai", f"name: {name}"))
    assert (("typing-slip", name) in told(tmp_path, site)) is found
