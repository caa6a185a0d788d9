"""The campaign's own rules: order of dates, windows, plans, review."""

from datetime import date
from pathlib import Path

import pytest

from unit.support import CAMPAIGN, MAI, SITE, changed, codes, judge_site, told

REVIEW = "content/reviews/2024.vi.md"


@pytest.mark.parametrize(
    ("file", "change", "found"),
    [
        (
            MAI,
            ("registered: {on: 2024-03-10}", "registered: {on: 2024-02-10}"),
            [("date-order", "2024-02-10"), ("outside-window", "2024-02-10")],
        ),
        (MAI, ("registered: {on: 2024-03-10}", "registered: {on: 2024-04-01}"), [("outside-window", "2024-04-01")]),
        (MAI, ("registered: {on: 2024-03-10}", "registered: {on: 2024-03-31}"), []),
        (MAI, ("discovered: {on: 2024-02-20}", "discovered: {on: 2023-12-31}"), [("year-mismatch", "2023-12-31")]),
        (CAMPAIGN, ("to: 2024-03-31", "to: 2024-02-01"), [("date-order", "2024-02-01")]),
        (CAMPAIGN, ("before: 2024-04-15", "before: 2023-04-15"), [("year-mismatch", "2023-04-15")]),
        (CAMPAIGN, ("to: 2024-11-30", "to: 2025-01-15"), [("year-mismatch", "2025-01-15")]),
        (
            CAMPAIGN,
            (
                "criteria: 2024",
                "criteria: 2024\ndocument: {on: 2024-01-10}\nlegal_bases: [{number: 1, on: 2024-01-11}]",
            ),
            [("date-order", "2024-01-11")],
        ),
        (
            CAMPAIGN,
            (
                "criteria: 2024",
                "criteria: 2024\ndocument: {on: 2024-01-10}\nlegal_bases: [{number: 1, on: 2019-01-11}]",
            ),
            [],
        ),
    ],
)
def test_dates_are_held_against_one_another_and_the_campaign(
    tmp_path: Path, file: str, change: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    """Each slip is told at its own value."""
    assert [one for one in told(tmp_path, changed(file, change)) if one[0] != "late"] == found


def test_a_registered_profile_stands_in_the_plan_of_its_unit(tmp_path: Path) -> None:
    """Told in the plan, where it is to be added."""
    profile = "content/exemplars/2024/noi-01.vi.md"
    found = told(tmp_path, {profile.replace("01", "02"): SITE[profile].replace("name: ", "name: Tổ ")})
    assert ("not-in-plan", "[noi-01]") in found


@pytest.mark.parametrize(
    ("today", "review", "due"),
    [
        (date(2024, 10, 31), None, False),
        (date(2024, 11, 1), None, True),
        (date(2025, 6, 1), None, True),
        (date(2025, 6, 1), "---\ntitle: Tổng kết năm 2024\nheld_on: 2024-11-20\n---\nXong.\n", False),
        (date(2025, 6, 1), "---\ntitle: Tổng kết năm 2024\n---\nXong.\n", True),
        (date(2025, 6, 1), "cannot be read", False),
    ],
)
def test_a_review_is_due_from_its_window_on(tmp_path: Path, today: date, review: str | None, due: bool) -> None:
    """Until one was held; one that cannot be read is told as that."""
    found = told(tmp_path, {REVIEW: review}, today=today)
    assert ("review-due" in [code for code, _ in found]) is due


def test_a_review_outside_its_window_and_without_a_section_that_is_asked(tmp_path: Path) -> None:
    """Both are told in the review, the section with the heading that was meant."""
    asked = changed(CAMPAIGN, ("quota:", "review: {sections: [{vi: Kết quả, en: Results}]}\nquota:"))
    review = {REVIEW: "---\ntitle: Tổng kết năm 2024\nheld_on: 2024-12-24\n---\n## Kết qủa\n\nXong.\n"}
    _, judgement = judge_site(tmp_path, asked, review)
    found = {f.code: f for f in judgement.findings if f.place.file == REVIEW}
    assert {"outside-window", "review-section-missing"} <= set(found)
    assert found["review-section-missing"].hint.args == {"near": "Kết qủa", "name": "Kết quả"}
    assert found["outside-window"].section == "4"


@pytest.mark.parametrize("mark", ["closed: true", "draft: true"])
def test_a_campaign_that_is_closed_or_a_draft_asks_nothing(tmp_path: Path, mark: str) -> None:
    """Neither quota nor plans nor a review, however late it is."""
    _, judgement = judge_site(
        tmp_path, changed(CAMPAIGN, ("criteria: 2024", f"criteria: 2024\n{mark}")), today=date(2026, 1, 1)
    )
    assert not {"quota-unmet", "plan-missing", "review-due", "late"} & set(codes(judgement.findings))
