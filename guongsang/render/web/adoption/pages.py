"""The page that shows which unit copied which exemplar, year by year: a map, and the same in words right below it.

Weak results stand there like good ones, and nothing is counted. There is no such page where nothing was copied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import ReplicationRow, replications
from guongsang.render.web.adoption.adoption_map import AdoptionMap, draw_map
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.unit_links import UnitLink, unit_link


@dataclass(frozen=True)
class CopiedExemplar:
    """An exemplar that was copied: its title and page, its unit, and who copied it."""

    title: Text
    url: str
    unit: UnitLink
    copies: list[ReplicationRow]


@dataclass(frozen=True)
class AdoptionYear:
    """The exemplars of a campaign that were copied, as a map and in words."""

    id: str
    title: Text
    url: str
    map: AdoptionMap
    exemplars: list[CopiedExemplar]


@dataclass(frozen=True)
class AdoptionView:
    """What the page of who copied what shows; `title` is how the search names it."""

    title: Text
    years: list[AdoptionYear]


def adoption_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the page of who copied what, where anything was copied."""
    site = context.site
    years = [
        _year(context, campaign, copied)
        for campaign in site.campaigns
        if (copied := [p for p in site.by_campaign.get(campaign.slug, ()) if p.facts.adopted_by])
    ]
    if years:
        urls = layout.everywhere(lambda code: site.urls.index("adoption", code))
        title = Text(site.config.catalogues[context.lang].tell(SECTIONS["adoption"]), context.lang)
        view = AdoptionView(title, years)
        yield layout.page("adoption.html", urls, SECTIONS["adoption"], view, section="exemplars")


def _year(context: RenderContext, campaign: Entry[Campaign], copied: Sequence[PublicProfile]) -> AdoptionYear:
    order = list(context.site.units)
    ordered = sorted(copied, key=lambda p: (order.index(p.unit.id), p.id))
    return AdoptionYear(
        id=campaign.slug,
        title=campaign.word(("title",), context.lang),
        url=context.url(campaign),
        map=_map(context, ordered),
        exemplars=[
            CopiedExemplar(
                title=profile.word(("title",), context.lang),
                url=context.url(profile),
                unit=unit_link(context, profile.unit.id),
                copies=replications(context, profile),
            )
            for profile in ordered
        ],
    )


def _map(context: RenderContext, profiles: Sequence[PublicProfile]) -> AdoptionMap:
    """Draw the map of exemplars and the units that copied them; a unit that copied one twice has one line."""
    pairs = list(dict.fromkeys((p.id, copy.unit) for p in profiles for copy in p.facts.adopted_by))
    copying = {unit for _, unit in pairs}
    order = [*context.site.units, *(sorted(copying - context.site.units.keys()))]
    return draw_map(
        {p.id: p.word(("title",), context.lang) for p in profiles},
        {unit: unit_link(context, unit).name for unit in order if unit in copying},
        pairs,
    )
