"""What the search marks in scripts that write no blanks between words: stretches that were typed, no single letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.program import run_program
from support.search_page import Search
from support.server import Published

PROFILE = "content/exemplars/2024/noi-01.vi.md"
TEXTS = (
    "优秀工作者努力工作，作者是优等生。",
    "បុគ្គលគំរូល្អ និងគំរូថ្មី។",
    "พยาบาลดีเด่นดูแลผู้ป่วย",
    "業務改善で時間を短縮した。",
    "ຄົນດີເປັນແບບຢ່າງ",
    "开头" + "一二三四五六七八九十" * 60 + "末尾目标在此",
)


@pytest.fixture
def typed(page: Page, site: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> Search:
    """Return the search of a site with texts in such scripts."""
    root = site()
    file = root / PROFILE
    file.write_text(file.read_text(encoding="utf-8") + "\n\n" + "\n\n".join(TEXTS) + "\n", encoding="utf-8")
    ran = run_program(capsys, "--root", root, "--today", "2024-06-01", "build", "--no-print")
    assert ran.status == 0, ran.out + ran.err
    return Search(page, Published(root / "output/site", ""), "file").open("x")


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("工作者", {"工作者", "工作", "作者"}),
        ("优秀", {"优秀"}),
        ("作者优秀", {"优秀", "作者"}),
        ("优", {"优"}),
        ("គំរូ", {"គំរូ"}),
        ("គំរូល្អ", {"គំរូល្អ", "គំរូ"}),
        ("ดูแล", {"ดูแล"}),
        ("業務改善", {"業務改善"}),
        ("ແບບຢ່າງ", {"ແບບຢ່າງ"}),
    ],
)
def test_stretches_are_marked_as_they_were_typed(typed: Search, query: str, marked: set[str]) -> None:
    """Neighbours that were typed side by side are one mark; a letter typed alone is marked alone."""
    assert typed.type(query).count == 1
    assert typed.marked == marked


def test_an_excerpt_without_blanks_shows_the_find(typed: Search) -> None:
    """Where there is no blank to cut at, a long text is cut between letters, near what was found."""
    assert typed.type("目标").marked == {"目标"}
    shown = typed.page.locator("#hits p:last-child").first.inner_text()
    assert shown.startswith("… ") and len(shown) < 320
