"""The quota: what each unit has registered."""

from datetime import date
from pathlib import Path

import pytest

from unit.support import CAMPAIGN, MAI, changed, judge_site


@pytest.mark.parametrize(
    ("file", "change", "today", "units"),
    [
        (MAI, ("unit: noi", "unit: noi"), date(2024, 2, 29), []),
        (MAI, ("unit: noi", "unit: noi"), date(2024, 3, 1), ["duoc"]),
        (MAI, ("  registered: {on: 2024-03-10}\n", ""), date(2024, 6, 1), ["noi", "duoc"]),
        (MAI, ("unit: noi", "unit: noi\ndraft: true"), date(2024, 6, 1), ["noi", "duoc"]),
        (
            MAI,
            ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"),
            date(2024, 6, 1),
            ["noi", "duoc"],
        ),
        (MAI, ("unit: noi", "unit: duoc"), date(2024, 6, 1), ["noi"]),
        (CAMPAIGN, ("min: 1", "min: 2"), date(2024, 6, 1), ["noi", "duoc"]),
        (CAMPAIGN, ("min: 1", "min: 1, counts: [ward]"), date(2024, 6, 1), ["noi", "duoc"]),
        (CAMPAIGN, ("min: 1", "min: 1, counts: [nurse]"), date(2024, 6, 1), ["duoc"]),
        (CAMPAIGN, ('quota: {min: 1, section: "3"}\n', ""), date(2024, 6, 1), []),
    ],
)
def test_units_that_owe_are_told_in_their_order(
    tmp_path: Path, file: str, change: tuple[str, str], today: date, units: list[str]
) -> None:
    """Only registered profiles count that are no drafts, not withdrawn and of a category that counts."""
    _, judgement = judge_site(tmp_path, changed(file, change), today=today)
    found = [f for f in judgement.findings if f.code == "quota-unmet"]
    assert sorted(str(f.unit) for f in found) == sorted(units)
    assert all(f.severity == "warning" and f.place.file == CAMPAIGN for f in found)


@pytest.mark.parametrize(
    ("row", "owes"),
    [
        ("quota: false", False),
        ("active_to: 2023-12-31", False),
        ("active_from: 2024-03-31", True),
        ("active_from: 2024-04-01", False),
    ],
)
def test_a_unit_owes_where_it_is_marked_and_existed_in_the_window(tmp_path: Path, row: str, owes: bool) -> None:
    """One day in the window of registration is enough."""
    units = changed("content/units.yaml", ("en: Pharmacy}", f"en: Pharmacy}}, {row}"))
    _, judgement = judge_site(tmp_path, units)
    assert ("duoc" in [f.unit for f in judgement.findings if f.code == "quota-unmet"]) is owes


@pytest.mark.parametrize(
    ("how", "into", "day", "units"),
    [
        ("renamed", "[moi]", "2024-03-15", ["duoc"]),
        ("merged", "[duoc]", "2024-03-15", ["moi"]),
        ("split", "[duoc, moi]", "2024-03-15", []),
        ("dissolved", "[]", "2024-03-15", ["moi", "duoc"]),
        ("renamed", "[moi]", "2024-04-02", ["duoc"]),
        ("merged", "[moi]", "2024-02-15", ["duoc", "moi"]),
    ],
)
def test_what_a_closed_unit_registered_counts_for_those_it_went_into(
    tmp_path: Path, how: str, into: str, day: str, units: list[str]
) -> None:
    """In the window in which it was closed, and nothing more is asked of it then."""
    rows = (
        f"units:\n  - {{id: noi, name: {{vi: Khoa Nội}}, closed: {{on: {day}, how: {how}, into: {into}}}}}\n"
        "  - {id: duoc, name: {vi: Khoa Dược}}\n  - {id: moi, name: {vi: Khoa Mới}}\n"
    )
    _, judgement = judge_site(tmp_path, {"content/units.yaml": rows})
    told = [f.unit for f in judgement.findings if f.code == "quota-unmet"]
    plans = [f.unit for f in judgement.findings if f.code == "plan-missing"]
    assert sorted(map(str, told)) == sorted(map(str, plans)) == sorted(units)
