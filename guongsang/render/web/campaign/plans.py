"""The pages of the units' plans."""

from collections.abc import Iterator

from guongsang.i18n.messages import Text
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.plan import STATUSES, Plan
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import cards_of, notices
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.lists import plan_row


def plan_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the index of plans and the page of each."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("plans", code))
    years = dict.fromkeys(p.campaign for p in site.plans)
    groups = [{"year": y, "plans": [plan_row(context, p) for p in site.plans if p.campaign == y]} for y in years]
    yield layout.page("plans.html", index, SECTIONS["plans"], {"groups": groups}, section="plans")
    for plan in site.plans:
        yield _plan(context, layout, plan, index[lang])


def _plan(context: RenderContext, layout: PageLayout, plan: Entry[Plan], index: str) -> Page:
    site, lang = context.site, context.lang
    campaign = site.campaign(plan.campaign)
    facts, approved = plan.facts, plan.facts.approved
    names = [f"{plan.campaign}/{name}" for name in facts.exemplars]
    before = campaign.facts.plan.before if campaign and campaign.facts.plan else None
    data = {
        "title": plan.word(("title",), lang),
        "notices": notices(context, plan),
        "unit": unit_name(site, plan.slug).told(lang),
        "unit_url": site.urls.list_of("units", lang, plan.slug),
        "campaign": plan.campaign,
        "campaign_url": site.urls.entry("campaign", "", plan.campaign, lang),
        "lead": Text(facts.lead.name, plan.source.lang),
        "lead_position": label_in(facts.lead.position, lang),
        "completed_on": facts.completed_on,
        "late": bool(before and facts.completed_on and facts.completed_on >= before),
        "approved_on": approved.on if approved else None,
        "approved_document": Text(approved.document if approved else "", plan.source.lang),
        "parts": _parts(context, plan, campaign),
        **cards_of(context, [site.by_id[n] for n in names if n in site.by_id]),
        "text": body_view(context, plan),
    }
    return layout.page(
        "plan.html",
        layout.everywhere(lambda code: site.urls.entry("plan", plan.campaign, plan.slug, code)),
        plan.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["plans"], index)],
        section="plans",
        document=plan,
    )


def _parts(context: RenderContext, plan: Entry[Plan], campaign: Entry[Campaign] | None) -> list[dict[str, object]]:
    """Group a plan's work by the parts that the campaign asks for, in its order."""
    lang = context.lang
    parts = campaign.facts.plan.parts if campaign and campaign.facts.plan else ()
    return [
        {
            "label": label_in(part.label, lang),
            "section": part.section or None,
            "rows": [
                {
                    "what": plan.word(("activities", a.id, "what"), lang),
                    "who": label_in(a.who, lang),
                    "begins": a.from_,
                    "due": a.due,
                    "status": STATUSES.label(a.status),
                    "result": plan.word(("activities", a.id, "result"), lang),
                }
                for a in plan.facts.activities
                if a.part == part.id
            ],
        }
        for part in parts
    ]
