"""The page for addresses that lead nowhere, in all languages at once.

A server shows it at any depth, so its links are paths from the root of the host that it came from: below the path of
`base_url`, or from the root itself where the site has none; never to another host, as a copy must not lead to the
original. Whether the site lies there is seen by its style sheet. Where it does not, because it lies in a folder that
nobody named, a few lines of script look for that sheet in the folders of the address that was asked for, first before
the folder of a language, and turn the links there. Nothing else could know the way, so these lines stand in the page
itself: the only ones that do, and the policy lets in these very lines by their digest and no others.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guongsang.i18n.locale_format import language_name
from guongsang.i18n.messages import Text, say
from guongsang.model.site import Site
from guongsang.render.html.page import Page
from guongsang.render.web.layout import PageLayout

FINDER = """(() => {
const base = document.currentScript.dataset.base
const given = document.querySelector('link[rel=stylesheet]')
if (!given) return
const name = given.getAttribute('href').slice(base.length)
const there = sheet => { try { return sheet.cssRules.length > 0 } catch { return false } }
const tops = [...document.querySelectorAll('.lang a')].map(a => a.hreflang.toLowerCase())
const parts = location.pathname.split('/').slice(1), depths = [...parts.keys()].reverse()
const folder = depth => '/' + parts.slice(0, depth).map(part => part + '/').join('')
const likely = depths.filter(depth => tops.includes(parts[depth].toLowerCase())).map(folder)
const nearer = likely.filter(root => root.length > base.length)
const may = there(given.sheet) ? nearer : [...likely, ...depths.map(folder)]
const left = [...new Set(may)].filter(root => root !== base).slice(0, 20)
const at = root => Object.assign(new URL(location.href), { pathname: root, search: '', hash: '' }).href
const turn = root => {
for (const link of document.querySelectorAll(`[href^="${base}"]`)) {
link.href = at(root) + link.getAttribute('href').slice(base.length)
}
}
const look = () => {
const root = left.shift(), sheet = document.createElement('link')
if (root === undefined) return
sheet.rel = 'stylesheet'
sheet.href = at(root) + name
sheet.onload = () => { given.remove(); turn(root) }
sheet.onerror = () => { sheet.remove(); look() }
document.head.append(sheet)
}
look()
})()"""
"""Finds the folder of the site and turns the links of the page there."""
FINDER_DIGEST = f"sha256-{b64encode(hashlib.sha256(FINDER.encode()).digest()).decode()}"
"""What a content policy calls these lines by."""


@dataclass(frozen=True)
class HomeLink:
    """The front page in a language, with the names of site and organisation in it."""

    code: str
    name: str
    title: Text
    url: str
    organisation: Text


@dataclass(frozen=True)
class RootView:
    """What the page at the root shows, and the front page that it leads on to."""

    homes: list[HomeLink]
    first: str


@dataclass(frozen=True)
class NotFoundView:
    """What the page for addresses that lead nowhere shows, and its script."""

    homes: list[HomeLink]
    finder: str
    finder_digest: str


def root_pages(site: Site, layout: PageLayout) -> Iterator[Page]:
    """Make the page that names the languages, and the one for addresses that lead nowhere."""
    homes = [
        HomeLink(
            code=c,
            name=language_name(c),
            title=site.config.title.text_in(c),
            url=site.urls.home(c),
            organisation=site.config.organisation.name.text_in(c),
        )
        for c in site.config.languages
    ]
    first = site.urls.home(site.config.source_language)
    urls = dict.fromkeys(site.config.languages, "index.html")
    yield layout.page("root.html", urls, site.config.title.text_in(layout.lang), RootView(homes, first))
    lost = dict.fromkeys(site.config.languages, "404.html")
    page = layout.page("404.html", lost, say("This page does not exist"), NotFoundView(homes, FINDER, FINDER_DIGEST))
    yield replace(page, base="/" if site.wishes.everything else site.urls.from_host)
