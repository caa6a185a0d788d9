"""The list of what is to be done as one page that needs no other file: it may be sent by e-mail or opened anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from guongsang.render.html.page import Page
from guongsang.render.office.table import Plain, Told

_DAYS_OVERDUE = 1


@dataclass(frozen=True)
class TaskRow:
    """A row of the page; `overdue` where its day is past."""

    overdue: bool
    cells: Sequence[Plain]


@dataclass(frozen=True)
class TasksPage:
    """What the page shows: how many tasks, how many of them overdue, and the table."""

    title: str
    head: Sequence[str]
    rows: Sequence[TaskRow]
    count: int
    overdue: int


def tasks_page(url: str, lang: str, told: Told) -> Page:
    """Make the page of the list as it is told in a language."""
    rows = [TaskRow(bool(row[_DAYS_OVERDUE]), [_shown(cell) for cell in row]) for row in told.rows]
    overdue = sum(row.overdue for row in rows)
    return Page(url, lang, "to-do.html", TasksPage(told.title, told.head, rows, len(rows), overdue))


def _shown(cell: Plain) -> Plain:
    return "" if cell is None else cell
