"""Where a unit came from and went: how and when it was closed, who does its work now, which units it follows.

Each unit keeps its page with the name of its time, and a reader comes from it to those of today and back.
"""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text
from guongsang.read.data.lineage import forebears, heirs, successors
from guongsang.read.tables.units import WAYS_OF_CLOSING, Unit
from guongsang.render.views.context import RenderContext
from guongsang.render.web.lists.listing import count_of
from guongsang.render.web.lists.unit_links import UnitLink, unit_link


@dataclass(frozen=True)
class ClosingRow:
    """How a unit was closed, from which day on, by which paper."""

    how: Message
    on: date
    document: Text | None
    renamed: bool


@dataclass(frozen=True)
class Forebear:
    """A unit whose work another took over, with how many exemplars it has; `renamed` where only the name changed."""

    unit: UnitLink
    count: int
    renamed: bool


@dataclass(frozen=True)
class Lineage:
    """What is told of the time of a unit; `heirs` do its work now, where these are not the `successors` themselves."""

    since: date | None
    until: date | None
    closing: ClosingRow | None
    successors: list[UnitLink]
    heirs: list[UnitLink]
    came_from: list[Forebear]


def lineage(context: RenderContext, unit: Unit) -> Lineage | None:
    """Return where a unit came from and went; None where nothing is to be told."""
    units = context.site.units
    following = [one.id for one in successors(units, unit.id)]
    now = [one.id for one in heirs(units, unit.id)]
    closing = _closing(context, unit)
    told = Lineage(
        since=unit.active_from,
        until=None if closing else unit.last_day,
        closing=closing,
        successors=[unit_link(context, one) for one in following],
        heirs=[unit_link(context, one) for one in now if one not in following],
        came_from=[_forebear(context, unit, old) for old in forebears(units, unit.id)],
    )
    return told if told != Lineage(None, None, None, [], [], []) else None


def _closing(context: RenderContext, unit: Unit) -> ClosingRow | None:
    closed = unit.closed
    how = WAYS_OF_CLOSING.choices[closed.how] if closed else None
    if not closed or not closed.on or not how:
        return None
    document = Text(closed.document, context.site.config.source_language) if closed.document else None
    return ClosingRow(how, closed.on, document, closed.how == "renamed")


def _forebear(context: RenderContext, unit: Unit, old: Unit) -> Forebear:
    renamed = bool(old.closed and old.closed.how == "renamed" and old.id in unit.replaces)
    return Forebear(unit_link(context, old.id), count_of(context.site.by_unit, old.id), renamed)
