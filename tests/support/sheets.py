"""Example sheets of papers, and the printer that sets them."""

import json
from datetime import date
from typing import Any

from guongsang.render.typst.printers import TypstPool
from support.site import PROJECT

PAPER = PROJECT / "tests/papers"
PICTURES = {"chan-dung.png": (PAPER / "chan-dung.png").read_bytes()}
ISSUED = date(2022, 6, 30)


def sheet_of(lang: str) -> dict[str, Any]:
    """Return the example sheet in one language."""
    sheet: dict[str, Any] = json.loads((PAPER / f"sheet.{lang}.json").read_text("utf-8"))
    return sheet


def templates() -> dict[str, bytes]:
    """Return the templates of the project by file name."""
    return {file.name: file.read_bytes() for file in (PROJECT / "templates/print").glob("*.typ")}


def printed(sheet: dict[str, Any], layout: str = "newsletter") -> bytes:
    """Return the bulletin of a sheet."""
    return TypstPool(templates()).print(layout, sheet, PICTURES, ISSUED)
