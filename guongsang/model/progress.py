"""The progress of a campaign: for each unit that owes a registration, how far it is.

Rows stand in the order of the units file, never by success; units are counted, not ranked (safeguard SAF-11). What a
unit had done before it was closed on the way stands in a row of its own; its heirs need not do it again.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guongsang.judge.campaign.figures import figures_of, plan_for
from guongsang.judge.campaign.filed import filed_of
from guongsang.judge.campaign.quota import is_registered
from guongsang.judge.dates import asked_units, exemplars_of, owing_units
from guongsang.model.profiles import Profile
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, PlanPart, Window
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit


@dataclass(frozen=True)
class PartProgress:
    """A part of a unit's plan: how many activities it has, and how many of them are done."""

    part: PlanPart
    activities: int
    done: int


@dataclass(frozen=True)
class UnitProgress:
    """One unit; `state` is published (an exemplar is), registered, none, or withdrawn (all that were registered).

    State and days tell of what counts for the unit, be it of a unit that went into it on the way; numbers of its own.
    """

    unit: Unit
    state: str
    registered: date | None
    outside: bool
    planned: date | None
    late: bool
    published: int
    adopted: int
    kinds: Mapping[str, int]
    honoured: int
    parts: tuple[PartProgress, ...]

    @property
    def did_something(self) -> bool:
        """Return whether anything is to be told of it."""
        return bool(self.registered or self.planned or self.published)


@dataclass(frozen=True)
class CampaignProgress:
    """The rows of a campaign and what they add up to: as the figures have it, without what was withdrawn.

    `rows` are the units of which something is asked, `former` those that were closed on the way and had done something,
    `others` those that owed nothing and did something all the same,
    `without` the ids of those that owe a registration and have none. `board` names what the site may show of each row.
    """

    board: tuple[str, ...]
    rows: tuple[UnitProgress, ...]
    former: tuple[UnitProgress, ...]
    others: tuple[UnitProgress, ...]
    without: tuple[str, ...]
    registered: int
    planned: int
    late: int
    with_exemplar: int

    @property
    def shown(self) -> tuple[UnitProgress, ...]:
        """Return all rows of a table, so that its numbers add up."""
        return *self.rows, *self.former


def measure_progress(content: Content, campaign: Entry[Campaign], published: Sequence[Profile]) -> CampaignProgress:
    """Count for every unit what it has registered, planned, published, and who has copied it."""
    done = _Done(
        [p for p in published if p.entry.campaign == campaign.slug],
        [e for e in exemplars_of(content, campaign) if not e.draft],
        filed_of(content, campaign),
    )
    rows = tuple(_row(content, campaign, done, asked) for asked in asked_units(content, campaign))
    owing = [unit.id for unit in owing_units(content, campaign)]
    busy = [
        row
        for unit in content.units.values()
        if unit.id not in {row.unit.id for row in rows}
        and (row := _row(content, campaign, done, (unit, {unit.id}))).did_something
    ]
    figures = figures_of(content, campaign)
    return CampaignProgress(
        board=campaign.facts.shown_parts,
        rows=rows,
        former=tuple(row for row in busy if row.unit.id in owing),
        others=tuple(row for row in busy if row.unit.id not in owing),
        without=figures["units-without"].ids,
        registered=figures["units-registered"].count,
        planned=figures["plans"].count,
        late=figures["plans-late"].count,
        with_exemplar=sum(r.state == "published" for r in rows),
    )


@dataclass(frozen=True)
class _Done:
    """The profiles of a campaign: those that are published, those that are no drafts, those before the Office."""

    published: Sequence[Profile]
    entries: Sequence[Entry[Exemplar]]
    filed: Sequence[Entry[Exemplar]]


def _row(content: Content, campaign: Entry[Campaign], done: _Done, asked: tuple[Unit, Collection[str]]) -> UnitProgress:
    unit, names = asked
    entries = [e for e in done.entries if e.facts.unit in names]
    shown = [p.entry for p in done.published if p.unit.id in names]
    own = [e for e in shown if e.facts.unit == unit.id]
    filed = [e for e in done.filed if e.facts.unit == unit.id]
    registered = min((e.progress["registered"] for e in entries if "registered" in e.progress), default=None)
    plan = plan_for(content, campaign, unit, names)
    planned = plan.facts.completed_on if plan else None
    before = campaign.facts.plan.before if campaign.facts.plan else None
    return UnitProgress(
        unit=unit,
        state=_state(entries, registered, published=bool(shown)),
        registered=registered,
        outside=_is_outside(registered, campaign.facts.windows.register),
        planned=planned,
        late=bool(planned and before and planned >= before),
        published=len(own),
        adopted=len({copy.unit for e in own for copy in e.facts.adopted_by}),
        kinds=dict(Counter(e.facts.category for e in filed if is_registered(e))),
        honoured=sum("honoured" in e.progress for e in filed),
        parts=progress_of_parts(campaign, plan if plan and plan.slug == unit.id else None),
    )


def _state(entries: Sequence[Entry[Exemplar]], registered: date | None, *, published: bool) -> str:
    if published:
        return "published"
    if any(is_registered(e) for e in entries):
        return "registered"
    return "withdrawn" if registered else "none"


def _is_outside(day: date | None, window: Window | None) -> bool:
    return bool(day and window and window.from_ and window.to and not window.from_ <= day <= window.to)


def progress_of_parts(campaign: Entry[Campaign], plan: Entry[Plan] | None) -> tuple[PartProgress, ...]:
    """Return what a plan has of each part that the campaign asks for; nothing where there is no plan."""
    asked = campaign.facts.plan.parts if campaign.facts.plan and plan else ()
    work = plan.facts.activities if plan else ()
    return tuple(
        PartProgress(
            part,
            activities=sum(a.part == part.id for a in work),
            done=sum(a.part == part.id and a.status == "done" for a in work),
        )
        for part in asked
        if part.id
    )
