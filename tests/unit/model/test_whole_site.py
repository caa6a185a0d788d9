"""The site that shows everything: every document that has a page, counted and printed as if it were not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from guongsang.model.assembly import make_site
from guongsang.model.site import Site, Wishes
from unit.support import CAMPAIGN, MAI, PLAN, changed, judge_site

PAGE = "content/pages/about.vi.md"


def whole(root: Path, *layers: dict[str, str]) -> Site:
    """Make the site that shows everything, knowing the one that would be published."""
    content, judgement = judge_site(root, *layers)
    made = make_site(content, judgement, Wishes(everything=True))
    return replace(made, published=make_site(content, judgement, Wishes()))


@pytest.mark.parametrize(
    "changes",
    [
        [("unit: noi", "unit: noi\ndraft: true")],
        [("position: Điều dưỡng", "position: '[[chức vụ]]'")],
        [("position: Điều dưỡng", "postion: Điều dưỡng")],
        [("name: [site, print]", "name: []")],
        [("  registered: {on: 2024-03-10}\n", "")],
        [("  discovered: {on: 2024-02-20}\n  registered: {on: 2024-03-10}\n", "")],
        [("story: [site, print]", "story: [print]")],
        [("registered: {on: 2024-03-10}", "approved: {on: 2024-03-10, by: A, fingerprint: '000000000000'}")],
    ],
)
def test_a_profile_that_is_not_published_is_shown(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    """Whatever keeps it back; it stands on no paper, and no unit counts it as published."""
    site = whole(tmp_path, changed(MAI, *changes))
    assert site.published and not site.published.profiles
    assert list(site.by_id) == ["2024/noi-01"] and not site.by_id["2024/noi-01"].on_paper
    assert not site.on_paper and site.progress["2024"].with_exemplar == 0
    assert site.left_out == site.published.left_out


def test_a_withdrawn_profile_is_a_notice(tmp_path: Path) -> None:
    """Also one that was never published."""
    withdrawn = ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")
    site = whole(tmp_path, changed(MAI, withdrawn, ("  registered: {on: 2024-03-10}\n", "")))
    assert not site.profiles and [notice.id for notice in site.withdrawn] == ["2024/noi-01"]


def test_what_belongs_to_a_draft_campaign_is_shown(tmp_path: Path) -> None:
    """The campaign, its criteria, its plan and its profile."""
    site = whole(tmp_path, changed(CAMPAIGN, ("criteria: 2024", "criteria: 2024\ndraft: true")))
    assert [d.id for d in site.documents] == ["2024/noi-01", "2024/noi", "2024"] and list(site.criteria) == ["2024"]
    assert site.published and not site.published.documents


def test_drafts_of_other_kinds_are_shown(tmp_path: Path) -> None:
    """A free page and a plan."""
    page = {PAGE: "---\ntitle: Giới thiệu\ndraft: true\n---\nTrang này.\n"}
    site = whole(tmp_path, page, changed(PLAN, ("completed_on", "draft: true\ncompleted_on")))
    assert len(site.pages) == 1 and len(site.plans) == 1
    assert site.published and not site.published.pages and not site.published.plans


def test_a_sound_site_is_the_same(tmp_path: Path) -> None:
    """Where nothing is held back, everything is what is published."""
    site = whole(tmp_path)
    assert site.published and site.documents == site.published.documents and site.on_paper == site.published.on_paper
