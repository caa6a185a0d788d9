"""Judges the days of consent and of its withdrawal: when consent ends, when a request must be carried out.

What has ended is told and stays on the site, because the site never depends on the day on which it is built.
"""

from collections.abc import Iterator
from datetime import date

from guongsang.commands import command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.people.due_days import withdrawal_days
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar, Withdrawal


def judge_terms(content: Content, today: date) -> Iterator[Finding]:
    """Judge the days of consent and withdrawal of all profiles as of a day."""
    for entry in content.exemplars:
        yield from _order_of_consent(entry)
        if entry.facts.withdrawn:
            yield from _withdrawal(entry, entry.facts.withdrawn, today)
        else:
            yield from _ended(entry, today)


def has_ended(entry: Entry[Exemplar], today: date) -> bool:
    """Return whether a person's consent held up to a day before today."""
    consent = entry.facts.consent
    return consent.given and isinstance(consent.until, date) and consent.until < today


def _order_of_consent(entry: Entry[Exemplar]) -> Iterator[Finding]:
    consent = entry.facts.consent
    if consent.on and isinstance(consent.until, date) and consent.until < consent.on:
        yield find(
            "date-order",
            entry.source.place("consent", "until"),
            say(
                "the consent ends on {day}, before it was given on {other_day}", day=consent.until, other_day=consent.on
            ),
            say("correct one of the two dates"),
        )


def _ended(entry: Entry[Exemplar], today: date) -> Iterator[Finding]:
    consent = entry.facts.consent
    if (
        not has_ended(entry, today)
        or not isinstance(consent.until, date)
        or (consent.on and consent.until < consent.on)
    ):
        return
    yield find(
        "consent-ended",
        entry.source.place("consent", "until"),
        say("the consent held until {day}", day=consent.until),
        say(
            "ask the person again and write the new day and how long it holds; or take the profile down: {command}",
            command=command("withdraw", entry.id, "--reason", "consent"),
        ),
    )


def _withdrawal(entry: Entry[Exemplar], withdrawn: Withdrawal, today: date) -> Iterator[Finding]:
    requested = withdrawn.requested_on
    if requested is None or requested > today:  # what has not come yet is told as such
        return
    if withdrawn.on and withdrawn.on < requested:
        yield find(
            "date-order",
            entry.source.place("withdrawn", "on"),
            say("taken down on {day}, before it was asked for on {other_day}", day=withdrawn.on, other_day=requested),
            say("correct one of the two dates"),
        )
        return
    days = withdrawal_days(requested)
    if (withdrawn.on or today) > days.off_by:
        yield find(
            "withdrawal-due",
            entry.source.place("withdrawn", "on" if withdrawn.on else "requested_on"),
            say(
                "asked for on {day}, it had to be taken down by {off_by} (by {later} where others must act too)",
                day=requested,
                off_by=days.off_by,
                later=days.off_by_with_third_parties,
            ),
            say(
                "correct the date if it is wrong; if it is right, tell the person why, and write: {line}",
                line="allow: [{code: withdrawal-due, reason: …}]",
            ),
        )
