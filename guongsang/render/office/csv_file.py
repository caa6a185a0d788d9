"""Writes tables as CSV that spreadsheets open: UTF-8 with a mark in front, commas, lines that end as on Windows.

Days are written as 2022-06-10. Text that a spreadsheet would take for a formula is marked as text by an apostrophe.
"""

import csv
import io
from datetime import date

from guongsang.render.office.table import Plain, Told

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value}"
    return value
