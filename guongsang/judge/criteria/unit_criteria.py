"""The check `unit_criteria`: the profile's unit has set enough criteria of its own that apply to it (I.4)."""

from dataclasses import dataclass

from guongsang.i18n.messages import say, say_n
from guongsang.judge.criteria.check import LEAST, MET, Case, Check, Outcome, RemarkAt, needed
from guongsang.read.data.criteria import CheckForm
from guongsang.read.data.types import Criterion
from guongsang.read.fields.kinds import Integer, Tree
from guongsang.read.fields.table import build, optional, table


@dataclass(frozen=True)
class UnitCriteriaOptions:
    """How many criteria the unit must have set."""

    min: int | None = optional(Integer(1), say("Least number"), LEAST)


def _make(tree: Tree) -> UnitCriteriaOptions:
    return build(UnitCriteriaOptions, tree)


def _judge(case: Case, criterion: Criterion) -> Outcome:
    assert isinstance(criterion.options, UnitCriteriaOptions)
    least = 1 if criterion.options.min is None else criterion.options.min
    unit = case.entry.facts.unit
    own = [c for c in case.applicable if c.set_by and c.set_by.unit == unit]
    if len(own) >= least:
        return MET
    return Outcome(
        "unmet",
        say_n(
            "the unit {unit} has set {n} criterion that applies here; {needed}",
            "the unit {unit} has set {n} criteria that apply here; {needed}",
            unit=unit,
            n=len(own),
            needed=needed(least),
        ),
        say("add a criterion with set_by and unit: {unit} to {file}", unit=unit, file=case.criteria.file),
    )


def _is_open(case: Case, _: Criterion) -> bool:
    return case.entry.source.open


def _scaffold(_: Criterion) -> RemarkAt:
    return RemarkAt("unit")


UNIT_CRITERIA_CHECK = Check(
    name="unit_criteria",
    form=CheckForm(table(UnitCriteriaOptions), _make),
    judge=_judge,
    is_open=_is_open,
    scaffold=_scaffold,
    unmet="no-unit-criteria",
)
