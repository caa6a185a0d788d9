"""Judges whether the legal bases of a campaign are in force on the day of its document.

The day is that of the campaign's document, without one the first day of registration; the time in which a law is in
force stands in `content/laws.yaml`. A basis that the file does not know is not judged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Label, Message, say
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.laws import LAWS_FILE, Law
from guongsang.text.law_numbers import law_key

_SECOND_DAY = date.min + timedelta(days=1)
"""The first day that has one before it."""


@dataclass(frozen=True)
class KnownLaws:
    """The laws of a site, with what replaced each and what it replaced."""

    laws: tuple[Law, ...]

    @cached_property
    def _by_key(self) -> Mapping[str, Law]:
        return {law.key: law for law in reversed(self.laws)}

    def successors(self, law: Law) -> list[Law]:
        """Return what replaced a law."""
        return [self._by_key[key] for key in map(law_key, law.successors) if key in self._by_key]

    def predecessors(self, law: Law) -> list[Law]:
        """Return what a law replaced."""
        return [one for one in self.laws if law in self.successors(one)]

    def meant(self, number: str, on: date | None) -> Law | None:
        """Return the law that a number and a date of issue name."""
        return next((law for law in self.laws if law.is_meant(number, on)), None)

    def last_day(self, law: Law) -> date | None:
        """Return the last day on which a law is in force: as written, else that before the last successor begins."""
        begins = max((one.from_ for one in self.successors(law) if one.from_), default=None)
        return law.to or (max(begins, _SECOND_DAY) - timedelta(days=1) if begins else None)

    def has_begun(self, law: Law, day: date) -> bool:
        """Return whether a law was in force on a day or before it."""
        return law.from_ is None or law.from_ <= day

    def has_ended(self, law: Law, day: date) -> bool:
        """Return whether a law is over on a day."""
        last = self.last_day(law)
        return last is not None and last < day

    def instead_of(self, law: Law, day: date) -> list[Law]:
        """Return what is in force on a day in place of a law that is over or has not begun, however many steps away."""
        over = self.has_ended(law, day)
        seen, found = [law], []
        for one in seen:
            for other in self.successors(one) if over else self.predecessors(one):
                begun, ended = self.has_begun(other, day), self.has_ended(other, day)
                if begun and not ended and other not in found:
                    found.append(other)
                elif (ended if over else not begun) and other not in seen:
                    seen.append(other)
        return found


def judge_bases(content: Content) -> Iterator[Finding]:
    """Report the legal bases of all campaigns that are not in force on the day of the campaign's document."""
    known = KnownLaws(content.laws)
    for campaign in content.campaigns if known.laws else ():
        day = _day_of(campaign)
        for i, basis in enumerate(campaign.facts.legal_bases):
            law = known.meant(basis.number, basis.on) if basis.number else None
            if law and day and (told := _not_in_force(known, law, day)):
                place = campaign.source.place("legal_bases", i, "number")
                yield find("basis-not-in-force", place, told, _cure(known, law, day))


def _day_of(campaign: Entry[Campaign]) -> date | None:
    """Return the day on which the bases of a campaign must be in force; None where it cannot be told."""
    facts, wrong = campaign.facts, campaign.source.wrong
    if facts.document and facts.document.on:
        return facts.document.on
    return facts.windows.register.from_ if facts.windows.register and "document" not in wrong else None


def _not_in_force(known: KnownLaws, law: Law, day: date) -> Message | None:
    if known.has_ended(law, day):
        return say(
            "the legal basis {number} is no longer in force on {day}; its last day was {last}",
            number=law.number,
            day=day,
            last=known.last_day(law),
        )
    if not known.has_begun(law, day):
        return say(
            "the legal basis {number} is not yet in force on {day}; its first day is {first}",
            number=law.number,
            day=day,
            first=law.from_,
        )
    return None


def _cure(known: KnownLaws, law: Law, day: date) -> Message:
    instead = known.instead_of(law, day)
    doubtful = [one.number for one in (law, *instead) if not one.confirmed]
    cure = _cited(known.has_ended(law, day), instead)
    if not doubtful:
        return cure
    return say(
        "{cure}; first look up the dates, which {file} marks as not confirmed: {numbers}",
        cure=cure,
        file=LAWS_FILE,
        numbers=doubtful,
    )


def _cited(over: bool, instead: Iterable[Law]) -> Message:
    names = [_named(one.number, one.title) for one in instead]
    if names:
        cites = say("cite what replaced it: {names}", names=names)
        return cites if over else say("cite what it replaced: {names}", names=names)
    if over:
        return say(
            "{file} names nothing that replaced it and is in force on that day; cite another text", file=LAWS_FILE
        )
    return say("{file} names nothing that it replaced and is in force on that day; cite another text", file=LAWS_FILE)


def _named(number: str, title: Label | None) -> Message:
    return say("{number} ({title})", number=number, title=title or "")
