"""What is counted of a campaign: each figure with the ids behind it, so that whoever doubts a number can look it up.

Boards, lists, reports and texts take their numbers from here, and so cannot differ. Nobody is named: ids are those of
profiles (2022/qlxd-01), units and activities. Drafts are not counted, withdrawn profiles only as such.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, Message, say
from guongsang.judge.campaign.filed import filed_of
from guongsang.judge.campaign.quota import is_registered
from guongsang.judge.campaign.same_person import honoured_before
from guongsang.judge.dates import asked_units, exemplars_of, plans_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, PlanDuty
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit
from guongsang.stages import LABELS, STAGES


@dataclass(frozen=True)
class Figure:
    """A number of a campaign: what it counts, and the ids of what is counted."""

    says: Message | Label
    ids: tuple[str, ...]

    @property
    def count(self) -> int:
        """Return the number."""
        return len(self.ids)


def figures_of(content: Content, campaign: Entry[Campaign]) -> dict[str, Figure]:
    """Return the figures of a campaign by name, such as `registered`, `registered.staff`, `plans-late`."""
    return {name: Figure(says, tuple(ids)) for name, says, ids in _figures(content, campaign)}


_Row = tuple[str, Message | Label, Iterable[str]]


def _figures(content: Content, campaign: Entry[Campaign]) -> Iterator[_Row]:
    filed = filed_of(content, campaign)
    registered = [e for e in filed if is_registered(e)]
    yield from _units(content, campaign, registered)
    yield "found", say("Exemplars found"), _ids(filed)
    for stage in STAGES:
        yield stage, LABELS[stage], _ids(registered if stage == "registered" else _at(filed, stage))
    criteria = content.criteria_of(campaign.slug)
    for category in criteria.categories.values() if criteria else ():
        of_kind = (e for e in registered if e.facts.category == category.id)
        yield f"registered.{category.id}", category.label, _ids(of_kind)
    yield "leaders", say("Registered who hold a leading post"), _ids(e for e in registered if e.facts.leader)
    yield "others", say("Registered who hold none"), _ids(e for e in registered if not e.facts.leader)
    before = honoured_before(content, campaign)
    yield "honoured-again", say("Honoured in an earlier year too"), _ids(e for e in filed if e.id in before)
    yield from _plans(content, campaign)
    yield from _adoptions(filed)
    gone = [e for e in exemplars_of(content, campaign) if e.withdrawn and not e.draft]
    for reason, says in (("consent", say("Withdrawn at the person's wish")), ("revoked", say("Recognition revoked"))):
        name = "withdrawn" if reason == "consent" else reason
        yield name, says, _ids(e for e in gone if e.facts.withdrawn and e.facts.withdrawn.reason == reason)


def _units(content: Content, campaign: Entry[Campaign], registered: Iterable[Entry[Exemplar]]) -> Iterator[_Row]:
    """Count the units of which something is asked, as the quota does: work of a closed unit counts for its heirs."""
    asked = {unit.id: names for unit, names in asked_units(content, campaign)}
    having = {e.facts.unit for e in registered}
    yield "units", say("Units that owe a registration"), asked
    yield "units-registered", say("Units that registered"), (u for u, names in asked.items() if names & having)
    yield "units-without", say("Units without a registration"), (u for u, names in asked.items() if not names & having)


def _plans(content: Content, campaign: Entry[Campaign]) -> Iterator[_Row]:
    """Count the plans of units that owe one by when they were finished (III.1.2)."""
    plans = {unit.id: plan_for(content, campaign, unit, names) for unit, names in asked_units(content, campaign)}
    done = {unit: plan.facts.completed_on for unit, plan in plans.items() if plan}
    before = (campaign.facts.plan or PlanDuty()).before
    yield "plans", say("Units with a plan"), done
    yield "plans-in-time", say("Plans finished in time"), (u for u, day in done.items() if not _late(day, before))
    yield "plans-late", say("Plans finished late"), (u for u, day in done.items() if _late(day, before))
    yield "plans-missing", say("Units without a plan"), (u for u in plans if u not in done)
    work = [(p.slug, a) for p in plans_of(content, campaign) if not p.draft for a in p.facts.activities]
    yield "activities", say("Activities planned"), (f"{unit}/{a.id}" for unit, a in work)
    yield "activities-done", say("Activities done"), (f"{unit}/{a.id}" for unit, a in work if a.status == "done")


def plan_for(content: Content, campaign: Entry[Campaign], unit: Unit, names: Collection[str]) -> Entry[Plan] | None:
    """Return a unit's plan: its own, else the first that was finished by those whose work counts for it."""
    plans = [p for p in plans_of(content, campaign) if p.slug in names and not p.draft]
    return min(plans, key=lambda p: (p.slug != unit.id, p.facts.completed_on or date.max, p.slug), default=None)


def _adoptions(filed: Iterable[Entry[Exemplar]]) -> Iterator[_Row]:
    """Count who copied what: a pair of exemplar and unit is one, however often it is written down."""
    pairs = list(dict.fromkeys((e.id, copy.unit) for e in filed for copy in e.facts.adopted_by))
    yield "adoptions", say("Times that a unit adopted an exemplar"), (f"{id_} > {unit}" for id_, unit in pairs)
    yield "adopted", say("Exemplars that others adopted"), dict.fromkeys(id_ for id_, _ in pairs)
    yield "adopting-units", say("Units that adopted an exemplar"), dict.fromkeys(unit for _, unit in pairs)


def _late(done: date | None, before: date | None) -> bool:
    return bool(done and before and done >= before)


def _at(entries: Iterable[Entry[Exemplar]], stage: str) -> Iterator[Entry[Exemplar]]:
    return (e for e in entries if stage in e.progress)


def _ids(entries: Iterable[Entry[Exemplar]]) -> list[str]:
    return [e.id for e in entries]


def known_figures(content: Content, campaign: Entry[Campaign]) -> dict[str, Figure]:
    """Return what a text of a campaign may name: its own figures, and those of others after their names: 2021.found."""
    known = figures_of(content, campaign)
    for other in content.campaigns:
        known |= {f"{other.slug}.{name}": figure for name, figure in figures_of(content, other).items()}
    return known


Figures = Mapping[str, Figure]
"""Figures by name."""
