"""The pages of the bulletins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Text
from guongsang.model.bulletins import Issue
from guongsang.render.html.page import BodyView, Page
from guongsang.render.views.context import RenderContext, pdf_url
from guongsang.render.web.bodies import body_view
from guongsang.render.web.cards import Card, Notice, cards_of, notices
from guongsang.render.web.layout import SECTIONS, PageLayout


@dataclass(frozen=True)
class IssueRow:
    """An issue in a list; `pdf` is the address of its paper, if there is one."""

    title: Text
    number: Text
    date: date | None
    url: str
    pdf: str | None


@dataclass(frozen=True)
class IssueIndexView:
    """What the index of bulletins shows."""

    bulletins: list[IssueRow]


@dataclass(frozen=True)
class IssueView:
    """What the page of an issue shows."""

    title: Text
    notices: list[Notice]
    number: Text
    date: date | None
    licence: Text | None
    pdf: str | None
    text: BodyView
    cards: list[Card]
    drawings_needed: list[str]
    recalled: bool


def issue_row(context: RenderContext, issue: Issue) -> IssueRow:
    """Show an issue in a list."""
    entry = issue.entry
    return IssueRow(
        title=entry.word(("title",), context.lang),
        number=Text(entry.facts.number, entry.source.lang),
        date=entry.facts.date,
        url=context.url(entry),
        pdf=pdf_url(context, issue),
    )


def bulletin_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the index of bulletins and the page of each issue."""
    site = context.site
    index = layout.everywhere(lambda code: site.urls.index("bulletins", code))
    rows = [issue_row(context, b) for b in site.bulletins]
    yield layout.page("bulletins.html", index, SECTIONS["bulletins"], IssueIndexView(rows), section="bulletins")
    for issue in site.bulletins:
        yield _issue(context, layout, issue, index[context.lang])


def _issue(context: RenderContext, layout: PageLayout, issue: Issue, index: str) -> Page:
    lang, entry = context.lang, issue.entry
    licence = entry.facts.masthead.licence
    cards, drawings = cards_of(context, issue.profiles)
    data = IssueView(
        title=entry.word(("title",), lang),
        notices=notices(context, entry),
        number=Text(entry.facts.number, entry.source.lang),
        date=entry.facts.date,
        licence=Text(licence, entry.source.lang) if licence else None,
        pdf=pdf_url(context, issue),
        text=body_view(context, entry),
        cards=cards,
        drawings_needed=drawings,
        recalled=bool(issue.recalled),
    )
    return layout.page(
        "bulletin.html",
        {code: context.site.urls_of[code][entry.key] for code in context.site.config.languages},
        entry.word(("title",), lang),
        data,
        crumbs=[(SECTIONS["bulletins"], index)],
        section="bulletins",
        document=entry,
    )
