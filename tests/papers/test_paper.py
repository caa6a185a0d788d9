"""Papers as files: what stands in them, what a reader's software is told, and the same bytes from the same sheet."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.render.typst import printers
from guongsang.render.typst.pdf_packing import packed
from support.pdf import assert_conforms, bookmarks, page_count, plain_objects, text_of
from support.sheets import (
    HOSTILE,
    ISSUED,
    LONG_WORD,
    NOT_PRINTED,
    PICTURES,
    SMALL,
    printed,
    replaced,
    sheet_of,
    templates,
    with_body,
)
from support.site import PROJECT


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
