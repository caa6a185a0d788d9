"""The lists of exemplars: all of them, and those of a unit, a category, a year; 24 a page, newest first.

Units stand in the order of the units file, years newest first, categories as their criteria file has them; nothing is
ranked.
"""

from collections.abc import Iterator
from typing import Any

from guongsang.i18n.messages import Text, say
from guongsang.model.site import unit_name
from guongsang.read.data.types import Unit
from guongsang.read.documents.entry import Entry
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import card
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.listing import paged


def list_pages_of(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make all lists of a language."""
    yield from _exemplars(context, layout)
    yield from _units(context, layout)
    yield from _categories(context, layout)
    yield from _years(context, layout)


def _exemplars(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site = context.site
    yield from paged(
        context,
        layout,
        "exemplars.html",
        site.profiles,
        lambda code, n: site.urls.index("exemplars", code, n),
        SECTIONS["exemplars"],
        {"facets": _facets(context)},
        section="exemplars",
    )


def _facets(context: RenderContext) -> list[dict[str, Any]]:
    """Return the ways to narrow the list, each value with how many exemplars it has."""
    site, lang = context.site, context.lang
    years = dict.fromkeys(p.entry.campaign for p in site.profiles)
    categories = {p.category.id: p.category for p in site.profiles}
    rows = [
        (
            say("By unit"),
            [
                (
                    u.name.told(lang),
                    site.urls.list_of("units", lang, u.id),
                    sum(p.unit.id == u.id for p in site.profiles),
                )
                for u in site.units.values()
            ],
        ),
        (
            say("By category"),
            [
                (
                    c.label.told(lang),
                    site.urls.list_of("categories", lang, c.id),
                    sum(p.category.id == c.id for p in site.profiles),
                )
                for c in categories.values()
            ],
        ),
        (
            say("By year"),
            [
                (Text(y, lang), site.urls.list_of("years", lang, y), sum(p.entry.campaign == y for p in site.profiles))
                for y in sorted(years, reverse=True)
            ],
        ),
    ]
    return [
        {"label": label, "values": [{"label": v, "url": url, "count": n} for v, url, n in values if n]}
        for label, values in rows
    ]


def _units(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    rows = [
        {
            "name": u.name.told(lang),
            "url": site.urls.list_of("units", lang, u.id),
            "count": sum(p.unit.id == u.id for p in site.profiles),
            "until": u.active_to,
            "since": u.active_from,
        }
        for u in site.units.values()
    ]
    index = layout.everywhere(lambda code: site.urls.index("units", code))
    yield layout.page("units.html", index, SECTIONS["units"], {"rows": rows}, section="units")
    for unit in site.units.values():
        own = [p for p in site.profiles if p.unit.id == unit.id]
        yield from paged(
            context,
            layout,
            "unit.html",
            own,
            lambda code, n, unit=unit: site.urls.list_of("units", code, unit.id, n),  # type: ignore[misc]
            unit.name.told(lang),
            _unit(context, unit),
            crumbs=[(SECTIONS["units"], index[lang])],
            section="units",
        )


def _unit(context: RenderContext, unit: Unit) -> dict[str, Any]:
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
            {"card": card(context, p), "on": row.get("on"), "result": p.entry.word(("adopted_by", i, "result"), lang)}
            for p in site.profiles
            for i, row in enumerate(p.entry.get("adopted_by") or [])
            if row.get("unit") == unit.id
        ],
    }


def unit_link(context: RenderContext, unit: str) -> dict[str, Any]:
    """Show a unit as a link."""
    name = unit_name(context.site, unit).told(context.lang)
    return {"name": name, "url": context.site.urls.list_of("units", context.lang, unit)}


def plan_row(context: RenderContext, plan: Entry) -> dict[str, Any]:
    """Show a plan in a list."""
    return {
        "title": plan.word(("title",), context.lang),
        "unit": unit_name(context.site, plan.slug).told(context.lang),
        "campaign": plan.campaign,
        "url": context.url(plan),
        "completed_on": plan.get("completed_on"),
    }


def _categories(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    categories = {c.id: c for slug in sorted(site.criteria) for c in site.criteria[slug].categories.values()}
    index = layout.everywhere(lambda code: site.urls.index("categories", code))
    rows = [
        {
            "name": c.label.told(lang),
            "url": site.urls.list_of("categories", lang, c.id),
            "count": sum(p.category.id == c.id for p in site.profiles),
        }
        for c in categories.values()
    ]
    yield layout.page("categories.html", index, SECTIONS["categories"], {"rows": rows}, section="exemplars")
    for category in categories.values():
        yield from paged(
            context,
            layout,
            "list.html",
            [p for p in site.profiles if p.category.id == category.id],
            lambda code, n, c=category: site.urls.list_of("categories", code, c.id, n),  # type: ignore[misc]
            category.label.told(lang),
            {},
            crumbs=[(SECTIONS["categories"], index[lang])],
            section="exemplars",
        )


def _years(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("years", code))
    years = [c.slug for c in site.campaigns]
    rows = [
        {
            "name": say("Year {year}", year=y),
            "url": site.urls.list_of("years", lang, y),
            "count": sum(p.entry.campaign == y for p in site.profiles),
        }
        for y in years
    ]
    yield layout.page("years.html", index, SECTIONS["years"], {"rows": rows}, section="exemplars")
    for year in years:
        yield from paged(
            context,
            layout,
            "list.html",
            [p for p in site.profiles if p.entry.campaign == year],
            lambda code, n, y=year: site.urls.list_of("years", code, y, n),  # type: ignore[misc]
            say("Exemplars of {year}", year=year),
            {},
            crumbs=[(SECTIONS["years"], index[lang])],
            section="exemplars",
        )
