"""Finds documents whose pages would have one address, or addresses that differ only in case."""

from collections.abc import Iterator, Mapping

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.model.redirects import list_redirects
from guongsang.model.site import Site
from guongsang.read.content import Content
from guongsang.read.files import CONFIG_FILE


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
