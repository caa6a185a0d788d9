"""The pages of the campaigns: time line, board, rules and readings; the units' plans; the year-end review.

Diagrams are worked out here, in percent of their width, so that templates only draw. Beside every diagram stands all
that it says in words.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.campaign.dates import campaign_years
from guongsang.model.progress import Row
from guongsang.model.site import Site, unit_name
from guongsang.model.urls import paper_beside
from guongsang.read.documents.document import Entry
from guongsang.render.web.context import Studio, body_view, card, legal_basis, notices, told
from guongsang.render.web.layout import SECTIONS, Framer
from guongsang.render.web.lists import plan_row
from guongsang.render.web.templates import Page

STATES: dict[str, Message] = {
    "open": say("Exemplar published"),
    "half": say("Exemplar registered"),
    "shut": say("Nothing registered yet"),
    "gone": say("Registered, later withdrawn"),
}
STATUS: dict[str, Message] = {
    "planned": say("Planned"),
    "under-way": say("Under way"),
    "done": say("Done"),
}
FORMS: dict[str, Message] = {
    "TM": say("On behalf of (TM.)"),
    "KT": say("For the head (KT.)"),
    "TL": say("By order of (TL.)"),
    "TUQ": say("By authorisation of (TUQ.)"),
    "Q": say("Acting (Q.)"),
}


def campaign_pages(studio: Studio, framer: Framer) -> Iterator[Page]:
    """Make the pages of all campaigns, plans and reviews."""
    site, lang = studio.site, studio.lang
    index = framer.everywhere(lambda code: site.urls.index("campaigns", code))
    rows = [
        {
            "title": c.word(("title",), lang),
            "summary": c.word(("summary",), lang),
            "url": studio.url(c),
            "year": c.slug,
            "closed": bool(c.get("closed")),
        }
        for c in site.campaigns
    ]
    yield framer.page("campaigns.html", index, SECTIONS["campaigns"], {"rows": rows}, section="campaigns")
    for campaign in site.campaigns:
        yield _campaign(studio, framer, campaign, index[lang])
    yield from _plans(studio, framer)
    yield from _reviews(studio, framer)


def facade(studio: Studio, campaign: Entry) -> dict[str, Any]:
    """Show a campaign as a facade: one window for each unit, in the order of the units file."""
    board = studio.site.boards[campaign.slug]
    return {
        "open": board.open,
        "total": len(board.rows),
        "windows": [
            {
                "unit": row.unit.name.told(studio.lang),
                "url": studio.site.urls.list_of("units", studio.lang, row.unit.id),
                "state": _drawn(row),
                "says": STATES[row.state],
            }
            for row in board.rows
        ],
        "key": [{"state": state, "says": STATES[state]} for state in ("open", "half", "shut")],
    }


def _drawn(row: Row) -> str:
    """Choose the window of a row: one whose exemplar was withdrawn has its shutters closed like one that has none."""
    return "shut" if row.state == "gone" else row.state


def _campaign(studio: Studio, framer: Framer, campaign: Entry, index: str) -> Page:
    site, lang, source = studio.site, studio.lang, campaign.source.lang
    board = site.boards[campaign.slug]
    document = campaign.get("document") or {}
    review = next((r for r in site.reviews if r.slug == campaign.slug), None)
    criteria = campaign.get("criteria")
    profiles = [p for p in site.profiles if p.entry.campaign == campaign.slug]
    data = {
        "title": campaign.word(("title",), lang),
        "summary": campaign.word(("summary",), lang),
        "notices": notices(studio, campaign),
        "document": legal_basis(document, lang, source) if document else None,
        "bases": [legal_basis(b, lang, source) for b in campaign.get("legal_bases") or []],
        "office": _office(studio, campaign),
        "timeline": timeline(studio, campaign),
        "board": {
            "rows": [_board_row(studio, r) for r in board.rows],
            "registered": board.registered,
            "planned": board.planned,
            "late": board.late,
            "total": len(board.rows),
        },
        "quota": campaign.get("quota", "min"),
        "readings": [_reading(campaign, i, row, lang) for i, row in enumerate(campaign.get("readings") or [])],
        "text": body_view(studio, campaign),
        "criteria_url": site.urls.item("criteria", lang, criteria) if criteria in site.criteria else None,
        "review_url": studio.url(review) if review else None,
        "yearbook": paper_beside(studio.url(campaign)) if site.printable(campaign.slug) else None,
        "list_url": site.urls.list_of("years", lang, campaign.slug),
        "plans": [plan_row(studio, p) for p in site.plans if p.campaign == campaign.slug],
        "cards": [card(studio, p) for p in profiles[:6]],
        "closed": bool(campaign.get("closed")),
    }
    return framer.page(
        "campaign.html",
        framer.everywhere(lambda code: site.urls.entry("campaign", "", campaign.slug, code)),
        campaign.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["campaigns"], index)],
        section="campaigns",
        entry=campaign,
        description=campaign.word(("summary",), lang) or None,
    )


def _office(studio: Studio, campaign: Entry) -> dict[str, Any] | None:
    office = campaign.get("office")
    if office not in studio.site.units:
        return None
    return {
        "name": unit_name(studio.site, office).told(studio.lang),
        "url": studio.site.urls.list_of("units", studio.lang, office),
    }


def _board_row(studio: Studio, row: Row) -> dict[str, Any]:
    return {
        "unit": row.unit.name.told(studio.lang),
        "url": studio.site.urls.list_of("units", studio.lang, row.unit.id),
        "state": _drawn(row),
        "says": STATES[row.state],
        "registered": row.registered,
        "outside": row.outside,
        "planned": row.planned,
        "late": row.late,
        "published": row.published,
        "adopted": row.adopted,
    }


def _reading(campaign: Entry, i: int, row: dict[str, Any], lang: str) -> dict[str, Any]:
    decided = row.get("decided") or {}
    return {
        "rule": row.get("rule"),
        "section": row.get("section"),
        "source_text": Text(row.get("source_text", ""), campaign.source.lang),
        "question": campaign.word(("readings", i, "question"), lang),
        "reading": campaign.word(("readings", i, "reading"), lang),
        "by": told(decided.get("by"), lang),
        "on": decided.get("on"),
    }


def timeline(studio: Studio, campaign: Entry) -> dict[str, Any] | None:
    """Work out the time line: month bubbles, and a bar with a key for each window of the campaign."""
    bars = list(spans(campaign))
    if not bars:
        return None
    years = campaign_years(campaign.slug)
    first = min([b[0] for b in bars] + [date(y, 1, 1) for y in years])
    last = max([b[1] for b in bars] + [date(y, 12, 31) for y in years])
    start, end = first.replace(day=1), _month_after(last)
    whole = (end - start).days

    def at(day: date) -> float:
        return (day - start).days / whole * 100

    months, month = [], start
    while month < end:
        after = _month_after(month)
        months.append(
            {"label": str(month.month), "x": f"{at(month):.2f}", "middle": f"{(at(month) + at(after)) / 2:.2f}"}
        )
        month = after
    drawn = [
        {
            "key": "ABCDEFGH"[i],
            "x": f"{at(b):.2f}",
            "width": f"{at(e + timedelta(days=1)) - at(b):.2f}",
            "end": f"{at(e + timedelta(days=1)):.2f}",
            "y": str(34 + i * 28),
            "text_y": str(50 + i * 28),
            "middle": f"{(at(b) + at(e + timedelta(days=1))) / 2:.2f}",
            "narrow": (e - b).days < 21,
            "kind": kind,
            "says": says,
            "section": section,
        }
        for i, (b, e, kind, says, section) in enumerate(bars)
    ]
    return {"months": months, "bars": drawn, "height": str(34 + len(bars) * 28 + 6)}


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def spans(campaign: Entry) -> Iterator[tuple[date, date, str, Message, str | None]]:
    """Give the windows of a campaign in their order: registration, plans, nurturing, review."""
    register = campaign.get("windows", "register") or {}
    review = campaign.get("windows", "review") or {}
    before = campaign.get("plan", "before")
    if register.get("from") and register.get("to"):
        says = say("Registration: from {first} to {last}", first=register["from"], last=register["to"])
        yield register["from"], max(register["from"], register["to"]), "window", says, register.get("section")
    if before:
        opened = register.get("from") or before.replace(day=1)
        first = min(opened, before - timedelta(days=1))
        yield (
            first,
            before - timedelta(days=1),
            "due",
            say("Plans of the units: before {day}", day=before),
            campaign.get("plan", "section"),
        )
    if before and review.get("from") and before < review["from"]:
        last = review["from"] - timedelta(days=1)
        yield before, last, "window", say("Nurturing and replication: until {day}", day=last), None
    if review.get("from") and review.get("to"):
        says = say("Review: from {first} to {last}", first=review["from"], last=review["to"])
        yield review["from"], max(review["from"], review["to"]), "window", says, review.get("section")


def _plans(studio: Studio, framer: Framer) -> Iterator[Page]:
    site, lang = studio.site, studio.lang
    index = framer.everywhere(lambda code: site.urls.index("plans", code))
    years = dict.fromkeys(p.campaign for p in site.plans)
    groups = [{"year": y, "rows": [plan_row(studio, p) for p in site.plans if p.campaign == y]} for y in years]
    yield framer.page("plans.html", index, SECTIONS["plans"], {"groups": groups}, section="plans")
    for plan in site.plans:
        yield _plan(studio, framer, plan, index[lang])


def _plan(studio: Studio, framer: Framer, plan: Entry, index: str) -> Page:
    site, lang = studio.site, studio.lang
    campaign = site.campaign(plan.campaign)
    names = [f"{plan.campaign}/{name}" for name in plan.get("exemplars") or []]
    approved = plan.get("approved") or {}
    data = {
        "title": plan.word(("title",), lang),
        "notices": notices(studio, plan),
        "unit": unit_name(site, plan.slug).told(lang),
        "unit_url": site.urls.list_of("units", lang, plan.slug),
        "campaign": plan.campaign,
        "campaign_url": site.urls.entry("campaign", "", plan.campaign, lang),
        "lead": Text(plan.get("lead", "name") or "", plan.source.lang),
        "lead_position": told(plan.get("lead", "position"), lang),
        "completed_on": plan.get("completed_on"),
        "late": bool(
            campaign and campaign.get("plan", "before") and plan.get("completed_on") >= campaign.get("plan", "before")
        ),
        "approved_on": approved.get("on"),
        "approved_document": Text(approved.get("document", ""), plan.source.lang),
        "parts": _parts(studio, plan, campaign),
        "cards": [card(studio, site.by_id[n]) for n in names if n in site.by_id],
        "text": body_view(studio, plan),
    }
    return framer.page(
        "plan.html",
        framer.everywhere(lambda code: site.urls.entry("plan", plan.campaign, plan.slug, code)),
        plan.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["plans"], index)],
        section="plans",
        entry=plan,
    )


def _parts(studio: Studio, plan: Entry, campaign: Entry | None) -> list[dict[str, Any]]:
    """Group a plan's work by the parts that the campaign asks for, in its order."""
    lang = studio.lang
    parts = (campaign.get("plan", "parts") if campaign else None) or []
    return [
        {
            "label": told(part.get("label"), lang),
            "section": part.get("section"),
            "rows": [
                {
                    "what": plan.word(("activities", a["id"], "what"), lang),
                    "who": told(a.get("who"), lang),
                    "begins": a.get("from"),
                    "due": a.get("due"),
                    "status": STATUS.get(a.get("status", "")),
                    "result": plan.word(("activities", a["id"], "result"), lang),
                }
                for a in plan.get("activities") or []
                if a.get("part") == part.get("id")
            ],
        }
        for part in parts
    ]


def _reviews(studio: Studio, framer: Framer) -> Iterator[Page]:
    site, lang = studio.site, studio.lang
    index = framer.everywhere(lambda code: site.urls.index("reviews", code))
    rows = [
        {"title": r.word(("title",), lang), "url": studio.url(r), "held_on": r.get("held_on")} for r in site.reviews
    ]
    yield framer.page("reviews.html", index, SECTIONS["reviews"], {"rows": rows}, section="campaigns")
    for review in site.reviews:
        yield _review(site, studio, framer, review)


def _review(site: Site, studio: Studio, framer: Framer, review: Entry) -> Page:
    lang, source = studio.lang, review.source.lang
    document, signer = review.get("document"), review.get("signer") or {}
    number = document if isinstance(document, str) else (document or {}).get("number", "")
    data = {
        "title": review.word(("title",), lang),
        "notices": notices(studio, review),
        "held_on": review.get("held_on"),
        "document": Text(number, source),
        "signer_form": FORMS.get(signer.get("form", "")),
        "signer_position": told(signer.get("position"), lang),
        "signer": Text(signer.get("name", ""), source),
        "campaign": review.slug,
        "campaign_url": site.urls.entry("campaign", "", review.slug, lang),
        "text": body_view(studio, review),
    }
    return framer.page(
        "review.html",
        framer.everywhere(lambda code: site.urls.entry("review", "", review.slug, code)),
        review.word(("title",), lang),
        data,
        crumbs=[
            (SECTIONS["campaigns"], site.urls.index("campaigns", lang)),
            (say("Year {year}", year=review.slug), site.urls.entry("campaign", "", review.slug, lang)),
        ],
        section="campaigns",
        entry=review,
    )
