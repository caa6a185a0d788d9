"""A year that is wrong in the campaign's file is told there, and not at each document that it touches."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

CAMPAIGN = "content/campaigns/2024.vi.md"
REGISTER = "register: {from: 2024-03-01, to: 2024-03-31"
REVIEW = "review: {from: 2024-11-01, to: 2024-11-30"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("before: 2024-04-15", "before: 2023-04-15"),
        ("before: 2024-04-15", "before: 2014-04-15"),
        ("before: 2024-04-15", "before: 2023-02-28"),
        (REGISTER, "register: {from: 2023-03-01, to: 2023-03-31"),
        (REGISTER, "register: {from: 2042-03-01, to: 2042-03-31"),
        (REGISTER, "register: {from: 2024-03-01, to: 2042-03-31"),
        (REGISTER, "register: {from: 2024-03-01, to: 2025-03-31"),
        (REVIEW, "review: {from: 2023-11-01, to: 2023-11-30"),
        (REVIEW, "review: {from: 2042-11-01, to: 2042-11-30"),
    ],
)
def test_a_wrong_year_of_a_campaign_is_one_finding(
    site: Callable[..., Path], run: Callable[..., Ran], old: str, new: str
) -> None:
    """Plans are not late by it, and no date lies outside a window by it."""
    root = site()
    edit(root, CAMPAIGN, old, new)
    found = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings()
    assert [(f["code"], f["file"]) for f in found] == [("year-mismatch", CAMPAIGN)]


def test_a_day_that_is_outside_in_any_year_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Beside the wrong year of the window."""
    root = site()
    edit(root, CAMPAIGN, REGISTER, "register: {from: 2023-05-01, to: 2023-05-31")
    found = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings()
    assert [f["code"] for f in found] == ["year-mismatch", "outside-window", "outside-window"]
