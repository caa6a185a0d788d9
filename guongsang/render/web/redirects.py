"""Pages at former addresses (`moved_from`): each leads on to where its document stands now, without a server's help.

A former address that holds a name which may not be shown gets no page; a dead link does less harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guongsang.i18n.messages import say
from guongsang.model.site import Site
from guongsang.read.documents.entry import Entry
from guongsang.render.html.page import Page
from guongsang.render.views.context import RenderContext
from guongsang.render.web.layout import PageLayout
from guongsang.text.vietnamese import slugify


@dataclass(frozen=True)
class Move:
    """A former address in one language, the present one, and whose it is."""

    old: str
    new: str
    entry: Entry


def list_redirects(site: Site, lang: str) -> Iterator[Move]:
    """Yield the former addresses of all that is published, in one language."""
    unnamed = {p.id for p in site.profiles if not p.names_on_site}
    for entry in site.entries:
        if not entry.get("withdrawn"):
            yield from _moves(site, lang, entry, hidden=entry.kind == "exemplar" and entry.id in unnamed)


def _moves(site: Site, lang: str, entry: Entry, *, hidden: bool) -> Iterator[Move]:
    name = {w for w in slugify(str(entry.get("name") or "")).split("-") if len(w) > 1} if hidden else set()
    new = site.urls.entry(entry.kind, entry.campaign, entry.slug, lang)
    for slug in entry.get("moved_from") or []:
        old = site.urls.entry(entry.kind, entry.campaign, slug, lang)
        if old != new and not name & set(re.split("-", slug)):
            yield Move(old, new, entry)


def redirect_pages(context: RenderContext, layout: PageLayout) -> Iterator[Page]:
    """Make the pages at former addresses; their frame is that of the present page."""
    for move in list_redirects(context.site, context.lang):
        entry = move.entry
        urls = layout.everywhere(
            lambda code, e: context.site.urls.entry(e.kind, e.campaign, e.slug, code),
            entry,
        )
        data = {"target": move.new, "name": entry.word(("title",), context.lang)}
        page = layout.page("moved.html", urls, say("This page has moved"), data, entry=entry)
        yield replace(page, url=move.old)
