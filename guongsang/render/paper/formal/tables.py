"""Tables of the Office as print templates take them: the same rows as in a workbook."""

from collections.abc import Sequence
from datetime import date

from guongsang.i18n.locale_format import show_date
from guongsang.i18n.messages import Label, Message, say
from guongsang.render.office.table import Cell, Column, Table
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.typst.sheet import SheetValue


def table_on_paper(writer: SheetWriter, table: Table, *, numbered: bool = False) -> dict[str, SheetValue]:
    """Return a table with its title as a sheet holds it; `numbered` puts the numbers of its rows in front."""
    columns, rows = list(table.columns), [list(row) for row in table.rows]
    total = [list(table.total)] if table.total else []
    if numbered:
        columns.insert(0, Column(say("No."), 0.4))
        rows = [[number, *row] for number, row in enumerate(rows, 1)]
        total = [[None, *row] for row in total]
    return {
        "title": writer.say(table.title),
        "head": _cells(writer, [column.head for column in columns]),
        "widths": [column.width for column in columns],
        "groups": [{"title": None, "rows": [_cells(writer, row) for row in (*rows, *total)]}],
    }


def _cells(writer: SheetWriter, cells: Sequence[Cell]) -> list[SheetValue]:
    return [_cell(writer, cell) for cell in cells]


def _cell(writer: SheetWriter, cell: Cell) -> SheetValue:
    match cell:
        case None | str():
            return cell
        case Message():
            return writer.runs(cell)
        case Label():
            return writer.text(cell.text_in(writer.context.lang))
        case date():
            return show_date(cell, writer.context.lang)
        case int():
            return str(cell)
    return writer.text(cell)
