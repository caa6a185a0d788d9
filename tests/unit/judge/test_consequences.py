"""One slip is one finding: what follows from a field that is wrong is not told beside it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

MAI = "content/exemplars/2024/noi-01.vi.md"
CONSENT = "consent: {on: 2024-03-02, document: DY-01, name: [site, print], photo: [], story: [site, print]}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("unit: noi", "unit: noii", "unknown-unit"),
        ("unit: noi", "unit: Khoa Nội", "unknown-unit"),
        ("unit: noi\n", "", "missing-field"),
        ("unit: noi", "phòng: noi", "unknown-field"),
        ("registered: {on: 2024-03-10}", "registered: {on: 2024-02-31}", "bad-date"),
        ("progress:", "progres:", "unknown-field"),
        ("category: nurse", "category: Điều dưỡng", "unknown-category"),
        ("---\ntitle", "title", "no-front-matter"),
    ],
)
def test_the_quota_is_not_asked_for_a_profile_with_a_slip(
    old: str, new: str, code: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """The only profile of its unit would count but for it; a unit without any profile is still asked."""
    root = site()
    for lang in ("vi", "en"):
        (root / f"content/exemplars/2024/noi-02.{lang}.md").unlink()
    edit(root, "content/plans/2024/noi.vi.md", "exemplars: [noi-01, noi-02]", "exemplars: [noi-01]")
    edit(root, MAI, "[buồng số 3](noi-02.vi.md)", "buồng số 3")
    edit(root, "content/campaigns/2024.vi.md", "quota: {min: 1", "quota: {counts: [nurse], min: 1")
    edit(root, MAI, old, new)
    codes = [f["code"] for f in run("--root", root, "check", "--format", "json").findings()]
    assert code in codes and "quota-unmet" not in codes
    (root / MAI).unlink()
    codes = [f["code"] for f in run("--root", root, "check", "--format", "json").findings()]
    assert "quota-unmet" in codes


def test_other_faults_of_the_file_are_told_beside_a_slip(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What does not follow from it: a wrong date, a link in the body."""
    root = site()
    edit(root, MAI, "title: Khay", 'title: "Khay')
    edit(root, MAI, "registered: {on: 2024-03-10}", "registered: {on: 10/3/2024}")
    edit(root, MAI, "(noi-02.vi.md)", "(noi-09.vi.md)")
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    assert [finding["code"] for finding in json.loads(ran.out)["findings"]] == ["bad-yaml", "bad-date", "dangling-link"]


def test_a_name_stays_hidden_while_its_consent_cannot_be_read(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """What is silent in the own file is still asked of all others, and nothing of the profile is published."""
    root = site()
    edit(root, MAI, CONSENT, "consent: [on")
    edit(root, "content/pages/about.vi.md", "Trang này của", "Chị Lê Thử Mai kể. Trang này của")
    ran = run("--root", root, "build", "--no-print", "--skip-invalid")
    assert "no-consent" in ran.out or "no-consent" in run("--root", root, "check").out
    pages = [p.read_text(encoding="utf-8") for p in (root / "output/site").rglob("*.html")]
    assert not pages or not any("Lê Thử Mai" in page for page in pages)
