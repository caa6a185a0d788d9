"""The check `evidence`: enough items serve the criterion, with what it requires, of every year that it asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from guongsang.i18n.messages import Message, say, say_n
from guongsang.judge.criteria.check import LEAST, MET, Case, Check, ItemsToWrite, Outcome, needed
from guongsang.read.data.criteria import CheckForm, OptionsAt
from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.fields.kinds import Either, Flag, Integer, ListOf, PlainText, Tree, Value
from guongsang.read.fields.paths import field_at, has_value
from guongsang.read.fields.table import build, optional, table
from guongsang.read.tables.exemplar import EVIDENCE, Evidence

VIRTUAL: Mapping[str, tuple[str, ...]] = {"when": ("on", "period", "years")}
"""Names in `requires` and `expects` that stand for any of several fields of an item of evidence."""
_MOST_ITEMS = 5
_FIELDS_THAT_MUST = say("fields without which an item does not count, such as {example}", example="source, when")
_FIELDS_THAT_SHOULD = say("fields that one item at least should have, such as {example}", example="measure")


@dataclass(frozen=True)
class EvidenceOptions:
    """How many items, what each must have, what one should have, and how many years without a gap (True: all)."""

    min: int | None = optional(Integer(1), say("Least number"), LEAST)
    requires: tuple[str, ...] = optional(ListOf(PlainText()), say("Required of an item"), _FIELDS_THAT_MUST)
    expects: tuple[str, ...] = optional(ListOf(PlainText()), say("Expected of an item"), _FIELDS_THAT_SHOULD)
    continuous_years: bool | int | str = optional(
        Either((PlainText(), Flag())),
        say("Years without a gap"),
        say(
            "true if the years of the items must have no gap, or how many years without one, like {example}",
            example="3",
        ),
        default=False,
    )

    @property
    def least(self) -> int:
        """Return how many items must count."""
        return 1 if self.min is None else self.min


def _make(tree: Tree) -> EvidenceOptions:
    options = build(EvidenceOptions, tree)
    years = options.continuous_years
    if isinstance(years, str):
        options = replace(options, continuous_years=int(years) if years.isdigit() else years == "true")
    return options


def _validate(at: OptionsAt) -> None:
    options = build(EvidenceOptions, at.options)
    for key, names in (("requires", options.requires), ("expects", options.expects)):
        for i, name in enumerate(names):
            if name not in VIRTUAL and not field_at(EVIDENCE, name):
                at.report_no_field((key, i), name, [*EVIDENCE.fields, *VIRTUAL])
    years = options.continuous_years
    if isinstance(years, str) and not re.fullmatch(r"[1-9][0-9]?|true|false", years):
        at.report_bad_value(
            "continuous_years", say("Years without a gap"), years, say("write true, or a number of years")
        )


def _options(criterion: Criterion) -> EvidenceOptions:
    assert isinstance(criterion.options, EvidenceOptions)
    return criterion.options


def _judge(case: Case, criterion: Criterion) -> Outcome:
    options = _options(criterion)
    serving = case.serving(criterion.id)
    counted = [(i, item) for i, item in serving if not _lacks(case, i, options.requires)]
    if len(counted) < options.least:
        return _too_few(case, criterion, serving, counted)
    if missing := _missing_years(case, [item for _, item in counted], options.continuous_years):
        return Outcome(
            "unmet",
            say("years are missing: {years}", years=[str(y) for y in missing]),
            say("add these years to the evidence that serves {id}, with its source", id=criterion.id),
        )
    if options.expects and all(_lacks(case, i, options.expects) for i, _ in counted):
        return Outcome(
            "thin",
            say("no item of evidence has all of: {names}", names=_names(options.expects)),
            say("complete one of them: {items}", items=_told(case, counted, options.expects)),
            item=min(counted, key=lambda pair: len(_lacks(case, pair[0], options.expects)))[0],
        )
    return MET


def _too_few(
    case: Case, criterion: Criterion, serving: list[tuple[int, Evidence]], counted: list[tuple[int, Evidence]]
) -> Outcome:
    options = _options(criterion)
    if options.requires and len(serving) > len(counted):
        lacking = [pair for pair in serving if pair not in counted]
        return Outcome(
            "unmet",
            say("evidence lacks: {names}", names=_names(options.requires)),
            say(
                "complete at least {n}: {items}",
                n=options.least - len(counted),
                items=_told(case, lacking, options.requires),
            ),
        )
    return Outcome(
        "unmet",
        say_n(
            "there is {n} item of evidence; {needed}",
            "there are {n} items of evidence; {needed}",
            n=len(counted),
            needed=needed(options.least),
        ),
        say("add an item under evidence with serves: [{id}]", id=criterion.id),
    )


def _lacks(case: Case, i: int, names: tuple[str, ...]) -> list[str]:
    """Return what an item lacks of these fields, by dotted path; `when` is any of on, period, years."""
    items = case.entry.source.data.get("evidence")
    item: Value = items[i] if isinstance(items, list) else {}
    return [name for name in names if not any(has_value(item, one) for one in VIRTUAL.get(name, (name,)))]


def _told(case: Case, items: list[tuple[int, Evidence]], fields: tuple[str, ...]) -> list[Message]:
    """Return for each item, five at most, where it stands and what it lacks."""
    out = []
    for i, item in items[:5]:
        line = case.entry.source.place("evidence", i).line
        lacks = _names(_lacks(case, i, fields))
        out.append(
            say(
                "{item} on line {line} lacks {names}",
                item=item.id or say("an item of evidence without an id"),
                line=str(line),
                names=lacks,
            )
        )
    return out


def _names(fields: tuple[str, ...] | list[str]) -> list[Message | str]:
    """Return fields of evidence as a reader knows them: `when` is no field but any of three."""
    return [say("on, period or years") if name in VIRTUAL else name for name in fields]


def _missing_years(case: Case, items: list[Evidence], asked: bool | int | str) -> list[int]:
    """Return the years that break the row up to the year before the campaign."""
    if not asked or case.year is None:
        return []
    years = {year for item in items for year in _years(item)}
    first = min([*years, case.year - 1]) if asked is True else case.year - int(asked)
    return [year for year in range(first, case.year) if year not in years]


def _years(item: Evidence) -> list[int]:
    if item.years:
        return list(item.years)
    if item.on:
        return [item.on.year]
    if item.period:
        first, last = (int(end.strip()[:4]) for end in item.period.split("/"))
        return list(range(first, last + 1))
    return []


def _is_open(case: Case, criterion: Criterion) -> bool:
    serving = {i for i, _ in case.serving(criterion.id)}
    return any(p[0] == "evidence" and (len(p) == 1 or p[1] in serving) for p in case.entry.source.unfilled)


def _scaffold(criterion: Criterion) -> ItemsToWrite:
    options = _options(criterion)
    wanted = list(dict.fromkeys([*options.requires, *options.expects]))
    if options.continuous_years:
        wanted.append("years")
    if any(name in VIRTUAL["when"] for name in wanted):
        wanted = [name for name in wanted if name not in VIRTUAL]
    fields = tuple(VIRTUAL.get(name, (name,))[0] for name in wanted)
    return ItemsToWrite(min(options.least, _MOST_ITEMS), fields)


def is_internal(item: Evidence, criteria: Criteria | None) -> bool:
    """Return whether an evidence item must not be published: its own `internal` if set, else whether all criteria that
    it serves are internal.
    """
    if item.internal is not None:
        return item.internal
    known = [criteria.criteria[c] for c in item.serves if criteria and c in criteria.criteria]
    return bool(known) and all(c.internal for c in known)


EVIDENCE_CHECK = Check(
    name="evidence",
    form=CheckForm(table(EvidenceOptions), _make, _validate),
    judge=_judge,
    is_open=_is_open,
    scaffold=_scaffold,
)
