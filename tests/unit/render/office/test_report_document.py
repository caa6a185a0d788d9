"""Documents to be edited further: what stands in them, whatever is written, the same bytes each time."""

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from docx import Document

from guongsang.i18n.messages import Catalogue, say
from guongsang.read.markdown.body import read_body
from guongsang.render.office.report_document import ReportDocument
from guongsang.render.office.table import Column, Table, tell_table
from support.pdf import text_of
from support.workbooks import turned_to_pdf
from unit.support import source_of

DAY = date(2024, 12, 20)
BODY = """## Kết quả

Đã **làm** *ba* việc[^1], xem [trang](https://mau.example/).

[^1]: Ghi ở biên bản.

1. Một
   - con
2. Hai

a) chữ
b) số

> Lời của khoa.

| Khoa | Số |
|---|---:|
| Nội | 3 |

### Nhỏ hơn
"""
"""A body with each kind of block."""


def opened(data: bytes) -> Any:
    """Open a document as another program would."""
    return Document(io.BytesIO(data))


def written(text: str = BODY) -> bytes:
    """Return a document with a body and a table."""
    document = ReportDocument(DAY)
    document.centred("BÁO CÁO", "Năm 2024")
    document.body(read_body(source_of(text), 0)[0].nodes)
    columns = [Column(say("Unit"), 2), Column(say("How many"), 1)]
    document.table(tell_table(Table(say("Units"), columns, [["=1+1", 3], ["Khoa Nội", DAY]]), Catalogue("en")))
    return document.written("Báo cáo năm 2024")


def test_all_kinds_of_blocks_are_written() -> None:
    """Headings as headings, lists with the marks that were typed, tables as tables, notes in brackets."""
    made = opened(written())
    lines = [p.text for p in made.paragraphs]
    assert lines[:3] == ["BÁO CÁO", "Năm 2024", "Kết quả"]
    assert "Đã làm ba việc (Ghi ở biên bản.), xem trang." in lines
    marked = [line for line in lines if line[:2] in ("1.", "2.", "– ", "a)", "b)")]
    assert marked == ["1. Một", "– con", "2. Hai", "a) chữ", "b) số"]
    assert [p.style.name for p in made.paragraphs if p.text in ("Kết quả", "Nhỏ hơn")] == ["Heading 1", "Heading 2"]
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [["Khoa", "Số"], ["Nội", "3"]]
    assert [[cell.text for cell in row.cells] for row in made.tables[1].rows] == [
        ["Unit", "How many"],
        ["=1+1", "3"],
        ["Khoa Nội", "20/12/2024"],
    ]


def test_the_same_content_gives_the_same_bytes() -> None:
    """The times inside are fixed, those of the archive too."""
    assert written() == written()
    with zipfile.ZipFile(io.BytesIO(written())) as file:
        assert {entry.date_time[:3] for entry in file.infolist()} == {(1980, 1, 1)}
        core = file.read("docProps/core.xml").decode()
    assert "2024-12-20T00:00:00Z" in core and "python-docx" not in core


@pytest.mark.parametrize(
    "text", ["{ MERGEFIELD x }", "<w:p/>", "a\x0bb", "\ufffe", 'DDEAUTO c:\\windows "x"', "&amp;", "=1+1"]
)
def test_whatever_is_written_is_text(text: str) -> None:
    """No field, no markup, nothing that another program refuses."""
    document = ReportDocument(DAY)
    document.paragraph(text)
    data = document.written(text)
    (line,) = [p.text for p in opened(data).paragraphs]
    assert line == text.replace("\x0b", "").replace("\ufffe", "")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert b"fldSimple" not in file.read("word/document.xml") and b"instrText" not in file.read("word/document.xml")


def test_another_program_opens_it() -> None:
    """And reads what was written."""
    text = text_of(turned_to_pdf(written(), "docx"))
    assert all(word in text for word in ("BÁOCÁO", "Kếtquả", "Lờicủakhoa.", "KhoaNội", "20/12/2024"))
