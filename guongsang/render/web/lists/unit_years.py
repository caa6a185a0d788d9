"""A unit's record: what it did in each campaign, and what the units did that it came from, each under its own name.

It tells what the board of each campaign may show, and counts; years without anything to tell are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say, say_n
from guongsang.model.progress import CampaignProgress, UnitProgress
from guongsang.read.data.lineage import forebears
from guongsang.read.tables.units import Unit
from guongsang.render.views.context import RenderContext
from guongsang.render.web.lists.unit_links import UnitLink, unit_link


@dataclass(frozen=True)
class UnitYear:
    """What a unit did in a campaign; `unit` is the one that did it where that was another."""

    year: str
    url: str
    unit: UnitLink | None
    says: list[Message]


def unit_years(context: RenderContext, unit: Unit) -> list[UnitYear]:
    """Return the record of a unit, the newest campaign first, its own row before those of units that it came from."""
    names = [unit.id, *(old.id for old in forebears(context.site.units, unit.id))]
    return [
        UnitYear(
            year=campaign.slug,
            url=context.url(campaign),
            unit=unit_link(context, name) if name != unit.id else None,
            says=says,
        )
        for campaign in context.site.campaigns
        for name in names
        for says in _told(context, campaign.slug, name)
    ]


def _told(context: RenderContext, campaign: str, name: str) -> Iterator[list[Message]]:
    progress = context.site.progress[campaign]
    for row in (*progress.shown, *progress.others):
        if row.unit.id == name and (says := list(_facts(context, campaign, progress, row))):
            yield says


def _facts(context: RenderContext, campaign: str, progress: CampaignProgress, row: UnitProgress) -> Iterator[Message]:
    shown = progress.board
    registered = sum(row.kinds.values())
    if registered and ("registered" in shown or "kinds" in shown):
        yield say_n("{n} exemplar registered", "{n} exemplars registered", n=registered)
    if row.planned and "plan" in shown:
        yield say("plan completed on {day}", day=row.planned)
    if row.planned and "late" in shown:
        yield say("plan late") if row.late else say("plan in time")
    public = [p for p in context.site.by_unit.get(row.unit.id, ()) if p.campaign == campaign]
    if public:
        yield say_n("{n} exemplar published", "{n} exemplars published", n=len(public))
    honoured = row.honoured if "honoured" in shown else sum("honoured" in p.progress for p in public)
    if honoured:
        yield say_n("{n} honoured", "{n} honoured", n=honoured)
    if adopted := len({copy.unit for p in public for copy in p.facts.adopted_by}):
        yield say_n("adopted by {n} unit", "adopted by {n} units", n=adopted)
