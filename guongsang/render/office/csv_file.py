"""Writes tables as CSV that spreadsheets open: UTF-8 with a mark in front, commas, lines that end as on Windows.

Days are written as 2022-06-10. Text that a spreadsheet would take for a formula is marked as text by an apostrophe,
also behind a semicolon or a new line, where programs that part cells by semicolons begin another cell.
"""

import csv
import io
import re
from datetime import date

from guongsang.render.office.table import Plain, Told

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_INNER_FORMULA = re.compile(r"[;\t\r\n][ \u00a0\"]*(?=[=+\-@＝＋－＠])")


def csv_file(table: Told) -> bytes:
    """Write the head and the rows of a table, and what sums up."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    for row in (table.head, *table.rows, *([table.total] if table.total else [])):
        rows.writerow([_written(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _written(value: Plain) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    if value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value[:1]}{_without_inner(value[1:])}"
    return _without_inner(value)


def _without_inner(text: str) -> str:
    """Mark what would be a formula where a semicolon or a new line begins another cell."""
    return _INNER_FORMULA.sub(r"\g<0>'", text)
