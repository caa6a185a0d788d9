"""Judges every profile against the criteria of its campaign's plan.

Criteria are data; the kinds of check are listed in `kinds`. For each criterion that applies to a profile one verdict is
made, which pages and lists use too, so that nothing is judged twice, and at most one finding, at the level that the
criteria file gives for the profile's stage.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from guongsang.codes import ORDER, Severity
from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.applicable import applies
from guongsang.judge.criteria.check import Case, Outcome, Status
from guongsang.judge.criteria.kinds import CHECK_BY_NAME
from guongsang.judge.dates import campaign_year
from guongsang.read.content import Content
from guongsang.read.data.criteria import stage_levels
from guongsang.read.data.types import Criterion
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar
from guongsang.stages import reached, stage_of


@dataclass(frozen=True)
class Verdict:
    """How a profile stands to one criterion, the ids of the items of evidence that serve it, and what is wanting."""

    criterion: Criterion
    status: Status
    evidence: tuple[str, ...] = ()
    reason: Message | None = None


Row: TypeAlias = tuple[str, Status, tuple[str, ...], Message | None]
"""A verdict as it is remembered, with the id of its criterion."""


def judge_criteria(content: Content, entry: Entry[Exemplar]) -> tuple[tuple[Row, ...], list[Finding]]:
    """Judge one profile by the criteria of its campaign; nothing where these are not known."""
    criteria = content.criteria_of(entry.campaign)
    if criteria is None:
        return (), []
    applicable = tuple(c for c in criteria.criteria.values() if applies(c, entry.facts, criteria))
    case = Case(entry, criteria, campaign_year(entry.campaign), applicable)
    judged = [_judge(case, criterion) for criterion in applicable]
    return tuple(row for row, _ in judged), [*(told for _, told in judged if told), *_serves(case)]


def verdicts_of(content: Content, rows: Mapping[str, Sequence[Row]]) -> dict[str, tuple[Verdict, ...]]:
    """Return the verdicts of all profiles whose campaign and criteria are known, by the profile's id."""
    verdicts: dict[str, tuple[Verdict, ...]] = {}
    for entry in content.exemplars:
        if criteria := content.criteria_of(entry.campaign):
            verdicts[entry.id] = tuple(Verdict(criteria.criteria[row[0]], *row[1:]) for row in rows[entry.id])
    return verdicts


def _judge(case: Case, criterion: Criterion) -> tuple[Row, Finding | None]:
    check = CHECK_BY_NAME[criterion.check]
    level = level_at(criterion, stage_of(case.entry.progress))
    outcome = check.judge(case, criterion)
    told = outcome.reason is not None and level is not None and not check.is_open(case, criterion)
    finding = _finding(case, criterion, outcome, level) if told and level else None
    status: Status = "not-due" if level is None and outcome.status != "met" else outcome.status
    served = tuple(item.id for _, item in case.serving(criterion.id))
    return (criterion.id, status, served, outcome.reason), finding


def level_at(criterion: Criterion, stage: str | None) -> Severity | None:
    """Return the level of a criterion for a profile at a stage; None before the first stage that has one."""
    level: Severity | None = None
    for since, severity in stage_levels(criterion.severity):
        if reached(stage, since):
            level = severity
    return level


def _finding(case: Case, criterion: Criterion, outcome: Outcome, level: Severity) -> Finding:
    code = CHECK_BY_NAME[criterion.check].unmet
    if outcome.status == "thin":
        code, level = "thin-evidence", max(level, "warning", key=ORDER.index)
    finding = find(
        code,
        case.entry.source.place(*("category",) if outcome.item is None else ("evidence", outcome.item)),
        say("{id} “{label}”: {reason}", id=criterion.id, label=criterion.label, reason=outcome.reason),
        outcome.hint or say("complete the profile"),
        rule=criterion.id,
        section=criterion.section,
    )
    return finding.at_level(level)


def _serves(case: Case) -> Iterator[Finding]:
    """Report evidence that names criteria which do not exist or are not meant for this profile."""
    facts, criteria = case.entry.facts, case.criteria
    for i, item in enumerate(facts.evidence):
        for k, name in enumerate(item.serves):
            place = case.entry.source.place("evidence", i, "serves", k)
            criterion = criteria.criteria.get(name)
            if criterion is None:
                hint = suggest(name, criteria.criteria, say("the criteria are in {file}", file=criteria.file))
                yield find("unknown-criterion", place, say("there is no criterion {name}", name=name), hint)
            elif facts.category in criteria.categories and criterion not in case.applicable:
                yield find(
                    "criterion-not-applicable",
                    place,
                    say("{id} “{label}” is not asked of this profile", id=name, label=criterion.label),
                    say("remove it from serves, or correct category, leader or unit"),
                    rule=name,
                    section=criterion.section,
                )
