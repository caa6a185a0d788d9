"""The units of the organisation."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.i18n.messages import Label
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.units import read_units
from guongsang.read.tables.units import Unit
from unit.support import codes


def read(root: Path, rows: str) -> tuple[dict[str, Unit], DataLoader]:
    """Read units from rows of a file."""
    (root / "content").mkdir()
    (root / "content" / "units.yaml").write_text(f"units:\n{rows}", encoding="utf-8")
    loader = DataLoader(root)
    return read_units(loader, ("vi", "en")), loader


def test_units_are_read_in_their_order(tmp_path: Path) -> None:
    """With their dates, what they replace, and whether they owe a registration, which is usual."""
    units, loader = read(
        tmp_path,
        "  - {id: noi, name: {vi: Khoa Nội}}\n"
        "  - {id: cu, name: {vi: Cũ}, quota: false, active_from: 2010-01-01, active_to: 2020-12-31}\n"
        "  - {id: moi, name: {vi: Mới}, replaces: [cu]}\n",
    )
    assert loader.findings == []
    assert list(units) == ["noi", "cu", "moi"]
    assert units["noi"].quota and not units["cu"].quota
    assert (units["cu"].active_from, units["cu"].active_to) == (date(2010, 1, 1), date(2020, 12, 31))
    assert units["moi"].replaces == ("cu",)


@pytest.mark.parametrize(
    ("rows", "found", "line"),
    [
        ("  - {id: a, name: {vi: A}}\n  - {id: a, name: {vi: B}}\n", "duplicate-key", 3),
        ("  - {id: a, name: {vi: A}, active_from: 2021-01-01, active_to: 2020-01-01}\n", "date-order", 2),
        ("  - {id: a, name: {vi: A}}\n  - {id: b, name: {vi: B}, replaces: [aa]}\n", "unknown-unit", 3),
        ("  - {id: Á, name: {vi: A}}\n", "bad-value", 2),
        ("  - {name: {vi: A}}\n", "missing-field", 2),
        ("  []\n", "bad-value", 1),
    ],
)
def test_what_is_wrong_with_a_unit_is_told_at_its_line(tmp_path: Path, rows: str, found: str, line: int) -> None:
    """Ids are unique, dates in order, and what is replaced is a unit."""
    _, loader = read(tmp_path, rows)
    assert codes(loader.findings) == [found]
    assert loader.findings[0].place.line == line


def test_a_file_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    """And there are no units."""
    loader = DataLoader(tmp_path)
    assert read_units(loader, ("vi",)) == {}
    assert codes(loader.findings) == ["unreadable-file"]


@pytest.mark.parametrize(
    ("begins", "ends", "first", "last", "active"),
    [
        (None, None, 2020, 2021, True),
        (2021, None, 2019, 2020, False),
        (2020, None, 2019, 2020, True),
        (None, 2018, 2019, 2020, False),
        (None, 2019, 2019, 2020, True),
        (2015, 2018, 2016, None, True),
        (2015, 2018, 2019, None, False),
        (2015, 2018, 2014, None, False),
    ],
)
def test_a_unit_is_active_where_its_time_and_the_campaigns_meet(
    begins: int | None, ends: int | None, first: int, last: int | None, active: bool
) -> None:
    """One day in common is enough; one day alone may be asked."""

    def day(year: int | None) -> date | None:
        return date(year, 6, 1) if year else None

    unit = Unit("a", Label({"vi": "A"}, "vi"), active_from=day(begins), active_to=day(ends))
    asked = day(first)
    assert asked is not None
    assert unit.active(asked, day(last)) is active
