"""The pages of the criteria: for each file all its criteria in order, for each public criterion the exemplars that show
it.

Of an internal criterion its wording is public, because it is the plan's; who meets it is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.site import unit_name
from guongsang.read.data.types import Criteria, Criterion
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.evidence import EvidenceItem, evidence_item
from guongsang.render.views.words import label_in
from guongsang.render.web.cards import Card, cards_of
from guongsang.render.web.layout import SECTIONS, PageLayout, Pager
from guongsang.render.web.lists.listing import IndexRow, IndexView, Listing, ListPart, listing_pages

SUBJECTS: dict[str, Message] = {
    "individual": say("individuals"),
    "collective": say("collectives"),
    "model": say("models"),
}


@dataclass(frozen=True)
class CriterionRow:
    """A criterion: its words, for whom it is, who set it, and how many published exemplars show it."""

    id: str
    label: Text
    text: Text | None
    section: str | None
    internal: bool
    applies: list[Message | Text]
    set_by: Message | None
    count: int
    url: str


@dataclass(frozen=True)
class CriteriaView:
    """What the page of a criteria file shows."""

    criteria: list[CriterionRow]
    year: str


@dataclass(frozen=True)
class ShownBy:
    """An exemplar that shows a criterion, with its evidence for it."""

    card: Card
    items: list[EvidenceItem]


@dataclass(frozen=True)
class CriterionView:
    """What a page of a criterion shows."""

    heading: Message | Text
    criterion: CriterionRow
    profiles: list[ShownBy]
    drawings_needed: list[str]
    total: int
    pager: Pager


def criteria_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    """Make all pages of all criteria files."""
    site, lang = context.site, context.lang
    index = layout.everywhere(lambda code: site.urls.index("criteria", code))
    files = [site.criteria[name] for name in sorted(site.criteria, reverse=True)]
    rows = [
        IndexRow(say("Criteria of {year}", year=c.id), site.urls.item("criteria", lang, c.id), len(c.criteria))
        for c in files
    ]
    yield layout.page("criteria_files.html", index, SECTIONS["criteria"], IndexView(rows), section="criteria")
    for criteria in files:
        yield _file(context, layout, criteria, index[lang])
        for criterion in criteria.criteria.values():
            yield from _criterion(context, layout, criteria, criterion)


def _file(context: RenderContext, layout: PageLayout, criteria: Criteria, index: str) -> Page:
    site = context.site
    data = CriteriaView([_row(context, criteria, c) for c in criteria.criteria.values()], criteria.id)
    urls = layout.everywhere(lambda code: site.urls.item("criteria", code, criteria.id))
    title = say("Criteria of {year}", year=criteria.id)
    return layout.page("criteria.html", urls, title, data, crumbs=[(SECTIONS["criteria"], index)], section="criteria")


def _row(context: RenderContext, criteria: Criteria, criterion: Criterion) -> CriterionRow:
    lang = context.lang
    return CriterionRow(
        id=criterion.id,
        label=criterion.label.text_in(lang),
        text=label_in(criterion.text, lang),
        section=criterion.section,
        internal=criterion.internal,
        applies=_applies(context, criteria, criterion),
        set_by=_set_by(context, criterion),
        count=len(context.site.by_criterion.get((criteria.id, criterion.id), ())),
        url=context.site.urls.item("criteria", lang, criteria.id, criterion.id),
    )


def _applies(context: RenderContext, criteria: Criteria, criterion: Criterion) -> list[Message | Text]:
    """Return whom a criterion is for, key by key; nothing means everyone."""
    lang = context.lang
    out: list[Message | Text] = []
    for key, values in criterion.applies.items():
        if key == "category":
            out += [criteria.categories[v].label.text_in(lang) for v in values if v in criteria.categories]
        elif key == "unit":
            out += [unit_name(context.site, v).text_in(lang) for v in values]
        elif key == "subject":
            out += [SUBJECTS[v] for v in values]
        elif key == "leader":
            out += [say("those who lead") if v == "true" else say("those who do not lead") for v in values]
    return out


def _set_by(context: RenderContext, criterion: Criterion) -> Message | None:
    if not criterion.set_by:
        return None
    unit = unit_name(context.site, criterion.set_by.unit).text_in(context.lang)
    if criterion.set_by.on:
        return say("Set by {unit} on {day}", unit=unit, day=criterion.set_by.on)
    return say("Set by {unit}", unit=unit)


def _criterion(
    context: RenderContext, layout: PageLayout, criteria: Criteria, criterion: Criterion
) -> Iterator[Page | LaterPage]:
    site, lang = context.site, context.lang

    def address(code: str, page: int) -> str:
        whole = site.urls.item("criteria", code, criteria.id, criterion.id)
        return whole if page == 1 else site.urls.list_of("criteria", code, f"{criteria.id}/{criterion.id}", page)

    listing = Listing(
        title=criterion.label.text_in(lang),
        profiles=site.by_criterion.get((criteria.id, criterion.id), ()),
        url=address,
        template="criterion.html",
        section="criteria",
        crumbs=[
            (SECTIONS["criteria"], site.urls.index("criteria", lang)),
            (say("Criteria of {year}", year=criteria.id), site.urls.item("criteria", lang, criteria.id)),
        ],
        show=partial(_shown, criteria, criterion),
        found=True,
    )
    yield from listing_pages(context, layout, listing)


def _shown(criteria: Criteria, criterion: Criterion, context: RenderContext, part: ListPart) -> CriterionView:
    """Show the profiles of a page with their evidence for a criterion, and name the drawings that it needs."""
    cards, drawings = cards_of(context, part.profiles)
    shown = [
        ShownBy(own, [evidence_item(context, p, item) for item in p.facts.evidence if criterion.id in item.serves])
        for own, p in zip(cards, part.profiles, strict=True)
    ]
    return CriterionView(
        heading=part.heading,
        criterion=context.once("criterion", criterion, lambda: _row(context, criteria, criterion)),
        profiles=shown,
        drawings_needed=drawings,
        total=part.total,
        pager=part.pager,
    )
