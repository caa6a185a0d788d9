"""What pages show of an entry: cards, notices, facts, figures, bodies, each as plain data in the order of showing.

Templates decide how a thing looks; here is decided what is shown at all. Names and photos without consent, internal
evidence and verdicts on internal criteria end here: they are not in what is handed on, so no template can let them
out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guongsang.i18n.messages import Text
from guongsang.model.bulletins import Bulletin
from guongsang.model.profiles import Profile
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import Library, library_of
from guongsang.render.images import ImageStore


@dataclass(frozen=True)
class RenderContext:
    """What is needed to make views: the site, its links, its pictures, and one language."""

    site: Site
    library: Library
    images: ImageStore
    lang: str
    published: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def url(self, entry: Entry) -> str:
        """Return the page of an entry in this language."""
        return self.site.urls.entry(entry.kind, entry.campaign, entry.slug, self.lang)

    def shown(self, entry: Entry) -> bool:
        """Return whether an entry has a page."""
        return (entry.kind, entry.id) in self.published


def make_context(site: Site, images: ImageStore, lang: str) -> RenderContext:
    """Prepare views of a site in a language."""
    published = {(e.kind, e.id): site.urls.entry(e.kind, e.campaign, e.slug, lang) for e in site.entries}
    return RenderContext(
        site, library_of(site.content.entries, site.content.pictures, site.content.files), images, lang, published
    )


def name_of(profile: Profile) -> Text | None:
    """Return a profile's name, if consent covers it on the site."""
    return Text(profile.entry.get("name"), profile.entry.source.lang) if profile.names_on_site else None


def pdf_url(context: RenderContext, bulletin: Bulletin) -> str | None:
    """Return the address of a bulletin's PDF, beside its page, if there is one."""
    return paper_beside(context.url(bulletin.entry)) if bulletin.printed else None
