"""Figures of campaigns against a count by hand over made-up campaigns: nothing double, nothing lost."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.judge.campaign.figures import figures_of
from guongsang.judge.campaign.plans import missing_plans
from guongsang.judge.campaign.quota import judge_quota
from guongsang.model.office.board import OfficeYear, office_year
from guongsang.read.content import Content
from guongsang.render.office.board import board_halves, board_table
from guongsang.render.office.registration import registration_table
from guongsang.stages import STAGES
from unit.support import MAI, PLAN, SITE, judge_site, made_site

TODAY = date(2024, 12, 1)
ASKED = ("noi", "duoc")
FORMER = "mot"
UNITS = (*ASKED, FORMER)
CLOSED = "  - {id: mot, name: {vi: Khoa Một, en: Ward One}, closed: {on: 2024-03-15, how: split, into: [noi, duoc]}}\n"
"""A unit that is closed within the window, whose work counts for both that it went into."""
DAYS = {stage: f"2024-{month:02}-15" for month, stage in enumerate(STAGES, 2)}


@dataclass(frozen=True)
class Made:
    """A made-up profile: what of it counts."""

    unit: str
    category: str
    stages: tuple[str, ...]
    leader: bool
    draft: bool
    gone: str | None
    adopted_by: tuple[str, ...]

    def text(self, number: int) -> str:
        """Write it as a contributor would."""
        steps = "".join(f"  {stage}: {{on: {DAYS[stage]}}}\n" for stage in self.stages)
        copies = ", ".join(f"{{unit: {unit}, on: 2024-10-01, result: Có ích}}" for unit in self.adopted_by)
        return (
            f"---\ntitle: Việc số {number}\nname: Lê Thử Số {number}\ncategory: {self.category}\nunit: {self.unit}\n"
            f"summary: Một việc.\nprogress:\n{steps or '  {}'}\nadopted_by: [{copies}]\n"
            f"consent: {{on: 2024-02-01, name: [], photo: [], story: []}}\n"
            + ("leader: true\n" if self.leader else "")
            + ("draft: true\n" if self.draft else "")
            + (f"withdrawn: {{on: 2024-11-01, reason: {self.gone}}}\n" if self.gone else "")
            + "---\n## Cách làm\n\nLàm từng bước.\n"
        )

    @property
    def counts(self) -> bool:
        """Return whether it is before the Office."""
        return not self.draft and not self.gone

    @property
    def registered(self) -> bool:
        """Return whether it has come as far as registration."""
        return self.counts and any(STAGES.index(stage) >= STAGES.index("registered") for stage in self.stages)


PROFILES = st.lists(
    st.builds(
        Made,
        unit=st.sampled_from(UNITS),
        category=st.sampled_from(("nurse", "ward")),
        stages=st.sets(st.sampled_from(STAGES), min_size=1).map(lambda s: tuple(sorted(s, key=STAGES.index))),
        leader=st.booleans(),
        draft=st.booleans(),
        gone=st.sampled_from((None, None, None, "consent", "revoked")),
        adopted_by=st.lists(st.sampled_from(UNITS), max_size=3).map(tuple),
    ),
    max_size=8,
)


def written(profiles: list[Made]) -> Mapping[str, str | bytes | None]:
    """Return the files of a campaign with these profiles, and no plan."""
    files: dict[str, str | bytes | None] = {MAI: None, PLAN: None}
    files["content/units.yaml"] = SITE["content/units.yaml"] + CLOSED
    return files | {f"content/exemplars/2024/so-{n}.vi.md": made.text(n) for n, made in enumerate(profiles)}


def year_of(content: Content) -> OfficeYear:
    """Return the year of the only campaign."""
    (campaign,) = content.campaigns
    return office_year(content, (), campaign, TODAY)


@settings(max_examples=12, deadline=None)
@given(profiles=PROFILES)
def test_every_figure_is_what_a_count_by_hand_gives(profiles: list[Made]) -> None:
    """Each figure has the ids behind it, each once."""
    with tempfile.TemporaryDirectory() as folder:
        content, _ = judge_site(Path(folder), written(profiles))
    (campaign,) = content.campaigns
    figures = figures_of(content, campaign)
    named = {f"2024/so-{n}": made for n, made in enumerate(profiles)}

    def those(keep: object) -> tuple[str, ...]:
        assert callable(keep)
        return tuple(id_ for id_, made in named.items() if keep(made))

    def expect(name: str, keep: object) -> None:
        assert figures[name].ids == those(keep), name

    expect("found", lambda m: m.counts)
    expect("registered", lambda m: m.registered)
    for stage in STAGES:
        if stage != "registered":
            expect(stage, lambda m, stage=stage: m.counts and stage in m.stages)
    expect("registered.nurse", lambda m: m.registered and m.category == "nurse")
    expect("registered.ward", lambda m: m.registered and m.category == "ward")
    expect("leaders", lambda m: m.registered and m.leader)
    expect("others", lambda m: m.registered and not m.leader)
    expect("withdrawn", lambda m: m.gone == "consent" and not m.draft)
    expect("revoked", lambda m: m.gone == "revoked" and not m.draft)
    expect("adopted", lambda m: m.counts and m.adopted_by)
    pairs = {(id_, unit) for id_, made in named.items() if made.counts for unit in made.adopted_by}
    assert figures["adoptions"].count == len(pairs)
    assert set(figures["adopting-units"].ids) == {unit for _, unit in pairs}
    with_one = [unit for unit in ASKED if any(m.registered and m.unit in (unit, FORMER) for m in profiles)]
    assert figures["units"].ids == ASKED
    assert figures["units-registered"].ids == tuple(with_one)
    assert figures["units-without"].ids == tuple(unit for unit in ASKED if unit not in with_one)
    assert figures["units-without"].ids == tuple(f.unit for f in judge_quota(content, campaign, TODAY))
    assert figures["plans-missing"].ids == tuple(f.unit for f in missing_plans(content, campaign, TODAY)) == ASKED


@settings(max_examples=8, deadline=None)
@given(profiles=PROFILES)
def test_totals_are_equal_wherever_they_stand(profiles: list[Made]) -> None:
    """The rows of the board add up to its total, on paper and in a workbook, and to the list of registration.

    On the site each profile of a unit that was closed on the way stands in that unit's row alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        content, _ = judge_site(Path(folder), written(profiles))
        site = made_site(Path(folder, "b"), written(profiles))
    year = year_of(content)
    for table in (board_table(year), *board_halves(year)):
        for column in range(1, len(table.columns)):
            numbers = [row[column] for row in table.rows]
            if isinstance(table.total[column], int):
                assert sum(n for n in numbers if isinstance(n, int)) == table.total[column], table.columns[column].head
    assert len(registration_table(site, "2024", "vi").rows) == year.figures["registered"].count
    assert sum(row.counted >= row.asked > 0 for row in year.rows) == year.figures["units-registered"].count
    progress = site.progress["2024"]
    assert progress.registered == year.figures["units-registered"].count
    assert progress.without == tuple(row.unit.id for row in progress.rows if row.state in ("none", "withdrawn"))
    assert sum(row.published for row in progress.shown) == len(site.by_campaign.get("2024", ()))


def test_a_plan_is_in_time_late_or_missing(tmp_path: Path) -> None:
    """By the day before which the campaign wants it; what is done of its work is counted by unit and activity."""
    plan = (
        "---\ntitle: Kế hoạch\ncompleted_on: {day}\nlead: {{name: Phan Thử Hà}}\nexemplars: [noi-01]\nactivities:\n"
        "  - {{id: a1, part: teach, what: Dạy., status: done, due: 2024-05-01}}\n"
        "  - {{id: a2, part: teach, what: Kể.}}\n---\n"
    )
    for day, name in (("2024-04-14", "plans-in-time"), ("2024-04-15", "plans-late")):
        content, _ = judge_site(tmp_path / name, {PLAN: plan.format(day=day)})
        figures = figures_of(content, content.campaigns[0])
        assert figures[name].ids == ("noi",) and figures["plans-missing"].ids == ("duoc",)
        assert figures["activities"].ids == ("noi/a1", "noi/a2") and figures["activities-done"].ids == ("noi/a1",)


def test_the_plan_of_a_closed_unit_counts_for_those_it_went_into(tmp_path: Path) -> None:
    """Unless they have one of their own; its work stands in its own row."""
    plan = SITE[PLAN].replace("Khoa Nội", "Khoa Một").replace("noi-01", "mot-01").replace("04-10", "04-20")
    files = {"content/units.yaml": SITE["content/units.yaml"] + CLOSED, PLAN.replace("noi", "mot"): plan}
    content, _ = judge_site(tmp_path, files)
    figures = figures_of(content, content.campaigns[0])
    assert (figures["plans-in-time"].ids, figures["plans-late"].ids) == (("noi",), ("duoc",))
    rows = {row.unit.id: (row.planned, [part.activities for part in row.parts]) for row in year_of(content).rows}
    assert rows == {"noi": (date(2024, 4, 10), [1]), "duoc": (date(2024, 4, 20), []), "mot": (date(2024, 4, 20), [1])}


def test_who_was_honoured_in_an_earlier_year_is_counted(tmp_path: Path) -> None:
    """By name, letter case apart, and by category; never in the year itself."""
    earlier = {
        "content/campaigns/2023.vi.md": "---\ntitle: Việc hay năm 2023\ncriteria: 2024\n---\nLời.\n",
        "content/exemplars/2023/cu-01.vi.md": Made("noi", "nurse", ("honoured",), False, False, None, ())
        .text(0)
        .replace("Lê Thử Số 0", "lê thử mai")
        .replace("2024", "2023"),
    }
    content, _ = judge_site(tmp_path, earlier)
    figures = {c.slug: figures_of(content, c)["honoured-again"].ids for c in content.campaigns}
    assert figures == {"2023": (), "2024": ("2024/noi-01",)}
