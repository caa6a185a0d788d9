"""New reviews have the campaign's figures and sections; new bulletins the next number."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit

REVIEW = "content/reviews/2024.vi.md"


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Make a site whose campaign has no review yet."""
    made = site()
    for file in (made / "content/reviews").iterdir():
        file.unlink()
    return made


def reviewed(run: Callable[..., Ran], root: Path, *words: str) -> str:
    """Make the review and return its text."""
    ran = run("--root", root, "--today", "2024-12-01", "new", "review", "--yes", *words)
    assert (ran.status, ran.out) == (0, REVIEW + "\n"), ran
    return (root / REVIEW).read_text(encoding="utf-8")


def test_the_figures_of_the_campaign_are_filled_in(root: Path, run: Callable[..., Ran]) -> None:
    """Registered, by category and by unit, late plans, honoured; no name of anybody."""
    edit(root, P1, "  registered:", "  honoured: {on: 2024-10-10}\n  registered:")
    text = reviewed(run, root)
    assert "| Gương đã đăng ký | 2 |" in text and "| Đơn vị đã đăng ký | 1 |" in text
    assert "| Biểu dương | 1 |" in text and "| Khoa Nội | 2 |" in text
    assert "Buồng số 3" not in text


def test_units_that_owe_nothing_are_counted_too(root: Path, run: Callable[..., Ran]) -> None:
    """The rows of the units add up to all that is registered."""
    units = root / "content/units.yaml"
    changed = units.read_text(encoding="utf-8").replace("id: noi,", "id: noi, quota: false,")
    assert "quota: false" in changed
    units.write_text(changed, encoding="utf-8")
    assert "| Khoa Nội | 2 | – | 0 |" in reviewed(run, root)


def test_withdrawn_and_draft_profiles_are_not_counted(root: Path, run: Callable[..., Ran]) -> None:
    """What is withdrawn is counted as such, a draft not at all."""
    edit(root, P1, "unit: noi", "unit: noi\nwithdrawn: {on: 2024-11-11, reason: revoked}")
    text = reviewed(run, root)
    assert "| Gương đã đăng ký | 1 |" in text and "| Đã gỡ | 1 |" in text


def test_the_sections_are_those_that_the_campaign_asks_for(root: Path, run: Callable[..., Ran]) -> None:
    """Each has its heading and a mark that says what to write."""
    edit(
        root,
        "content/campaigns/2024.vi.md",
        "publish_from:",
        "review: {sections: [{vi: Phát hiện, en: Finding}, {vi: Bài học, en: Lessons}]}\npublish_from:",
    )
    text = reviewed(run, root, "--title", "Tổng kết", "--held-on", "20/11/2024", "--document", "05/BB")
    assert text.index("## Phát hiện\n\n[[") < text.index("## Bài học\n\n[[")
    assert "title: Tổng kết\n" in text and "held_on: 2024-11-20\n" in text and 'document: "05/BB"\n' in text


def test_a_new_review_has_no_error(root: Path, run: Callable[..., Ran]) -> None:
    """It is a draft with places to fill, and nothing else is told of it."""
    reviewed(run, root)
    told = json.loads(run("--root", root, "check", "--format", "json", REVIEW).out)["findings"]
    assert {f["code"] for f in told} <= {"to-fill-in", "untranslated"}
    assert run("--root", root, "build", "--no-print").status == 0


def test_a_second_review_is_refused(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """There is one review of a campaign, and it is left as it is."""
    root = site()
    before = (root / REVIEW).read_bytes()
    ran = run("--root", root, "--lang", "en", "new", "review", "--yes")
    assert ran.status == 2 and "exists already" in ran.err and (root / REVIEW).read_bytes() == before


@pytest.mark.parametrize(
    ("agreed", "lines"),
    [
        ("name,photo,story", "name: [site, print]\n  photo: [site, print]\n  story: [site, print]"),
        ("story", "name: []\n  photo: []\n  story: [site, print]"),
        ("none", "name: []\n  photo: []\n  story: []"),
        ("không", "name: []\n  photo: []\n  story: []"),
        ("3, 1", "name: [site, print]\n  photo: []\n  story: [site, print]"),
    ],
)
def test_what_a_person_agreed_to_is_written(
    agreed: str, lines: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """What was not named is not agreed to; nothing at all is an answer."""
    root = site()
    made = run("--root", root, "new", "exemplar", "--yes", "--unit", "noi", "--consent", agreed).out.strip()
    assert lines in (root / made).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "new"),
    [("1", "2"), ("01", "02"), ("09", "10"), ("99", "100"), ("Số đặc biệt", None)],
)
def test_a_bulletin_gets_the_next_number(
    number: str, new: str | None, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """As wide as the last; where that is no plain number, it is to be filled in."""
    root = site()
    file = next((root / "content/bulletins").glob("*.vi.md"))
    lines = file.read_text(encoding="utf-8").split("\n")
    changed = [f'number: "{number}"' if line.startswith("number:") else line for line in lines]
    file.write_text("\n".join(changed), encoding="utf-8")
    made = run("--root", root, "--today", "2024-12-01", "new", "bulletin", "--yes").out.strip()
    wanted = f'number: "{new}"\n' if new else "number: >-\n  [["
    assert wanted in (root / made).read_text(encoding="utf-8")
