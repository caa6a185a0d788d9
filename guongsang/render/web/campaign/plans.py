"""The pages of the units' plans."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Message, Text
from guongsang.model.site import unit_name
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.plan import STATUSES, Plan
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import label_in
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Card, Notice, cards_of, notices
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.units import PlanRow, plan_row


@dataclass(frozen=True)
class PlansOfYear:
    """The plans of a campaign."""

    year: str
    plans: list[PlanRow]


@dataclass(frozen=True)
class PlanIndexView:
    """What the index of plans shows."""

    groups: list[PlansOfYear]


@dataclass(frozen=True)
class ActivityRow:
    """A piece of work of a plan."""

    what: Text
    who: Text | None
    begins: date | None
    due: date | None
    status: Message | None
    result: Text


@dataclass(frozen=True)
class PartOfPlan:
    """The work for a part that the campaign asks for."""

    label: Text | None
    section: str | None
    rows: list[ActivityRow]


@dataclass(frozen=True)
class PlanView:
    """What the page of a plan shows."""

    title: Text
    notices: list[Notice]
    unit: Text
    unit_url: str
    campaign: str
    campaign_url: str
    lead: Text
    lead_position: Text | None
    completed_on: date | None
    late: bool
    approved_on: date | None
    approved_document: Text
    parts: list[PartOfPlan]
    cards: list[Card]
    drawings_needed: list[str]
    text: BodyView


def plan_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the index of plans and the page of each."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("plans", code))
    years = dict.fromkeys(p.campaign for p in site.plans)
    groups = [PlansOfYear(y, [plan_row(context, p) for p in site.plans if p.campaign == y]) for y in years]
    yield layout.page("plans.html", index, SECTIONS["plans"], PlanIndexView(groups), section="plans")
    for plan in site.plans:
        yield _plan(context, layout, plan, index[lang])


def _plan(context: RenderContext, layout: PageLayout, plan: Entry[Plan], index: str) -> Page:
    site, lang = context.site, context.lang
    campaign = site.campaign(plan.campaign)
    facts, approved = plan.facts, plan.facts.approved
    names = [f"{plan.campaign}/{name}" for name in facts.exemplars]
    tells_late = campaign is not None and "late" in site.progress[campaign.slug].board
    before = campaign.facts.plan.before if campaign and campaign.facts.plan and tells_late else None
    cards, drawings = cards_of(context, [site.by_id[n] for n in names if n in site.by_id])
    data = PlanView(
        title=plan.word(("title",), lang),
        notices=notices(context, plan),
        unit=unit_name(site, plan.slug).text_in(lang),
        unit_url=site.urls.list_of("units", lang, plan.slug),
        campaign=plan.campaign,
        campaign_url=site.urls.entry("campaign", "", plan.campaign, lang),
        lead=Text(facts.lead.name, plan.source.lang),
        lead_position=label_in(facts.lead.position, lang),
        completed_on=facts.completed_on,
        late=bool(before and facts.completed_on and facts.completed_on >= before),
        approved_on=approved.on if approved else None,
        approved_document=Text(approved.document if approved else "", plan.source.lang),
        parts=_parts(context, plan, campaign),
        cards=cards,
        drawings_needed=drawings,
        text=body_view(context, plan),
    )
    return layout.page(
        "plan.html",
        layout.everywhere(lambda code: site.urls.entry("plan", plan.campaign, plan.slug, code)),
        plan.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["plans"], index)],
        section="plans",
        document=plan,
    )


def _parts(context: RenderContext, plan: Entry[Plan], campaign: Entry[Campaign] | None) -> list[PartOfPlan]:
    """Group a plan's work by the parts that the campaign asks for, in its order."""
    lang = context.lang
    parts = campaign.facts.plan.parts if campaign and campaign.facts.plan else ()
    return [
        PartOfPlan(
            label=label_in(part.label, lang),
            section=part.section or None,
            rows=[
                ActivityRow(
                    what=plan.word(("activities", a.id, "what"), lang),
                    who=label_in(a.who, lang),
                    begins=a.from_,
                    due=a.due,
                    status=STATUSES.label(a.status),
                    result=plan.word(("activities", a.id, "result"), lang),
                )
                for a in plan.facts.activities
                if a.part == part.id
            ],
        )
        for part in parts
    ]
