"""What web servers are told: files ready for nginx and IIS, written beside the pages.

The site needs neither of them. They let assets be kept by browsers for good, because their names change with their
content, make pages be asked for anew each time, lead former addresses on with a permanent redirect, and send as headers
what pages say of themselves: the content policy, and that no other site may frame them. Without `base_url` they hold
for a site at the root of its host.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from guongsang.model.redirects import list_redirects
from guongsang.model.site import Site
from guongsang.model.urls import ASSETS
from guongsang.render.html.page import Page
from guongsang.render.web.files.not_found import FINDER_DIGEST

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; script-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types search; "
    f"object-src 'self'; script-src-elem 'self' '{FINDER_DIGEST}'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""The policy of the pages as a header: theirs, what only a header can say, and the lines of the page for the lost."""
TYPES = (
    (".webp", "image/webp"),
    (".svg", "image/svg+xml"),
    (".woff2", "font/woff2"),
    (".ttf", "font/ttf"),
    (".otf", "font/otf"),
    (".js", "text/javascript; charset=utf-8"),
)


@dataclass(frozen=True)
class ServerView:
    """What the files for servers tell: paths from the root of the host, former addresses each with its new one."""

    base: str
    assets: str
    policy: str
    types: tuple[tuple[str, str], ...]
    moves: list[tuple[str, str]]


def server_files(site: Site) -> Iterator[Page]:
    """Make the files for servers."""
    base = urlsplit(site.config.base_url or "").path.rstrip("/") + "/"
    moves = sorted({(r.old, r.new) for lang in site.config.languages for r in list_redirects(site, lang)})
    data = ServerView(base=base, assets=ASSETS, policy=POLICY, types=TYPES, moves=moves)
    for name in ("nginx.conf", "web.config"):
        yield Page(name, site.config.source_language, name, data)
