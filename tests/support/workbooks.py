"""Workbooks as tests read them back: the values of their cells, and whether another program opens them."""

import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "soffice"


def cells_of(book: bytes, sheet: int = 1) -> list[list[str | float | None]]:
    """Return the rows of a sheet of a workbook: text, numbers (days too, from the end of 1899), nothing."""
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        shared = ["".join(t.text or "" for t in s.iter(f"{_MAIN}t")) for s in _xml(file, "xl/sharedStrings.xml")]
        rows = _xml(file, f"xl/worksheets/sheet{sheet}.xml").iter(f"{_MAIN}row")
        return [[_value(cell, shared) for cell in row] for row in rows]


def _xml(file: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(file.read(name))


def _value(cell: ElementTree.Element, shared: list[str]) -> str | float | None:
    assert cell.find(f"{_MAIN}f") is None, "a cell holds a formula"
    value = cell.findtext(f"{_MAIN}v")
    if value is None:
        return None
    return shared[int(value)] if cell.get("t") == "s" else float(value)


def turned_to_pdf(data: bytes, ending: str) -> bytes:
    """Return a workbook or a text document as LibreOffice turns it to PDF."""
    program = shutil.which(_OFFICE)
    if program is None:
        why = "LibreOffice (soffice) is not installed, so WORKBOOKS AND DOCUMENTS WERE NOT OPENED"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"file.{ending}")
        file.write_bytes(data)
        settings = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
        words = [program, settings, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(words, capture_output=True, check=True, timeout=120)
        return file.with_suffix(".pdf").read_bytes()
