"""Who is the same in several campaigns: by name within a unit and its lineage, or as a profile says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from guongsang.judge.campaign.figures import figures_of
from guongsang.judge.campaign.same_person import other_campaigns
from guongsang.render.images import ImageStore
from guongsang.render.office.registration import registration_table
from guongsang.render.views.context import RenderContext
from guongsang.render.web.other_years import other_years
from unit.support import MAI, SITE, changed, judge_site, made_site

OLD = "content/exemplars/2023/cu-01.vi.md"
UNITS = SITE["content/units.yaml"].replace(
    "active_to: 2020-12-31", "closed: {on: 2024-01-01, how: merged, into: [noi]}"
)


def earlier(*changes: tuple[str, str]) -> Mapping[str, str]:
    """Return a campaign of 2023 in which the same nurse was honoured, with some texts of the profile changed."""
    text = SITE[MAI].replace("2024", "2023").replace("\nevidence", "\n  honoured: {on: 2023-06-01}\nevidence")
    for old, new in (("title: Khay", "title: Tủ"), ("Ghi tên lên khay", "Xếp thuốc theo giờ"), *changes):
        assert old in text
        text = text.replace(old, new)
    campaign = "---\ntitle: Việc hay năm 2023\ncriteria: 2024\npublish_from: registered\n---\nLời.\n"
    return {"content/campaigns/2023.vi.md": campaign, OLD: text, "content/units.yaml": UNITS}


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ([], True),
        ([("Lê Thử Mai", "LÊ  Thử Mai")], True),
        ([("name: Lê Thử Mai", "name: Lê Thử Mái")], False),
        ([("unit: noi", "unit: cu")], True),
        ([("unit: noi", "unit: duoc")], False),
        ([("unit: noi", "unit: duoc\nrelated: [2024/noi-01]")], True),
        ([("name: Lê Thử Mai", "name: Trần Thử Bình\nrelated: [2024/noi-01]")], False),
        ([("category: nurse", "category: ward")], False),
        ([("unit: noi", "unit: noi\ndraft: true")], False),
        ([("unit: noi", "unit: noi\nwithdrawn: {on: 2023-09-01, reason: consent}")], False),
    ],
)
def test_the_same_is_of_one_unit_or_named_as_related(
    tmp_path: Path, changes: list[tuple[str, str]], same: bool
) -> None:
    """Letter case and blanks apart; a name alone, another kind or what is not before the Office is none."""
    content, _ = judge_site(tmp_path, earlier(*changes))
    both = {"2023/cu-01": ("2024/noi-01",), "2024/noi-01": ("2023/cu-01",)}
    assert other_campaigns(content) == (both if same else {})
    honoured = {c.slug: figures_of(content, c)["honoured-again"].ids for c in content.campaigns}
    assert honoured == {"2023": (), "2024": ("2024/noi-01",) if same else ()}


@pytest.mark.parametrize(
    ("channels", "shown"), [("name: [site, print]", ["Honoured"]), ("name: [print]", []), ("name: []", [])]
)
def test_the_site_tells_other_years_by_consent(tmp_path: Path, channels: str, shown: list[str]) -> None:
    """Only where both profiles name the person; the Office's list tells it of everybody."""
    without = ("Điều dưỡng Lê Thử Mai", "Điều dưỡng")
    site = made_site(tmp_path, earlier(("name: [site, print]", channels), without), changed(MAI, without))
    context = RenderContext(site, ImageStore({}, {}), "en")
    told = {p.id: [str(other.stage and other.stage.text) for other in other_years(context, p)] for p in site.profiles}
    assert told == {"2023/cu-01": ["Registered"] if shown else [], "2024/noi-01": shown}
    (row,) = registration_table(site, "2024", "vi").rows
    assert "honoured in {year}" in str(row[-1]) and "2023" in str(row[-1])
    (old,) = registration_table(site, "2023", "vi").rows
    assert old[-1] is None
