"""What a sheet is made of: plain data that travels to the printer as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

SheetValue: TypeAlias = str | int | float | bool | Sequence["SheetValue"] | Mapping[str, "SheetValue"] | None
"""A value of a sheet: text, number, flag, list or map."""
Sheet: TypeAlias = Mapping[str, SheetValue]
"""A sheet, as a print template sets it; `printers` describes its keys."""


@dataclass(frozen=True)
class Table:
    """A table of a sheet: its heads, and its rows from the first to the last."""

    head: Sequence[str]
    rows: Sequence[Sequence[SheetValue]]

    def sheet(self) -> Sheet:
        """Return the table as print templates take it."""
        return {"head": self.head, "rows": self.rows}
