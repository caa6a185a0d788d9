"""Example sheets of papers, what odd sheets are made of, and the printer that sets them."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

from guongsang.render.typst.printers import TypstPool
from support.site import PROJECT

PAPER = PROJECT / "tests/papers"
PICTURES = {"chan-dung.png": (PAPER / "chan-dung.png").read_bytes()}
ISSUED = date(2022, 6, 30)
NOT_PRINTED = {"tag", "lang", "id", "photo", "photo_alt", "src", "alt", "href", "align", "url", "qr"}
"""Keys of a sheet whose strings do not stand on the page."""

HOSTILE = '#import "x" $x$ @y \\ * `a` <label> ```b``` #panic("no") // c /* d */ ~ -- --- ... \'s\' [z] _u_ = h - l + n'
LONG_WORD = "nghiêng" * 43
SMALL = {
    "lang": "vi",
    "programme": "Gương Sáng",
    "issue": {"title": "Bản tin", "number": "Số 1", "date": "Tháng 6", "licence": "Lưu hành nội bộ"},
    "articles": [{"id": "a-01", "title": "Một bài"}],
}


def sheet_of(lang: str) -> dict[str, Any]:
    """Return the example sheet in one language."""
    sheet: dict[str, Any] = json.loads((PAPER / f"sheet.{lang}.json").read_text("utf-8"))
    return sheet


def with_body(*nodes: object) -> dict[str, Any]:
    """Return the smallest sheet, its one article bearing a body of `nodes`."""
    sheet = deepcopy(SMALL)
    sheet["articles"][0]["body"] = list(nodes)
    return sheet


def replaced(value: Any, text: str) -> Any:
    """Return a sheet in which every string that stands on the page is `text`."""
    if isinstance(value, dict):
        return {key: inner if key in NOT_PRINTED else replaced(inner, text) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, text) for inner in value]
    return text if isinstance(value, str) else value


def templates() -> dict[str, bytes]:
    """Return the templates of the project by file name."""
    return {file.name: file.read_bytes() for file in (PROJECT / "templates/print").glob("*.typ")}


def printed(sheet: dict[str, Any], layout: str = "newsletter") -> bytes:
    """Return the bulletin of a sheet."""
    return TypstPool(templates()).print(layout, sheet, PICTURES, ISSUED)
