"""Writes the dates of a campaign as a calendar (iCalendar, RFC 5545) that mail programs take in; whole days only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.model.office.board import OfficeYear
from guongsang.model.site import Site, unit_name


@dataclass(frozen=True)
class Event:
    """A day or several in the calendar: what its name begins with, the first and last day, what it is called."""

    key: str
    first: date
    last: date
    title: str


def dates_of(site: Site, year: OfficeYear, catalogue: Catalogue) -> list[Event]:
    """Return the dates of a campaign in the order of their days: its windows, plans, and the work of all plans."""
    events = [Event(key, first, last, catalogue.tell(title)) for key, first, last, title in _dates(site, year)]
    return sorted(events, key=lambda event: (event.first, event.key))


def _dates(site: Site, year: OfficeYear) -> Iterator[tuple[str, date, date, Message]]:
    slug, windows = year.campaign.slug, year.campaign.facts.windows
    for name, window, title in (
        ("register", windows.register, say("Registration of exemplars, {year}", year=slug)),
        ("review", windows.review, say("Review of {year}", year=slug)),
    ):
        if window and window.from_ and window.to and window.from_ <= window.to:
            yield f"{slug}-{name}", window.from_, window.to, title
    if year.plan_before and year.plan_before > date.min:
        last = year.plan_before - timedelta(days=1)
        yield f"{slug}-plans", last, last, say("Last day for the units' plans, {year}", year=slug)
    for plan in (p for p in site.plans if p.campaign == slug):
        for activity in plan.facts.activities:
            if activity.due and activity.what:
                title = say("{unit}: {work}", unit=unit_name(site, plan.slug), work=activity.what)
                yield f"{slug}-{plan.slug}-{activity.id}", activity.due, activity.due, title


def calendar(events: Sequence[Event]) -> bytes:
    """Write events as a calendar; the same events give the same bytes."""
    from icalendar import Calendar
    from icalendar import Event as Entry

    out = Calendar()
    out.add("prodid", "-//Guong Sang//Guong Sang//VI")
    out.add("version", "2.0")
    for event in events:
        entry = Entry()
        entry.add("uid", f"{event.key}@guong-sang.invalid")
        entry.add("dtstamp", datetime(event.first.year, event.first.month, event.first.day, tzinfo=UTC))
        entry.add("dtstart", event.first)
        if event.last < date.max:
            entry.add("dtend", event.last + timedelta(days=1))
        entry.add("summary", event.title)
        entry.add("transp", "TRANSPARENT")
        out.add_component(entry)
    return bytes(out.to_ical())
