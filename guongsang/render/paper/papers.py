"""Which papers there are, in every language, and how each is printed: the front door of rendering for paper.

A paper is a value: where it lies, its layout, its day of issue, and what writes its sheet. It is printed when its file
is made; a paper whose sheet, pictures, templates and printer are as before is taken from what was kept.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from guongsang.cache import Keep
from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import Catalogue, say
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.read.documents.entry import Entry
from guongsang.render.images import ImageStore
from guongsang.render.paper.administrative import plan_sheet, registration_sheet, review_sheet
from guongsang.render.paper.bulletin import bulletin_sheet
from guongsang.render.paper.poster import poster_sheet
from guongsang.render.paper.system_fonts import choose_fonts
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import yearbook_sheet
from guongsang.render.typst.compiler import STORIES
from guongsang.render.typst.printers import VERSION, TypstPool
from guongsang.render.views.context import RenderContext, make_context, pdf_url
from guongsang.render.views.posters import POSTER_SIZES

PARTS = frozenset({"common.typ", "posters.typ", "stories.typ", "type.typ", "formal.typ"})
"""Print templates that no bulletin can be set by: what layouts share, and documents of administration."""
_NEWSLETTER = "newsletter"


@dataclass(frozen=True)
class Paper:
    """A paper in one language: its path below `output/`, its layout, its day, its source, and what writes its sheet.

    `stories` counts the exemplars of a paper that holds several.
    """

    path: str
    layout: str
    issued: date
    source: str
    context: RenderContext
    write: Callable[[SheetWriter], Mapping[str, Any]]
    families: tuple[str, ...] = ()
    stories: int = 0

    @property
    def is_book(self) -> bool:
        """Return whether printing it takes much memory."""
        return self.stories > STORIES


def list_papers(site: Site, images: ImageStore) -> Iterator[Paper]:
    """List all papers: bulletins beside their pages, and for the Office what is never published."""
    for lang in site.config.languages:
        context = make_context(site, images, lang)
        yield from _bulletins(context)
        yield from _posters(context)
        yield from _yearbooks(context)
        yield from _formal(context)


def _bulletins(context: RenderContext) -> Iterator[Paper]:
    for bulletin in context.site.bulletins:
        if path := pdf_url(context, bulletin):
            entry, write = bulletin.entry, partial(bulletin_sheet, bulletin=bulletin)
            layout = _layout(entry)
            many = len(bulletin.profiles)
            yield Paper(f"site/{path}", layout, entry.get("date"), entry.source.file, context, write, stories=many)


def _layout(bulletin: Entry) -> str:
    return bulletin.get("layout") or _NEWSLETTER


def _posters(context: RenderContext) -> Iterator[Paper]:
    for profile in context.site.printable():
        for size in POSTER_SIZES:
            path = f"site/{paper_beside(context.url(profile.entry), f'-{size}')}"
            write = partial(poster_sheet, profile=profile, size=size)
            yield Paper(path, "poster", profile.newest, profile.entry.source.file, context, write)


def _yearbooks(context: RenderContext) -> Iterator[Paper]:
    """List the yearbook of each campaign that has exemplars for paper, beside its page, dated by its last step."""
    for campaign in context.site.campaigns:
        profiles = context.site.printable(campaign.slug)
        if profiles:
            path, write = f"site/{paper_beside(context.url(campaign))}", partial(yearbook_sheet, campaign=campaign)
            day = max(p.newest for p in profiles)
            yield Paper(path, "yearbook", day, campaign.source.file, context, write, stories=len(profiles))


def _formal(context: RenderContext) -> Iterator[Paper]:
    """List the documents of administration of each campaign: plans, the list of registration, the report."""
    site = context.site
    if not site.papers:
        return
    fonts = choose_fonts(site).fit
    for campaign in site.campaigns:
        folder, file = f"office/{campaign.slug}", campaign.source.file
        first = campaign.get("document", "on") or campaign.get("windows", "register", "from") or date(1970, 1, 1)

        def paper(name: str, day: date | None, source: str, write: Any, f: str = folder, d: date = first) -> Paper:
            return Paper(f"{f}/{name}.{context.lang}.pdf", "formal", day or d, source, context, write, fonts)

        yield paper("registration", None, file, partial(registration_sheet, campaign=campaign))
        for plan in (p for p in site.plans if p.campaign == campaign.slug):
            write = partial(plan_sheet, campaign=campaign, plan=plan)
            yield paper(f"plan-{plan.slug}", plan.get("completed_on"), plan.source.file, write)
        for review in (r for r in site.reviews if r.slug == campaign.slug):
            write = partial(review_sheet, campaign=campaign, review=review)
            yield paper("review", review.get("held_on"), review.source.file, write)


def sheet_of(paper: Paper) -> tuple[Mapping[str, Any], Mapping[str, bytes]]:
    """Write the sheet of a paper; gives it with the pictures that it names."""
    context = paper.context
    writer = SheetWriter(
        context, context.site.config.catalogues.get(context.lang, Catalogue(context.lang)), families=paper.families
    )
    return paper.write(writer), writer.pictures


def print_sheet(paper: Paper, pool: TypstPool, keep: Keep) -> bytes:
    """Print a paper, or give it as it was kept. Raises PaperError."""
    sheet, pictures = sheet_of(paper)

    def printed() -> bytes:
        return pool.print(paper.layout, sheet, pictures, paper.issued, paper.families)

    return keep(f"{_digest(paper, sheet, pictures, pool.templates)}.pdf", printed) if not paper.families else printed()


def is_newsletter(bulletin: Entry) -> bool:
    """Return whether a bulletin is set as the usual one, and not in another layout."""
    return _layout(bulletin) == _NEWSLETTER


def unknown_layouts(site: Site, templates: Iterable[str]) -> Iterator[Finding]:
    """Find bulletins whose layout is no print template; the parts that layouts share are none."""
    layouts = sorted(name.removesuffix(".typ") for name in templates if name not in PARTS)
    for entry in (e for e in site.content.entries if e.kind == "bulletin"):
        layout = entry.get("layout")
        if layout and layout not in layouts:
            source = entry.source
            yield find(
                "bad-value",
                source.source.place(*source.spans.get(("layout",), source.fence)),
                say("there is no layout {name}", name=layout),
                suggest(layout, layouts, say("layouts are: {names}", names=layouts)),
            )


def _digest(
    paper: Paper, sheet: Mapping[str, Any], pictures: Mapping[str, bytes], templates: Mapping[str, bytes]
) -> str:
    """Return the digest of all that a paper is made of; names of pictures are digests already."""
    whole = hashlib.sha256()
    for part in (
        VERSION,
        paper.layout,
        paper.issued.isoformat(),
        json.dumps([sheet, sorted(pictures)], sort_keys=True),
    ):
        whole.update(part.encode() + b"\0")
    for name in sorted(templates):
        whole.update(name.encode() + b"\0" + templates[name] + b"\0")
    return whole.hexdigest()[:32]
