"""What a campaign's days and units mean, for the rooms that judge by them.

Which units owe something, when a window is open, and whether a date lies in the campaign's year.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.content import Content
from guongsang.read.data.lineage import forebears
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.campaign import Campaign, Window
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit


def campaign_year(campaign: str) -> int | None:
    """Return the first year in a campaign's name."""
    years = campaign_years(campaign)
    return years[0] if years else None


@cache
def campaign_years(campaign: str) -> tuple[int, ...]:
    """Return the years in a campaign's name: 2022, or 2022-2023."""
    return tuple(int(part) for part in campaign.split("-") if len(part) == 4 and part.isdigit())


def days_of_campaign(name: str) -> tuple[date, date] | None:
    """Return the first and last day of the years in a campaign's name; None where it names none."""
    years = [year for year in campaign_years(name) if year]
    return (date(years[0], 1, 1), date(years[-1], 12, 31)) if years else None


def exemplars_of(content: Content, campaign: AnyEntry) -> tuple[Entry[Exemplar], ...]:
    """Return the profiles of a campaign."""
    return content.exemplars_by_campaign.get(campaign.slug, ())


def plans_of(content: Content, campaign: AnyEntry) -> tuple[Entry[Plan], ...]:
    """Return the units' plans of a campaign."""
    return content.plans_by_campaign.get(campaign.slug, ())


def owing_units(content: Content, campaign: Entry[Campaign]) -> list[Unit]:
    """Return the units that owe a registration: marked so, and existing in the campaign's window or year."""
    first, last = span_of(campaign)
    return [u for u in content.units.values() if u.quota and u.active(first, last)]


def asked_units(content: Content, campaign: Entry[Campaign]) -> Iterator[tuple[Unit, frozenset[str]]]:
    """Yield the units of which a campaign asks something, each with the ids of those whose work counts for it.

    A unit that was closed before the end of the campaign's window or year is asked nothing; what it did in that time
    counts for those that it went into.
    """
    first, last = span_of(campaign)
    for unit in owing_units(content, campaign):
        if not (unit.closed and unit.last_day and unit.last_day < last):
            before = (old for old in forebears(content.units, unit.id) if old.closed and old.active(first))
            yield unit, frozenset((unit.id, *(old.id for old in before)))


def span_of(campaign: Entry[Campaign]) -> tuple[date, date]:
    """Return the first and last day of a campaign: its registration window, else its year, else all time."""
    window = campaign.facts.windows.register or Window()
    first, last = days_of_campaign(campaign.slug) or (date.min, date.max)
    first = window.from_ or first
    return first, max(first, window.to or last)


def outside_year(
    campaign: AnyEntry, entry: AnyEntry, day: date | None, *path: str | int, section: str = ""
) -> Iterator[Finding]:
    """Report a date outside the campaign's year; the source plan's own slip (10/6/2021 in 2022) is the model case."""
    if day is None or not is_outside_year(campaign, day):
        return
    yield find(
        "year-mismatch",
        entry.source.place(*path),
        say("the year of {day} is not that of the campaign {campaign}", day=day, campaign=campaign.slug),
        say("correct the year, or record in the campaign's readings why it stands so"),
        section=section or None,
    )


def is_outside_year(campaign: AnyEntry, day: date) -> bool:
    """Return whether a day lies outside the years in a campaign's name."""
    years = campaign_years(campaign.slug)
    return bool(years) and not years[0] <= day.year <= years[-1]


def in_year(campaign: AnyEntry, day: date) -> date:
    """Return a day of a campaign in the campaign's first year where it lies in another, as if it were typed rightly."""
    year = campaign_year(campaign.slug)
    if not year or not is_outside_year(campaign, day):
        return day
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def registration_is_open(campaign: Entry[Campaign], today: date) -> bool:
    """Return whether registration has opened by a day; without a date it is always open."""
    window = campaign.facts.windows.register
    return window is None or window.from_ is None or today >= window.from_
