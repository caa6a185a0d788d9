"""A closed year keeps its addresses and its bytes while the years after it are published."""

from collections.abc import Callable
from pathlib import Path

from support.program import Ran
from support.site import edit

CAMPAIGN = "content/campaigns/2024.vi.md"
P2 = "content/exemplars/2024/noi-02.vi.md"


def files_of(root: Path) -> dict[str, bytes]:
    """Return the files of an output that the site and the Office have of pages, papers and tables."""
    output = root / "output"
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def test_a_closed_year_stays_as_it_is(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Its pages, papers and files of the Office are the same to the byte after a new year is open; no page is gone."""
    root = site()
    edit(root, CAMPAIGN, "criteria: 2024\n", "criteria: 2024\nclosed: true\n")
    assert run("--root", root, "--today", "2025-02-01", "build").status == 0
    before = files_of(root)
    assert run("--root", root, "new", "campaign", "2025", "--from", "2024", "--yes").status == 0
    edit(root, CAMPAIGN.replace("2024", "2025"), "draft: true\n", "")
    text = (root / P2).read_text(encoding="utf-8").replace("2024", "2025").replace("noi-02.png", "../2024/noi-02.png")
    newer = root / "content/exemplars/2025/noi-03.vi.md"
    newer.parent.mkdir()
    newer.write_text(text, encoding="utf-8")
    ran = run("--root", root, "--today", "2025-04-02", "build")
    after = files_of(root)
    assert ran.status == 0 and "site/vi/guong/2025/noi-03.html" in after, ran
    of_the_year = [path for path in before if "2024" in path]
    assert {path.split("/")[0] for path in of_the_year} == {"site", "office"}
    assert [path for path in of_the_year if after.get(path) != before[path]] == []
    assert [path for path in before if path.endswith((".html", ".pdf", ".xml")) and path not in after] == []
