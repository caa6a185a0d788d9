"""The register of consents, and the clocks of requests to be taken down (Law 91/2025/QH15, Decree 356/2025/NĐ-CP)."""

from datetime import date

from guongsang.i18n.messages import Message, say
from guongsang.model.office.board import OfficeYear
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.render.office.table import Cell, Column, Table

_STATES = {
    "no-consent": say("does not cover what is shown"),
    "stale-consent": say("to other words or pictures"),
    "consent-ended": say("ended"),
}


def consents_table(site: Site, year: OfficeYear, lang: str) -> Table:
    """Make the register of the consents of a campaign: who agreed to what, by which paper, until when."""
    columns = (
        Column(say("Id"), 1),
        Column(say("Unit"), 1.5),
        Column(say("Name of the person, team or model"), 1.5),
        Column(say("Agreed on"), 0.9),
        Column(say("Document"), 1),
        Column(say("Name"), 0.9),
        Column(say("Photo"), 0.9),
        Column(say("Story"), 0.9),
        Column(say("Until"), 1),
        Column(say("What was seen"), 1.1),
        Column(say("State"), 1.6),
    )
    own = [p for p in site.office if p.campaign == year.campaign.slug]
    rows = [_row(year, profile, lang) for profile in own]
    return Table(say("Register of consents, {year}", year=year.campaign.slug), columns, rows)


def _row(year: OfficeYear, profile: PublicProfile, lang: str) -> list[Cell]:
    consent = profile.facts.consent
    doubts = [_STATES[code] for code in sorted(year.doubts.get(profile.id, ()))]
    state: Cell = say("{states}", states=doubts) if doubts else say("in force") if consent.on else say("not given")
    return [
        profile.id,
        profile.unit.name.text_in(lang),
        profile.name,
        consent.on,
        consent.document or None,
        *(_where(consent.channels(what)) for what in ("name", "photo", "story")),
        _until(consent.until),
        consent.of or None,
        state,
    ]


def _where(channels: tuple[str, ...]) -> Cell:
    """Return on which channels something may stand."""
    names: list[Message] = [say("website") if channel == "site" else say("on paper") for channel in channels]
    return say("{names}", names=names) if names else say("no")


def _until(until: date | str | None) -> Cell:
    if until == "employment":
        return say("while employed")
    return say("permanently") if until == "permanent" else until or None


def requests_table(year: OfficeYear) -> Table:
    """Make the list of requests to be taken down, by profile, with the days by which each is due."""
    columns = (
        Column(say("Id"), 1.4),
        Column(say("Requested on"), 1),
        Column(say("Answer by"), 1),
        Column(say("Off by"), 1),
        Column(say("Off by, with third parties"), 1),
        Column(say("Done on"), 1),
    )
    rows: list[list[Cell]] = [
        [r.id, r.requested_on, r.due.answer_by, r.due.off_by, r.due.off_by_with_third_parties, r.done_on]
        for r in year.requests
    ]
    return Table(say("Requests to be taken down"), columns, rows)
