"""Lines that name a step each stay lines."""

import pytest

from guongsang.read.markdown.engine import Parser
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Bước 1: ghi\nBước 2: dán", "p(Bước 1: ghi br() Bước 2: dán)"),
        ("Bước 1. ghi\ndài\nBước 2. dán", "p(Bước 1. ghi dài br() Bước 2. dán)"),
        ("Điều 1. một\nĐiều 2. hai", "p(Điều 1. một br() Điều 2. hai)"),
        ("Giai đoạn I: một\nGiai đoạn II: hai", "p(Giai đoạn I: một br() Giai đoạn II: hai)"),
        ("Một là, ghi\nHai là, dán", "p(Một là, ghi br() Hai là, dán)"),
        ("Thứ nhất, ghi\nThứ hai, dán", "p(Thứ nhất, ghi br() Thứ hai, dán)"),
        ("Step 1: write\nStep 2: stick", "p(Step 1: write br() Step 2: stick)"),
        ("**Bước 1:** ghi\n**Bước 2:** dán", "p(strong(Bước 1:) ghi br() strong(Bước 2:) dán)"),
        ("**1. Ghi**\n**2. Dán**", "p(strong(1. Ghi) br() strong(2. Dán))"),
        ("> Bước 1: ghi\n> Bước 2: dán", "blockquote(p(Bước 1: ghi br() Bước 2: dán))"),
        ("- x\n  Bước 1: ghi\n  Bước 2: dán", "ul(li(x Bước 1: ghi br() Bước 2: dán))"),
        ("Điều 1: x\n- a\n- b\nĐiều 2: y\n- c", "p(Điều 1: x) ul(li(a) li(b)) p(Điều 2: y) ul(li(c))"),
        ("theo\nĐiều 5. x\ncủa luật", "p(theo Điều 5. x của luật)"),
        ("Điều 5. x\nĐiều 7. y", "p(Điều 5. x Điều 7. y)"),
        ("Bước 1: ghi\n\nBước 2: dán", "p(Bước 1: ghi) p(Bước 2: dán)"),
        ("Năm 2021: một\nNăm 2022: hai", "p(Năm 2021: một Năm 2022: hai)"),
    ],
)
def test_a_step_that_follows_another_begins_a_line(text: str, tree: str) -> None:
    """Numbers, Roman ones and words count; a number that follows none is text that was broken there."""
    assert " ".join(outline(PARSER.parse(text)).split()) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Họ tên: Lê Thử Mai\nChức vụ: Điều dưỡng", "p(Họ tên: Lê Thử Mai br() Chức vụ: Điều dưỡng)"),
        ("Thời gian: 8 giờ\nĐịa điểm: A\nChủ trì: B", "p(Thời gian: 8 giờ br() Địa điểm: A br() Chủ trì: B)"),
        ("**Họ tên:** A\n**Đơn vị:** B", "p(strong(Họ tên:) A br() strong(Đơn vị:) B)"),
        ("**Họ tên**: A\n**Đơn vị**: B", "p(strong(Họ tên) : A br() strong(Đơn vị) : B)"),
        ("Full name: A\nPosition: B", "p(Full name: A br() Position: B)"),
        ("> Họ tên: A\n> Đơn vị: B", "blockquote(p(Họ tên: A br() Đơn vị: B))"),
        ("- Họ tên: A\n  Đơn vị: B", "ul(li(Họ tên: A br() Đơn vị: B))"),
        ("- Họ tên: A\n- Đơn vị: B", "ul(li(Họ tên: A) li(Đơn vị: B))"),
        ("Họ tên: A\nlà người ở đây\nĐơn vị: B", "p(Họ tên: A là người ở đây Đơn vị: B)"),
        ("Chị nói thế này: a\nrồi: b", "p(Chị nói thế này: a rồi: b)"),
        ("Họ tên: A\nĐơn vị:", "p(Họ tên: A Đơn vị:)"),
        ("Xem: a\nhttps://mau.example", "p(Xem: a a(https://mau.example))"),
    ],
)
def test_lines_of_a_label_and_its_value_stay_lines(text: str, tree: str) -> None:
    """Where every line of the paragraph is one."""
    assert " ".join(outline(PARSER.parse(text)).split()) == tree
