"""The windows of a campaign in order."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue
from guongsang.model.campaign_windows import windows_of
from unit.support import CAMPAIGN, changed, read_site

REGISTER = '  register: {from: 2024-03-01, to: 2024-03-31, section: "3"}\n'
REVIEW = '  review: {from: 2024-11-01, to: 2024-11-30, section: "4"}\n'
BEFORE = "  before: 2024-04-15\n"


def windows(root: Path, *changes: tuple[str, str]) -> list[tuple[date, date, str, str | None]]:
    """Return the windows of the campaign: first day, last day, kind, section."""
    (campaign,) = read_site(root, changed(CAMPAIGN, *changes)).campaigns
    return [(one.first, one.last, one.kind, one.section) for one in windows_of(campaign)]


def test_registration_plans_nurturing_review(tmp_path: Path) -> None:
    """Each from its first day to its last, the plans until the day before they are due."""
    assert windows(tmp_path) == [
        (date(2024, 3, 1), date(2024, 3, 31), "window", "3"),
        (date(2024, 3, 1), date(2024, 4, 14), "due", "3"),
        (date(2024, 4, 15), date(2024, 10, 31), "window", None),
        (date(2024, 11, 1), date(2024, 11, 30), "window", "4"),
    ]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ([(BEFORE, "")], ["window", "window"]),
        ([(REVIEW, "")], ["window", "due"]),
        ([(REGISTER, "")], ["due", "window", "window"]),
        ([(BEFORE, ""), (REVIEW, "")], ["window"]),
        ([("to: 2024-03-31, ", "")], ["due", "window", "window"]),
        ([("before: 2024-04-15", "before: 2024-12-01")], ["window", "due", "window"]),
    ],
)
def test_what_a_campaign_does_not_say_has_no_window(
    tmp_path: Path, changes: list[tuple[str, str]], kinds: list[str]
) -> None:
    """Half a window is none, and nothing lies between a due date and an earlier review."""
    assert [kind for _, _, kind, _ in windows(tmp_path, *changes)] == kinds


def test_without_a_registration_plans_are_due_within_their_month(tmp_path: Path) -> None:
    """From its first day on."""
    assert windows(tmp_path, (REGISTER, ""))[0][:2] == (date(2024, 4, 1), date(2024, 4, 14))


def test_no_window_ends_before_it_begins(tmp_path: Path) -> None:
    """Whatever slip of the pen a date is."""
    made = windows(tmp_path, ("to: 2024-03-31", "to: 2024-02-01"), ("before: 2024-04-15", "before: 2024-03-01"))
    assert all(first <= last for first, last, _, _ in made)


def test_each_window_says_what_it_is_by_its_days(tmp_path: Path) -> None:
    """Whoever reads it need not look at a drawing."""
    (campaign,) = read_site(tmp_path).campaigns
    assert [Catalogue("en").tell(one.says) for one in windows_of(campaign)] == [
        "Registration: from 1 March 2024 to 31 March 2024",
        "Plans of the units: before 15 April 2024",
        "Nurturing and replication: until 31 October 2024",
        "Review: from 1 November 2024 to 30 November 2024",
    ]
