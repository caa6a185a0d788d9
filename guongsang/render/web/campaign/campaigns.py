"""The pages of the campaigns: time line, board, rules and readings; the units' plans; the year-end review.

Diagrams are worked out here, in percent of their width, so that templates only draw. Beside every diagram stands all
that it says in words.
"""

from collections.abc import Iterator

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.progress import UnitProgress
from guongsang.model.site import unit_name
from guongsang.model.urls import paper_beside
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, RuleReading
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import cited_document, label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.campaign.plans import plan_pages
from guongsang.render.web.campaign.reviews import review_pages
from guongsang.render.web.campaign.timeline import timeline
from guongsang.render.web.cards import cards_of, notices
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.lists import plan_row

STATES: dict[str, Message] = {
    "open": say("Exemplar published"),
    "half": say("Exemplar registered"),
    "shut": say("Nothing registered yet"),
    "gone": say("Registered, later withdrawn"),
}


def campaign_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the pages of all campaigns, plans and reviews."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("campaigns", code))
    rows = [
        {
            "title": c.word(("title",), lang),
            "summary": c.word(("summary",), lang),
            "url": context.url(c),
            "year": c.slug,
            "closed": c.facts.closed,
        }
        for c in site.campaigns
    ]
    yield layout.page("campaigns.html", index, SECTIONS["campaigns"], {"campaigns": rows}, section="campaigns")
    for campaign in site.campaigns:
        yield _campaign(context, layout, campaign, index[lang])
    yield from plan_pages(context, layout)
    yield from review_pages(context, layout)


def unit_chart(context: RenderContext, campaign: Entry[Campaign]) -> dict[str, object]:
    """Show a campaign as a facade: one window for each unit, in the order of the units file."""
    board = context.site.progress[campaign.slug]
    return {
        "open": board.open,
        "total": len(board.rows),
        "windows": [
            {
                "unit": row.unit.name.told(context.lang),
                "url": context.site.urls.list_of("units", context.lang, row.unit.id),
                "drawing": _drawn(row),
                "says": STATES[row.state],
            }
            for row in board.rows
        ],
        "key": [{"drawing": name, "says": STATES[name]} for name in ("open", "half", "shut")],
    }


def _drawn(row: UnitProgress) -> str:
    """Choose the window of a row: one whose exemplar was withdrawn has its shutters closed like one that has none."""
    return "shut" if row.state == "gone" else row.state


def _campaign(context: RenderContext, layout: PageLayout, campaign: Entry[Campaign], index: str) -> Page:
    site, lang, source = context.site, context.lang, campaign.source.lang
    board = site.progress[campaign.slug]
    facts, document = campaign.facts, campaign.facts.document
    review = next((r for r in site.reviews if r.slug == campaign.slug), None)
    data = {
        "title": campaign.word(("title",), lang),
        "summary": campaign.word(("summary",), lang),
        "notices": notices(context, campaign),
        "document": cited_document(document, lang, source) if document else None,
        "bases": [cited_document(basis, lang, source) for basis in facts.legal_bases],
        "office": _office(context, campaign),
        "timeline": timeline(context, campaign),
        "board": {
            "units": [_board_row(context, r) for r in board.rows],
            "registered": board.registered,
            "planned": board.planned,
            "late": board.late,
            "total": len(board.rows),
        },
        "quota": facts.quota.min if facts.quota else None,
        "readings": [_reading(campaign, i, row, lang) for i, row in enumerate(facts.readings)],
        "text": body_view(context, campaign),
        "criteria_url": site.urls.item("criteria", lang, facts.criteria) if facts.criteria in site.criteria else None,
        "review_url": context.url(review) if review else None,
        "yearbook": paper_beside(context.url(campaign)) if site.printable(campaign.slug) else None,
        "list_url": site.urls.list_of("years", lang, campaign.slug),
        "plans": [plan_row(context, p) for p in site.plans if p.campaign == campaign.slug],
        **cards_of(context, site.by_campaign.get(campaign.slug, ())[:6], "open", "half", "shut"),
        "closed": facts.closed,
    }
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


def _office(context: RenderContext, campaign: Entry[Campaign]) -> dict[str, object] | None:
    office = campaign.facts.office
    if office not in context.site.units:
        return None
    return {
        "name": unit_name(context.site, office).told(context.lang),
        "url": context.site.urls.list_of("units", context.lang, office),
    }


def _board_row(context: RenderContext, row: UnitProgress) -> dict[str, object]:
    return {
        "unit": row.unit.name.told(context.lang),
        "url": context.site.urls.list_of("units", context.lang, row.unit.id),
        "drawing": _drawn(row),
        "says": STATES[row.state],
        "registered": row.registered,
        "outside": row.outside,
        "planned": row.planned,
        "late": row.late,
        "published": row.published,
        "adopted": row.adopted,
    }


def _reading(campaign: Entry[Campaign], i: int, row: RuleReading, lang: str) -> dict[str, object]:
    return {
        "rule": row.rule or None,
        "section": row.section or None,
        "source_text": Text(row.source_text, campaign.source.lang),
        "question": campaign.word(("readings", i, "question"), lang),
        "reading": campaign.word(("readings", i, "reading"), lang),
        "by": label_in(row.decided.by, lang) if row.decided else None,
        "on": row.decided.on if row.decided else None,
    }
