"""The list of registration (III.1.1): who is registered, by unit in the order of the units file, then by name."""

from guongsang.i18n.messages import Message, say
from guongsang.judge.dates import campaign_year
from guongsang.model.profiles import PublicProfile
from guongsang.model.site import Site
from guongsang.render.office.table import Cell, Column, Table
from guongsang.stages import reached
from guongsang.text.vietnamese import SortKey


def registered_in(site: Site, campaign: str) -> list[PublicProfile]:
    """Return the profiles that are registered in a campaign, in the order of the list."""
    order = {unit: place for place, unit in enumerate(site.units)}

    def place(profile: PublicProfile) -> tuple[int, SortKey, str]:
        return order[profile.unit.id], *profile.place_by_name(site.name_order)

    own = (p for p in site.office if p.campaign == campaign and reached(p.stage or None, "registered"))
    return sorted(own, key=place)


def registration_table(site: Site, campaign: str, lang: str) -> Table:
    """Make the list of registration of a campaign. The column for Mr or Ms is left to be written by hand."""
    columns = (
        Column(say("No."), 0.4),
        Column(say("Unit"), 1.15),
        Column(say("Mr/Ms"), 0.45),
        Column(say("Name of the person, team or model"), 1.2),
        Column(say("Position"), 1.05),
        Column(say("Category"), 1),
        Column(say("Field of work"), 0.8),
        Column(say("What was done, in short"), 3.8),
        Column(say("Selected by"), 0.95),
        Column(say("Registered on"), 0.95),
        Column(say("Criteria"), 0.9),
        Column(say("Note"), 0.7),
    )
    rows = [_row(site, number, profile, lang) for number, profile in enumerate(registered_in(site, campaign), 1)]
    return Table(title_of(campaign), columns, rows)


def title_of(campaign: str) -> Message:
    """Return the title of the list."""
    return say("Exemplars registered in {year}", year=campaign)


def _row(site: Site, number: int, profile: PublicProfile, lang: str) -> list[Cell]:
    selected = profile.facts.progress.selected
    chosen = profile.source_text(selected.document) if selected and selected.document else None
    by = say("{document}, {day}", document=chosen, day=selected.on) if chosen and selected and selected.on else chosen
    return [
        number,
        profile.unit.name.text_in(lang),
        None,
        profile.name,
        profile.word(("position",), lang) or None,
        profile.category.label.text_in(lang),
        profile.source_text(", ".join(profile.facts.tags)) or None,
        profile.word(("summary",), lang),
        by or (selected.on if selected else None),
        profile.progress.get("registered"),
        _criteria(profile),
        _note(site, profile),
    ]


def _note(site: Site, profile: PublicProfile) -> Message | None:
    """Return whether the person holds a leading post, and what earlier years tell of the same person."""
    notes = [say("holds a leading post")] if profile.facts.leader else []
    before = site.office_years.get(profile.id, ())
    for other in (p for p in site.office if p.id in before and _year(p) < _year(profile)):
        if "honoured" in other.progress:
            notes.append(say("honoured in {year}", year=other.campaign))
        elif "registered" in other.progress:
            notes.append(say("registered in {year}", year=other.campaign))
    return say("{names}", names=notes) if notes else None


def _year(profile: PublicProfile) -> int:
    return campaign_year(profile.campaign) or 0


def _criteria(profile: PublicProfile) -> Message:
    """Return whether all criteria are met, else the ids of those that are not."""
    unmet = [v.criterion.id for v in profile.verdicts if v.status == "unmet"]
    return say("not met yet: {ids}", ids=unmet) if unmet else say("met")
