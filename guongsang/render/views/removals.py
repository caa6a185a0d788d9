"""The paths below the output that showed somebody who was taken down, or would have: what is to be recalled."""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say
from guongsang.model.removed import Removed
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.render.images import ImageStore
from guongsang.render.views.posters import POSTER_SIZES


@dataclass(frozen=True)
class Copy:
    """A copy to be looked for: what it is, and its path below the output."""

    what: Message
    path: str


def copies_of(site: Site, removed: Removed) -> list[Copy]:
    """List the pages, pictures and papers of all languages, each once; lists and feeds are made anew without a name."""
    copies = [copy for lang in site.config.languages for copy in _in_language(site, removed, lang)]
    copies += [Copy(say("Picture"), path) for path in _pictures(removed)]
    copies += [copy for lang in site.config.languages for copy in _of_the_office(removed, lang)]
    return list({copy.path: copy for copy in copies}.values())


def _in_language(site: Site, removed: Removed, lang: str) -> Iterator[Copy]:
    """Yield the page, the posters, the yearbook and the bulletins of a language."""
    urls = site.urls
    for slug in removed.slugs:
        page = urls.entry("exemplar", removed.campaign, slug, lang)
        yield Copy(say("Page"), f"site/{page}")
        for size in POSTER_SIZES:
            yield Copy(say("Poster"), f"site/{paper_beside(page, f'-{size}')}")
    yearbook = paper_beside(urls.entry("campaign", "", removed.campaign, lang))
    yield Copy(say("Yearbook"), f"site/{yearbook}")
    for issue in site.bulletins:
        if removed.id in issue.recalled:
            bulletin = urls.entry("bulletin", "", issue.entry.slug, lang)
            yield Copy(say("Bulletin"), f"site/{bulletin}")
            yield Copy(say("Bulletin"), f"site/{paper_beside(bulletin)}")


def _pictures(removed: Removed) -> Iterator[str]:
    """Yield the paths that the pictures had on the site."""
    store = ImageStore(removed.pictures, {})
    for file in removed.pictures:
        if shown := store.web(file):
            yield from (f"site/{path}" for path, _ in (*shown.sizes, *shown.modern))


def _of_the_office(removed: Removed, lang: str) -> Iterator[Copy]:
    """Yield the papers of the Office that named the person."""
    folder = f"office/{removed.campaign}"
    for ending in ("pdf", "xlsx", "csv"):
        yield Copy(say("List of registration"), f"{folder}/registration.{lang}.{ending}")
    for ending in ("pdf", "docx"):
        yield Copy(say("Report"), f"{folder}/review.{lang}.{ending}")
    yield Copy(say("Board"), f"{folder}/leadership.{lang}.pdf")
    yield Copy(say("Register of consents"), f"{folder}/consents.{lang}.xlsx")
    for paper in (f"candidates-{removed.unit}", "ballot", "minutes"):
        yield Copy(say("For the Council"), f"{folder}/council/{paper}.{lang}.pdf")
    yield Copy(say("Consent form"), f"{folder}/consent/{removed.slug}.{lang}.pdf")
    if removed.planned:
        yield Copy(say("Plan of the unit"), f"{folder}/plan-{removed.unit}.{lang}.pdf")
