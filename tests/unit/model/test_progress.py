"""The board of a campaign: how far each unit is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from guongsang.model.progress import CampaignProgress
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, made_site


def board(root: Path, *layers: Mapping[str, str | None]) -> CampaignProgress:
    """Return the board of the small site's campaign."""
    return made_site(root, *layers).progress["2024"]


def test_units_that_owe_stand_in_their_order(tmp_path: Path) -> None:
    """With what they have registered, planned and published; the others are not on it."""
    made = board(tmp_path)
    noi, duoc = made.rows
    assert (noi.unit.id, noi.state, noi.registered, noi.planned) == (
        "noi",
        "published",
        date(2024, 3, 10),
        date(2024, 4, 10),
    )
    assert (noi.published, noi.adopted, noi.outside, noi.late) == (1, 0, False, False)
    assert (duoc.unit.id, duoc.state, duoc.registered, duoc.planned) == ("duoc", "none", None, None)
    assert (made.registered, made.planned, made.late, made.with_exemplar) == (1, 1, 0, 1)


@pytest.mark.parametrize(
    ("file", "change", "state"),
    [
        (MAI, ("unit: noi", "unit: noi\ndraft: true"), "none"),
        (MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"), "withdrawn"),
        (MAI, ("story: [site, print]", "story: []"), "registered"),
        (MAI, ("  registered: {on: 2024-03-10}\n", ""), "none"),
        (MAI, ("unit: noi", "unit: duoc"), "none"),
    ],
)
def test_a_unit_is_as_far_as_its_profiles(tmp_path: Path, file: str, change: tuple[str, str], state: str) -> None:
    """Published, registered, withdrawn, or nothing."""
    assert board(tmp_path, changed(file, change)).rows[0].state == state


@pytest.mark.parametrize(
    ("file", "change", "outside", "late"),
    [
        (MAI, ("registered: {on: 2024-03-10}", "registered: {on: 2024-04-01}"), True, False),
        (MAI, ("registered: {on: 2024-03-10}", "registered: {on: 2024-03-31}"), False, False),
        (PLAN, ("completed_on: 2024-04-10", "completed_on: 2024-04-15"), False, True),
        (PLAN, ("completed_on: 2024-04-10", "completed_on: 2024-04-14"), False, False),
    ],
)
def test_what_came_outside_its_time_is_marked(
    tmp_path: Path, file: str, change: tuple[str, str], outside: bool, late: bool
) -> None:
    """A registration outside the window, a plan on its day or later."""
    row = board(tmp_path, changed(file, change)).rows[0]
    assert (row.outside, row.late) == (outside, late)


def test_units_that_adopted_a_profile_are_counted_once(tmp_path: Path) -> None:
    """However often they did."""
    rows = "adopted_by: [{unit: duoc, on: 2024-05-01}, {unit: duoc, on: 2024-05-02}, {unit: noi, on: 2024-05-03}]"
    assert board(tmp_path, changed(MAI, ("unit: noi", f"unit: noi\n{rows}"))).rows[0].adopted == 2


def test_a_draft_of_a_plan_is_none(tmp_path: Path) -> None:
    """Its date does not count yet."""
    made = board(tmp_path, {PLAN: SITE[PLAN].replace("completed_on", "draft: true\ncompleted_on")})
    assert made.rows[0].planned is None and made.planned == 0


def test_the_first_registration_of_a_unit_counts(tmp_path: Path) -> None:
    """However many it has; each that is published is counted."""
    text = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")
    row = board(tmp_path, {MAI.replace("01", "02"): text.replace("2024-03-10", "2024-03-07")}).rows[0]
    assert (row.registered, row.published) == (date(2024, 3, 7), 2)


@pytest.mark.parametrize(
    "change",
    [
        ('  register: {from: 2024-03-01, to: 2024-03-31, section: "3"}\n', ""),
        ("  before: 2024-04-15\n", ""),
    ],
)
def test_without_a_time_nothing_is_outside_it(tmp_path: Path, change: tuple[str, str]) -> None:
    """Neither a registration nor a plan."""
    late = changed(MAI, ("registered: {on: 2024-03-10}", "registered: {on: 2024-03-31}"))
    row = board(tmp_path, late, changed(CAMPAIGN, change)).rows[0]
    assert (row.outside, row.late) == (False, False)


def test_each_campaign_counts_its_own_profiles(tmp_path: Path) -> None:
    """A unit may have an exemplar in one and nothing in another."""
    files = {
        "content/campaigns/2023.vi.md": SITE[CAMPAIGN].replace("2024-", "2023-").replace("năm 2024", "năm 2023"),
    }
    site = made_site(tmp_path, files)
    assert {slug: [row.state for row in made.rows] for slug, made in site.progress.items()} == {
        "2024": ["published", "none"],
        "2023": ["none", "none"],
    }
    assert (site.progress["2023"].registered, site.progress["2023"].with_exemplar) == (0, 0)
