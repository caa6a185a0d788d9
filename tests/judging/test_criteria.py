"""The criteria of a campaign, each kept and broken, on a site whose criteria are not those of the sample."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.good import P1, P2
from support.program import Ran
from support.site import edit, leave_untranslated, owe

CRITERIA = "content/criteria/2024.yaml"


def test_the_good_site_keeps_every_criterion(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A site in order has no finding; where a unit owes and a text is not translated, those are warnings."""
    root = site()
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    counts = {"errors": 0, "warnings": 0, "infos": 0}
    assert ran.status == 0
    assert json.loads(ran.out) == {"schema_version": 1, "summary": {"files": 18, **counts}, "findings": []}
    owe(root)
    leave_untranslated(root)
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    assert ran.status == 0
    assert json.loads(ran.out)["summary"] == {"files": 17, **counts, "warnings": 3}
    assert {f["code"] for f in ran.findings()} == {"untranslated", "quota-unmet", "plan-missing"}


def test_a_criterion_takes_its_level_from_the_stage(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """The level is that of the last stage reached; before the first stage that has one, nothing is told."""
    root = site()
    edit(root, P2, "## Cách làm", "## Khác")
    assert [f["severity"] for f in told(root, "criterion-unmet")] == ["warning"]
    edit(root, P2, "  registered: {on: 2024-03-12}", "  selected: {on: 2024-03-02}")
    assert [f["severity"] for f in told(root, "criterion-unmet")] == ["info"]
    edit(root, CRITERIA, "severity: {discovered: info, registered", "severity: {registered")
    assert told(root, "criterion-unmet") == []


def test_finding_of_a_criterion_names_rule_section_and_category(
    site: Callable[..., Path], told: Callable[..., Any]
) -> None:
    """An unmet criterion points at `category` and names its id and the section of the plan."""
    root = site()
    edit(root, P1, "    source: BC-02/NOI\n", "")
    finding = told(root, "criterion-unmet")[0]
    assert (finding["rule"], finding["section"], finding["file"], finding["line"]) == ("A-1", "2", P1, 4)


@pytest.mark.parametrize(
    ("years", "asked", "unmet"),
    [
        ("[2022, 2023]", "2", False),
        ("[2023]", "2", True),
        ("[2022]", "2", True),
        ("[2019, 2020, 2021, 2022, 2023]", "true", False),
        ("[2019, 2021, 2022, 2023]", "true", True),
        ("[2023, 2024]", "true", False),
        ("[2024]", "true", True),
        ("[2020, 2021, 2022]", "true", True),
    ],
)
def test_continuous_years(
    site: Callable[..., Path], told: Callable[..., Any], years: str, asked: str, unmet: bool
) -> None:
    """`true` allows no gap up to the year before the campaign; a number asks for so many years up to then."""
    root = site()
    edit(root, P1, "years: [2022, 2023]", f"years: {years} # changed")
    edit(root, CRITERIA, "continuous_years: 2}", f"continuous_years: {asked} }}")
    assert bool(told(root, "criterion-unmet")) is unmet


@pytest.mark.parametrize(
    ("check", "unmet"),
    [
        ("path: staff_category, present: true", False),
        ("path: movements, present: true", True),
        ("path: movements, present: false", False),
        ("path: leader, equals: true", True),
        ("path: position, equals: Điều dưỡng", False),
        ("'path': 'adopted_by[].unit', one_of: [vp, duoc]", False),
        ("path: adopted_by.unit, one_of: [vp]", True),
        ("path: progress.approved.by, present: true", False),
    ],
)
def test_field_checks(site: Callable[..., Path], told: Callable[..., Any], check: str, unmet: bool) -> None:
    """A field is asked to be present, absent, equal to a value or one of some; in a list any item may satisfy it."""
    root = site()
    edit(root, CRITERIA, "path: staff_category, one_of: [public-employee, worker]", check)
    assert bool(told(root, "criterion-unmet")) is unmet


@pytest.mark.parametrize(
    "bad",
    [
        ("check: {evidence: {min: 1, requires: [source], expects: [measure]}}", "check: {evidence: {min: 0}}"),
        ("requires: [source]", "requires: [sorce]"),
        ("path: staff_category", "path: staff_catgory"),
        (", one_of: [public-employee, worker]", ""),
        ("for: {category: [nurse]}", "for: {category: [nurses]}"),
        ("for: {unit: [noi]", "for: {unit: [nuoi]"),
        ("check: {unit_criteria: {min: 1}}", "check: {unit_criteria: {min: 1}, evidence: {min: 1}}"),
        ("check: {unit_criteria: {min: 1}}", "check: {}"),
        ("check: {unit_criteria: {min: 1}}", "check: {votes: {min: 1}}"),
        ("- id: A-5", "- id: A-4"),
        ("severity: {discovered: info", "severity: {discoverd: info"),
        ("continuous_years: 2", "continuous_years: maybe"),
        ("set_by: {unit: noi", "set_by: {unit: nobody"),
        ("  - id: A-2\n", "  - label: {vi: x}\n"),
    ],
)
def test_a_wrong_criteria_file_is_told_and_ends_with_two(
    site: Callable[..., Path], run: Callable[..., Ran], bad: tuple[str, str]
) -> None:
    """The criteria file is itself checked: status 2, findings in that file, nothing else judged."""
    root = site()
    edit(root, CRITERIA, *bad)
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2
    found = json.loads(ran.out)["findings"]
    assert found and {f["file"] for f in found} == {CRITERIA}
    assert run("--root", root, "build").status == 2 and not (root / "output").exists()
