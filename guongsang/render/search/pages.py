"""The search: what of the pages can be found, and the page on which one looks for it.

It reads the pages as they will be shown, so the index holds what a reader may see and nothing else: names without
consent, internal evidence and what is not published never come this far. Facets are about exemplars; to pick one is to
look among exemplars only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from guongsang.digests import digest_of
from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.records import Records
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.search.index import Index, index_documents
from guongsang.render.search.keys import Speller
from guongsang.render.search.readers import read_exemplar, read_page
from guongsang.render.search.searchable import Findable, Later, Searchable
from guongsang.render.web.layout import BY_NAME, SECTIONS, PageLayout, Styles, make_layout
from guongsang.render.web.lists.unit_links import name_in_list
from guongsang.stages import LABELS, STAGES


@dataclass(frozen=True)
class SearchValue:
    """A value of a facet: its label, its static list if there is one, and how many exemplars have it."""

    id: str
    label: Message | Text
    url: str | None
    count: int


@dataclass(frozen=True)
class SearchFacet:
    """A way to narrow what is found."""

    name: str
    label: Message
    values: list[SearchValue]


@dataclass(frozen=True)
class SearchView:
    """What the search page shows: where its index begins, the facets, the ways to the lists."""

    index: str
    facets: list[SearchFacet]
    ways: list[tuple[Message, str]]


def search_pages(
    site: Site, pages: Iterable[LaterPage], styles: Styles, records: Records
) -> tuple[list[Page], dict[str, bytes]]:
    """Index the pages of each language; give the search pages and the files of the indexes by path.

    `records` may hold what was made of the same texts before.
    """
    layouts = [make_layout(site, lang, styles) for lang in site.config.languages]
    everything, profiles = list(pages), _as_known(site)
    found = {own.lang: findables(own, [p for p in everything if p.lang == own.lang], profiles) for own in layouts}
    indexes = index_documents(found, Speller(site.abbreviations), records)
    made = [search_page(site, layout, indexes[layout.lang]) for layout in layouts]
    return made, {path: data for index in indexes.values() for path, data in index.files.items()}


def findables(layout: PageLayout, pages: Iterable[LaterPage], profiles: Iterable[PublicProfile]) -> Iterator[Findable]:
    """Yield what can be found: exemplars in the order of their profiles, then everything else by address."""
    urls = layout.site.urls_of[layout.lang]
    by_url = {p.url: p for p in pages}
    for profile in profiles:
        given = partial(digest_of, layout.outline, layout.lang, profile.own_digest)
        yield Later(urls[profile.key], given, partial(_read_exemplar, by_url.pop(urls[profile.key]), profile))
    for page in (by_url[url] for url in sorted(by_url) if by_url[url].found):
        if found := read_page(page.page):
            yield found


def _read_exemplar(page: LaterPage, profile: PublicProfile) -> Searchable:
    return read_exemplar(page.page, profile)


def _as_known(site: Site) -> list[PublicProfile]:
    """Return profiles in the order in which they came to be known.

    It hardly changes from one build to the next, and so do the files that depend on it.
    """
    return sorted(site.profiles, key=lambda p: (p.campaign, _first_day(p), p.id))


def _first_day(profile: PublicProfile) -> date:
    return min(profile.progress.values(), default=date.max)


def search_page(site: Site, layout: PageLayout, index: Index) -> Page:
    """Make the search page of a language: the way to its index, the facets with their totals, the lists."""
    facets = list(_facets(site, layout.lang, index))
    data = SearchView(
        index=index.entry,
        facets=[facet for facet in facets if facet.values],
        ways=[
            (SECTIONS["exemplars"], site.urls.index("exemplars", layout.lang)),
            (say("Exemplars by name"), site.urls.list_of("exemplars", layout.lang, BY_NAME)),
            *((SECTIONS[name], site.urls.index(name, layout.lang)) for name in _WAYS),
        ],
    )
    urls = layout.everywhere(lambda code: site.urls.index("search", code))
    return layout.page("search.html", urls, say("Search"), data, section="search")


_WAYS = ("units", "years", "categories", "criteria")


def _facets(site: Site, lang: str, index: Index) -> Iterator[SearchFacet]:
    """Yield the facets in the order of showing, each value that any exemplar has with its label and static list."""
    urls, names = site.urls, sorted(site.criteria)
    categories = {c.id: c for name in names for c in site.criteria[name].categories.values()}
    criteria = {c.id: (name, c) for name in names for c in site.criteria[name].criteria.values()}
    years = sorted(site.by_campaign, reverse=True)
    rows: list[tuple[str, Message, list[tuple[str, Message | Text, str | None]]]] = [
        (
            "unit",
            SECTIONS["units"],
            [(u.id, name_in_list(u, lang), urls.list_of("units", lang, u.id)) for u in site.listed_units],
        ),
        ("year", SECTIONS["years"], [(y, Text(y, lang), urls.list_of("years", lang, y)) for y in years]),
        (
            "category",
            SECTIONS["categories"],
            [(c.id, c.label.text_in(lang), urls.list_of("categories", lang, c.id)) for c in categories.values()],
        ),
        ("stage", say("Stages"), [(s, LABELS[s], None) for s in STAGES]),
        (
            "criterion",
            SECTIONS["criteria"],
            [(c.id, c.label.text_in(lang), urls.item("criteria", lang, name, c.id)) for name, c in criteria.values()],
        ),
    ]
    for facet, label, values in rows:
        totals = index.totals.get(facet, {})
        shown = [SearchValue(v, text, url, totals[v]) for v, text, url in values if totals.get(v)]
        yield SearchFacet(facet, label, shown)
