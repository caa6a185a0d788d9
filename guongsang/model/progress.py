"""The progress of a campaign: for each unit that owes a registration, how far it is.

Rows stand in the order of the units file, never by success; units are counted, not ranked (safeguard SAF-11).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guongsang.judge.campaign.figures import figures_of
from guongsang.judge.campaign.quota import is_registered
from guongsang.judge.dates import exemplars_of, owing_units, plans_of
from guongsang.model.profiles import Profile
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, Window
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.units import Unit


@dataclass(frozen=True)
class UnitProgress:
    """One unit; `state` is published (an exemplar is), registered, none, or withdrawn (all that were registered)."""

    unit: Unit
    state: str
    registered: date | None
    outside: bool
    planned: date | None
    late: bool
    published: int
    adopted: int


@dataclass(frozen=True)
class CampaignProgress:
    """The rows of a campaign and what they add up to: as the figures have it, without what was withdrawn."""

    rows: tuple[UnitProgress, ...]
    registered: int
    planned: int
    late: int
    with_exemplar: int


def measure_progress(content: Content, campaign: Entry[Campaign], published: Sequence[Profile]) -> CampaignProgress:
    """Count for every unit what it has registered, planned, published, and who has copied it."""
    own = [p for p in published if p.entry.campaign == campaign.slug]
    rows = tuple(_row(content, campaign, own, unit) for unit in owing_units(content, campaign))
    figures = figures_of(content, campaign)
    return CampaignProgress(
        rows=rows,
        registered=figures["units-registered"].count,
        planned=figures["plans"].count,
        late=figures["plans-late"].count,
        with_exemplar=sum(r.state == "published" for r in rows),
    )


def _row(content: Content, campaign: Entry[Campaign], published: Sequence[Profile], unit: Unit) -> UnitProgress:
    entries = [e for e in exemplars_of(content, campaign) if e.facts.unit == unit.id and not e.draft]
    shown = [p.entry for p in published if p.unit.id == unit.id]
    registered = min((e.progress["registered"] for e in entries if "registered" in e.progress), default=None)
    planned = _planned(content, campaign, unit)
    before = campaign.facts.plan.before if campaign.facts.plan else None
    return UnitProgress(
        unit=unit,
        state=_state(entries, registered, published=bool(shown)),
        registered=registered,
        outside=_is_outside(registered, campaign.facts.windows.register),
        planned=planned,
        late=bool(planned and before and planned >= before),
        published=len(shown),
        adopted=len({copy.unit for e in shown for copy in e.facts.adopted_by}),
    )


def _state(entries: Sequence[Entry[Exemplar]], registered: date | None, *, published: bool) -> str:
    if published:
        return "published"
    if any(is_registered(e) for e in entries):
        return "registered"
    return "withdrawn" if registered else "none"


def _is_outside(day: date | None, window: Window | None) -> bool:
    return bool(day and window and window.from_ and window.to and not window.from_ <= day <= window.to)


def _planned(content: Content, campaign: Entry[Campaign], unit: Unit) -> date | None:
    plan = next((p for p in plans_of(content, campaign) if p.slug == unit.id and not p.draft), None)
    return plan.facts.completed_on if plan else None
