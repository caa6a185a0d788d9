"""Which papers there are, in every language, and how each is printed: the front door of rendering for paper.

A paper is a value: where it lies, its layout, its day of issue, and what writes its sheet. It is printed when its file
is made; a paper whose sheet, pictures, templates and printer are as before is taken from what was kept.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from guongsang.cache import Keep
from guongsang.digests import digest_of
from guongsang.i18n.messages import Catalogue
from guongsang.model.bulletins import Issue
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.render.images import ImageStore
from guongsang.render.paper.bulletin import bulletin_sheet
from guongsang.render.paper.drawable import drawable
from guongsang.render.paper.formal.papers import office_papers
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.parts import Part, Parts
from guongsang.render.paper.poster import poster_sheet
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import yearbook_sheet
from guongsang.render.typst.printers import TypstPool
from guongsang.render.typst.sheet import Sheet
from guongsang.render.views.context import RenderContext, pdf_url
from guongsang.render.views.posters import POSTER_SIZES

_NEWSLETTER = "newsletter"


def list_papers(
    site: Site, images: ImageStore, fonts: SystemFonts, years: Sequence[OfficeYear] = ()
) -> Iterator[Paper]:
    """List all papers: bulletins beside their pages, and for the Office what is never published in `fonts`.

    `years` are those of which there is a board.
    """
    parts = Parts(site, images)
    for lang in filter(site.wishes.prints, site.config.languages):
        context = RenderContext(site, images, lang)
        yield from _bulletins(context)
        yield from _posters(context, parts)
        yield from _yearbooks(context, parts)
        yield from office_papers(context, parts, fonts, years)


def _bulletins(context: RenderContext) -> Iterator[Paper]:
    for issue in context.site.bulletins:
        if path := pdf_url(context, issue):
            yield Paper(
                path=f"site/{path}",
                layout=layout_of(issue),
                issued=issue.day,
                source=issue.entry.source.file,
                context=context,
                write=partial(bulletin_sheet, issue=issue),
                stories=len(issue.printed),
            )


def layout_of(issue: Issue) -> str:
    """Return the layout of a bulletin: the usual one, or that which it names."""
    return issue.entry.facts.layout or _NEWSLETTER


def _posters(context: RenderContext, parts: Parts) -> Iterator[Paper]:
    for profile in context.site.printable():
        part = parts.of_poster(profile)
        for size in POSTER_SIZES:
            yield Paper(
                path=f"site/{paper_beside(context.url(profile), f'-{size}')}",
                layout="poster",
                issued=profile.newest,
                source=profile.texts.source.file,
                context=RenderContext(part.site, part.images, context.lang),
                write=partial(poster_sheet, profile=profile, size=size),
                part=part,
            )


def _yearbooks(context: RenderContext, parts: Parts) -> Iterator[Paper]:
    """List the yearbook of each campaign that has exemplars for paper, beside its page, dated by its last step."""
    for campaign in context.site.campaigns:
        profiles = context.site.printable(campaign.slug)
        if profiles:
            part = parts.of_yearbook(campaign, profiles)
            yield Paper(
                path=f"site/{paper_beside(context.url(campaign))}",
                layout="yearbook",
                issued=max(p.newest for p in profiles),
                source=campaign.source.file,
                context=RenderContext(part.site, part.images, context.lang),
                write=partial(yearbook_sheet, campaign=campaign),
                stories=len(profiles),
                part=part,
            )


def sheet_of(paper: Paper) -> tuple[Sheet, Mapping[str, bytes]]:
    """Write the sheet of a paper; gives it with the pictures that it names."""
    context = paper.context
    writer = SheetWriter(
        context, context.site.config.catalogues.get(context.lang, Catalogue(context.lang)), families=paper.families
    )
    return paper.write(writer), writer.pictures


def print_sheet(paper: Paper, pool: TypstPool, keep: Keep) -> bytes:
    """Print a paper, or give it as it was kept. Raises PaperError."""
    sheet, pictures = sheet_of(paper)
    if not paper.families:
        sheet = drawable(sheet, paper.context.site.config.fonts)

    def printed() -> bytes:
        return pool.print(paper.layout, sheet, pictures, paper.issued, paper.families)

    return keep(f"{_digest(paper, sheet, pictures, pool)}.pdf", printed) if not paper.families else printed()


def is_newsletter(issue: Issue) -> bool:
    """Return whether a bulletin is set as the usual one, and not in another layout."""
    return layout_of(issue) == _NEWSLETTER


def given_to(paper: Paper, part: Part, pool: TypstPool) -> bytes:
    """Return a digest of all that a paper is made of, which is a part of the site, without its sheet."""
    return digest_of(*_around(paper, pool), paper.path, part.digest())


def _digest(paper: Paper, sheet: Sheet, pictures: Mapping[str, bytes], pool: TypstPool) -> str:
    """Return the digest of all that a paper is made of; names of pictures are digests already."""
    return digest_of(*_around(paper, pool), json.dumps([sheet, sorted(pictures)], sort_keys=True)).hex()


def _around(paper: Paper, pool: TypstPool) -> tuple[bytes | str, ...]:
    return pool.digest, paper.layout, paper.issued.isoformat(), paper.context.lang
