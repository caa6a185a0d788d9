"""The progress board of a campaign: for each unit that owes a registration, how far it is.

Rows stand in the order of the units file, never by success; the board counts, it does not rank (safeguard SAF-11).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guongsang.judge.dates import of_campaign, owing_units
from guongsang.read.content import Content
from guongsang.read.data.types import Unit
from guongsang.read.documents.entry import Entry
from guongsang.stages import reached, stage_of


@dataclass(frozen=True)
class UnitProgress:
    """One unit; its state is open (an exemplar is published), half (registered), shut (nothing), gone (withdrawn)."""

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
    """The rows of a campaign and what they add up to."""

    rows: tuple[UnitProgress, ...]
    registered: int
    planned: int
    late: int
    open: int


def measure_progress(content: Content, campaign: Entry, published: Sequence[Entry]) -> CampaignProgress:
    """Count for every unit what it has registered, planned, published, and who has copied it."""
    rows = tuple(_row(content, campaign, published, unit) for unit in owing_units(content, campaign))
    return CampaignProgress(
        rows,
        sum(r.registered is not None for r in rows),
        sum(r.planned is not None for r in rows),
        sum(r.late for r in rows),
        sum(r.state == "open" for r in rows),
    )


def _row(content: Content, campaign: Entry, published: Sequence[Entry], unit: Unit) -> UnitProgress:
    own = [e for e in of_campaign(content, "exemplar", campaign) if e.get("unit") == unit.id and not e.draft]
    standing = [e for e in own if not e.get("withdrawn")]
    shown = [e for e in published if e.campaign == campaign.slug and e.get("unit") == unit.id]
    registered = min((e.progress["registered"] for e in own if "registered" in e.progress), default=None)
    window = campaign.get("windows", "register") or {}
    plan = next((p for p in of_campaign(content, "plan", campaign) if p.slug == unit.id and not p.draft), None)
    planned = plan.get("completed_on") if plan else None
    before = campaign.get("plan", "before")
    active = any(reached(stage_of(e.progress), "registered") for e in standing)
    return UnitProgress(
        unit,
        "open" if shown else "half" if active else "gone" if registered else "shut",
        registered,
        bool(registered and window.get("to") and not window["from"] <= registered <= window["to"]),
        planned,
        bool(planned and before and planned >= before),
        len(shown),
        len({a.get("unit") for e in shown for a in e.get("adopted_by") or []}),
    )
