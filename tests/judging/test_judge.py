"""What a campaign asks of its units and when, and which findings are told and stop a build."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support.good import P1, P2
from support.program import Ran
from support.site import edit, owe

CAMPAIGN = "content/campaigns/2024.vi.md"


def test_what_is_asked_depends_on_the_day_and_on_closing(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Nothing is owed before registration opens, a review only once its window has.

    And nothing in a closed campaign.
    """
    root = site()
    owe(root)
    owed = ("quota-unmet", "plan-missing", "review-due")
    edit(root, "content/reviews/2024.vi.md", "held_on: 2024-11-20\n", "")
    assert told(root, *owed, today="2024-02-29") == []
    assert {f["code"] for f in told(root, *owed, today="2024-03-01")} == {"quota-unmet", "plan-missing"}
    assert {f["code"] for f in told(root, *owed, today="2024-11-01")} == set(owed)
    edit(root, CAMPAIGN, "publish_from: registered", "publish_from: registered\nclosed: true")
    assert told(root, *owed) == []


def test_quota_counts_only_what_counts(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Categories outside `counts`, withdrawn and unregistered profiles do not fill a quota."""
    root = site()
    assert told(root, "quota-unmet") == []
    edit(root, CAMPAIGN, "quota: {min: 1", "quota: {min: 2")
    assert len(told(root, "quota-unmet")) == 0
    edit(root, CAMPAIGN, "quota: {min: 2", "quota: {min: 2, counts: [ward]")
    assert len(told(root, "quota-unmet")) == 1
    edit(root, CAMPAIGN, "quota: {min: 2, counts: [ward]", "quota: {min: 1, counts: [ward]")
    assert told(root, "quota-unmet") == []
    edit(root, P2, "photo: noi-02.png", "withdrawn: {on: 2024-06-01, reason: revoked}\nphoto: noi-02.png")
    assert len(told(root, "quota-unmet")) == 1
    edit(root, P2, "withdrawn: {on: 2024-06-01, reason: revoked}\n", "")
    assert told(root, "quota-unmet") == []
    edit(root, P2, "  registered: {on: 2024-03-12}", "  discovered: {on: 2024-03-12}")
    assert len(told(root, "quota-unmet")) == 1


def test_allow_brings_a_finding_down_with_its_reason(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """An allowed finding becomes information with the reason; one that hinders reading cannot be allowed."""
    root = site()
    edit(root, P1, "registered: {on: 2024-03-10}", "registered: {on: 2024-04-01}")
    edit(root, P1, "sample: true", "sample: true\nallow: [{code: outside-window, reason: Thư đến muộn}]")
    finding = told(root, "outside-window")[0]
    assert finding["severity"] == "info" and "Thư đến muộn" in finding["message"]
    edit(root, P1, "code: outside-window", "code: missing-image")
    assert [f["line"] for f in told(root, "bad-value")]


def test_drafts_do_not_block(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Errors of a draft are told and do not stop a build; the draft is nowhere in the output."""
    root = site()
    edit(root, P2, "category: ward", "category: no-such\ndraft: true")
    assert run("--root", root, "check").status == 0
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and not (root / "output/site/vi/guong/2024/noi-02.html").exists()
    assert run("--root", root, "--today", "2025-01-15", "check", "--strict").status == 0
    edit(root, P2, "\ndraft: true", "")
    assert run("--root", root, "check").status == 1


def test_files_limit_what_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The whole site is read, only the named files are told and decide the status."""
    root = site()
    edit(root, P1, "category: nurse", "category: nobody")
    assert run("--root", root, "check", root / P2).status == 0
    ran = run("--root", root, "check", "--format", "json", P1)
    assert ran.status == 1 and {f["file"] for f in json.loads(ran.out)["findings"]} == {P1}
    assert run("--root", root, "check", "content/khong-co.md").status == 2


def test_errors_in_what_only_drafts_use_do_not_block(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A draft's broken picture and its unreadable translation do not stop a build either."""
    root = site()
    edit(root, P2, "unit: noi", "unit: noi\ndraft: true")
    (root / "content/exemplars/2024/noi-02.png").write_bytes(b"no picture")
    (root / "content/exemplars/2024/noi-02.en.md").write_text("no front matter", encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0


def test_a_closed_campaign_is_silent(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Nothing of the process is told of a campaign that is closed."""
    silenced = ("year-mismatch", "quota-unmet", "plan-missing")
    root = site()
    owe(root)
    edit(root, CAMPAIGN, "register: {from: 2024-03-01", "register: {from: 2023-03-01")
    assert {f["code"] for f in told(root, *silenced)} == set(silenced)
    edit(root, CAMPAIGN, "publish_from: registered", "publish_from: registered\nclosed: true")
    assert told(root, *silenced) == []
