"""The lists of exemplars: all of them, and those of a unit, a category, a year; 24 a page, newest first.

Units stand in the order of the units file, years newest first, categories as their criteria file has them; nothing is
ranked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, Text, say
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import Card, cards_of
from guongsang.render.web.layout import SECTIONS, PageLayout, Pager
from guongsang.render.web.lists.listing import (
    IndexRow,
    IndexView,
    Listing,
    ListPart,
    count_of,
    listing_pages,
    url_of_list,
)
from guongsang.render.web.lists.unit_links import name_in_list
from guongsang.render.web.lists.units import unit_pages


@dataclass(frozen=True)
class FacetValue:
    """A value by which the list is narrowed, and how many exemplars have it."""

    label: Text | Message
    url: str
    count: int


@dataclass(frozen=True)
class FacetGroup:
    """A way to narrow the list."""

    label: Message
    values: list[FacetValue]


@dataclass(frozen=True)
class ExemplarsView:
    """What a page of the list of all exemplars shows."""

    heading: Message | Text
    cards: list[Card]
    drawings_needed: list[str]
    total: int
    pager: Pager
    facets: list[FacetGroup]


def list_pages_of(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    """Make all lists of a language."""
    yield from _exemplars(context, layout)
    yield from unit_pages(context, layout)
    yield from _categories(context, layout)
    yield from _years(context, layout)


def _exemplars(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    site = context.site
    listing = Listing(
        title=SECTIONS["exemplars"],
        profiles=site.profiles,
        url=lambda code, n: site.urls.index("exemplars", code, n),
        template="exemplars.html",
        show=_exemplar_list,
    )
    yield from listing_pages(context, layout, listing)


def _exemplar_list(context: RenderContext, part: ListPart) -> ExemplarsView:
    cards, drawings = cards_of(context, part.profiles)
    return ExemplarsView(
        heading=part.heading,
        cards=cards,
        drawings_needed=drawings,
        total=part.total,
        pager=part.pager,
        facets=context.once("facets", context.site, lambda: _facets(context)),
    )


def _facets(context: RenderContext) -> list[FacetGroup]:
    """Return the ways to narrow the list, each value with how many exemplars it has."""
    site, lang = context.site, context.lang
    categories = {p.category.id: p.category for p in site.profiles}
    rows: list[tuple[Message, str, list[tuple[str, Text | Message, int]]]] = [
        (
            say("By unit"),
            "units",
            [(u.id, name_in_list(u, lang), count_of(site.by_unit, u.id)) for u in site.listed_units],
        ),
        (
            say("By category"),
            "categories",
            [(c.id, c.label.text_in(lang), count_of(site.by_category, c.id)) for c in categories.values()],
        ),
        (
            say("By year"),
            "years",
            [(y, Text(y, lang), len(site.by_campaign[y])) for y in sorted(site.by_campaign, reverse=True)],
        ),
    ]
    return [
        FacetGroup(
            label, [FacetValue(text, site.urls.list_of(section, lang, name), n) for name, text, n in values if n]
        )
        for label, section, values in rows
    ]


def _categories(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    site, lang = context.site, context.lang
    categories = {c.id: c for slug in sorted(site.criteria) for c in site.criteria[slug].categories.values()}
    index = layout.everywhere(lambda code: site.urls.index("categories", code))
    rows = [
        IndexRow(c.label.text_in(lang), site.urls.list_of("categories", lang, c.id), count_of(site.by_category, c.id))
        for c in categories.values()
    ]
    yield layout.page("categories.html", index, SECTIONS["categories"], IndexView(rows), section="exemplars")
    for category in categories.values():
        listing = Listing(
            title=category.label.text_in(lang),
            profiles=site.by_category.get(category.id, ()),
            url=url_of_list(site, "categories", category.id),
            crumbs=[(SECTIONS["categories"], index[lang])],
        )
        yield from listing_pages(context, layout, listing)


def _years(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("years", code))
    years = [c.slug for c in site.campaigns]
    rows = [
        IndexRow(say("Year {year}", year=y), site.urls.list_of("years", lang, y), count_of(site.by_campaign, y))
        for y in years
    ]
    yield layout.page("years.html", index, SECTIONS["years"], IndexView(rows), section="exemplars")
    for year in years:
        listing = Listing(
            title=say("Exemplars of {year}", year=year),
            profiles=site.by_campaign.get(year, ()),
            url=url_of_list(site, "years", year),
            crumbs=[(SECTIONS["years"], index[lang])],
        )
        yield from listing_pages(context, layout, listing)
