"""The pages of the units' plans."""

from collections.abc import Iterator
from typing import Any

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import card, notices
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.lists import plan_row

STATUS: dict[str, Message] = {
    "planned": say("Planned"),
    "under-way": say("Under way"),
    "done": say("Done"),
}


def plan_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("plans", code))
    years = dict.fromkeys(p.campaign for p in site.plans)
    groups = [{"year": y, "rows": [plan_row(context, p) for p in site.plans if p.campaign == y]} for y in years]
    yield layout.page("plans.html", index, SECTIONS["plans"], {"groups": groups}, section="plans")
    for plan in site.plans:
        yield _plan(context, layout, plan, index[lang])


def _plan(context: RenderContext, layout: PageLayout, plan: Entry, index: str) -> Page:
    site, lang = context.site, context.lang
    campaign = site.campaign(plan.campaign)
    names = [f"{plan.campaign}/{name}" for name in plan.get("exemplars") or []]
    approved = plan.get("approved") or {}
    data = {
        "title": plan.word(("title",), lang),
        "notices": notices(context, plan),
        "unit": unit_name(site, plan.slug).told(lang),
        "unit_url": site.urls.list_of("units", lang, plan.slug),
        "campaign": plan.campaign,
        "campaign_url": site.urls.entry("campaign", "", plan.campaign, lang),
        "lead": Text(plan.get("lead", "name") or "", plan.source.lang),
        "lead_position": label_in(plan.get("lead", "position"), lang),
        "completed_on": plan.get("completed_on"),
        "late": bool(
            campaign and campaign.get("plan", "before") and plan.get("completed_on") >= campaign.get("plan", "before")
        ),
        "approved_on": approved.get("on"),
        "approved_document": Text(approved.get("document", ""), plan.source.lang),
        "parts": _parts(context, plan, campaign),
        "cards": [card(context, site.by_id[n]) for n in names if n in site.by_id],
        "text": body_view(context, plan),
    }
    return layout.page(
        "plan.html",
        layout.everywhere(lambda code: site.urls.entry("plan", plan.campaign, plan.slug, code)),
        plan.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["plans"], index)],
        section="plans",
        entry=plan,
    )


def _parts(context: RenderContext, plan: Entry, campaign: Entry | None) -> list[dict[str, Any]]:
    """Group a plan's work by the parts that the campaign asks for, in its order."""
    lang = context.lang
    parts = (campaign.get("plan", "parts") if campaign else None) or []
    return [
        {
            "label": label_in(part.get("label"), lang),
            "section": part.get("section"),
            "rows": [
                {
                    "what": plan.word(("activities", a["id"], "what"), lang),
                    "who": label_in(a.get("who"), lang),
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
