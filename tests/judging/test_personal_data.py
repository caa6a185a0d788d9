"""Personal data: found in every common form, covered wherever it is told, and not seen in other figures and words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import covered
from guongsang.text.personal_data.search import personal_in
from support.good import ABOUT as PAGE
from support.good import P1 as PROFILE
from support.good import P1_EN as ENGLISH
from support.program import Ran, found
from support.site import edit

FINGERPRINT = "cf66dedfd190"
PERSONAL = """0912 345 678
0912.345.678
0912-345-678
(0912) 345 678
+84 912 345 678
+84912345678
84912345678
(+84) 912.345.678
0084 912 345 678
024 3825 1234
(024) 38251234
01689 123 456
+33 6 12 34 56 78
+1 (555) 123-4567
CCCD 001085012345
001 085 012 345
CMND số 123456789
căn cước: 012 345 678
ông Mẫu sinh ngày 04/5/1980
chị Mẫu sinh năm 1985
nhà số 7 đường Thử
địa chỉ nhà: 12 đường Mẫu, phường Thử
thường trú tại thôn Mẫu
vợ là bà Trần Mẫu Lan
con gái Nguyễn Thử Na
Bà Lan mắc bệnh tiểu đường
đảng viên hoàn thành xuất sắc nhiệm vụ
mau.thu@gmail.com
lives at 12 Sample Street
born on 12/5/1980
84-912-345-678
CCCD 079-123-456-789
CMT 271234567
căn cước 079 1234 56789
born 12 March 1985
date of birth: 1985-03-12
địa chỉ nhà riêng: 12/5 đường Mẫu
sống tại số 12 đường Thử Mẫu
con gái đầu là Nguyễn Thử Na
vợ: Trần Thử Hoa
vợ (Trần Thử Hoa)
chị bị ung thư
bản lĩnh chính trị vững vàng
DOB 12/03/1985""".split("\n")
NOT_PERSONAL = """809/QĐ-UBND ngày 04/4/2019
0123456789/QĐ-UBND
0123456789/2022/QĐ
18.500.000 đồng
84.912.345.678 đồng
185000000 đồng
+118.500.000 VND
ngày 09-10-2022 15 người
09.10.2022 12 người
https://mau.example/0912345678?x=0912345678
[ảnh](a-0912345678.jpg)
1.234.567.890 m2
2018, 2019, 2020, 2021
học sinh ngày 5/9/2022
phát sinh năm 1998
Hố ga có số nhà
gắn số nhà 12 cho từng hố ga
mẹ Việt Nam anh hùng
người bệnh bị đột quỵ được cấp cứu
hoàn thành xuất sắc nhiệm vụ
hoi@benhvienmau.example
từ 20 xuống 14 ngày (01 - 5/2022, n = 212)
000.00.01.H33-220531-0001
ISBN 978-604-1-23456-7
10:00 - 11:30, 27,5 %, 34 bước
tổng đài 1900 1234
2022/0345671234
khai sinh 12/3/2020
giấy khai sinh năm 1999
Anh Mẫu giúp người bị đột quỵ
các anh bị tai biến nặng
người dân sống tại khu phố 3
living in 12 provinces""".split("\n")


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_found(text: str) -> None:
    """Every common form is found, inside a sentence too, and covered in what is told."""
    sentence = f"Muốn hỏi thêm: {text}."
    stretches = [sentence[p.start : p.end] for p in personal_in(sentence)]
    assert stretches and all("•" in covered(s) and len(covered(s)) == len(s) for s in stretches)


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_documents_money_dates_and_places_are_no_personal_data(text: str) -> None:
    """Numbers of documents, money, dates, measures, addresses of the web and general talk pass."""
    assert not list(personal_in(text)) and not list(personal_in(f"Số liệu: {text}; hết."))


_MONEY = st.integers(1, 10**12).map(lambda n: f"{n:,}".replace(",", ".") + " đồng")
_DATE = st.dates().map(lambda d: d.strftime("%d/%m/%Y"))
_ISO = st.dates().map(lambda d: d.isoformat())
_NUMBER = st.tuples(st.integers(1, 9999), st.sampled_from(["QĐ-UBND", "BC-SXD", "KH"])).map(lambda p: f"{p[0]}/{p[1]}")
_MEASURE = st.integers(1, 99999999).map(lambda n: f"{n} hồ sơ")
_PERCENT = st.decimals(0, 100, places=1).map(lambda d: str(d).replace(".", ",") + "%")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_MONEY, _DATE, _ISO, _NUMBER, _MEASURE, _PERCENT), max_size=8))
def test_random_figures_never_fire(figures: list[str]) -> None:
    """Money, dates, document numbers and measures in any row are no personal data."""
    assert not list(personal_in("Có " + ", ".join(figures) + "."))


def test_personal_data_is_covered_everywhere(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Neither message nor excerpt nor repair, in any form, of this or another finding, repeats the number."""
    root = site()
    edit(root, PROFILE, "Xem thêm", "Gọi <b>chị Mai</b>: 0912 345 678. Xem thêm")
    edit(root, ENGLISH, f"translates: {FINGERPRINT}\n", "")
    edit(root, ENGLISH, "See also", "Call 0912 345 678 in 1987. See also")
    edit(root, PROFILE, "unit: noi", "unit: noi 0912 345 678\u200b ")
    for form in ("text", "json", "sarif", "github"):
        ran = run("--root", root, "--today", "2024-12-01", "check", "--format", form)
        assert ran.status == 1 and "0912 345 678" not in ran.out and "0912 ••• 678" in ran.out
    for words in (("fix",), ("explain", PROFILE), ("build", "--no-print")):
        ran = run("--root", root, *words)
        assert "0912 ••• 678" in ran.out and "0912 345 678" not in ran.out + ran.err
    ran = run("--root", root, "--lang", "en", "check")
    assert "[unsafe-html]" in ran.out and "the figure 1987" in ran.out


def test_personal_data_in_front_matter_has_its_place(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A number in a word of a source or a translation is told at its place; digits alone are a document's."""
    root = site()
    edit(root, PROFILE, "lessons: [Ghi", "lessons: [Gọi 0912345678 rồi ghi")
    edit(root, PROFILE, "source: BC-02/NOI", "source: 0345671234")
    edit(root, ENGLISH, "lessons: [Write", "lessons: [Call 0912345678 and write")
    places = [(f["file"], f["line"], f["column"]) for f in found(check(root), "personal-data")]
    assert places == [(ENGLISH, 7, 16), (PROFILE, 26, 15)]


def test_pages_contacts_in_comments_and_internal_evidence_are_not_asked(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """Official contacts on free pages and in remarks, and what is never published, pass."""
    root = site()
    edit(root, PAGE, "Trang này", "Điện thoại: 024 3825 1234. Trang này")
    edit(root, PROFILE, "Xem thêm", "<!-- ĐT khoa 024 3825 1234, hotline 0912 345 678 --> Xem thêm")
    edit(root, PROFILE, "text: Xếp loại tốt hai năm liền.", "text: Xếp loại tốt, gọi 0912 345 678.")
    assert not found(check(root), "personal-data")


def test_personal_data_can_be_allowed_with_a_reason(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """Where it must stand, it is information with the reason, still covered."""
    root = site()
    edit(root, PROFILE, "sample: true", "allow: [{code: personal-data, reason: Số trực của khoa}]\nsample: true")
    edit(root, PROFILE, "Xem thêm", "Gọi 0912 345 678. Xem thêm")
    (finding,) = found(check(root), "personal-data")
    assert finding["severity"] == "info" and "Số trực của khoa" in str(finding["message"])
    assert "0912 345 678" not in str(finding["message"])
