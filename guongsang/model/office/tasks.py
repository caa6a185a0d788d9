"""What is still to be done in a campaign: about which unit and document, who must act, by which day.

Tasks come from what was found (`check` tells the same, place by place) and from the next step of each document.
Personal data is covered in them as wherever a finding is told.
Nothing is asked for in a campaign that is closed or a draft, and what cannot be mended any more is no task.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from guongsang.findings import Finding
from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.judge.campaign.filed import filed_of
from guongsang.judge.campaign.quota import is_registered
from guongsang.judge.dates import exemplars_of, plans_of
from guongsang.judge.people.masking import masked_words
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.stages import reached, stage_of

WRITER, UNIT, OFFICE = say("who writes the profile"), say("the unit"), say("the Office")
_PAST = frozenset({"late", "outside-window"})
"""What is told of days that were missed; nothing is to be done about it."""
_OF_UNIT = frozenset({"quota-unmet", "plan-missing", "no-unit-criteria", "criterion-unmet", "not-in-plan"})
_OF_OFFICE = frozenset({"review-due", "stale-approval", "review-section-missing"})


@dataclass(frozen=True)
class Task:
    """One thing to do. `due` is the last day for it; `about` is the id of a profile or the file that it is about.

    `kind` is the code of a finding or the name of a step; `times` says how often the same was found in that document.
    """

    kind: str
    unit: str | None
    about: str
    what: Message
    how: Message
    who: Message | Label | Text
    due: date | None
    file: str
    line: int
    times: int = 1

    @property
    def said(self) -> Message:
        """What it is about, and how often."""
        return say("{what} ({n} times)", what=self.what, n=self.times) if self.times > 1 else self.what

    def days_late(self, today: date) -> int:
        """Return how many days it is overdue on a day; 0 where it is not."""
        return max((today - self.due).days, 0) if self.due else 0


def list_tasks(
    content: Content, findings: Iterable[Finding], campaign: Entry[Campaign], today: date
) -> tuple[Task, ...]:
    """Return the tasks of a campaign: what is overdue first, then by day, then what has none."""
    if campaign.facts.closed or campaign.draft:
        return ()
    entries = _entries(content, campaign)
    found = _of_findings(content, campaign, findings, entries)
    tasks = [_covered(task) for task in (*found, *_next_steps(content, campaign, today))]
    order = {unit: place for place, unit in enumerate(content.units)}

    def place(task: Task) -> tuple[bool, date, int, str, int]:
        return task.due is None, task.due or date.max, order.get(task.unit or "", -1), task.about, task.line

    return tuple(sorted(tasks, key=place))


def _covered(task: Task) -> Task:
    return replace(task, what=masked_words(task.what), how=masked_words(task.how))


def _entries(content: Content, campaign: Entry[Campaign]) -> dict[str, AnyEntry]:
    """Return the documents of a campaign by each of their files."""
    reviews = [r for r in content.reviews if r.slug == campaign.slug]
    own: list[AnyEntry] = [campaign, *exemplars_of(content, campaign), *plans_of(content, campaign), *reviews]
    return {document.file: entry for entry in own for document in entry.documents}


def _of_findings(
    content: Content, campaign: Entry[Campaign], findings: Iterable[Finding], entries: dict[str, AnyEntry]
) -> Iterable[Task]:
    tasks: dict[tuple[str, str, str | None, str | None], Task] = {}
    for finding in findings:
        entry = entries.get(finding.place.file)
        if entry is None or finding.severity == "info" or finding.code in _PAST:
            continue
        key = finding.place.file, finding.code, finding.rule, finding.unit
        if known := tasks.get(key):
            tasks[key] = replace(known, times=known.times + 1)
        else:
            tasks[key] = _of_finding(campaign, entry, finding)
    return tasks.values()


def _of_finding(campaign: Entry[Campaign], entry: AnyEntry, finding: Finding) -> Task:
    unit, profile = finding.unit, entry.facts
    if unit is None and isinstance(profile, Exemplar):
        unit = profile.unit
    elif unit is None and isinstance(profile, Plan):
        unit = entry.slug
    who = UNIT if finding.code in _OF_UNIT or isinstance(profile, Plan) else WRITER
    if finding.code in _OF_OFFICE or unit is None:
        who = OFFICE
    return Task(
        kind=finding.code,
        unit=unit,
        about=entry.id if isinstance(profile, Exemplar) else entry.source.file,
        what=finding.message,
        how=finding.hint,
        who=who,
        due=_due(campaign, entry, finding),
        file=finding.place.file,
        line=finding.place.line,
    )


def _due(campaign: Entry[Campaign], entry: AnyEntry, finding: Finding) -> date | None:
    """Return the last day for what a finding asks, by the windows of the campaign (III.1, III.2)."""
    if finding.code == "plan-missing":
        return _plan_due(campaign)
    if finding.code == "review-due":
        return _last(campaign, "review")
    if finding.code == "quota-unmet":
        return _last(campaign, "register")
    if finding.rule and isinstance(entry.facts, Exemplar):
        return _last(campaign, "review" if reached(stage_of(entry.progress), "registered") else "register")
    return None


def _last(campaign: Entry[Campaign], window: str) -> date | None:
    windows = campaign.facts.windows
    found = windows.register if window == "register" else windows.review
    return found.to if found else None


def _plan_due(campaign: Entry[Campaign]) -> date | None:
    """Return the last day for plans, which are due before a day."""
    before = campaign.facts.plan.before if campaign.facts.plan else None
    return before - timedelta(days=1) if before and before > date.min else None


def _next_steps(content: Content, campaign: Entry[Campaign], today: date) -> Iterator[Task]:
    for entry in filed_of(content, campaign):
        yield from _of_profile(campaign, entry)
    for plan in plans_of(content, campaign):
        if not plan.draft:
            yield from _of_plan(plan)
    yield from _of_office(content, campaign, today)


def _of_profile(campaign: Entry[Campaign], entry: Entry[Exemplar]) -> Iterator[Task]:
    """Ask for the next step of a profile: registration, approval, then the review at the end of the year."""
    stage = stage_of(entry.progress)
    if not reached(stage, "registered"):
        what, who, due = say("not registered yet"), UNIT, _last(campaign, "register")
        step, how = "registered", say("register it with the Office, then write the day under progress")
    elif not reached(stage, "approved"):
        what, who, due = say("not approved yet"), OFFICE, None
        step, how = "approved", say("put it before the Council, then write the day and the paper under progress")
    elif not reached(stage, "reviewed") and _last(campaign, "review"):
        what, who, due = say("not reviewed yet"), OFFICE, _last(campaign, "review")
        step, how = "reviewed", say("review it at the end of the year, then write the day under progress")
    else:
        return
    if step in entry.source.wrong or "progress" in entry.source.wrong:
        return
    place = entry.source.place("progress")
    yield Task(step, entry.facts.unit, entry.id, what, how, who, due, place.file, place.line)


def _of_plan(plan: Entry[Plan]) -> Iterator[Task]:
    for i, activity in enumerate(plan.facts.activities):
        if activity.due and activity.status != "done" and activity.what:
            place = plan.source.place("activities", i)
            yield Task(
                kind="activity",
                unit=plan.slug,
                about=plan.source.file,
                what=say("planned and not done: {work}", work=Text(activity.what, plan.source.lang)),
                how=say("once it is done, write the result and the line “status: done” there"),
                who=activity.who or UNIT,
                due=activity.due,
                file=place.file,
                line=place.line,
            )


def _of_office(content: Content, campaign: Entry[Campaign], today: date) -> Iterator[Task]:
    """Ask for what the Office itself owes: its advice (III.1.1), and its report on the review (IV)."""
    file, facts = campaign.source.file, campaign.facts
    unit = facts.office or None
    registered = any(is_registered(e) for e in exemplars_of(content, campaign))
    if registered and facts.office_advice is None and "office_advice" not in campaign.source.wrong:
        what = say("the leadership and the Council have not been advised on what is registered")
        how = say("once they are, write the day: {line}", line="office_advice: {on: …}")
        yield Task("advice", unit, file, what, how, OFFICE, None, file, campaign.source.place("office").line)
    window = facts.windows.review
    due = window and window.from_ and today >= window.from_
    if due and facts.report.on is None and "report" not in campaign.source.wrong:
        what = say("the results have not been reported to the leadership")
        how = say("once they are, write the day: {line}", line="report: {on: …}")
        place = campaign.source.place("report")
        yield Task("report", unit, file, what, how, OFFICE, _last(campaign, "review"), file, place.line)
