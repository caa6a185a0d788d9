"""The pages of the campaigns: time line, progress, rules and readings; the units' plans; the year-end review.

Diagrams are worked out here, in percent of their width, so that templates only draw. Beside every diagram stands all
that it says in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.campaign.bases import KnownLaws
from guongsang.model.urls import paper_beside
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, LegalBasis, RuleReading
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import CitedDocument, cited_document, label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.campaign.board import Board, board
from guongsang.render.web.campaign.plans import plan_pages
from guongsang.render.web.campaign.reviews import review_pages
from guongsang.render.web.campaign.timeline import Timeline, timeline
from guongsang.render.web.cards import Card, Notice, cards_of, notices
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.unit_links import UnitLink, unit_link
from guongsang.render.web.lists.units import PlanRow, plan_row


@dataclass(frozen=True)
class CampaignRow:
    """A campaign in the index."""

    title: Text
    summary: Text
    url: str
    year: str
    closed: bool


@dataclass(frozen=True)
class CampaignIndexView:
    """What the index of campaigns shows."""

    campaigns: list[CampaignRow]


@dataclass(frozen=True)
class ReadingRow:
    """How a sentence of the campaign's plan is read, and who decided it."""

    rule: str | None
    section: str | None
    source_text: Text
    question: Text
    reading: Text
    by: Text | None
    on: date | None


@dataclass(frozen=True)
class BasisRow:
    """A legal basis of a campaign, and what has replaced it since."""

    number: Text
    on: date | None
    issuer: Text | None
    title: Text | None
    replaced: list[Message]


@dataclass(frozen=True)
class CampaignView:
    """What the page of a campaign shows."""

    title: Text
    summary: Text
    notices: list[Notice]
    document: CitedDocument | None
    bases: list[BasisRow]
    office: UnitLink | None
    timeline: Timeline | None
    board: Board | None
    quota: int | None
    readings: list[ReadingRow]
    text: BodyView
    criteria_url: str | None
    review_url: str | None
    yearbook: str | None
    list_url: str
    plans: list[PlanRow]
    cards: list[Card]
    drawings_needed: list[str]
    closed: bool


def campaign_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the pages of all campaigns, plans and reviews."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("campaigns", code))
    rows = [
        CampaignRow(
            title=c.word(("title",), lang),
            summary=c.word(("summary",), lang),
            url=context.url(c),
            year=c.slug,
            closed=c.facts.closed,
        )
        for c in site.campaigns
    ]
    yield layout.page("campaigns.html", index, SECTIONS["campaigns"], CampaignIndexView(rows), section="campaigns")
    for campaign in site.campaigns:
        yield _campaign(context, layout, campaign, index[lang])
    yield from plan_pages(context, layout)
    yield from review_pages(context, layout)


def _campaign(context: RenderContext, layout: PageLayout, campaign: Entry[Campaign], index: str) -> Page:
    site, lang, source = context.site, context.lang, campaign.source.lang
    facts, document = campaign.facts, campaign.facts.document
    review = next((r for r in site.reviews if r.slug == campaign.slug), None)
    cards, drawings = cards_of(context, site.by_campaign.get(campaign.slug, ())[:6], "open", "half", "shut")
    data = CampaignView(
        title=campaign.word(("title",), lang),
        summary=campaign.word(("summary",), lang),
        notices=notices(context, campaign),
        document=cited_document(document, lang, source) if document else None,
        bases=[_basis(context, basis, source) for basis in facts.legal_bases],
        office=unit_link(context, facts.office) if facts.office in site.units else None,
        timeline=timeline(context, campaign),
        board=board(context, campaign),
        quota=facts.quota.min if facts.quota else None,
        readings=[_reading(campaign, i, row, lang) for i, row in enumerate(facts.readings)],
        text=body_view(context, campaign),
        criteria_url=site.urls.item("criteria", lang, facts.criteria) if facts.criteria in site.criteria else None,
        review_url=context.url(review) if review else None,
        yearbook=paper_beside(context.url(campaign)) if context.prints and site.printable(campaign.slug) else None,
        list_url=site.urls.list_of("years", lang, campaign.slug),
        plans=[plan_row(context, p) for p in site.plans if p.campaign == campaign.slug],
        cards=cards,
        drawings_needed=drawings,
        closed=facts.closed,
    )
    return layout.page(
        "campaign.html",
        layout.everywhere(lambda code: site.urls.entry("campaign", "", campaign.slug, code)),
        campaign.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["campaigns"], index)],
        section="campaigns",
        document=campaign,
        description=campaign.word(("summary",), lang) or None,
    )


def _basis(context: RenderContext, basis: LegalBasis, source: str) -> BasisRow:
    """Show a legal basis with what replaced it and from when on, as far as the site's laws tell."""
    cited, known = cited_document(basis, context.lang, source), KnownLaws(context.site.laws)
    law = known.meant(basis.number, basis.on) if basis.number else None
    replaced = [
        say("Replaced by {number}, from {day} on", number=Text(one.number, source), day=one.from_)
        for one in (known.successors(law) if law else ())
        if one.from_
    ]
    return BasisRow(cited.number, cited.on, cited.issuer, cited.title, replaced)


def _reading(campaign: Entry[Campaign], i: int, row: RuleReading, lang: str) -> ReadingRow:
    return ReadingRow(
        rule=row.rule or None,
        section=row.section or None,
        source_text=Text(row.source_text, campaign.source.lang),
        question=campaign.word(("readings", i, "question"), lang),
        reading=campaign.word(("readings", i, "reading"), lang),
        by=label_in(row.decided.by, lang) if row.decided else None,
        on=row.decided.on if row.decided else None,
    )
