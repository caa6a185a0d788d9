"""Former addresses (`moved_from`) and where their documents stand now.

A former address that holds a name which may not be shown is not among them; a dead link does less harm.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.model.documents import PublicDocument
from guongsang.model.site import Site


@dataclass(frozen=True)
class Redirect:
    """A former address in one language, the present one, and whose it is."""

    old: str
    new: str
    document: PublicDocument


def list_redirects(site: Site, lang: str) -> Iterator[Redirect]:
    """Yield the former addresses of all that is published, in one language."""
    for document in site.documents:
        new = site.urls_of[lang][document.key]
        for slug in document.moved_from:
            old = site.urls.entry(document.kind, document.campaign, slug, lang)
            if old != new:
                yield Redirect(old, new, document)
