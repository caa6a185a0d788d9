"""The legal documents that a site knows."""

from pathlib import Path

import pytest

from guongsang.read.data.laws import read_laws
from guongsang.read.data.loader import DataLoader
from guongsang.read.files import walk
from guongsang.read.tables.laws import Law
from unit.support import codes


def read(root: Path, text: str) -> tuple[tuple[Law, ...], DataLoader]:
    """Read laws from the text of a file."""
    (root / "content").mkdir()
    (root / "content" / "laws.yaml").write_text(text, encoding="utf-8")
    loader = DataLoader(root)
    return read_laws(loader, walk(root, "content")[0], ("vi", "en")), loader


A = "  - {number: 1/2018/A, title: A, from: 2018-01-01"
B = "  - {number: 2/2020/B, title: {vi: B}, from: 2020-01-01"


def test_a_site_may_have_none(tmp_path: Path) -> None:
    """No file is no fault, and neither is an empty list."""
    (tmp_path / "content").mkdir()
    loader = DataLoader(tmp_path)
    assert read_laws(loader, [], ("vi",)) == ()
    assert loader.findings == []


def test_what_replaced_a_law_is_one_number_or_several(tmp_path: Path) -> None:
    """In any spelling; one that is not confirmed says so."""
    laws, loader = read(
        tmp_path,
        f"laws:\n{A}, replaced_by: Luật số 2/2020/b}}\n{B}, replaced_by: [3/2021/C], confirmed: false}}\n"
        "  - {number: 3/2021/C, title: C, from: 2021-01-01}\n",
    )
    assert loader.findings == []
    assert [law.successors for law in laws] == [("Luật số 2/2020/b",), ("3/2021/C",), ()]
    assert [law.confirmed for law in laws] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        (f"laws:\n{A}}}\n{A}}}\n", "duplicate-key", 3),
        (
            f"laws:\n{A}}}\n  - {{number: Luật 01/2018/a, title: A, on: 2018-01-01, from: 2018-01-01}}\n",
            "duplicate-key",
            3,
        ),
        (f"laws:\n{A}, to: 2017-12-31}}\n", "date-order", 2),
        (f"laws:\n{A}, replaced_by: 2/2020/B}}\n", "bad-value", 2),
        (f"laws:\n{A}, replaced_by: 1/2018/A}}\n", "bad-value", 2),
        (f"laws:\n{A}, replaced_by: 2/2020/B}}\n{B}, replaced_by: [1/2018/A]}}\n", "bad-value", 3),
        (f"laws:\n{A}}}\n{B}, replaced_by: 1/2018/A}}\n", "date-order", 3),
        (f"laws:\n{A}, replace_by: 2/2020/B}}\n{B}}}\n", "unknown-field", 2),
        ("laws:\n  - {title: A, from: 2018-01-01}\n", "missing-field", 2),
        ("laws:\n  - {number: 1/2018/A, title: A}\n", "missing-field", 2),
        ("laws:\n  - 1/2018/A\n", "wrong-type", 2),
        ("laws: 5\n", "wrong-type", 1),
        ("", "wrong-type", 1),
    ],
)
def test_what_is_wrong_is_told_once_at_its_line(tmp_path: Path, text: str, found: str, line: int) -> None:
    """Numbers stand once, dates are in order, what replaced a law is in the file and leads nowhere in a circle."""
    _, loader = read(tmp_path, text)
    assert codes(loader.findings) == [found]
    assert loader.findings[0].place.line == line


def test_numbers_without_a_year_are_told_apart_by_their_day(tmp_path: Path) -> None:
    """Such numbers begin anew each year."""
    row = "  - {number: 39-CT/TW, title: A, from: 2004-06-01, on: "
    laws, loader = read(tmp_path, f"laws:\n{row}2004-05-21}}\n{row}1998-06-03}}\n")
    assert loader.findings == []
    assert [law.is_meant("Chỉ thị 39-CT/TW", laws[1].on) for law in laws] == [False, True]
