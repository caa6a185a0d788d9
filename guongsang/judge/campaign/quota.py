"""The quota: what each unit has registered (III.1.1)."""

from collections.abc import Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.dates import is_open, of_campaign, owing_units
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.stages import reached, stage_of


def judge_quota(content: Content, campaign: Entry, today: date) -> Iterator[Finding]:
    """Count what each unit has registered (III.1.1), from the day on which registration opens."""
    quota = campaign.get("quota")
    if quota is None or not is_open(campaign, "register", today):
        return
    least = quota.get("min", 1)
    profiles = of_campaign(content, "exemplar", campaign)
    for unit in owing_units(content, campaign):
        counted = sum(counts(e, quota) and e.get("unit") == unit.id for e in profiles)
        if counted < least:
            yield find(
                "quota-unmet",
                campaign.source.place("quota", "min") if "min" in quota else campaign.source.key_place("quota"),
                say(
                    "{unit} has registered {n} exemplars of at least {least}",
                    unit=unit.name,
                    n=counted,
                    least=least,
                ),
                say("the unit {unit} registers an exemplar with the Office", unit=unit.id),
                section=quota.get("section"),
            )


def counts(entry: Entry, quota: Mapping[str, object]) -> bool:
    """Return whether a profile counts towards the quota: registered, not withdrawn, of a category that counts."""
    categories = quota.get("counts")
    return (
        reached(stage_of(entry.progress), "registered")
        and not entry.get("withdrawn")
        and not entry.draft
        and (not isinstance(categories, list) or entry.get("category") in categories)
    )
