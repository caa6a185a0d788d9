"""The command `todo`: tasks of open campaigns, or of one unit, by its id or its name."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

TODAY = ("--today", "2024-12-01")


def test_overdue_tasks_come_first(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """With how long, who must act, where and what to do; the status is 0."""
    root = site()
    ran = run("--root", root, "--lang", "en", *TODAY, "todo")
    assert ran.status == 0 and ran.out.startswith("To do in 2024, on 1 December 2024: ")
    heads = [line for line in ran.out.splitlines() if " · " in line or line.startswith("content/")]
    late = ["overdue" in line for line in heads]
    assert late == sorted(late, reverse=True) and all("content/" in line for line in heads)


def test_a_build_says_how_much_is_to_be_done(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """As many tasks, and as many of them overdue, as `todo` tells."""
    root = site()
    asked = ("--root", root, "--lang", "en", *TODAY)
    head = re.match(r".*: (\d+) tasks?, of which (\d+) overdue\.", run(*asked, "todo").out)
    assert head and int(head[1]) and int(head[2])
    told = run(*asked, "build", "--no-print").err
    assert f"Still to do in open campaigns: {head[1]}, of which overdue: {head[2]}." in told


@pytest.mark.parametrize("word", ["noi", "Khoa Nội", "khoa noi", "internal medicine"])
def test_a_unit_is_named_by_id_or_name(site: Callable[..., Path], run: Callable[..., Ran], word: str) -> None:
    """In any language of the site, marks apart; its tasks alone are told."""
    root = site()
    ran = run("--root", root, "--lang", "en", *TODAY, "todo", word)
    assert ran.status == 0 and ran.out == run("--root", root, "--lang", "en", *TODAY, "todo", "noi").out


@pytest.mark.parametrize(("word", "says"), [("nio", "noi"), ("khong-co", "its units are"), ("", "its units are")])
def test_an_unknown_unit_is_wrong_use(site: Callable[..., Path], run: Callable[..., Ran], word: str, says: str) -> None:
    """With the nearest that there is, else all of them."""
    ran = run("--root", site(), "--lang", "en", *TODAY, "todo", word)
    assert ran.status == 2 and says in ran.err and not ran.out


def test_a_closed_campaign_asks_for_nothing(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """One sentence says so."""
    root = site()
    edit(root, "content/campaigns/2024.vi.md", "criteria: 2024\n", "criteria: 2024\nclosed: true\n")
    ran = run("--root", root, *TODAY, "todo")
    assert (ran.status, ran.out.strip()) == (0, "Không còn việc nào phải làm.")


def test_a_site_that_cannot_be_judged_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """As by all commands."""
    root = site()
    (root / "content/units.yaml").write_text("units: x\n", encoding="utf-8")
    ran = run("--root", root, "todo")
    assert ran.status == 2 and "units.yaml" in ran.out
