"""The list of exemplars by name: persons by given name where the sources are Vietnamese, else by family name.

Order and letters follow the alphabet of the sources (in Vietnamese Đ behind D, Ă and Â behind A), whatever the language
of the page, so that a name stands at the same place in each. Who has no consent to the name is not in this list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import BY_NAME, SECTIONS, PageLayout, Pager
from guongsang.render.web.lists.listing import Listing, ListPart, listing_pages, url_of_list

PER_PAGE = 240
_BY_GIVEN_NAME = say(
    "Persons stand by their given name, teams and models by their own. Who wishes not to be named is not in this list."
)
_BY_FAMILY_NAME = say(
    "Persons stand by their family name, teams and models by their own. Who wishes not to be named is not in this list."
)


@dataclass(frozen=True)
class NamedRow:
    """An exemplar in the list by name."""

    name: Text | None
    title: Text
    unit: Text
    year: str
    url: str


@dataclass(frozen=True)
class NamesOfLetter:
    """The names that begin with a letter."""

    letter: Text
    rows: list[NamedRow]


@dataclass(frozen=True)
class NamesView:
    """What a page of the list by name shows."""

    heading: Message | Text
    order: Message
    groups: list[NamesOfLetter]
    total: int
    pager: Pager


def names_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page | LaterPage]:
    """Make the list by name of a language, 240 names a page."""
    site = context.site
    named = sorted((p for p in site.profiles if p.name), key=lambda p: p.place_by_name(site.name_order))
    index = site.urls.index("exemplars", context.lang)
    listing = Listing(
        title=say("Exemplars by name"),
        profiles=named,
        url=url_of_list(site, "exemplars", BY_NAME),
        template="names.html",
        crumbs=[(SECTIONS["exemplars"], index)],
        per_page=PER_PAGE,
        show=_names,
    )
    yield from listing_pages(context, layout, listing)


def _names(context: RenderContext, part: ListPart) -> NamesView:
    order = context.site.name_order
    groups = [_group(context, letter, rows) for letter, rows in groupby(part.profiles, lambda p: p.letter(order))]
    told = _BY_GIVEN_NAME if order.by_given_name else _BY_FAMILY_NAME
    return NamesView(part.heading, told, groups, part.total, part.pager)


def _group(context: RenderContext, letter: str, profiles: Iterator[PublicProfile]) -> NamesOfLetter:
    lang = context.lang
    rows = [
        NamedRow(p.name, p.word(("title",), lang), p.unit.name.text_in(lang), p.campaign, context.url(p))
        for p in profiles
    ]
    return NamesOfLetter(Text(letter, lang), rows)
