"""The front page: a lead with a deed and a figure, the chart of this campaign, what is new, where to go on."""

from dataclasses import dataclass

from guongsang.i18n.messages import Text
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.measures import BeforeAfter, before_after_rows
from guongsang.render.web.bulletins import IssueRow, issue_row
from guongsang.render.web.campaign.progress import UnitChart, unit_chart
from guongsang.render.web.cards import Card, Thumbnail, card, drawings_of, thumbnail
from guongsang.render.web.layout import PageLayout

NEWEST = 3


@dataclass(frozen=True)
class CampaignBand:
    """This year's campaign on the front page."""

    title: Text
    summary: Text
    url: str
    year: str
    chart: UnitChart | None


@dataclass(frozen=True)
class HomeView:
    """What the front page shows."""

    lead: Card | None
    lead_measure: BeforeAfter | None
    lead_thumbnail: Thumbnail | None
    lead_name: Text | None
    campaign: CampaignBand | None
    newest: list[Card]
    drawings_needed: list[str]
    bulletins: list[IssueRow]
    count: int


def home_page(context: RenderContext, layout: PageLayout) -> Page:
    """Make the front page of a language."""
    site = context.site
    lead = _lead(context)
    newest = [card(context, p) for p in [p for p in site.profiles if p is not lead][:NEWEST]]
    lead_thumbnail = thumbnail(context, lead) if lead else None
    data = HomeView(
        lead=card(context, lead) if lead else None,
        lead_measure=next(iter(before_after_rows(context, lead)), None) if lead else None,
        lead_thumbnail=lead_thumbnail,
        lead_name=lead.name if lead else None,
        campaign=_campaign(context, site.campaigns[0]) if site.campaigns else None,
        newest=newest,
        drawings_needed=drawings_of([lead_thumbnail, *(it.thumbnail for it in newest)], "open", "half", "shut"),
        bulletins=[issue_row(context, b) for b in site.bulletins[:3]],
        count=len(site.profiles),
    )
    return layout.page("home.html", layout.everywhere(site.urls.home), site.config.title.text_in(context.lang), data)


def _campaign(context: RenderContext, campaign: Entry[Campaign]) -> CampaignBand:
    return CampaignBand(
        title=campaign.word(("title",), context.lang),
        summary=campaign.word(("summary",), context.lang),
        url=context.url(campaign),
        year=campaign.slug,
        chart=unit_chart(context, campaign),
    )


def _lead(context: RenderContext) -> PublicProfile | None:
    """Choose the lead: the newest profile with a picture and a figure, else with a figure, else the newest."""
    profiles = context.site.profiles
    measured = [p for p in profiles if before_after_rows(context, p)]
    pictured = [p for p in measured if p.photo and p.name]
    return next(iter([*pictured, *measured, *profiles]), None)
