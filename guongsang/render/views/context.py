"""What renderers are handed: the site, its pictures, and one language.

Consent is applied before: the site holds public profiles, published documents and pictures that may be shown, so no
renderer can let anything else out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from guongsang.model.bulletins import Issue
from guongsang.model.site import Addressed, Site
from guongsang.model.urls import paper_beside
from guongsang.read.documents.links import LinkTarget
from guongsang.render.images import ImageStore

Made = TypeVar("Made")


@dataclass(frozen=True)
class RenderContext:
    """The site, its pictures, and the language to show it in."""

    site: Site
    images: ImageStore
    lang: str
    _made: dict[tuple[str, int], Any] = field(default_factory=dict, compare=False)

    @property
    def prints(self) -> bool:
        """Return whether there are papers in this language."""
        return self.site.wishes.prints(self.lang)

    def once(self, kind: str, shown: object, make: Callable[[], Made]) -> Made:
        """Return what is made of something that the site shows, of each kind once: many pages show the same."""
        key = kind, id(shown)
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    def url(self, document: Addressed) -> str:
        """Return the page of a document in this language."""
        return self.site.urls.entry(document.kind, document.campaign, document.slug, self.lang)

    def url_of_target(self, target: LinkTarget) -> str | None:
        """Return the page that a link leads to in this language; None where its target has none."""
        return self.site.urls_of[self.lang].get(target.key)


def pdf_url(context: RenderContext, issue: Issue) -> str | None:
    """Return the address of a bulletin's PDF, beside its page, if there is one."""
    return paper_beside(context.url(issue.entry)) if issue.has_paper and context.prints else None
