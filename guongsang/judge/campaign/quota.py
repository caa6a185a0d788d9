"""The quota: what each unit has registered (III.1.1)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from guongsang.commands import command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import say, say_n
from guongsang.judge.dates import asked_units, exemplars_of, registration_is_open
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, Quota
from guongsang.read.tables.exemplar import Exemplar
from guongsang.stages import reached, stage_of


def judge_quota(content: Content, campaign: Entry[Campaign], today: date) -> Iterator[Finding]:
    """Count what each unit has registered (III.1.1), from the day on which registration opens."""
    if "quota" not in campaign.source.data or not registration_is_open(campaign, today):
        return
    quota = campaign.facts.quota or Quota()
    least, place = quota.min, campaign.source.place("quota", "min")
    if least is None:
        least, place = 1, campaign.source.key_place("quota")
    registered = Counter(e.facts.unit for e in exemplars_of(content, campaign) if counts(e, quota))
    for unit, names in asked_units(content, campaign):
        counted = sum(registered[name] for name in names)
        if counted < least:
            finding = find(
                "quota-unmet",
                place,
                say_n(
                    "{unit} has registered {n} exemplar of at least {least}",
                    "{unit} has registered {n} exemplars of at least {least}",
                    unit=unit.name,
                    n=counted,
                    least=least,
                ),
                say(
                    "find an exemplar and register it with the Office; to write it: {command}",
                    command=command("new", "exemplar", "--campaign", campaign.slug, "--unit", unit.id),
                ),
                section=quota.section or None,
            )
            yield replace(finding, unit=unit.id)


def counts(entry: Entry[Exemplar], quota: Quota) -> bool:
    """Return whether a profile counts towards the quota: it is registered, of a category that counts."""
    return is_registered(entry) and (quota.counts is None or entry.facts.category in quota.counts)


def is_registered(entry: Entry[Exemplar]) -> bool:
    """Return whether a profile is registered: no draft, not withdrawn."""
    return reached(stage_of(entry.progress), "registered") and not entry.withdrawn and not entry.draft
