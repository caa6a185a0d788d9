"""The lints: personal data told covered, copied texts, years, figures of translations, habits of Word."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import covered
from guongsang.judge.translations.numbers import figures_in, values_named
from guongsang.text.personal_data import personal_in
from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
ENGLISH = "content/exemplars/2024/noi-01.en.md"
OTHER = "content/exemplars/2024/noi-02.vi.md"
PLAN = "content/plans/2024/noi.vi.md"
PAGE = "content/pages/about.vi.md"
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


def found(ran: Ran, code: str) -> list[dict[str, object]]:
    """Return the findings of a code."""
    return [f for f in json.loads(ran.out)["findings"] if f["code"] == code]


@pytest.fixture
def check(run: Callable[..., Ran]) -> Callable[[Path], Ran]:
    """Judge a site, told in English as JSON."""
    return lambda root: run("--root", root, "--lang", "en", "--today", "2024-12-01", "check", "--format", "json")


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


def test_pages_comments_and_internal_evidence_are_not_asked(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """Official contacts on free pages, remarks and what is never published pass."""
    root = site()
    edit(root, PAGE, "Trang này", "Điện thoại: 024 3825 1234. Trang này")
    edit(root, PROFILE, "Xem thêm", "<!-- 0912 345 678 --> Xem thêm")
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


LONG = (
    "Sáng {0} mọi người đọc tên từng người bệnh rồi ghi lên khay thuốc bằng bút không phai và đặt theo thứ tự giường. "
)


def _profile(root: Path, name: str, body: str, evidence: str, registered: str = "2024-03-12") -> None:
    (root / f"content/exemplars/2024/{name}.vi.md").write_text(
        f"---\ntitle: Việc {name}\nname: Nhóm {name} Thử\ncategory: ward\nunit: noi\nsummary: Tóm tắt.\n"
        f"consent: {{name: [site], story: [site]}}\nprogress: {{registered: {{on: {registered}}}}}\n"
        f"evidence:\n  - {{id: e1, serves: [A-1, NOI-1], {evidence}, on: 2024-03-01}}\n---\n## Cách làm\n\n{body}\n",
        encoding="utf-8",
    )


def test_a_copy_is_told_at_the_later_text_with_the_place_of_the_first(
    site: Callable[..., Path], check: Callable[..., Ran]
) -> None:
    """The text registered later is told, whatever the names of the files; new words around a copy do not hide it."""
    root = site()
    body = "".join(LONG.format(n) for n in ("hai", "ba", "tư", "năm"))
    _profile(
        root, "a-1", body.upper() + " Và thêm một câu riêng của nhóm này thôi.", "text: Một, source: S-1", "2024-03-20"
    )
    _profile(root, "b-1", body, "text: Hai, source: S-2", "2024-03-05")
    (finding,) = found(check(root), "similar-text")
    assert finding["file"] == "content/exemplars/2024/a-1.vi.md"
    assert "content/exemplars/2024/b-1.vi.md (from line 12)" in str(finding["message"])


def test_the_same_achievement_twice(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """The same document with the same figures is told in the second profile; a grade that reads alike is not."""
    root = site()
    measure = "source: BC-09, measure: {before: 20, after: 14, label: Ngày}"
    _profile(root, "a-1", "Một cách làm riêng của nhóm một.", f"text: Rút ngắn thời gian chờ., {measure}")
    _profile(root, "b-1", "Một cách khác của nhóm hai hoàn toàn.", f"text: Bớt ngày phải chờ., {measure}")
    _profile(root, "c-1", "Cách thứ ba.", "text: Xếp loại tốt., source: QĐ-1")
    _profile(root, "d-1", "Cách thứ tư.", "text: Xếp loại tốt., source: QĐ-2")
    (finding,) = found(check(root), "similar-text")
    assert finding["file"] == "content/exemplars/2024/b-1.vi.md" and "a-1.vi.md (line 10)" in str(finding["message"])


def test_years(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """A title of another year, a deadline before the campaign and evidence after it are told; history is not."""
    root = site()
    edit(root, PLAN, "title: Kế hoạch của Khoa Nội", "title: Kế hoạch năm 2023 của Khoa Nội")
    text = "Xong trước ngày 10/6/2023. Theo Quyết định 809/QĐ-UBND ngày 04/4/2019, từ năm 2015."
    (root / PLAN).write_text((root / PLAN).read_text(encoding="utf-8") + text, encoding="utf-8")
    edit(root, PROFILE, "period: 2024-01/2024-02", "on: 2025-02-01")
    told = [(f["file"], f["line"], f["column"]) for f in found(check(root), "year-mismatch")]
    assert told == [(PROFILE, 18, 9), (PLAN, 2, 21), (PLAN, 9, 17)]


def test_figures_compare_by_value() -> None:
    """Thousands, decimals, dates, months, ordinals, Roman numerals and number words of two languages agree."""
    vi = "Ngày 06/6/2022, 1.234,5 kg; quý IV, ba mươi tư bước, 27,5 %, mười hai, 18.500.000 đồng"
    en = "On 6 June 2022, 1,234.5 kg; the fourth quarter, thirty-four steps, 27.5%, twelve, 18.5 million"
    assert {str(f.value) for f in figures_in(vi, "vi")} == {"6", "2022", "1234.5", "27.5", "18500000"}
    assert (
        not {f.value for f in figures_in(en, "en")}
        - values_named(vi, "vi")
        - {f.value for f in figures_in("18.5", "en")}
    )
    assert {34, 12, 4, 6} <= values_named(vi, "vi") & values_named(en, "en")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("from 12 to 6", "from 13 to 6", "13 does not stand in the source, whose 12"),
        ("early 2024", "early 2023", "2023 does not stand in the source, whose 2024"),
        ("See also", "## More\n\nSee also", "headings"),
        ("See also [ward 3](noi-02.vi.md).", "See also ward 3.", "the link noi-02.vi.md of the source"),
    ],
)
def test_a_translation_that_says_something_else(
    site: Callable[..., Path], check: Callable[..., Ran], old: str, new: str, says: str
) -> None:
    """A wrong figure, heading or a lost link is told in the translation with the place in the source."""
    root = site()
    edit(root, ENGLISH, old, new)
    (finding,) = found(check(root), "translation-mismatch")
    assert says in str(finding["message"]) and PROFILE in str(finding["message"]) and finding["file"] == ENGLISH


def test_tone_placement_counts_no_names(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """hòa beside Hoà in a name, and either style alone, pass; both in small letters are told once, at the rarer."""
    root = site()
    edit(root, PAGE, "Trang này", "Ông Phạm Mẫu Hoà giữ hòa khí, khỏe, quý, hoàn, thuở, loài. Trang này")
    assert not found(check(root), "mixed-tone-placement")
    edit(root, PAGE, "Ông Phạm", "Vì thuỷ lợi, ông Phạm")
    (finding,) = found(check(root), "mixed-tone-placement")
    assert (finding["line"], finding["column"]) == (5, 4) and "“thuỷ” and in “hòa”" in str(finding["message"])


def test_habits_spare_real_lists_headings_and_code(site: Callable[..., Path], check: Callable[..., Ran]) -> None:
    """What Markdown makes of it as meant is not told: inner lists, separate lines, code, sentences."""
    root = site()
    lists = "\n\n- Một\n  + Hai\n\n+ Ba\n+ Bốn\n\na) Một mình\n\n"
    good = lists + "**Một câu in đậm.**\n\n```\na) x\nb) y\n```\n\nIV là bốn.\n"
    (root / PAGE).write_text((root / PAGE).read_text(encoding="utf-8") + good, encoding="utf-8")
    ran = check(root)
    assert not found(ran, "office-list") and not found(ran, "office-heading")


@pytest.mark.parametrize(
    ("source", "translation", "differs"),
    [
        ("lúc 14 giờ", "at 2 p.m.", False),
        ("lúc 16:30", "at 4:30 pm", False),
        ("Đại hội XIII", "the 13th Congress", False),
        ("đạt 50%", "reached half", False),
        ("đạt 100%", "all of them", False),
        ("hơn 1.000 hộ", "over a thousand households", False),
        ("dày 0,5 m", "5 m thick", True),
        ("12,5%", "15.2%", True),
        ("lúc 15 giờ", "at 4 p.m.", True),
    ],
)
def test_figures_in_other_forms(
    source: str, translation: str, differs: bool, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Clock times, halves, Roman numerals and round numbers in words are the same figure; another figure is told."""
    root = site()
    edit(root, PROFILE, "Xem thêm", f"Có {source}. Xem thêm")
    edit(root, ENGLISH, "See also", f"With {translation}. See also")
    run("--root", root, "translate", "--confirm", ENGLISH)
    ran = run("--root", root, "--lang", "en", "--today", "2024-12-01", "check", "--format", "json")
    assert bool(found(ran, "translation-mismatch")) == differs
