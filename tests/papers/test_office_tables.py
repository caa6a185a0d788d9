"""Tables on papers of the Office: how wide their columns are, what a cell may hold, and the page that must stay one."""

import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang import HOME
from guongsang.model.office.board import office_year
from guongsang.pipeline.checking import check_site
from guongsang.render.images import ImageStore
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.typst.printers import TypstPool
from guongsang.render.typst.sheet import SheetValue
from support.pdf import page_count

TODAY = date(2024, 12, 1)
Print = Callable[[list[SheetValue]], bytes]


@pytest.fixture(scope="module")
def printed(ward: Path) -> Print:
    """Return what prints tables on the page for the leadership."""
    checked = check_site(ward, TODAY)
    years = [office_year(checked.content, checked.findings, c, TODAY) for c in checked.site.campaigns]
    pictures = ImageStore(checked.site.pictures, checked.site.paper_pictures)
    papers = list_papers(checked.site, pictures, SystemFonts(), years)
    page = next(p for p in papers if p.path.endswith("leadership.vi.pdf"))
    sheet, needed = sheet_of(page)
    pool = TypstPool({p.name: p.read_bytes() for p in (HOME / "templates/print").glob("*.typ")})
    return lambda tables: pool.print("formal", {**sheet, "tables": tables}, needed, page.issued)


def table(*rows: list[SheetValue], widths: tuple[float, ...]) -> SheetValue:
    """Return a table with a head of small words."""
    head: list[SheetValue] = ["Cột"] * len(widths)
    groups: list[SheetValue] = [{"title": None, "rows": [*rows]}]
    return {"title": "Bảng", "head": head, "widths": [*widths], "groups": groups}


def boxes(pdf: bytes, tmp_path: Path) -> dict[str, tuple[float, float, float]]:
    """Return where each word stands: its left and right edge and its upper one, in points."""
    (tmp_path / "a.pdf").write_bytes(pdf)
    words = ["pdftotext", "-bbox", str(tmp_path / "a.pdf"), "-"]
    text = subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<', text)
    return {word: (float(left), float(right), float(top)) for left, top, right, word in found}


def test_no_word_leaves_its_column(printed: Print, tmp_path: Path) -> None:
    """However little of the width a column was given, its longest word fits into it."""
    rows: list[SheetValue] = ["Infrastructure", "31/12/2024", "Xin một câu dài. " * 20]
    pdf = printed([table(rows, widths=(0.2, 0.2, 4))])
    at = boxes(pdf, tmp_path)
    assert at["Infrastructure"][1] < at["31/12/2024"][0] and at["31/12/2024"][1] < at["Xin"][0]


def test_a_cell_in_two_languages_is_one_cell(printed: Print, tmp_path: Path) -> None:
    """What a sentence holds in another language stays in it."""
    cell: SheetValue = ["Phòng Mẫu và ", {"text": "Pharmacy", "lang": "en"}]
    at = boxes(printed([table([cell, "17/34"], widths=(1, 1))]), tmp_path)
    assert at["Pharmacy"][2] == at["17/34"][2] and at["Pharmacy"][1] < at["17/34"][0]


@pytest.mark.parametrize("lines", [1, 4, 7])
def test_the_page_for_the_leadership_is_one_page(printed: Print, lines: int) -> None:
    """Set smaller where more must stand on it."""
    said = "Phòng Phát triển đô thị và Hạ tầng kỹ thuật, " * lines
    rows: list[list[SheetValue]] = [["việc chưa xong", said, "6", "18/11/2024", "1471"]] * 5
    late = table(*rows, widths=(2, 3, 0.7, 1.2, 0.9))
    few = table(*([["Đơn vị", "7/12"]] * 5), widths=(3, 1))
    decide = table(*([["Xem xét", said[:200]]] * 5), widths=(1, 4))
    assert page_count(printed([few, late, decide])) == 1
