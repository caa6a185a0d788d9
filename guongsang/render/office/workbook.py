"""Writes workbooks (XLSX): typed cells, a head that stays in sight, filters, pages that print.

Whatever contributors wrote is written as text, never as a formula or a link. The same tables give the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from guongsang.render.office.table import Plain, Told

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ACROSS, _LINE, _A4 = 190, 15, 9
"""How many letters stand across a page of a workbook, how high a line is in points, and the number of the paper A4."""
_LONGEST = 32_000
"""The letters that a cell of a workbook may hold, a few apart."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(tables: Sequence[Told], issued: date) -> bytes:
    """Write tables as a workbook, a sheet each; `issued` is the day that the file says it was made on."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(max(issued.year, 1980), issued.month, issued.day)})
    taken = {"history"}  # which Excel keeps for itself
    for table in tables:
        _Sheet(book, book.add_worksheet(_sheet_name(table.title, taken))).write(table)
    book.close()
    return out.getvalue()


class _Sheet:
    """Writes one table into one sheet."""

    def __init__(self, book: "Workbook", sheet: "Worksheet") -> None:
        self.sheet = sheet
        cell = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#999999"}
        self.text: Format = book.add_format(cell)
        self.number: Format = book.add_format({**cell, "num_format": "0", "align": "center", "text_wrap": False})
        self.day: Format = book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "left", "text_wrap": False})
        self.head: Format = book.add_format({**cell, "bold": True, "bg_color": "#EDEDED", "valign": "vcenter"})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})

    def write(self, table: Told) -> None:
        """Write title, head, rows and what sums up, and set the page."""
        rows = [*table.rows, *([table.total] if table.total else [])]
        widths = _widths(table)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.write_string(0, 0, table.title, self.title)
        self.sheet.set_row(0, 24)
        self.sheet.set_row(1, _height(table.head, widths))
        for column, head in enumerate(table.head):
            self.sheet.write_string(1, column, _cut(head), self.head)
        for number, row in enumerate(rows, 2):
            self.sheet.set_row(number, _height(row, widths))
            for column, value in enumerate(row):
                self._cell(number, column, value)
        for number, note in enumerate(table.notes, len(rows) + 3):
            self.sheet.write_string(number, 0, note)
        if table.rows:
            self.sheet.autofilter(1, 0, 1 + len(table.rows), len(table.head) - 1)
        self._set_page()

    def _cell(self, row: int, column: int, value: Plain) -> None:
        if value is None:
            self.sheet.write_blank(row, column, None, self.text)
        elif isinstance(value, int):
            self.sheet.write_number(row, column, value, self.number)
        elif isinstance(value, date) and value.year >= 1900:
            self.sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.day)
        elif isinstance(value, date):
            self.sheet.write_string(row, column, value.isoformat(), self.text)
        else:
            self.sheet.write_string(row, column, _cut(value), self.text)

    def _set_page(self) -> None:
        self.sheet.freeze_panes(2, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(1)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.sheet.set_footer("&C&P / &N")


def _widths(table: Told) -> list[int]:
    """Return how many letters each column is wide; one of days has room for a whole one."""
    days = {column for row in table.rows for column, value in enumerate(row) if isinstance(value, date)}
    whole = sum(table.widths)
    wide = [max(8, round(_ACROSS * width / whole)) for width in table.widths]
    return [max(12, width) if column in days else width for column, width in enumerate(wide)]


def _height(row: Sequence[Plain], widths: Sequence[int]) -> float:
    """Return the height of a row in points: programs that open a workbook unseen do not fit it to wrapped text."""
    lines = [
        sum(-(-len(line) // max(width - 1, 1)) or 1 for line in value.split("\n"))
        for value, width in zip(row, widths, strict=False)
        if isinstance(value, str)
    ]
    return min(_LINE * max(lines, default=1) + 3, 400)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name for a sheet: at most 31 letters, none of a few signs, each once."""
    name = " ".join(title.translate(_NOT_IN_NAMES).split())[:28].strip("' ") or "1"
    while name.casefold() in taken:
        name = f"{name[:28]}~{len(taken)}"
    taken.add(name.casefold())
    return name
