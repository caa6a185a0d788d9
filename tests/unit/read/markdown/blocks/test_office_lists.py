"""Lists with the marks of offices: letters, numbers in brackets, bullets of Word, hyphens without a blank."""

import pytest

from guongsang.read.markdown.blocks.markers import marker_at
from guongsang.read.markdown.blocks.reader import read_blocks
from guongsang.read.markdown.engine import Parser
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1) một\n2) hai", "ol(li[1)](một) li[2)](hai))"),
        ("(1) một\n(2) hai", "ol(li[(1)](một) li[(2)](hai))"),
        ("1/ một\n2/ hai", "ol(li[1/](một) li[2/](hai))"),
        ("a) một\nb) hai", "ol(li[a)](một) li[b)](hai))"),
        ("d) bốn\nđ) năm\ne) sáu", "ol(li[d)](bốn) li[đ)](năm) li[e)](sáu))"),
        ("A. một\nB. hai", "ol(li[A.](một) li[B.](hai))"),
        ("i) một\nii) hai\niii) ba\niv) bốn", "ol(li[i)](một) li[ii)](hai) li[iii)](ba) li[iv)](bốn))"),
        ("(a) một\n(b) hai", "ol(li[(a)](một) li[(b)](hai))"),
        ("1.1. một\n1.2. hai", "ol(li[1.1.](một) li[1.2.](hai))"),
        ("1.1 một\n1.2 hai", "ol(li[1.1](một) li[1.2](hai))"),
        ("1.Một\n2.Hai", "ol(li(Một) li(Hai))"),
        ("-một\n-hai", "ul(li(một) li(hai))"),
        ("- một\n-hai", "ul(li(một) li(hai))"),
        ("+một\n+hai", "ul(li(một) li(hai))"),
        ("– một\n– hai", "ul(li(một) li(hai))"),
        ("•\tmột\n•\thai", "ul(li(một) li(hai))"),
        ("•một", "ul(li(một))"),
        ("● một\n○ con\n● hai", "ul(li(một ul(li(con))) li(hai))"),
        ("1- một\n2- hai", "ol(li[1-](một) li[2-](hai))"),
        ("1 - một\n2 - hai", "ol(li[1 -](một) li[2 -](hai))"),
        ("1: một\n2: hai", "ol(li[1:](một) li[2:](hai))"),
        ("a/ một\nb/ hai", "ol(li[a/](một) li[b/](hai))"),
        ("I/ một\nII/ hai", "ol(li[I/](một) li[II/](hai))"),
        ("[1] một\n[2] hai", "ol(li[[1]](một) li[[2]](hai))"),
        ("*một\n*hai", "ul(li(một) li(hai))"),
        ("– một\n— hai", "ul(li(một) li(hai))"),
        ("- một\n– hai", "ul(li(một) li(hai))"),
        ("- một\n– hai\n- ba", "ul(li(một) li(hai) li(ba))"),
        ("✓ một\n✗ hai", "ul(li[✓](một) li[✗](hai))"),
        ("1️⃣ một\n2️⃣ hai", "ul(li[1️⃣](một) li[2️⃣](hai))"),
        ("① một\n② hai", "ul(li[①](một) li[②](hai))"),
        ("📌 một\n🕒 hai", "ul(li[📌](một) li[🕒](hai))"),
        ("➢ một\n➢ hai", "ul(li(một) li(hai))"),
        ("Gồm:\n► một\n► hai", "p(Gồm:) ul(li(một) li(hai))"),
        ("=> một\n=> hai", "ul(li(một) li(hai))"),
        ("-> một\n-> hai", "ul(li(một) li(hai))"),
        ("» một\n» hai", "ul(li(một) li(hai))"),
        ("🔹một\n🔹hai", "ul(li(một) li(hai))"),
        ("•\tmột\n\to\tx\n\to\ty\n•\thai", "ul(li(một ul(li(x) li(y))) li(hai))"),
        ("•\tmột\no\tx\n•\thai", "ul(li(một ul(li(x))) li(hai))"),
        ("§\tmột\n§\thai", "ul(li(một) li(hai))"),
        ("\xa0- một\n\xa0- hai", "ul(li(một) li(hai))"),
        ("-\xa0một\n-\xa0hai", "ul(li(một) li(hai))"),
        ("1.\xa0một\n2.\u2003hai", "ol(li(một) li(hai))"),
        ("1.1. một\n1.1.1. x\n1.2. hai", "ol(li[1.1.](một ol(li[1.1.1.](x))) li[1.2.](hai))"),
        ("1. một\n1.1. x\n1.1.1. y\n2. hai", "ol(li(một ol(li[1.1.](x ol(li[1.1.1.](y))))) li(hai))"),
        ("a) một\n\nb) hai", "ol(li[a)](p(một)) li[b)](p(hai)))"),
        ("a) một dòng\ndài quá\nb) hai", "ol(li[a)](một dòng dài quá) li[b)](hai))"),
        ("a) một\n- x\n- y\nb) hai", "ol(li[a)](một ul(li(x) li(y))) li[b)](hai))"),
        ("Gồm:\na) một", "p(Gồm:) ol(li[a)](một))"),
        ("Gồm:\n-một", "p(Gồm:) ul(li(một))"),
        ("Nhóm có\na) một\nb) hai", "p(Nhóm có) ol(li[a)](một) li[b)](hai))"),
        ("> a) một\n> b) hai", "blockquote(ol(li[a)](một) li[b)](hai)))"),
        ("- x\n  a) một\n  b) hai", "ul(li(x ol(li[a)](một) li[b)](hai))))"),
    ],
)
def test_marks_of_offices_make_lists_in_a_row(text: str, tree: str) -> None:
    """What counts otherwise than 1. 2. 3. is shown as it was typed."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    "text",
    [
        "A. Nguyễn Thử đã kể.",
        "a) một",
        "-5 độ C",
        "I. ĐẶC ĐIỂM TÌNH HÌNH\n\nII. KẾT QUẢ",
        "A. PHẦN MỘT\nB. PHẦN HAI",
        "1/6 là ngày của trẻ em\n2/9 là ngày nghỉ",
        "1.5 triệu đồng",
        "+84 là mã nước",
        "*một* và *hai*",
        "(1) Theo báo cáo",
        "– Anh đi đâu đấy?",
        "a)một\nb)hai",
        "20.11.2022 là ngày lễ\n20.12.2022 cũng vậy",
        "-- gạch đôi",
        "1986. Năm ấy mưa to.",
        "12. 5. 2022 là ngày họp.",
        "12. 5. 2022 họp\n13. 5. 2022 họp nữa",
        "*Ghi chú ở cuối bảng",
        "*một* và hai\n*ba* và bốn",
        "→ kết luận là thế",
        "=> kết luận là thế",
        "✓ một dòng",
        "10: 30 phút",
        "5 - 7 ngày",
        "số o lớn\no nhỏ",
    ],
)
def test_what_stands_alone_is_text(text: str) -> None:
    """A mark of offices without a next one may be a name, a date, a figure or a line of a dialogue."""
    assert "li(" not in outline(PARSER.parse(text)).replace("li[", "li(")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("-một", ["-"]),
        ("Nhóm có\n-một người", ["-"]),
        ("Nhóm có\na) một", ["a)"]),
        ("Nhóm có từ năm\n1986. Năm ấy mưa to.", []),
        ("Họp ngày\n12. 5. 2022 tại phòng", []),
        ("Mưa to\n→ kết luận", []),
        ("Nhóm có\n2. hai", ["2."]),
        ("Nhóm có\n-", ["-"]),
        ("Ông\nA. Tuấn", []),
        ("Gồm:\n-một", []),
        ("-một\n-hai", []),
        ("a) một", []),
        ("- một\n-", []),
    ],
)
def test_a_mark_that_makes_no_list_is_known(text: str, marks: list[str]) -> None:
    """Where it runs on behind text, or lacks its blank."""
    assert [text[start:end] for start, end in read_blocks(text).loose_marks] == marks


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("1.", "2.", True),
        ("d)", "đ)", True),
        ("d)", "e)", True),
        ("e)", "g)", True),
        ("e)", "f)", True),
        ("ii)", "iii)", True),
        ("h)", "i)", True),
        ("1.1.", "1.2.", True),
        ("1.2.", "2.3.", False),
        ("a)", "c)", False),
        ("1.", "2)", False),
        ("-", "-", False),
    ],
)
def test_the_next_mark_is_known_in_each_alphabet(before: str, after: str, follows: bool) -> None:
    """Letters count in the Latin and the Vietnamese alphabet and as Roman numbers."""
    first, second = marker_at(f"{before} x", 0), marker_at(f"{after} x", 0)
    assert first is not None and second is not None
    assert second.follows(first) is follows
