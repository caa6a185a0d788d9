"""How far each unit of a campaign is: the rows of the Office's board, each number with the ids behind it.

Rows stand in the order of the units file: those that owe a registration, then those that did something all the same,
such as a unit that was closed on the way. Units are shown, not ranked (safeguard SAF-11).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guongsang.findings import Finding
from guongsang.judge.campaign.figures import Figure, figures_of, plan_for
from guongsang.judge.campaign.filed import filed_of
from guongsang.judge.campaign.quota import counts, is_registered
from guongsang.judge.dates import asked_units, exemplars_of, plans_of, span_of
from guongsang.judge.people.due_days import WithdrawalDays, withdrawal_days
from guongsang.model.office.tasks import Task, list_tasks
from guongsang.model.progress import PartProgress, progress_of_parts
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign, Quota
from guongsang.read.tables.criteria import Category
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.units import Unit

_OF_CONSENT = frozenset({"no-consent", "stale-consent", "consent-ended"})


@dataclass(frozen=True)
class UnitRow:
    """One unit of the board. `asked` is how many registrations it owes, `counted` how many count towards them.

    `planned` is the day on which its plan was finished; like `counted`, it may be that of a unit that went into it on
    the way. `next` is the first of its tasks. All others are ids of its own.
    """

    unit: Unit
    asked: int
    counted: int
    found: tuple[str, ...]
    registered: tuple[str, ...]
    by_category: Mapping[str, tuple[str, ...]]
    leaders: tuple[str, ...]
    honoured: tuple[str, ...]
    adopted_from: tuple[str, ...]
    adopting_units: tuple[str, ...]
    has_plan: bool
    planned: date | None
    parts: tuple[PartProgress, ...]
    next: Task | None


@dataclass(frozen=True)
class Request:
    """A request to be taken down: of which profile, when, by when it is due, when it was done. Nobody is named."""

    id: str
    requested_on: date
    due: WithdrawalDays
    done_on: date | None


@dataclass(frozen=True)
class OfficeYear:
    """A campaign's year on a day: the rows of its board, its figures, its tasks, the requests to be taken down.

    `doubts` are the codes of what is told of the consent of a profile, by its id.
    """

    campaign: Entry[Campaign]
    today: date
    categories: tuple[Category, ...]
    rows: tuple[UnitRow, ...]
    figures: Mapping[str, Figure]
    tasks: tuple[Task, ...]
    requests: tuple[Request, ...]
    doubts: Mapping[str, frozenset[str]]

    @property
    def plan_before(self) -> date | None:
        """Return the day before which plans are due."""
        return self.campaign.facts.plan.before if self.campaign.facts.plan else None

    def overdue(self) -> tuple[Task, ...]:
        """Return the tasks whose day is past."""
        return tuple(task for task in self.tasks if task.days_late(self.today))


def office_year(content: Content, findings: Sequence[Finding], campaign: Entry[Campaign], today: date) -> OfficeYear:
    """Return the year of a campaign as of a day; that of a closed one as of its last day, so that it stays as it is."""
    today = last_day_of(campaign) if campaign.facts.closed else today
    criteria = content.criteria_of(campaign.slug)
    tasks = list_tasks(content, findings, campaign, today)
    categories = tuple(criteria.categories.values()) if criteria else ()
    asked = {unit.id: names for unit, names in asked_units(content, campaign)}
    filed = filed_of(content, campaign)
    busy = {e.facts.unit for e in filed}
    busy |= {plan.slug for plan in plans_of(content, campaign) if not plan.draft}
    listed = (*asked, *(name for name in content.units if name in busy and name not in asked))
    within = _Within(filed, categories, tasks)
    rows = tuple(_row(content, campaign, (content.units[name], asked.get(name)), within) for name in listed)
    return OfficeYear(
        campaign=campaign,
        today=today,
        categories=categories,
        rows=rows,
        figures=figures_of(content, campaign),
        tasks=tasks,
        requests=tuple(_requests(content, campaign)),
        doubts=_doubts(content, campaign, findings),
    )


def _requests(content: Content, campaign: Entry[Campaign]) -> Iterator[Request]:
    for entry in exemplars_of(content, campaign):
        gone = entry.facts.withdrawn
        if gone and gone.requested_on and not entry.draft:
            yield Request(entry.id, gone.requested_on, withdrawal_days(gone.requested_on), gone.on)


def _doubts(content: Content, campaign: Entry[Campaign], findings: Sequence[Finding]) -> dict[str, frozenset[str]]:
    """Return what is told of the consent of each profile."""
    told: dict[str, set[str]] = {}
    for finding in findings:
        if finding.code in _OF_CONSENT:
            told.setdefault(finding.place.file, set()).add(finding.code)
    found = {e.id: frozenset().union(*(told.get(d.file, ()) for d in e.documents)) for e in filed_of(content, campaign)}
    return {name: codes for name, codes in found.items() if codes}


def last_day_of(campaign: Entry[Campaign]) -> date:
    """Return the day with which a campaign ends: that of its report, else of its review, else of its year."""
    review = campaign.facts.windows.review
    return campaign.facts.report.on or (review.to if review else None) or span_of(campaign)[1]


@dataclass(frozen=True)
class _Within:
    """What the rows of a campaign are made of: its profiles before the Office, categories, tasks."""

    filed: Sequence[Entry[Exemplar]]
    categories: Sequence[Category]
    tasks: Sequence[Task]


def _row(
    content: Content, campaign: Entry[Campaign], asked: tuple[Unit, frozenset[str] | None], within: _Within
) -> UnitRow:
    """Return the row of a unit, with the units that count for it where it is asked for a registration."""
    unit, names = asked
    quota = campaign.facts.quota or Quota()
    filed = [e for e in within.filed if e.facts.unit == unit.id]
    registered = [e for e in filed if is_registered(e)]
    copied = [e.id for e in within.filed if any(copy.unit == unit.id for copy in e.facts.adopted_by)]
    plan = plan_for(content, campaign, unit, names or {unit.id})
    return UnitRow(
        unit=unit,
        asked=(quota.min if quota.min is not None else 1) if names and campaign.facts.quota else 0,
        counted=sum(counts(e, quota) for e in within.filed if e.facts.unit in (names or {unit.id})),
        found=tuple(e.id for e in filed),
        registered=tuple(e.id for e in registered),
        by_category={c.id: tuple(e.id for e in registered if e.facts.category == c.id) for c in within.categories},
        leaders=tuple(e.id for e in registered if e.facts.leader),
        honoured=tuple(e.id for e in filed if "honoured" in e.progress),
        adopted_from=tuple(copied),
        adopting_units=tuple(dict.fromkeys(copy.unit for e in filed for copy in e.facts.adopted_by)),
        has_plan=plan is not None,
        planned=plan.facts.completed_on if plan else None,
        parts=progress_of_parts(campaign, plan if plan and plan.slug == unit.id else None),
        next=next((task for task in within.tasks if task.unit == unit.id), None),
    )
