"""Tables of the Office as values, told in one language, from which each format writes its own file.

So a number stands in a workbook as it stands on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from guongsang.i18n.messages import Catalogue, Label, Message, Text

Cell: TypeAlias = Text | Message | Label | str | int | date | None
"""What stands in a cell: words, a number, a day, or nothing; a `str` is the same in all languages."""
Plain: TypeAlias = str | int | date | None
"""The same in one language."""


@dataclass(frozen=True)
class Column:
    """A column: its head, and how wide it is, in shares of the width of all."""

    head: Message | Label | Text
    width: float


@dataclass(frozen=True)
class Table:
    """A table with its title; `total` is a last row that sums up, `notes` are said below it."""

    title: Message
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] = ()
    notes: Sequence[Message] = ()


@dataclass(frozen=True)
class Told:
    """A table in one language: numbers and days stay what they are, all else is words."""

    title: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Plain, ...], ...]
    total: tuple[Plain, ...]
    notes: tuple[str, ...]


def tell_table(table: Table, catalogue: Catalogue) -> Told:
    """Return a table in the language of a catalogue."""

    def told(cells: Sequence[Cell]) -> tuple[Plain, ...]:
        return tuple(c if c is None or isinstance(c, int | date) else catalogue.form(c) for c in cells)

    return Told(
        title=catalogue.tell(table.title),
        head=tuple(catalogue.form(column.head) for column in table.columns),
        widths=tuple(column.width for column in table.columns),
        rows=tuple(told(row) for row in table.rows),
        total=told(table.total),
        notes=tuple(catalogue.tell(note) for note in table.notes),
    )
