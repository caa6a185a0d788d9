"""A list of profiles, a page at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from guongsang.digests import digest_of, value_digest
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.cards import Card, card, cards_of
from guongsang.render.web.layout import PageLayout, Pager

PER_PAGE = 24


@dataclass(frozen=True)
class IndexRow:
    """An entry of an index of lists, with how many exemplars its list has; units have their time too."""

    name: Message | Text
    url: str
    count: int
    since: date | None = None
    until: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class IndexView:
    """What an index of lists shows."""

    entries: list[IndexRow]


@dataclass(frozen=True)
class ListPart:
    """What one page of a list holds: its profiles, how many the whole has, and the ways to the other pages."""

    heading: Message | Text
    profiles: Sequence[PublicProfile]
    total: int
    pager: Pager


@dataclass(frozen=True)
class ListView:
    """What a page of a list shows."""

    heading: Message | Text
    cards: list[Card]
    drawings_needed: list[str]
    total: int
    pager: Pager


def list_view(context: RenderContext, part: ListPart) -> ListView:
    """Show a part of a list by its cards."""
    cards, drawings = cards_of(context, part.profiles)
    return ListView(part.heading, cards, drawings, part.total, part.pager)


@dataclass(frozen=True)
class Listing:
    """A list: its title, its profiles in order, and `url`, the address of its n-th page (from 1) in a language.

    `show` makes what a page shows, by default its cards. It may show `more` of the site than these profiles and what is
    in its outline. `found` says whether the search finds its first page.
    """

    title: Message | Text
    profiles: Sequence[PublicProfile]
    url: Callable[[str, int], str]
    template: str = "list.html"
    section: str = "exemplars"
    crumbs: Sequence[tuple[Message | Text, str]] = ()
    per_page: int = PER_PAGE
    show: Callable[[RenderContext, ListPart], object] = list_view
    more: bool = False
    found: bool = False

    @property
    def pages(self) -> int:
        """Return how many pages it needs, at least one."""
        return max(1, -(-len(self.profiles) // self.per_page))

    def pager(self, lang: str, number: int) -> Pager:
        """Return the ways from a page to the others."""
        links = [(str(n), self.url(lang, n), n == number) for n in range(1, self.pages + 1)]
        return Pager(
            number=number,
            pages=tuple(links) if self.pages > 1 else (),
            back=self.url(lang, number - 1) if number > 1 else None,
            on=self.url(lang, number + 1) if number < self.pages else None,
            of=self.pages,
        )


def url_of_list(site: Site, section: str, name: str) -> Callable[[str, int], str]:
    """Return what gives the n-th page of a list in a language."""
    return lambda lang, number: site.urls.list_of(section, lang, name, number)


def listing_pages(context: RenderContext, layout: PageLayout, listing: Listing) -> Iterator[LaterPage]:
    """Make as many pages as a list of profiles needs."""
    for number in range(1, listing.pages + 1):
        shown = listing.profiles[(number - 1) * listing.per_page : number * listing.per_page]
        part = ListPart(listing.title, shown, len(listing.profiles), listing.pager(context.lang, number))
        yield LaterPage(
            url=listing.url(context.lang, number),
            lang=context.lang,
            make=partial(_page, context, layout, listing, part),
            found=listing.found and number == 1,
            given=None if listing.more else partial(_given, context, layout, listing, part),
        )


def _given(context: RenderContext, layout: PageLayout, listing: Listing, part: ListPart) -> bytes:
    """Return a digest of all that goes into a page of a list that shows nothing but its profiles."""
    url = listing.url(context.lang, part.pager.number)
    frame = url, listing.template, listing.section, listing.crumbs, part.heading, part.total, part.pager
    cards = [card(context, profile) for profile in part.profiles]
    return digest_of(layout.outline, value_digest(frame), value_digest((cards, part.profiles)))


def _page(context: RenderContext, layout: PageLayout, listing: Listing, part: ListPart) -> Page:
    number = part.pager.number
    return layout.page(
        listing.template,
        layout.everywhere(lambda lang: listing.url(lang, number)),
        say("{title}, page {n}", title=part.heading, n=number) if number > 1 else part.heading,
        listing.show(context, part),
        crumbs=listing.crumbs,
        section=listing.section,
    )


def count_of(groups: Mapping[str, tuple[PublicProfile, ...]], name: str) -> int:
    """Return how many exemplars a group has."""
    return len(groups.get(name, ()))
