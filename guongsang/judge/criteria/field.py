"""The check `field`: a field of the profile is there, or has one of the values that are asked for."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, Message, say
from guongsang.judge.criteria.check import MET, TOLD_ELSEWHERE, Case, Check, FieldToWrite, Outcome
from guongsang.read.data.criteria import CheckForm, OptionsAt
from guongsang.read.data.types import Criterion
from guongsang.read.fields.kinds import Flag, ListOf, PlainText, Tree, Value
from guongsang.read.fields.paths import field_at, is_flag, label_at, values_at
from guongsang.read.fields.table import build, optional, required, table
from guongsang.read.tables.exemplar import EXEMPLAR

_ALTERNATIVES = ("one_of", "present", "equals")


@dataclass(frozen=True)
class FieldOptions:
    """Which field, by dotted path, and what is asked of it; `present` is None where nothing is asked so."""

    path: str = required(
        PlainText(),
        say("Path of the field"),
        say("name of the field, with points down to it, like {example}", example="progress.approved.document"),
    )
    one_of: tuple[str, ...] = optional(ListOf(PlainText()), say("One of"), say("values of which it must have one"))
    present: bool | None = optional(
        Flag(), say("Present"), say("true if it must stand, false if it must not"), default=None
    )
    equals: str = optional(PlainText(), say("Equals"), say("the one value that it must have"))

    @property
    def allowed(self) -> tuple[str, ...]:
        """Return the values that are right."""
        return self.one_of or (self.equals,)


def _make(tree: Tree) -> FieldOptions:
    return build(FieldOptions, tree)


def _validate(at: OptionsAt) -> None:
    path = at.options.get("path")
    if isinstance(path, str) and not field_at(EXEMPLAR, path):
        at.report_no_field(("path",), path, list(EXEMPLAR.fields))
    if sum(k in at.options for k in _ALTERNATIVES) != 1 and not at.reading.is_blamed(at.path):
        at.report(
            say("a check of a field asks exactly one thing"),
            say("write one of: {names}", names=", ".join(_ALTERNATIVES)),
        )


def _options(criterion: Criterion) -> FieldOptions:
    assert isinstance(criterion.options, FieldOptions)
    return criterion.options


def _judge(case: Case, criterion: Criterion) -> Outcome:
    options = _options(criterion)
    path, document = options.path, case.entry.source
    values = values_at(document.data, path)
    label = label_at(EXEMPLAR, path)
    if options.present is not None:
        if bool(values) == options.present:
            return MET
        if options.present:
            return _missing(label, path)
        reason = say("“{label}” ({name}) should not stand here", label=label, name=path)
        return Outcome("unmet", reason, say("remove it"))
    if not values and is_flag(EXEMPLAR, path):
        values = [False]
    if not values and tuple(path.split(".")) in document.keys:
        return TOLD_ELSEWHERE
    if any(_as_typed(v) in options.allowed for v in values):
        return MET
    if not values:
        return _missing(label, path)
    told = ", ".join(map(_as_typed, values))
    reason = say("“{label}” ({name}) is {value}", label=label, name=path, value=told)
    return Outcome("unmet", reason, say("write one of: {names}", names=list(options.allowed)))


def _missing(label: Message, path: str) -> Outcome:
    reason = say("{field} is missing", field=say("“{label}” ({name})", label=label, name=path))
    return Outcome("unmet", reason, say("add it to the front matter"))


def _as_typed(value: Value) -> str:
    """Return a value the way that it is typed in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Label):
        return value.text_in(value.source).value
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_open(case: Case, criterion: Criterion) -> bool:
    wanted = [part.removesuffix("[]") for part in _options(criterion).path.split(".")]
    asked = ([part for part in path if isinstance(part, str)] for path in case.entry.source.unfilled)
    return any(names[: len(wanted)] == wanted[: len(names)] for names in asked)


def _scaffold(criterion: Criterion) -> FieldToWrite | None:
    options = _options(criterion)
    if options.present is False or field_at(EXEMPLAR, options.path) is None:
        return None
    return FieldToWrite(options.path, options.one_of or ((options.equals,) if options.equals else ()))


FIELD_CHECK = Check(
    name="field",
    form=CheckForm(table(FieldOptions), _make, _validate, _ALTERNATIVES),
    judge=_judge,
    is_open=_is_open,
    scaffold=_scaffold,
)
