"""The second example site: a department after a merger."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import PROJECT

EXAMPLE = "an-moi"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Copy the example into a temporary folder, without what a build left there."""
    leave = shutil.ignore_patterns("output", ".cache", ".vscode")
    return shutil.copytree(PROJECT / "examples" / EXAMPLE, tmp_path / EXAMPLE, ignore=leave)


def page(root: Path, name: str) -> str:
    """The words of a page that is published, in one line."""
    text = re.sub(r"<[^>]+>", "", (root / "output/site" / name).read_text(encoding="utf-8"))
    return " ".join(text.split())


@pytest.mark.parametrize("today", ["2025-12-01", "2026-11-24"])
def test_nothing_is_told_of_the_example(example: Path, run: Callable[..., Ran], today: str) -> None:
    """It has no errors and no warnings, neither in its year nor later."""
    ran = run("--root", example, "--today", today, "check", "--format", "json")
    assert (ran.status, ran.findings()) == (0, [])


def test_former_units_and_their_exemplars_are_reached(example: Path, run: Callable[..., Ran]) -> None:
    """In both languages, from the units of today; exemplars of former years bear the name of their time."""
    assert run("--root", example, "--today", "2025-12-01", "build", "--no-print").status == 0
    today = page(example, "en/units/htgt/index.html")
    assert "It took over the work of Transport Infrastructure Division. 1 exemplar" in today
    former = page(example, "vi/don-vi/kcht/index.html")
    assert "Sáp nhập vào đơn vị khác từ ngày 01/3/2025, theo 00/QĐ-UBND." in former
    assert "Công việc đã chuyển cho Phòng Hạ tầng và An toàn giao thông." in former
    assert "Sổ tay cầu nhỏ trên điện thoại" in former
    assert "Transport Infrastructure Division" in page(example, "en/exemplars/2024/kcht-01.html")


def test_a_campaign_says_what_replaced_its_bases(example: Path, run: Callable[..., Ran]) -> None:
    """With the day from which that is in force, also where its own day was before."""
    assert run("--root", example, "--today", "2025-12-01", "build", "--no-print").status == 0
    assert "Replaced by 152/2025/NĐ-CP, from 1 July 2025 on" in page(example, "en/campaigns/2024.html")
    assert "Được thay thế bằng 152/2025/NĐ-CP từ ngày 01/7/2025" in page(example, "vi/dot/2024.html")
    assert "Replaced by" not in page(example, "en/campaigns/2025.html")


def test_the_example_cites_what_is_in_force(example: Path, run: Callable[..., Ran]) -> None:
    """A decree of the year before is told with what replaced it."""
    campaign = example / "content/campaigns/2025.vi.md"
    campaign.write_text(campaign.read_text(encoding="utf-8").replace("152/2025", "98/2023"), encoding="utf-8")
    ran = run("--root", example, "--today", "2025-12-01", "--lang", "en", "check", "--format", "json")
    told = [(f["code"], f["hint"]) for f in ran.findings() if f["code"] == "basis-not-in-force"]
    assert len(told) == 1 and "152/2025/NĐ-CP" in told[0][1]
