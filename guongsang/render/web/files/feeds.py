"""What machines read: an Atom feed for each language, the site map, and the word to robots.

A feed holds only what is written in its language; fallback pages are not in it. Its times are those of the content,
so the feed does not change because a day has passed (RFC 4287; sitemaps.org).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Text
from guongsang.model.documents import PublicDocument
from guongsang.model.site import Site
from guongsang.render.html.page import LaterPage, Page
from guongsang.render.views.context import RenderContext

FEED_LENGTH = 50


@dataclass(frozen=True)
class FeedEntry:
    """An entry of a feed; `updated` is a day, YYYY-MM-DD."""

    title: Text
    summary: Text | None
    url: str
    id: str
    updated: str


@dataclass(frozen=True)
class FeedView:
    """What a feed tells; `updated` is the day of its newest entry, YYYY-MM-DD."""

    title: Text
    organisation: Text
    id: str
    updated: str
    home: str
    here: str
    entries: list[FeedEntry]


@dataclass(frozen=True)
class RobotsView:
    """What robots.txt tells."""

    sitemap: str | None


@dataclass(frozen=True)
class SitemapView:
    """What the site map lists: full addresses."""

    urls: list[str]


def feed_pages(context: RenderContext) -> Iterator[Page]:
    """Make the feed of a language: exemplars and bulletins, newest first."""
    site, lang = context.site, context.lang
    rows: list[tuple[date, PublicDocument, Text | None]] = [
        (p.newest, p, p.word(("summary",), lang)) for p in site.profiles if p.texts.state(lang) != "none"
    ]
    rows += [(b.day, b.entry, None) for b in site.bulletins if b.entry.state(lang) != "none"]
    rows = sorted(rows, key=lambda row: (-row[0].toordinal(), row[1].id))[:FEED_LENGTH]
    url = f"{lang}/feed.xml"
    data = FeedView(
        title=site.config.title.text_in(lang),
        organisation=site.config.organisation.name.text_in(lang),
        id=feed_id(site, site.urls.home(lang)),
        updated=max((row[0] for row in rows), default=date(1970, 1, 1)).isoformat(),
        home=site.urls.absolute(site.urls.home(lang)) or site.urls.home(lang),
        here=site.urls.absolute(url) or url,
        entries=[
            FeedEntry(
                title=document.word(("title",), lang),
                summary=summary,
                url=site.urls.absolute(context.url(document)) or context.url(document),
                id=feed_id(site, context.url(document)),
                updated=day.isoformat(),
            )
            for day, document, summary in rows
        ],
    )
    yield Page(url, lang, "feed.xml", data)


def feed_id(site: Site, url: str) -> str:
    """Return a lasting id: the full address, or a `tag:` (RFC 4151) where the site has none."""
    domain = (site.config.organisation.email or "guongsang@localhost").rpartition("@")[2]
    return site.urls.absolute(url) or f"tag:{domain},2022:{url}"


def site_files(site: Site) -> Iterator[Page]:
    """Make robots.txt, and the site map where the site has an address."""
    lang = site.config.source_language
    sitemap = site.urls.absolute("sitemap.xml")
    yield Page("robots.txt", lang, "robots.txt", RobotsView(sitemap))


def sitemap(site: Site, pages: list[LaterPage]) -> Page | None:
    """Make the site map of all pages that are originals of their own; None without an address."""
    if not site.config.base_url:
        return None
    urls = [whole for page in pages if page.original and (whole := site.urls.absolute(page.url))]
    return Page("sitemap.xml", site.config.source_language, "sitemap.xml", SitemapView(sorted(urls)))
