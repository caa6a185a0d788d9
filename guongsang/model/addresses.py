"""Finds documents whose pages would have one address, or addresses that differ only in case.

So are files found that a site wants at its root where the site itself makes one. Its own words for servers and robots
may stand in the place of ours.
"""

from collections.abc import Iterable, Iterator, Mapping

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.model.redirects import list_redirects
from guongsang.model.site import Site
from guongsang.model.urls import ASSETS
from guongsang.read.content import Content
from guongsang.read.files import CONFIG_FILE

_OF_THE_SITE = ("index.html", "404.html", "sitemap.xml")


def collisions(site: Site, content: Content) -> list[Finding]:
    """Return the collisions between pages, and between former addresses and pages."""
    taken: dict[str, str] = {}
    findings = []
    homes = [(site.urls.home(lang), CONFIG_FILE) for lang in site.config.languages]
    for url, file in (*homes, *site.sources.items()):
        other = taken.setdefault(url.casefold(), file)
        if other != file:
            findings.append(
                find(
                    "name-collision",
                    Place(file),
                    say("its page would have the same address as that of {other} ({url})", other=other, url=url),
                    say("rename one of the two"),
                )
            )
    return [*findings, *_former(site, content, taken)]


def root_collisions(site: Site, files: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Find files for the root of the site that would lie where it makes its own, given as path there and file."""
    taken = {ASSETS, *_OF_THE_SITE, *(lang.casefold() for lang in site.config.languages)}
    for path, file in files:
        if path.partition("/")[0].casefold() in taken:
            yield find(
                "name-collision",
                Place(file),
                say("the site makes {url} itself", url=path),
                say("give this file another name, or delete it"),
            )


def _former(site: Site, content: Content, taken: Mapping[str, str]) -> Iterator[Finding]:
    """Find former addresses (`moved_from`) at which a page stands, or to which two documents lay claim."""
    former: dict[str, str] = {}
    for lang in site.config.languages:
        for redirect in list_redirects(site, lang):
            source = content.by_id[redirect.document.key].source
            other = taken.get(redirect.old.casefold()) or former.setdefault(redirect.old.casefold(), source.file)
            if other != source.file:
                yield find(
                    "name-collision",
                    source.source.place(*source.spans.get(("moved_from",), source.fence)),
                    say("the former address {url} is that of {other}", other=other, url=redirect.old),
                    say("take it out of moved_from here, or rename that file"),
                )
