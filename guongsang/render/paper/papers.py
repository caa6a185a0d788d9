"""Which papers there are, in every language, and how each is printed: the front door of rendering for paper.

A paper is a value: where it lies, its layout, its day of issue, and what writes its sheet. It is printed when its file
is made; a paper whose sheet, pictures, templates and printer are as before is taken from what was kept.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeAlias

from guongsang.cache import Keep
from guongsang.digests import digest_of
from guongsang.i18n.messages import Catalogue
from guongsang.model.bulletins import Issue
from guongsang.model.campaign_windows import first_day
from guongsang.model.office.board import OfficeYear
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.model.urls import paper_beside
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.images import ImageStore
from guongsang.render.office.registration import registered_in
from guongsang.render.paper.administrative import plan_sheet, registration_sheet, review_sheet
from guongsang.render.paper.bulletin import bulletin_sheet
from guongsang.render.paper.consent_form import consent_sheet, is_form_needed
from guongsang.render.paper.council.candidates import by_unit, candidates_sheet
from guongsang.render.paper.council.meeting import ballot_sheet, minutes_sheet
from guongsang.render.paper.office_year import board_sheet, leaders_sheet
from guongsang.render.paper.parts import Part, Parts
from guongsang.render.paper.poster import poster_sheet
from guongsang.render.paper.removed import letter_sheet, removed_sheet
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.paper.writer import SheetWriter
from guongsang.render.paper.yearbook import yearbook_sheet
from guongsang.render.typst.jobs import STORIES
from guongsang.render.typst.printers import TypstPool
from guongsang.render.typst.sheet import Sheet
from guongsang.render.views.context import RenderContext, pdf_url
from guongsang.render.views.posters import POSTER_SIZES

_NEWSLETTER = "newsletter"
WriteSheet: TypeAlias = Callable[[SheetWriter], Sheet]


@dataclass(frozen=True)
class Paper:
    """A paper in one language: its path below `output/`, its layout, its day, its source, and what writes its sheet.

    `stories` counts the exemplars of a paper that holds several. `part` is the part of the site that it is made of,
    where the digest of that costs less than its sheet.
    """

    path: str
    layout: str
    issued: date
    source: str
    context: RenderContext
    write: WriteSheet
    families: tuple[str, ...] = ()
    stories: int = 0
    part: Part | None = None

    @property
    def is_book(self) -> bool:
        """Return whether printing it takes much memory."""
        return self.stories > STORIES


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
        yield from _formal(context, fonts, years)
        yield from _boards(context, fonts, years)
        yield from _forms(context, parts)
        yield from _candidates(context, parts)


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


def _candidates(context: RenderContext, parts: Parts) -> Iterator[Paper]:
    """List the sheets of candidates, one paper for each unit, so that an edit costs those of one unit."""
    for campaign in context.site.campaigns if context.site.wishes.papers else ():
        for unit, candidates in by_unit(registered_in(context.site, campaign.slug)).items():
            part = parts.of_candidates(campaign, unit, candidates)
            yield Paper(
                path=f"office/{campaign.slug}/council/candidates-{unit}.{context.lang}.pdf",
                layout="candidates",
                issued=max(p.newest for p in candidates),
                source=campaign.source.file,
                context=RenderContext(part.site, part.images, context.lang),
                write=partial(candidates_sheet, campaign=campaign, unit=unit),
                part=part,
            )


def _formal(context: RenderContext, fonts: SystemFonts, years: Sequence[OfficeYear]) -> Iterator[Paper]:
    """List the documents of administration of each campaign: registration, Council, plans, report."""
    site = context.site
    for campaign in site.campaigns if site.wishes.papers else ():
        file, documents = campaign.source.file, _OfficePapers(context, campaign, fonts.fit)
        yield documents.paper("registration", None, file, partial(registration_sheet, campaign=campaign))
        if registered_in(site, campaign.slug):
            yield documents.paper("council/ballot", None, file, partial(ballot_sheet, campaign=campaign))
            yield documents.paper("council/minutes", None, file, partial(minutes_sheet, campaign=campaign))
        for plan in (p for p in site.plans if p.campaign == campaign.slug):
            write = partial(plan_sheet, campaign=campaign, plan=plan)
            yield documents.paper(f"plan-{plan.slug}", plan.facts.completed_on, plan.source.file, write)
        for review in (r for r in site.reviews if r.slug == campaign.slug):
            write = partial(review_sheet, campaign=campaign, review=review, years=years)
            yield documents.paper("review", review.facts.held_on, review.source.file, write)
        removed = [one for one in site.removed if one.campaign == campaign.slug]
        if removed:
            write = partial(removed_sheet, campaign=campaign, removed=removed)
            yield documents.paper("removed", None, file, write)
        for one in removed:
            write = partial(letter_sheet, campaign=campaign, removed=one)
            yield documents.paper(f"removed-{one.slug}", one.withdrawn.on, one.file, write)


def _boards(context: RenderContext, fonts: SystemFonts, years: Sequence[OfficeYear]) -> Iterator[Paper]:
    """List the board of each campaign that has units, and the page for the leadership."""
    for year in (y for y in years if y.rows):
        file, documents = year.campaign.source.file, _OfficePapers(context, year.campaign, fonts.fit)
        yield documents.paper("board", year.today, file, partial(board_sheet, year=year))
        yield documents.paper("leadership", year.today, file, partial(leaders_sheet, year=year))


def _forms(context: RenderContext, parts: Parts) -> Iterator[Paper]:
    """List the consent forms of those who are still to be asked, or asked again, in the languages of their texts."""
    site = context.site
    first_days = {campaign.slug: first_day(campaign) for campaign in site.campaigns}
    for profile in site.office if site.wishes.papers else ():
        if profile.campaign in first_days and _is_asked(context, profile):
            part = parts.of_form(profile)
            yield Paper(
                path=f"office/{profile.campaign}/consent/{profile.slug}.{context.lang}.pdf",
                layout="consent",
                issued=first_days[profile.campaign],
                source=profile.texts.source.file,
                context=RenderContext(part.site, part.images, context.lang),
                write=partial(consent_sheet, profile=profile),
                part=part,
            )


def _is_asked(context: RenderContext, profile: PublicProfile) -> bool:
    written = profile.texts.state(context.lang) != "none"
    return written and is_form_needed(profile, context.site.seen.get(profile.id, ""))


@dataclass(frozen=True)
class _OfficePapers:
    """The papers of the Office for one campaign, in one language."""

    context: RenderContext
    campaign: Entry[Campaign]
    families: tuple[str, ...]

    def paper(self, name: str, day: date | None, source: str, write: WriteSheet) -> Paper:
        """Return a document of administration; without a day of its own it has that of the campaign."""
        return Paper(
            path=f"office/{self.campaign.slug}/{name}.{self.context.lang}.pdf",
            layout="formal",
            issued=day or first_day(self.campaign),
            source=source,
            context=self.context,
            write=write,
            families=self.families,
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
