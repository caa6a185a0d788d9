"""The search: what of the pages can be found, and the page on which one looks for it.

It reads the pages as they will be shown, so the index holds what a reader may see and nothing else: names without
consent, internal evidence and what is not published never come this far. Facets are about exemplars; to pick one is to
look among exemplars only.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guongsang.i18n.messages import Message, Text, say
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.read.markdown.tree import plain_text
from guongsang.render.html.page import BodyView, Page
from guongsang.render.search.index import Index, Searchable, index_documents
from guongsang.render.search.keys import Speller
from guongsang.render.web.layout import BY_NAME, SECTIONS, PageLayout, Styles, make_layout
from guongsang.stages import LABELS, STAGES


def search_pages(site: Site, pages: Iterable[Page], styles: Styles) -> tuple[list[Page], dict[str, bytes]]:
    """Index the pages of each language; give the search pages and the files of the indexes by path."""
    made: list[Page] = []
    files: dict[str, bytes] = {}
    everything = list(pages)
    for lang in site.config.languages:
        own = [p for p in everything if p.lang == lang]
        index = index_documents(list(searchables(site, lang, own)), lang, Speller(site.abbreviations))
        made.append(search_page(site, make_layout(site, lang, styles), index))
        files |= index.files
    return made, files


def searchables(site: Site, lang: str, pages: Iterable[Page]) -> Iterator[Searchable]:
    """Yield what can be found: exemplars in the order in which they came to be known, then everything else by address.

    The order hardly changes from one build to the next, and so do the files that depend on it.
    """
    by_url = {p.url: p for p in pages}
    profiles = sorted(site.profiles, key=lambda p: (p.campaign, _first_day(p), p.id))
    for profile in profiles:
        yield _exemplar(by_url[site.urls_of[lang][profile.key]], profile)
    for url in sorted(by_url):
        page = by_url[url]
        if page.template in _READERS:
            yield from _READERS[page.template](page)


def _first_day(profile: PublicProfile) -> date:
    return min(profile.progress.values())


def _exemplar(page: Page, profile: PublicProfile) -> Searchable:
    data, card = page.data, page.data["card"]
    name = card.who
    year = Text(profile.campaign, page.lang)
    texts = [*data["lessons"], *_evidence(data), *(row.result for row in data["adopted"])]
    texts += [row["name"] for row in data["movements"]]
    return Searchable(
        url=page.url,
        title=card.title,
        names=(name,) if name else (),
        about=tuple(t for t in (card.position, card.unit, card.category, year) if t),
        summary=(card.summary,),
        body=(*_body(data["text"], name), *(t for t in texts if t)),
        facets={
            "unit": (profile.unit.id,),
            "year": (profile.campaign,),
            "category": (profile.category.id,),
            "stage": (profile.stage,),
            "criterion": tuple(row.id for row in data["evidence"]),
        },
    )


def _evidence(data: Mapping[str, Any]) -> Iterator[Text]:
    """Yield the public evidence with its sources and who attests it."""
    for row in data["evidence"]:
        for item in row.items:
            yield item.text
            yield from (part for line in item.meta for part in line.args.values() if isinstance(part, Text))


def _body(view: BodyView, name: Text | None = None) -> tuple[Text, ...]:
    text = plain_text(view.nodes).strip()
    if not text:
        return ()
    return (Text(text, view.lang, name.value, name.lang) if name else Text(text, view.lang),)


def _document(page: Page) -> Iterator[Searchable]:
    """Read a page that has a title and a text, and may have a summary and a unit."""
    data = page.data
    about = tuple(t for t in (data.get("unit"),) if t)
    summary = tuple(t for t in (data.get("summary"),) if t)
    yield Searchable(
        url=page.url, title=data["title"], names=(), about=about, summary=summary, body=_body(data["text"])
    )


def _campaign(page: Page) -> Iterator[Searchable]:
    for found in _document(page):
        rows = [part for row in page.data["readings"] for part in (row["question"], row["reading"], row["source_text"])]
        yield _with(found, rows)


def _plan(page: Page) -> Iterator[Searchable]:
    for found in _document(page):
        rows = [row[part] for group in page.data["parts"] for row in group["rows"] for part in ("what", "result")]
        yield _with(found, rows)


def _with(found: Searchable, more: Iterable[Text | None]) -> Searchable:
    body = (*found.body, *(text for text in more if text))
    return Searchable(
        url=found.url,
        title=found.title,
        names=found.names,
        about=found.about,
        summary=found.summary,
        body=body,
        facets=found.facets,
    )


def _criterion(page: Page) -> Iterator[Searchable]:
    row = page.data["criterion"]
    if page.data["pager"].number == 1:
        yield Searchable(
            url=page.url,
            title=row["label"],
            names=(),
            about=(Text(row["id"], page.lang),),
            summary=(row["text"],) if row["text"] else (),
        )


def _unit(page: Page) -> Iterator[Searchable]:
    if page.data["pager"].number == 1:
        yield Searchable(page.url, page.data["heading"])


_READERS: Mapping[str, Callable[[Page], Iterator[Searchable]]] = {
    "page.html": _document,
    "bulletin.html": _document,
    "review.html": _document,
    "campaign.html": _campaign,
    "plan.html": _plan,
    "criterion.html": _criterion,
    "unit.html": _unit,
}
"""How each kind of page is read, by its template; exemplars apart, a page that is not named here cannot be found."""


def search_page(site: Site, layout: PageLayout, index: Index) -> Page:
    """Make the search page of a language: the way to its index, the facets with their totals, the lists."""
    facets = [
        {"name": name, "label": label, "values": [v for v in values if v["count"]]}
        for name, label, values in _facets(site, layout.lang, index)
    ]
    data = {
        "index": index.entry,
        "facets": [facet for facet in facets if facet["values"]],
        "ways": [
            (SECTIONS["exemplars"], site.urls.index("exemplars", layout.lang)),
            (say("Exemplars by name"), site.urls.list_of("exemplars", layout.lang, BY_NAME)),
            *((SECTIONS[name], site.urls.index(name, layout.lang)) for name in _WAYS),
        ],
    }
    urls = layout.everywhere(lambda code: site.urls.index("search", code))
    return layout.page("search.html", urls, say("Search"), data, section="search")


_WAYS = ("units", "years", "categories", "criteria")


def _facets(site: Site, lang: str, index: Index) -> Iterator[tuple[str, Message, list[dict[str, Any]]]]:
    """Yield the facets in the order of showing, each value with its label, its static list and how many have it."""
    urls, names = site.urls, sorted(site.criteria)
    categories = {c.id: c for name in names for c in site.criteria[name].categories.values()}
    criteria = {c.id: (name, c) for name in names for c in site.criteria[name].criteria.values()}
    years = sorted(site.by_campaign, reverse=True)
    rows: list[tuple[str, Message, list[tuple[str, Any, str | None]]]] = [
        (
            "unit",
            SECTIONS["units"],
            [(u.id, u.name.told(lang), urls.list_of("units", lang, u.id)) for u in site.units.values()],
        ),
        ("year", SECTIONS["years"], [(y, Text(y, lang), urls.list_of("years", lang, y)) for y in years]),
        (
            "category",
            SECTIONS["categories"],
            [(c.id, c.label.told(lang), urls.list_of("categories", lang, c.id)) for c in categories.values()],
        ),
        ("stage", say("Stages"), [(s, LABELS[s], None) for s in STAGES]),
        (
            "criterion",
            SECTIONS["criteria"],
            [(c.id, c.label.told(lang), urls.item("criteria", lang, name, c.id)) for name, c in criteria.values()],
        ),
    ]
    for facet, label, values in rows:
        totals = index.totals.get(facet, {})
        yield facet, label, [{"id": v, "label": text, "url": url, "count": totals.get(v, 0)} for v, text, url in values]
