"""The pages of the units: each with its exemplars, its time and lineage, its plans, and what it copied from others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from guongsang.i18n.messages import Message, Text
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import Card, card, cards_of
from guongsang.render.web.layout import SECTIONS, PageLayout, Pager
from guongsang.render.web.lists.lineage import Lineage, lineage
from guongsang.render.web.lists.listing import (
    IndexRow,
    IndexView,
    Listing,
    ListPart,
    count_of,
    listing_pages,
    url_of_list,
)
from guongsang.render.web.lists.unit_years import UnitYear, unit_years


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list."""

    title: Text
    unit: Text
    campaign: str
    url: str
    completed_on: date | None


@dataclass(frozen=True)
class CopiedRow:
    """An exemplar that a unit copied, when, and with what result."""

    card: Card
    on: date | None
    result: Text


@dataclass(frozen=True)
class UnitView:
    """What a page of a unit shows."""

    heading: Message | Text
    cards: list[Card]
    drawings_needed: list[str]
    total: int
    pager: Pager
    lineage: Lineage | None
    years: list[UnitYear]
    plans: list[PlanRow]
    copied: list[CopiedRow]


def unit_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    """Make the index of units and the pages of each."""
    site, lang = context.site, context.lang
    rows = [
        IndexRow(
            name=u.name.text_in(lang),
            url=site.urls.list_of("units", lang, u.id),
            count=count_of(site.by_unit, u.id),
            since=u.active_from,
            until=None if u.closed else u.last_day,
            closed=u.closed.on if u.closed else None,
        )
        for u in site.listed_units
    ]
    index = layout.everywhere(lambda code: site.urls.index("units", code))
    yield layout.page("units.html", index, SECTIONS["units"], IndexView(rows), section="units")
    for unit in site.units.values():
        listing = Listing(
            title=unit.name.text_in(lang),
            profiles=site.by_unit.get(unit.id, ()),
            url=url_of_list(site, "units", unit.id),
            template="unit.html",
            section="units",
            crumbs=[(SECTIONS["units"], index[lang])],
            show=partial(_unit, unit),
            more=True,
            found=True,
        )
        yield from listing_pages(context, layout, listing)


def _unit(unit: Unit, context: RenderContext, part: ListPart) -> UnitView:
    site, lang = context.site, context.lang
    cards, drawings = cards_of(context, part.profiles)
    return UnitView(
        heading=part.heading,
        cards=cards,
        drawings_needed=drawings,
        total=part.total,
        pager=part.pager,
        lineage=lineage(context, unit),
        years=unit_years(context, unit),
        plans=[plan_row(context, p) for p in site.plans if p.slug == unit.id],
        copied=[
            CopiedRow(card(context, p), copy.on, p.word(("adopted_by", i, "result"), lang))
            for p in site.profiles
            for i, copy in enumerate(p.facts.adopted_by)
            if copy.unit == unit.id
        ],
    )


def plan_row(context: RenderContext, plan: Entry[Plan]) -> PlanRow:
    """Show a plan in a list."""
    return PlanRow(
        title=plan.word(("title",), context.lang),
        unit=unit_name(context.site, plan.slug).text_in(context.lang),
        campaign=plan.campaign,
        url=context.url(plan),
        completed_on=plan.facts.completed_on,
    )
