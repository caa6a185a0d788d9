"""Criteria files: what a plan asks, as data, and what makes such a file wrong."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Label
from guongsang.judge.criteria.evidence import EvidenceOptions
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.read.data.criteria import read_criteria, stage_levels
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Criteria
from guongsang.read.files import Found
from guongsang.read.tables.units import Unit
from unit.support import codes

HEAD = """\
categories:
  - {id: nurse, label: {vi: Điều dưỡng}}
  - {id: ward, subject: collective, label: {vi: Buồng}}
criteria:
"""
UNITS = {"noi": Unit("noi", Label({"vi": "Khoa Nội"}, "vi"))}


def read(root: Path, rows: str, head: str = HEAD) -> tuple[Criteria | None, DataLoader]:
    """Read a criteria file with some criteria."""
    path = root / "2024.yaml"
    path.write_text(head + rows, encoding="utf-8")
    loader = DataLoader(root)
    return read_criteria(loader, Found("content/criteria/2024.yaml", path), ("vi", "en"), UNITS, CHECK_FORMS), loader


def row(check: str, more: str = "", name: str = "A-1") -> str:
    """Write one criterion on a line."""
    return f"  - {{id: {name}, label: {{vi: Tiêu chí}}, check: {check}{more}}}\n"


def test_a_criteria_file_is_read(tmp_path: Path) -> None:
    """Its id is its name; what is left out is usual."""
    criteria, loader = read(
        tmp_path,
        row("{evidence: {min: 2, requires: [source]}}")
        + row("{field: {path: leader, present: true}}", ", for: {category: nurse, unit: [noi]}, internal: true", "B.2"),
    )
    assert loader.findings == [] and criteria is not None
    assert (criteria.id, criteria.file) == ("2024", "content/criteria/2024.yaml")
    assert {c.id: c.subject for c in criteria.categories.values()} == {"nurse": "individual", "ward": "collective"}
    first, second = criteria.criteria.values()
    assert (first.check, first.options, first.severity, first.internal) == (
        "evidence",
        EvidenceOptions(min=2, requires=("source",)),
        {"registered": "error"},
        False,
    )
    assert second.applies == {"category": ("nurse",), "unit": ("noi",)} and second.internal
    assert second.place.line == 6


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (row("{}"), "bad-value"),
        (row("{evidence: {}, section: {heading: {vi: a}}}"), "bad-value"),
        (row("{evidenc: {}}"), "unknown-field"),
        (row("{evidence: {min: 0}}"), "bad-value"),
        (row("{evidence: {requires: [sourc]}}"), "bad-value"),
        (row("{evidence: {expects: [nothing]}}"), "bad-value"),
        (row("{evidence: {continuous_years: maybe}}"), "bad-value"),
        (row("{field: {path: no_such, present: true}}"), "bad-value"),
        (row("{field: {path: leader}}"), "bad-value"),
        (row("{field: {path: leader, present: true, equals: x}}"), "bad-value"),
        (row("{field: {present: true}}"), "missing-field"),
        (row("{section: {}}"), "missing-field"),
        (row("{evidence: {}}", ", for: {category: nurs}"), "unknown-category"),
        (row("{evidence: {}}", ", for: {unit: [noi, x]}"), "unknown-unit"),
        (row("{evidence: {}}", ", for: {subject: people}"), "bad-value"),
        (row("{evidence: {}}", ", for: {leader: maybe}"), "bad-value"),
        (row("{evidence: {}}", ", set_by: {unit: x}"), "unknown-unit"),
        (row("{evidence: {}}") + row("{evidence: {}}"), "duplicate-key"),
        (row("{evidence: {}}") + row("{evidence: {}}", name="a-1"), "duplicate-key"),
        (row("{evidence: {}}", name="A_1"), "bad-value"),
        (row("{evidence: {}}", ", severity: {registered: fatal}"), "bad-value"),
    ],
)
def test_a_wrong_criterion_is_told(tmp_path: Path, rows: str, found: str) -> None:
    """Each check is whole and of one kind, each reference leads somewhere, each id stands once in any case."""
    _, loader = read(tmp_path, rows)
    assert found in codes(loader.findings)
    assert all(5 <= finding.place.line <= 6 for finding in loader.findings)


@pytest.mark.parametrize(("typed", "meant"), [("true", True), ("false", False), ("2", 2), ("12", 12), ("'3'", 3)])
def test_years_without_a_gap_are_a_number_or_yes_or_no(tmp_path: Path, typed: str, meant: object) -> None:
    """As they were typed, they are text; as options they are what is meant."""
    criteria, loader = read(tmp_path, row(f"{{evidence: {{continuous_years: {typed}}}}}"))
    assert loader.findings == [] and criteria is not None
    options = criteria.criteria["A-1"].options
    assert isinstance(options, EvidenceOptions) and options.continuous_years == meant


@pytest.mark.parametrize("name", ["source", "when", "measure", "attested.by"])
def test_what_evidence_may_require(tmp_path: Path, name: str) -> None:
    """Its fields, those inside them, and `when` for any kind of time."""
    _, loader = read(tmp_path, row(f"{{evidence: {{requires: [{name}]}}}}"))
    assert loader.findings == []


def test_categories_that_stand_twice_are_told(tmp_path: Path) -> None:
    """At the second."""
    head = HEAD.replace("id: ward", "id: nurse")
    _, loader = read(tmp_path, row("{evidence: {}}"), head)
    assert [(f.code, f.place.line) for f in loader.findings] == [("duplicate-key", 3)]


@pytest.mark.parametrize(
    ("severity", "levels"),
    [
        ({"approved": "error", "discovered": "info"}, [("discovered", "info"), ("approved", "error")]),
        ({"registered": "error"}, [("registered", "error")]),
        ({}, []),
    ],
)
def test_levels_stand_in_the_order_of_stages(severity: dict[str, str], levels: list[tuple[str, str]]) -> None:
    """However they were typed."""
    assert stage_levels(severity) == levels
