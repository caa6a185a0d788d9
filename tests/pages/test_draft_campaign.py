"""A campaign that is a draft publishes nothing of itself, and what belongs to it says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit, tree, write

CAMPAIGN = "content/campaigns/2024.vi.md"
BUILD = ("--lang", "en", "build")
WORDS = ("Lê Thử Mai", "Khay thuốc", "Buồng số 3", "Việc hay năm 2024", "Việc làm có nguồn", "noi-01", "a-1")
"""What stands in the campaign, its profiles, its criteria and their addresses."""


@pytest.fixture
def drafted(site: Callable[..., Path]) -> Path:
    """Make the campaign of the good site a draft; another, published one has one profile."""
    root = site()
    edit(root, CAMPAIGN, "criteria: 2024", "criteria: 2024\ndraft: true")
    return root


def test_nothing_of_it_is_published(drafted: Path, run: Callable[..., Ran]) -> None:
    """No profile, plan, review, criterion, year, bulletin, feed, search or paper holds a word of it."""
    assert run("--root", drafted, *BUILD).status == 0
    made = tree(drafted / "output")
    del made["office/withheld.json"]  # which ids may not be shown, for `publish` and `verify`
    assert not [name for name in made if name.endswith(".pdf") or "2024" in name or name.startswith("office/")]
    texts = {name: data.decode("utf-8", "replace") for name, data in made.items() if name != "manifest.json"}
    assert not [(name, word) for name, text in texts.items() for word in WORDS if word in text or word in name]


def test_each_document_of_it_says_why(drafted: Path, run: Callable[..., Ran]) -> None:
    """The list at the end of the build and `explain` say that the campaign is a draft, and where that stands."""
    ran = run("--root", drafted, *BUILD)
    kinds = ("exemplars/2024/noi-01", "exemplars/2024/noi-02", "plans/2024/noi", "reviews/2024", "bulletins/2024-05")
    for stem in kinds:
        assert f"  content/{stem}.vi.md: its campaign is a draft\n" in ran.err
        told = run("--root", drafted, "--lang", "en", "explain", f"content/{stem}.vi.md").out
        assert f"its campaign 2024 is a draft; remove “draft: true” in {CAMPAIGN}" in told


def test_with_drafts_it_is_shown(drafted: Path, run: Callable[..., Ran]) -> None:
    """`--drafts` shows the campaign with all that belongs to it."""
    assert run("--root", drafted, *BUILD, "--no-print", "--drafts").status == 0
    assert (drafted / "output/site/vi/guong/2024/noi-01.html").is_file()


def test_another_campaign_shows_none_of_it(drafted: Path, run: Callable[..., Ran]) -> None:
    """A bulletin of two campaigns, and criteria that both use, show what is published only."""
    text = (drafted / CAMPAIGN).read_text(encoding="utf-8").replace("draft: true\n", "").replace("2024-", "2023-")
    write(drafted, "content/campaigns/2023.vi.md", text.replace("năm 2024", "năm 2023"))
    profile = (drafted / "content/exemplars/2024/noi-02.vi.md").read_text(encoding="utf-8").replace("2024-", "2023-")
    write(
        drafted, "content/exemplars/2023/noi-09.vi.md", profile.replace("\nphoto", "\n#photo").replace("số 3", "số 9")
    )
    bulletin = "content/bulletins/2024-05.vi.md"
    edit(drafted, bulletin, "select: {campaign: 2024, stage: registered}", "exemplars: [2024/noi-01, 2023/noi-09]")
    assert run("--root", drafted, *BUILD, "--no-print").status == 0
    made = {name: data.decode("utf-8", "replace") for name, data in tree(drafted / "output/site").items()}
    assert any("số 9" in text for text in made.values()) and "vi/ban-tin/2024-05.html" in made
    assert not [(n, w) for n, text in made.items() for w in ("Lê Thử Mai", "Khay thuốc", "Buồng số 3") if w in text]
