"""Workbooks and CSV: cells of the right kind, text that stays text, the same bytes each time."""

import csv
import io
import zipfile
from datetime import date

import pytest

from guongsang.i18n.messages import Catalogue, Text, say
from guongsang.render.office.csv_file import csv_file
from guongsang.render.office.table import Cell, Column, Table, Told, tell_table
from guongsang.render.office.workbook import workbook
from support.workbooks import cells_of

DAY = date(2024, 3, 10)
FORMULAS = ["=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://a.vn")', " =cmd|' /C calc'!A0", "＝1+1"]


def told(*rows: list[Cell], title: str = "Danh sách", total: tuple[Cell, ...] = ()) -> Told:
    """Return a table of two columns in English."""
    columns = [Column(say("Unit"), 1), Column(say("How many"), 1)]
    return tell_table(Table(say("{t}", t=title), columns, rows, total), Catalogue("en"))


def test_numbers_and_days_are_typed() -> None:
    """A number can be added up and a day sorted; words are words."""
    table = told([Text("Khoa Nội", "vi"), 3], [say("Unit"), DAY], ["0345", None], total=("Tổng", 3))
    rows = cells_of(workbook([table], DAY))
    assert rows[:2] == [["Danh sách"], ["Unit", "How many"]]
    days = (DAY - date(1899, 12, 30)).days
    assert rows[2:] == [["Khoa Nội", 3], ["Unit", days], ["0345", None], ["Tổng", 3]]


@pytest.mark.parametrize(
    ("text", "written"),
    [("a;=1", "a;'=1"), ("a; @b", "a; '@b"), ("a\n+1", "a\n'+1"), (";=1", ";'=1"), ("a; b - c", "a; b - c")],
)
def test_nor_is_it_one_where_semicolons_part_cells(text: str, written: str) -> None:
    """As spreadsheets of many countries do."""
    (_, row) = csv.reader(io.StringIO(csv_file(told([text, 1])).decode("utf-8-sig")))
    assert row == [written, "1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_never_a_formula(text: str) -> None:
    """Whatever contributors write: a workbook holds it as text, CSV marks it with an apostrophe."""
    table = told([text, 1])
    assert cells_of(workbook([table], DAY))[2] == [text, 1]
    (_, row) = csv.reader(io.StringIO(csv_file(table).decode("utf-8-sig")))
    assert row == [f"'{text}", "1"]


@pytest.mark.parametrize("text", ["Khoa Nội", "a=b", "Nguyễn Thử Ánh - Tổ 1", "", "1.500", "“=”"])
def test_other_text_stands_in_csv_as_it_is(text: str) -> None:
    """Only what a spreadsheet would reckon is marked."""
    (_, row) = csv.reader(io.StringIO(csv_file(told([text, DAY])).decode("utf-8-sig")))
    assert row == [text, "2024-03-10"]


def test_csv_is_what_spreadsheets_on_windows_open() -> None:
    """UTF-8 with its mark, and lines that end as there."""
    data = csv_file(told(["Khoa Nội", 1]))
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")


def test_the_same_tables_give_the_same_bytes() -> None:
    """No time of day, no name of a machine."""
    table = told(["Khoa Nội", 1])
    assert workbook([table], DAY) == workbook([table], DAY)
    with zipfile.ZipFile(io.BytesIO(workbook([table], DAY))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        assert b"2024-03-10T00:00:00Z" in file.read("docProps/core.xml")


def test_the_head_stays_in_sight_and_the_rows_can_be_filtered() -> None:
    """And the page prints across, its head on each."""
    with zipfile.ZipFile(io.BytesIO(workbook([told(["Khoa Nội", 1], ["Khoa Dược", 2])], DAY))) as file:
        sheet, book = file.read("xl/worksheets/sheet1.xml").decode(), file.read("xl/workbook.xml").decode()
    assert '<pane ySplit="2"' in sheet and '<autoFilter ref="A2:B4"/>' in sheet
    assert 'orientation="landscape"' in sheet and 'fitToHeight="0"' in sheet and "_xlnm.Print_Titles" in book


@pytest.mark.parametrize("title", ["", "Sở [Xây dựng]: 2022/2023?", "a" * 60, "'x'", "History"])
def test_any_title_names_a_sheet(title: str) -> None:
    """Signs that a workbook refuses are left out, and of two alike one gets a number."""
    book = workbook([told(["a", 1], title=title), told(["b", 2], title=title)], DAY)
    assert [cells_of(book, n)[2] for n in (1, 2)] == [["a", 1], ["b", 2]]


def test_a_cell_holds_as_much_as_it_may() -> None:
    """A longer text is cut, not lost."""
    (_, _, (text, _)) = cells_of(workbook([told(["dài " * 20_000, 1])], DAY))
    assert isinstance(text, str) and text.startswith("dài dài") and text.endswith("…") and len(text) < 32_767
