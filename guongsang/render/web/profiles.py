"""The page of one exemplar, and the notice that stands in the place of a withdrawn one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeAlias

from guongsang.digests import digest_of, value_digest
from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.references.ids import exemplar_id
from guongsang.model.profiles import PublicProfile, WithdrawnNotice
from guongsang.model.urls import paper_beside
from guongsang.read.tables.exemplar import STAFF_CATEGORIES
from guongsang.render.html.page import BodyView, LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.views.evidence import EvidenceRow, evidence_rows
from guongsang.render.views.measures import BeforeAfter, before_after_rows
from guongsang.render.views.posters import POSTER_SIZES
from guongsang.render.views.words import ReplicationRow, lessons, replications
from guongsang.render.web.bodies import body_view, pictures_of
from guongsang.render.web.cards import Card, Notice, StageRow, Thumbnail, card, drawings_of, notices, stages, thumbnail
from guongsang.render.web.layout import SECTIONS, PageLayout
from guongsang.render.web.lists.topics import TopicLink, topic_links
from guongsang.render.web.other_years import OtherYear, other_years

NAMES: dict[str, Message] = {
    "individual": say("Full name"),
    "collective": say("Team"),
    "model": say("Model"),
}


@dataclass(frozen=True)
class Fact:
    """A line of the facts box."""

    label: Message
    value: Message | Text
    url: str | None = None


@dataclass(frozen=True)
class MovementRow:
    """An emulation movement that an exemplar took part in."""

    name: Text
    by: Message | None
    on: date | None


@dataclass(frozen=True)
class PosterLink:
    """A poster to print, by its size of paper."""

    size: str
    url: str


@dataclass(frozen=True)
class ExemplarView:
    """What the page of an exemplar shows."""

    card: Card
    notices: list[Notice]
    thumbnail: Thumbnail
    drawings_needed: list[str]
    facts: list[Fact]
    unnamed: bool
    stages: list[StageRow]
    measures: list[BeforeAfter]
    text: BodyView
    topics: list[TopicLink]
    lessons: list[Text]
    evidence: list[EvidenceRow]
    movements: list[MovementRow]
    adopted: list[ReplicationRow]
    other_years: list[OtherYear]
    related: list[Card]
    newer: Card | None
    older: Card | None
    posters: list[PosterLink]


@dataclass(frozen=True)
class _Others:
    """The exemplars that the page of one leads on to."""

    newer: Card | None
    older: Card | None
    related: list[Card]
    years: list[OtherYear]


@dataclass(frozen=True)
class WithdrawnView:
    """What the notice of a withdrawn exemplar shows."""

    notices: list[Notice]
    on: date | None
    category: Text


Neighbours: TypeAlias = tuple[PublicProfile | None, PublicProfile | None]
"""The next newer and the next older profile."""


def profile_page(
    context: RenderContext,
    layout: PageLayout,
    profile: PublicProfile,
    neighbours: Neighbours,
) -> LaterPage:
    """Make the page of a published profile; its neighbours are the next newer and the next older one."""
    site, lang = context.site, context.lang
    own = card(context, profile)
    pictures = [context.images.web(file) for file in pictures_of(context, profile)]
    named = [exemplar_id(name, profile.campaign) for name in profile.facts.related]
    newer, older = (card(context, p) if p else None for p in neighbours)
    others = _Others(
        newer=newer,
        older=older,
        related=[card(context, site.by_id[i]) for i in named if i in site.by_id and i != profile.id],
        years=other_years(context, profile),
    )

    def given() -> bytes:
        return digest_of(layout.outline, lang, profile.own_digest, value_digest((own, pictures, others)))

    make = partial(_profile_page, context, layout, profile, others)
    return LaterPage(context.url(profile), lang, make, given, original=profile.texts.state(lang) != "none")


def _profile_page(context: RenderContext, layout: PageLayout, profile: PublicProfile, others: "_Others") -> Page:
    site, lang = context.site, context.lang
    own_thumbnail = thumbnail(context, profile)
    data = ExemplarView(
        card=card(context, profile),
        notices=notices(context, profile),
        thumbnail=own_thumbnail,
        drawings_needed=drawings_of([own_thumbnail, *(it.thumbnail for it in others.related)]),
        facts=list(_facts(context, profile)),
        unnamed=profile.name is None,
        stages=stages(profile),
        measures=before_after_rows(context, profile),
        text=body_view(context, profile),
        topics=topic_links(context, profile),
        lessons=lessons(profile, lang),
        evidence=evidence_rows(context, profile),
        movements=_movements(profile, lang),
        adopted=replications(context, profile),
        other_years=others.years,
        related=others.related,
        newer=others.newer,
        older=others.older,
        posters=_posters(context, profile),
    )
    return layout.page(
        "exemplar.html",
        {code: site.urls_of[code][profile.key] for code in site.config.languages},
        profile.word(("title",), lang),
        data,
        crumbs=_crumbs(context, profile.campaign),
        section="exemplars",
        document=profile,
        description=profile.word(("summary",), lang),
    )


def _movements(profile: PublicProfile, lang: str) -> list[MovementRow]:
    return [
        MovementRow(profile.word(("movements", i, "name"), lang), _launched(movement.launched_by), movement.on)
        for i, movement in enumerate(profile.facts.movements)
    ]


def _posters(context: RenderContext, profile: PublicProfile) -> list[PosterLink]:
    if not (context.prints and profile.on_paper):
        return []
    return [PosterLink(size.upper(), paper_beside(context.url(profile), f"-{size}")) for size in POSTER_SIZES]


def _crumbs(context: RenderContext, campaign: str) -> list[tuple[Message | Text, str]]:
    urls, lang = context.site.urls, context.lang
    year = say("Year {year}", year=campaign)
    return [
        (SECTIONS["exemplars"], urls.index("exemplars", lang)),
        (year, urls.list_of("years", lang, campaign)),
    ]


def _launched(by: str) -> Message | None:
    return {"agency": say("launched by the agency"), "union": say("launched by the trade union")}.get(by)


def _facts(context: RenderContext, profile: PublicProfile) -> Iterator[Fact]:
    """Yield the facts box in its fixed order."""
    urls, lang = context.site.urls, context.lang
    position = profile.word(("position",), lang)
    staff = STAFF_CATEGORIES.label(profile.facts.staff_category)
    if profile.name:
        yield Fact(NAMES[profile.category.subject], profile.name)
    if position:
        yield Fact(say("Position"), position)
    if staff:
        yield Fact(say("Staff category"), staff)
    yield Fact(say("Unit"), profile.unit.name.text_in(lang), urls.list_of("units", lang, profile.unit.id))
    category = profile.category
    yield Fact(say("Category"), category.label.text_in(lang), urls.list_of("categories", lang, category.id))
    campaign = say("Year {year}", year=profile.campaign)
    yield Fact(say("Campaign"), campaign, urls.entry("campaign", "", profile.campaign, lang))
    honoured = profile.facts.progress.honoured
    if honoured and honoured.document:
        yield Fact(say("Commended by"), profile.source_text(honoured.document))


def withdrawn_page(context: RenderContext, layout: PageLayout, notice: WithdrawnNotice) -> Page:
    """Make the notice that remains of a withdrawn profile: no name, no story."""
    site = context.site
    data = WithdrawnView(
        notices=[Notice("withdrawn", say("This page has been taken down."))],
        on=notice.on,
        category=notice.category.label.text_in(context.lang),
    )
    return layout.page(
        "withdrawn.html",
        {code: site.urls_of[code][notice.key] for code in site.config.languages},
        say("Page taken down"),
        data,
        crumbs=_crumbs(context, notice.campaign),
        section="exemplars",
    )
