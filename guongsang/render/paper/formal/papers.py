"""Which papers the Office gets of each campaign, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from guongsang.model.campaign_windows import first_day
from guongsang.model.office.board import OfficeYear
from guongsang.model.profiles import PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.render.office.registration import registered_in
from guongsang.render.paper.formal.administrative import plan_sheet, registration_sheet, review_sheet
from guongsang.render.paper.formal.consent_form import consent_sheet, is_form_needed
from guongsang.render.paper.formal.council.candidates import by_unit, candidates_sheet
from guongsang.render.paper.formal.council.meeting import ballot_sheet, minutes_sheet
from guongsang.render.paper.formal.office_year import board_sheet, leaders_sheet
from guongsang.render.paper.formal.removed import letter_sheet, removed_sheet
from guongsang.render.paper.paper import Paper, WriteSheet
from guongsang.render.paper.parts import Parts
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.views.context import RenderContext


def office_papers(
    context: RenderContext, parts: Parts, fonts: SystemFonts, years: Sequence[OfficeYear]
) -> Iterator[Paper]:
    """List them; documents of administration are set in `fonts`, `years` are those of which there is a board."""
    yield from _formal(context, fonts, years)
    yield from _boards(context, fonts, years)
    yield from _forms(context, parts)
    yield from _candidates(context, parts)


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
