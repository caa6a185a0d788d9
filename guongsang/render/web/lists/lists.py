"""The lists of exemplars: all of them, and those of a unit, a category, a year; 24 a page, newest first.

Units stand in the order of the units file, years newest first, categories as their criteria file has them; nothing is
ranked.
"""

from collections.abc import Iterator, Mapping

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import card
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.listing import Listing, listing_pages, url_of_list


def list_pages_of(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make all lists of a language."""
    yield from _exemplars(context, layout)
    yield from _units(context, layout)
    yield from _categories(context, layout)
    yield from _years(context, layout)


def _exemplars(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site = context.site
    listing = Listing(
        title=SECTIONS["exemplars"],
        profiles=site.profiles,
        url=lambda code, n: site.urls.index("exemplars", code, n),
        template="exemplars.html",
        data={"facets": _facets(context)},
    )
    yield from listing_pages(context, layout, listing)


def _facets(context: RenderContext) -> list[dict[str, object]]:
    """Return the ways to narrow the list, each value with how many exemplars it has."""
    site, lang = context.site, context.lang
    categories = {p.category.id: p.category for p in site.profiles}
    rows: list[tuple[Message, str, list[tuple[str, Text, int]]]] = [
        (say("By unit"), "units", [(u.id, u.name.told(lang), _count(site.by_unit, u.id)) for u in site.units.values()]),
        (
            say("By category"),
            "categories",
            [(c.id, c.label.told(lang), _count(site.by_category, c.id)) for c in categories.values()],
        ),
        (
            say("By year"),
            "years",
            [(y, Text(y, lang), len(site.by_campaign[y])) for y in sorted(site.by_campaign, reverse=True)],
        ),
    ]
    return [
        {
            "label": label,
            "values": [
                {"label": text, "url": site.urls.list_of(section, lang, name), "count": n}
                for name, text, n in values
                if n
            ],
        }
        for label, section, values in rows
    ]


def _count(groups: Mapping[str, tuple[PublicProfile, ...]], name: str) -> int:
    return len(groups.get(name, ()))


def _units(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    rows = [
        {
            "name": u.name.told(lang),
            "url": site.urls.list_of("units", lang, u.id),
            "count": _count(site.by_unit, u.id),
            "until": u.active_to,
            "since": u.active_from,
        }
        for u in site.units.values()
    ]
    index = layout.everywhere(lambda code: site.urls.index("units", code))
    yield layout.page("units.html", index, SECTIONS["units"], {"entries": rows}, section="units")
    for unit in site.units.values():
        listing = Listing(
            title=unit.name.told(lang),
            profiles=site.by_unit.get(unit.id, ()),
            url=url_of_list(site, "units", unit.id),
            template="unit.html",
            section="units",
            crumbs=[(SECTIONS["units"], index[lang])],
            data=_unit(context, unit),
        )
        yield from listing_pages(context, layout, listing)


def _unit(context: RenderContext, unit: Unit) -> dict[str, object]:
    """Show a unit: its time and lineage, its plans, and what it has copied from others."""
    site, lang = context.site, context.lang
    heirs = [u for u in site.units.values() if unit.id in u.replaces]
    return {
        "since": unit.active_from,
        "until": unit.active_to,
        "replaces": [unit_link(context, u) for u in unit.replaces],
        "replaced_by": [unit_link(context, u.id) for u in heirs],
        "plans": [plan_row(context, p) for p in site.plans if p.slug == unit.id],
        "copied": [
            {"card": card(context, p), "on": copy.on, "result": p.word(("adopted_by", i, "result"), lang)}
            for p in site.profiles
            for i, copy in enumerate(p.facts.adopted_by)
            if copy.unit == unit.id
        ],
    }


def unit_link(context: RenderContext, unit: str) -> dict[str, object]:
    """Show a unit as a link."""
    name = unit_name(context.site, unit).told(context.lang)
    return {"name": name, "url": context.site.urls.list_of("units", context.lang, unit)}


def plan_row(context: RenderContext, plan: Entry[Plan]) -> dict[str, object]:
    """Show a plan in a list."""
    return {
        "title": plan.word(("title",), context.lang),
        "unit": unit_name(context.site, plan.slug).told(context.lang),
        "campaign": plan.campaign,
        "url": context.url(plan),
        "completed_on": plan.facts.completed_on,
    }


def _categories(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    categories = {c.id: c for slug in sorted(site.criteria) for c in site.criteria[slug].categories.values()}
    index = layout.everywhere(lambda code: site.urls.index("categories", code))
    rows = [
        {
            "name": c.label.told(lang),
            "url": site.urls.list_of("categories", lang, c.id),
            "count": _count(site.by_category, c.id),
        }
        for c in categories.values()
    ]
    yield layout.page("categories.html", index, SECTIONS["categories"], {"entries": rows}, section="exemplars")
    for category in categories.values():
        listing = Listing(
            title=category.label.told(lang),
            profiles=site.by_category.get(category.id, ()),
            url=url_of_list(site, "categories", category.id),
            crumbs=[(SECTIONS["categories"], index[lang])],
        )
        yield from listing_pages(context, layout, listing)


def _years(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("years", code))
    years = [c.slug for c in site.campaigns]
    rows = [
        {
            "name": say("Year {year}", year=y),
            "url": site.urls.list_of("years", lang, y),
            "count": _count(site.by_campaign, y),
        }
        for y in years
    ]
    yield layout.page("years.html", index, SECTIONS["years"], {"entries": rows}, section="exemplars")
    for year in years:
        listing = Listing(
            title=say("Exemplars of {year}", year=year),
            profiles=site.by_campaign.get(year, ()),
            url=url_of_list(site, "years", year),
            crumbs=[(SECTIONS["years"], index[lang])],
        )
        yield from listing_pages(context, layout, listing)
