"""What a campaign's days mean."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.judge.dates import (
    campaign_year,
    campaign_years,
    days_of_campaign,
    outside_year,
    owing_units,
    plans_of,
    registration_is_open,
    span_of,
)
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from unit.support import CAMPAIGN, changed, read_site


@pytest.mark.parametrize(
    ("name", "years", "days"),
    [
        ("2024", (2024,), (date(2024, 1, 1), date(2024, 12, 31))),
        ("2022-2023", (2022, 2023), (date(2022, 1, 1), date(2023, 12, 31))),
        ("mua-he-2024", (2024,), (date(2024, 1, 1), date(2024, 12, 31))),
        ("mua-he", (), None),
        ("0000", (0,), None),
        ("20245", (), None),
    ],
)
def test_a_campaign_has_the_years_of_its_name(
    name: str, years: tuple[int, ...], days: tuple[date, date] | None
) -> None:
    """From the first day of the first to the last of the last."""
    assert campaign_years(name) == years
    assert campaign_year(name) == (years[0] if years else None)
    assert days_of_campaign(name) == days


def campaign(root: Path, *changes: tuple[str, str]) -> Entry[Campaign]:
    """Read the campaign of the small site."""
    return read_site(root, changed(CAMPAIGN, *changes)).campaigns[0]


@pytest.mark.parametrize(
    ("change", "span"),
    [
        (("criteria: 2024", "criteria: 2024"), (date(2024, 3, 1), date(2024, 3, 31))),
        (("from: 2024-03-01, to: 2024-03-31, ", ""), (date(2024, 1, 1), date(2024, 12, 31))),
        (("from: 2024-03-01, ", ""), (date(2024, 1, 1), date(2024, 3, 31))),
        (("to: 2024-03-31", "to: 2024-02-01"), (date(2024, 3, 1), date(2024, 3, 1))),
    ],
)
def test_the_days_of_a_campaign_are_its_window_else_its_year(
    tmp_path: Path, change: tuple[str, str], span: tuple[date, date]
) -> None:
    """They never end before they begin."""
    assert span_of(campaign(tmp_path, change)) == span


@pytest.mark.parametrize(
    ("today", "opened"),
    [
        (date(2024, 2, 29), False),
        (date(2024, 3, 1), True),
    ],
)
def test_a_window_is_open_from_its_first_day_on(tmp_path: Path, today: date, opened: bool) -> None:
    """One that has no date is always open."""
    assert registration_is_open(campaign(tmp_path), today) is opened


def test_units_of_former_times_owe_nothing(tmp_path: Path) -> None:
    """In the order of the units file."""
    content = read_site(tmp_path)
    one = content.campaigns[0]
    assert [unit.id for unit in owing_units(content, one)] == ["noi", "duoc"]
    assert [entry.id for entry in plans_of(content, one)] == ["2024/noi"]


@pytest.mark.parametrize(
    ("day", "told"),
    [(None, 0), (date(2024, 1, 1), 0), (date(2024, 12, 31), 0), (date(2023, 12, 31), 1), (date(2025, 1, 1), 1)],
)
def test_a_date_of_another_year_is_told(tmp_path: Path, day: date | None, told: int) -> None:
    """No date is none of another year."""
    one = campaign(tmp_path)
    found = list(outside_year(one, one, day, "criteria", section="3"))
    assert len(found) == told
    assert all(f.section == "3" and f.code == "year-mismatch" for f in found)
