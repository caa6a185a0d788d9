"""Which units followed which."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.read.data.lineage import forebears, heirs, successors
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.units import read_units
from guongsang.read.tables.units import Unit
from unit.support import codes


def read(root: Path, rows: str) -> tuple[dict[str, Unit], DataLoader]:
    """Read units from rows of a file, beside one that is at work."""
    (root / "content").mkdir()
    text = f"units:\n  - {{id: vp, name: {{vi: Văn phòng}}}}\n{rows}"
    (root / "content" / "units.yaml").write_text(text, encoding="utf-8")
    loader = DataLoader(root)
    return read_units(loader, ("vi", "en")), loader


def row(name: str, more: str = "") -> str:
    """Return the row of a unit."""
    return f"  - {{id: {name}, name: {{vi: {name}}}{more}}}\n"


def closed(how: str, *into: str, on: str = "2020-01-01") -> str:
    """Return how a unit was closed, as fields of its row."""
    named = f", into: [{', '.join(into)}]" if into else ""
    return f", closed: {{on: {on}, how: {how}{named}}}"


CHAIN = (
    row("a", closed("renamed", "b", on="2018-01-01"))
    + row("b", closed("split", "c", "vp"))
    + row("c", closed("merged", "d", on="2022-01-01"))
    + row("d", ", active_from: 2021-12-15")
)
"""A unit that was renamed, then split; a part of it was merged into another."""


def test_either_side_is_enough(tmp_path: Path) -> None:
    """What is written at the successor stands at the closed unit too, and the other way round."""
    units, loader = read(
        tmp_path, row("a", closed("merged", "vp")) + row("b", closed("replaced")) + row("c", ", replaces: [b]")
    )
    assert loader.findings == []
    assert units["vp"].replaces == ("a",)
    assert units["b"].closed is not None and units["b"].closed.into == ("c",)
    assert [one.id for one in successors(units, "b")] == ["c"]


def test_a_chain_leads_to_those_at_work_and_back(tmp_path: Path) -> None:
    """On a day of former times it leads to those of that day."""
    units, loader = read(tmp_path, CHAIN)
    assert loader.findings == []
    assert [one.id for one in heirs(units, "a")] == ["vp", "d"]
    assert [one.id for one in heirs(units, "a", date(2019, 1, 1))] == ["b"]
    assert [one.id for one in heirs(units, "a", date(2021, 1, 1))] == ["vp", "c"]
    assert [one.id for one in forebears(units, "d")] == ["c", "b", "a"]


def test_a_new_name_begins_when_the_old_one_ends(tmp_path: Path) -> None:
    """A unit is at work to the day before it was closed, under its new name from that day on."""
    units, _ = read(tmp_path, CHAIN)
    last, first = date(2017, 12, 31), date(2018, 1, 1)
    assert units["a"].active(last) and not units["b"].active(last)
    assert not units["a"].active(first) and units["b"].active(first)


@pytest.mark.parametrize(
    ("rows", "found", "line"),
    [
        (row("a", closed("merged")), "bad-value", 3),
        (row("a", closed("renamed", "vp", "b")) + row("b"), "bad-value", 3),
        (row("a", closed("replaced")), "bad-value", 3),
        (row("a", closed("split", "vp")), "bad-value", 3),
        (row("a", closed("dissolved", "vp")), "bad-value", 3),
        (row("a", closed("merged", "vq")), "unknown-unit", 3),
        (row("a", closed("merged", "a")), "bad-value", 3),
        (row("a", closed("merged", "b")) + row("b", closed("merged", "a")), "bad-value", 4),
        (row("a", ", replaces: [b]") + row("b", ", replaces: [a]"), "bad-value", 3),
        (row("a", closed("merged", "vp")) + row("b", ", replaces: [a]"), "bad-value", 4),
        (row("a", closed("dissolved")) + row("b", ", replaces: [a]"), "bad-value", 4),
        (row("a", closed("merged", "b")) + row("b", ", active_to: 2021-01-01"), "bad-value", 3),
        (row("a", closed("merged", "b")) + row("b", ", active_to: 2019-01-01"), "date-order", 3),
        (row("a", closed("merged", "b")) + row("b", ", active_from: 2022-01-01"), "date-order", 3),
        (row("a", closed("renamed", "b")) + row("b", ", active_from: 2010-01-01"), "date-order", 3),
        (row("a", closed("dissolved") + ", active_to: 2020-01-01"), "date-order", 3),
        (row("a", closed("dissolved") + ", active_from: 2020-01-01"), "date-order", 3),
        (row("a", ", closed: 2020-01-01"), "wrong-type", 3),
        (row("a", ", closed: {how: dissolved}"), "missing-field", 3),
        (row("a", closed("defunct")), "bad-value", 3),
    ],
)
def test_what_is_wrong_is_told_once_at_its_line(tmp_path: Path, rows: str, found: str, line: int) -> None:
    """Renamed, merged and replaced go with one successor, split with two, dissolved with none; no circles."""
    _, loader = read(tmp_path, rows)
    assert codes(loader.findings) == [found]
    assert loader.findings[0].place.line == line


@pytest.mark.parametrize(
    "rows",
    [
        row("a", closed("dissolved")),
        row("a", closed("dissolved") + ", active_to: 2019-12-31"),
        row("a", closed("split", "b", "c")) + row("b") + row("c", closed("dissolved", on="2021-01-01")),
        row("a", closed("merged", "b")) + row("b", ", active_from: 2020-02-01"),
        row("a", closed("dissolved", on="0001-01-01")),
        row("a", ", active_to: 2019-01-01") + row("b", ", replaces: [a]"),
    ],
)
def test_what_is_right_is_silent(tmp_path: Path, rows: str) -> None:
    """A month may pass until a successor begins; a chain may end where a unit was dissolved."""
    _, loader = read(tmp_path, rows)
    assert loader.findings == []
