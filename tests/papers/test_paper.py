"""Papers as files: what stands in them, what a reader's software is told, and that nothing in a text can harm them."""

import os
import re
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.render.typst import fonts, printers
from guongsang.render.typst.pdf_packing import packed
from guongsang.render.typst.unbreakable import unbreakable_phrases
from support.pdf import assert_conforms, bookmarks, lines_of, page_count, plain_objects, text_of
from support.sheets import ISSUED, PICTURES, printed, sheet_of, templates
from support.site import PROJECT

NOT_PRINTED = {"tag", "lang", "id", "photo", "photo_alt", "src", "alt", "href", "align", "url", "qr"}
HOSTILE = '#import "x" $x$ @y \\ * `a` <label> ```b``` #panic("no") // c /* d */ ~ -- --- ... \'s\' [z] _u_ = h - l + n'
LONG_WORD = "nghiêng" * 43
SMALL = {
    "lang": "vi",
    "programme": "Gương Sáng",
    "issue": {"title": "Bản tin", "number": "Số 1", "date": "Tháng 6", "licence": "Lưu hành nội bộ"},
    "articles": [{"id": "a-01", "title": "Một bài"}],
}


def with_body(*nodes: object) -> dict[str, Any]:
    """Return the smallest sheet, its one article bearing a body of `nodes`."""
    sheet = deepcopy(SMALL)
    sheet["articles"][0]["body"] = list(nodes)
    return sheet


def strings_in(value: object) -> Iterator[str]:
    """Yield every string of a sheet that stands on the page."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_PRINTED:
                yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def replaced(value: Any, text: str) -> Any:
    """Return a sheet in which every string that stands on the page is `text`."""
    if isinstance(value, dict):
        return {key: inner if key in NOT_PRINTED else replaced(inner, text) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, text) for inner in value]
    return text if isinstance(value, str) else value


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_paper_conforms_to_both_standards(lang: str) -> None:
    """One file is PDF/UA-1 and PDF/A-2a; the number of pages is that of the last look at them."""
    assert_conforms(printed(sheet_of(lang)), pages={"vi": 8, "en": 6}[lang])


@pytest.mark.parametrize("layout", ["poster", "yearbook"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_layout_sets_the_same_sheet(lang: str, layout: str) -> None:
    """Whatever a bulletin may be set by conforms, from a full sheet, the smallest, and one of empty strings."""
    assert_conforms(printed(sheet_of(lang), layout))
    if lang == "vi":
        empty = replaced(sheet_of("vi"), "")
        empty["issue"]["title"] = "Bản tin"
        assert_conforms(printed(SMALL, layout))
        assert_conforms(printed(empty, layout))
        assert_conforms(printed(replaced(sheet_of("vi"), HOSTILE), layout))
        assert_conforms(printed(replaced(sheet_of("vi"), LONG_WORD), layout))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_word_can_be_found(lang: str) -> None:
    """Each string of the sheet stands in the text of the PDF, whole and with its Vietnamese letters."""
    sheet = sheet_of(lang)
    found = text_of(printed(sheet))
    if lang == "en":
        del sheet["labels"]["adopted"], sheet["labels"]["recognised"]
    missing = [text for text in strings_in(sheet) if "".join(text.split()) not in found]
    assert missing == []


def test_an_article_stands_in_its_own_language() -> None:
    """The file says its language and title; what is in another language says so."""
    pdf = printed(sheet_of("en"))
    assert b"/Lang(en)/StructTreeRoot" in pdf
    assert b"/Lang(vi)" in plain_objects(pdf)
    assert b'<rdf:li xml:lang="x-default">G\xc6\xb0\xc6\xa1ng S\xc3\xa1ng Bulletin, No. 3</rdf:li>' in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_bookmarks_are_the_headings() -> None:
    """Articles and the headings within them are bookmarks; a skipped level is closed up, not refused."""
    found = bookmarks(printed(sheet_of("vi")))
    wanted = [
        "Trong số này",
        "Lời ngỏ",
        "Bối cảnh",
        "Cách làm từng bước",
        "Bài học",
        "Đơn vị đã làm theo",
        "Bản đồ một trang",
    ]
    assert set(wanted) <= set(found)


def test_same_sheet_gives_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the name of the temporary folder nor the working folder leaves a trace in the file."""
    first = printed(sheet_of("vi"))
    other = tmp_path / "Thư mục tạm"
    other.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(other))
    assert printed(sheet_of("vi")) == first
    script = "import sys; sys.path[:0] = sys.argv[1:]; from support.sheets import printed, sheet_of; "
    script += "sys.stdout.buffer.write(printed(sheet_of('vi')))"
    command = [sys.executable, "-c", script, str(PROJECT), str(PROJECT / "tests")]
    run = subprocess.run(
        command, capture_output=True, check=True, cwd=other, env={**os.environ, "TZ": "Asia/Ho_Chi_Minh"}
    )
    assert run.stdout == first
    assert list(other.iterdir()) == []


@pytest.mark.parametrize("layout", ["newsletter", "yearbook"])
def test_a_page_takes_fifteen_kilobytes_at_most(layout: str) -> None:
    """Photos come on top; a poster of one page is no measure, as it carries its letters alone."""
    pdf = printed(sheet_of("vi"), layout)
    assert (len(pdf) - sum(map(len, PICTURES.values()))) / page_count(pdf) <= 15_000


@given(
    st.sampled_from(["", "1 0 obj\n<<>>\n", "2 0 obj\n<<>>\nendobj\n", "1 0 obj<<>>endobj\n"]),
    st.sampled_from(["", "0000000009 00000 n\r\n", "0000000003 00000 n\r\n"]),
    st.integers(0, 2),
)
def test_a_file_of_another_shape_is_not_packed(objects: str, rows: str, count: int) -> None:
    """What the printer of another version writes is given as it is, rather than broken."""
    start = f"%PDF-1.7\n{objects}"
    table = f"xref\n0 {count}\n{rows}trailer\n<</Size {count}>>\nstartxref\n{len(start)}\n%%EOF"
    pdf = f"{start}{table}".encode()
    assert packed(pdf) == pdf


def test_a_printer_carries_nothing_from_paper_to_paper() -> None:
    """The same sheet gives the same bytes after another paper with other pictures, and after one that failed."""
    pool = printers.TypstPool(templates())
    other = (PROJECT / "content/exemplars/2022/qlxd-01.jpg").read_bytes()
    first = pool.print("newsletter", sheet_of("vi"), PICTURES, ISSUED)
    changed = pool.print("newsletter", sheet_of("vi"), {"chan-dung.png": other}, ISSUED)
    pool.print("poster", SMALL, {}, ISSUED)
    with pytest.raises(printers.PaperError):
        pool.print("newsletter", with_body("😀"), {}, ISSUED)
    assert pool.print("newsletter", sheet_of("vi"), PICTURES, ISSUED) == first != changed


def test_numbers_stay_with_their_words() -> None:
    """No line ends between a number and the short word before it, nor before a hyphen, a percent sign or the name."""
    text = " ".join(
        f"{'mẫu ' * (n % 7)}ngày {n} tăng {n} % - theo Gương Sáng, văn bản số {n}/QĐ-UBND." for n in range(90)
    )
    lines = [
        line.strip()
        for line in lines_of(printed(with_body({"tag": "p", "children": [text]})))
        if "UBND" in line or "%" in line
    ]
    assert len(lines) > 40
    assert [line for line in lines if re.search(r"(ngày|tăng|số|Gương)$|^(\d|%|-|Sáng)", line)] == []


def test_the_number_of_a_document_stays_whole() -> None:
    """After a colon too, where no word leads it: no line ends at its hyphen."""
    text = " ".join(f"{'mẫu ' * (n % 7)}Nguồn: {n}/BC-QLXD." for n in range(10, 90))
    lines = [line.strip() for line in lines_of(printed(with_body({"tag": "p", "children": [text]}))) if "BC" in line]
    assert len(lines) > 20
    assert [line for line in lines if line.endswith("-")] == []


@given(st.text("aẵ \n%-–0129/ngàySáng\u0303\u200d", max_size=120), st.sampled_from(["", "Sá ng", "ngày"]))
def test_parts_of_a_text_are_the_whole_text(text: str, name: str) -> None:
    """What is kept together and what is between are all of a text, blanks made one."""
    parts = unbreakable_phrases({"programme": name, "title": text}).get(text, [text])
    assert "".join(p if isinstance(p, str) else p[0] for p in parts) == re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("results", [0, 1, 2, 4])
@pytest.mark.parametrize("paragraphs", [1, 3, 6, 8])
def test_a_story_in_the_yearbook_takes_two_pages_at_most(paragraphs: int, results: int) -> None:
    """Whether its text is a few lines or five thousand letters, with results or without."""
    sheet = with_body(
        *[{"tag": "p", "children": ["Mỗi bước một tờ giấy, mỗi tờ giấy một dòng chữ. " * 13]}] * paragraphs
    )
    sheet["articles"][0]["measures"] = [
        {
            "label": "Số bước của một hồ sơ",
            "unit": "bước",
            "before": "34",
            "before_value": 34,
            "after": "25",
            "after_value": 25,
        }
    ] * results
    around = page_count(printed(SMALL, "yearbook")) - 1
    assert page_count(printed(sheet, "yearbook")) - around <= 2


@pytest.mark.parametrize(("sentences", "paragraphs"), [(6, 20), (8, 17), (9, 20), (11, 12), (11, 20), (12, 11)])
def test_no_story_ends_with_a_page_of_a_few_lines(sentences: int, paragraphs: int) -> None:
    """Where a text is longer than two pages, it is set smaller rather than leave a line or two to its last."""
    told = "Mỗi bước một tờ giấy, mỗi tờ giấy một dòng chữ. " * sentences
    pdf = printed(with_body(*[{"tag": "p", "children": [told]}] * paragraphs), "yearbook")
    pages = "\n".join(lines_of(pdf)).split("\f")
    lines = [count for text in pages if (count := sum("tờ giấy" in line for line in text.splitlines()))]
    assert lines[-1] > 6


def test_a_quotation_fills_a_second_page_that_would_be_thin() -> None:
    """It leaves the side column of the first page only where the second has room, and stands once either way."""
    measures = [{"label": "Số bước", "before": "34", "before_value": 34, "after": "25", "after_value": 25}]
    stands = []
    for paragraphs in range(3, 9):
        sheet = with_body(
            *[{"tag": "p", "children": ["Mỗi bước một tờ giấy, mỗi tờ giấy một dòng. " * 13]}] * paragraphs
        )
        sheet["articles"][0] |= {"measures": measures, "quote": {"text": "Nay chỉ hỏi một lần.", "by": "Bà Thử"}}
        pdf = printed(sheet, "yearbook")
        run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        pages = [text for text in run.stdout.decode().split("\f") if "mỗi tờ giấy" in text or "Số bước" in text]
        assert sum(" ".join(text.split()).count("chỉ hỏi một lần.") for text in pages) == 1
        stands.append(next(n for n, text in enumerate(pages) if "hỏi một lần." in " ".join(text.split())))
    assert stands[0] == 0 and 1 in stands and stands[-1] == 0


def test_code_in_a_text_is_printed_as_it_stands() -> None:
    """Signs that mean something to Typst mean nothing in a text, wherever it stands."""
    pdf = printed(replaced(sheet_of("vi"), HOSTILE))
    assert_conforms(pdf)
    assert text_of(pdf).count("".join(HOSTILE.split())) > 30


def test_a_word_too_long_for_its_line_is_broken() -> None:
    """A word of three hundred letters stops nothing and loses no letter."""
    pdf = printed(replaced(sheet_of("en"), LONG_WORD))
    assert_conforms(pdf)
    assert LONG_WORD in text_of(printed(with_body({"tag": "p", "children": [LONG_WORD]})))


def test_nothing_but_the_essential_is_needed() -> None:
    """One article of a title alone makes a bulletin, and so does a sheet of empty strings."""
    assert_conforms(printed(SMALL), pages=4)
    empty = replaced(sheet_of("vi"), "")
    empty["issue"]["title"] = "Bản tin"
    assert_conforms(printed(empty))


def test_fifty_units_make_three_streets() -> None:
    """Each unit is named, however many there are."""
    units = [{"id": f"u{number}", "unit": f"Trung tâm thử số {number}", "lit": number % 9} for number in range(50)]
    pdf = printed({**SMALL, "street": units, "programme": "Gương điển hình tiên tiến của một cơ quan có tên rất dài"})
    assert_conforms(pdf)
    text = text_of(pdf)
    assert all(f"Trungtâmthửsố{number}" in text for number in range(50))


def test_a_long_story_runs_over() -> None:
    """Text that does not fit goes on to further pages, and its last word is printed."""
    story = [{"tag": "p", "children": ["Mỗi bước một tờ giấy. " * 60, f"Đoạn {number}."]} for number in range(12)]
    sheet = with_body(*story)
    sheet["articles"][0]["measures"] = [
        {"label": "Số bước", "before": "34", "before_value": 34, "after": "25", "after_value": 25}
    ] * 4
    pdf = printed(sheet)
    assert_conforms(pdf)
    assert page.validate_pdf_bytes(pdf, profile="ua1").document.page_count > 5
    assert "Đoạn11." in text_of(pdf)


ODD_BODIES: list[list[object]] = [
    [{"tag": "h5", "children": ["a"]}, {"tag": "h2", "children": ["b"]}, {"tag": "h6", "children": ["c"]}],
    [{"tag": "h2", "children": []}, {"tag": "p", "children": []}, {"tag": "ul", "children": []}, {"tag": "pre"}, "  "],
    [{"tag": "ol", "start": None, "children": [{"tag": "li"}]}, {"tag": "table"}, {"tag": "note", "children": []}],
    [
        {
            "tag": "table",
            "children": [{"tag": "tbody", "children": [{"tag": "tr", "children": [{"tag": "td", "children": ["x"]}]}]}],
        }
    ],
    [
        {"tag": "a", "href": "javascript:alert(1)", "children": ["x"]},
        {"tag": "a", "href": "https://songmau.example", "children": []},
    ],
    [
        {"tag": "blockquote", "children": [{"tag": "h2", "children": ["x"]}]},
        {"tag": "span", "lang": "no such", "children": ["x"]},
    ],
    [{"tag": "p", "children": ["a", {"tag": "ul", "children": [{"tag": "li", "children": ["b"]}]}]}],
    [{"tag": "img", "src": "chan-dung.png", "alt": ""}, {"tag": "code", "children": ["`x`"]}],
]


@pytest.mark.parametrize("layout", ["newsletter", "yearbook"])
@pytest.mark.parametrize("body", ODD_BODIES)
def test_odd_bodies_are_printed(body: list[object], layout: str) -> None:
    """What Markdown can bring forth in odd cases is printed, and conforms."""
    assert_conforms(printed(with_body(*body), layout))


@pytest.mark.parametrize("wrap", [lambda node: node, lambda node: {"tag": "p", "children": ["a", node]}])
def test_unknown_node_is_named(wrap: Any) -> None:
    """A node without a print rule is an error that names it, never skipped."""
    with pytest.raises(printers.PaperError, match=r"^unknown body node: marquee$"):
        printed(with_body(wrap({"tag": "marquee", "children": ["x"]})))


def test_what_cannot_be_printed_is_told_in_one_line() -> None:
    """Bad pictures, missing letters and bad templates are PaperErrors that name no folder."""
    picture = {"tag": "img", "src": "no.png", "alt": "x"}
    ours = templates()
    broken = {**ours, "newsletter.typ": b'#import "common.typ": *\n#let x = ('}
    cases: list[tuple[str, dict[str, Any], dict[str, bytes], dict[str, bytes], str]] = [
        ("newsletter", with_body(picture), {}, ours, "no.png"),
        ("newsletter", with_body(picture), {"no.png": b"rubbish"}, ours, "image"),
        ("newsletter", with_body("😀"), {}, ours, "😀"),
        ("nothing", SMALL, {}, ours, "nothing.typ"),
        ("newsletter", SMALL, {}, broken, "newsletter.typ:2"),
        ("newsletter", SMALL, {}, {**ours, "../x.typ": b""}, "../x.typ"),
    ]
    for layout, sheet, pictures, files, cause in cases:
        with pytest.raises(printers.PaperError) as caught:
            printers.TypstPool(files).print(layout, sheet, pictures, ISSUED)
        message = str(caught.value)
        assert cause in message
        assert "\n" not in message
        assert tempfile.gettempdir() not in message


def test_a_picture_may_have_any_name() -> None:
    """A contributor's file name is a key, never a path."""
    sheet = with_body({"tag": "img", "src": "../../Ảnh 1.png", "alt": "x"})
    pictures = {"../../Ảnh 1.png": PICTURES["chan-dung.png"]}
    assert_conforms(printers.TypstPool(templates()).print("newsletter", sheet, pictures, ISSUED))


def test_missing_letters_are_reported() -> None:
    """All Vietnamese letters are there, composed or not; emoji, Han, control and private characters are not."""
    vowels = "aăâeêioôơuưy"
    tones = "\u0300\u0301\u0303\u0309\u0323"
    vietnamese = "".join(v + t for v in vowels + vowels.upper() for t in ("", *tones)) + "đĐ₫“”–…"
    assert fonts.missing_letters(vietnamese + "\n\t") == []
    assert fonts.missing_letters("b漢a\x07😀\ue000😀") == ["\x07", "漢", "\ue000", "😀"]


def test_cmap_segments_leave_out_the_missing_glyph() -> None:
    """A subtable of format 4 may map points to glyph 0, by delta or by its glyph list; those count as missing."""
    lasts, firsts, deltas, offsets = (70, 81, 0xFFFF), (65, 80, 0xFFFF), (-66, 0, 1), (0, 4, 0)
    arrays = [struct.pack(">3H", *lasts), b"\0\0", struct.pack(">3H", *firsts), struct.pack(">3h", *deltas)]
    body = b"".join([*arrays, struct.pack(">3H", *offsets), struct.pack(">2H", 0, 9)])
    subtable = struct.pack(">7H", 4, 14 + len(body), 0, 6, 4, 1, 2) + body
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + subtable
    font = struct.pack(">IHHHH", 0x10000, 1, 16, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    assert fonts.code_points(font) == {65, 67, 68, 69, 70, 81}
