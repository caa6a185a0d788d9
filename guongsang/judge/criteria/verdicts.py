"""Judges every profile against the criteria of its campaign's plan.

Criteria are data; this room knows only the four kinds of check (contract, section 2). For each criterion that applies
to a profile it makes one verdict, which pages and lists use too, so that nothing is judged twice, and at most one
finding, at the level that the criteria file gives for the profile's stage.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from guongsang.findings import ORDER, Finding, Place, Severity, find, suggest
from guongsang.i18n.messages import Label, Message, say
from guongsang.judge.criteria.applicable import applies, criteria_of
from guongsang.judge.dates import campaign_year
from guongsang.read.content import Content
from guongsang.read.data.criteria import VIRTUAL, stage_levels
from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.documents.entry import Entry
from guongsang.read.fields.exemplar import EXEMPLAR
from guongsang.read.fields.paths import is_flag, label_at
from guongsang.read.markdown.tree import Body, plain_text
from guongsang.stages import reached, stage_of
from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import count_words

Status = Literal["met", "thin", "unmet", "not-due"]


@dataclass(frozen=True)
class Verdict:
    """How a profile stands to one criterion, and the ids of the items of evidence that serve it."""

    criterion: Criterion
    status: Status
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Case:
    """One profile with all that a check may look at."""

    entry: Entry
    criteria: Criteria
    year: int | None
    applicable: tuple[Criterion, ...]


@dataclass(frozen=True)
class _Outcome:
    """What a check says: met or not, or met without all that is expected, and why."""

    status: Status
    reason: Message | None = None
    hint: Message | None = None


def judge_criteria(
    content: Content, campaigns: Mapping[str, Entry]
) -> tuple[dict[str, tuple[Verdict, ...]], list[Finding]]:
    """Judge all profiles whose campaign and criteria are known; verdicts by the profile's id."""
    verdicts: dict[str, tuple[Verdict, ...]] = {}
    findings: list[Finding] = []
    for entry in content.of("exemplar"):
        criteria = criteria_of(content, campaigns.get(entry.campaign))
        if criteria is None:
            continue
        applicable = tuple(c for c in criteria.criteria.values() if applies(c, entry, criteria))
        case = _Case(entry, criteria, campaign_year(entry.campaign), applicable)
        made = [_judge(case, criterion, findings) for criterion in applicable]
        verdicts[entry.id] = tuple(made)
        findings += _serves(case)
    return verdicts, findings


def _judge(case: _Case, criterion: Criterion, findings: list[Finding]) -> Verdict:
    level = level_at(criterion, stage_of(case.entry.progress))
    served = tuple(str(e.get("id")) for e in evidence_for(case.entry, criterion.id))
    outcome = _CHECKS[criterion.check](case, criterion)
    if outcome.reason is not None and level is not None and not _still_open(case, criterion):
        findings.append(_finding(case, criterion, outcome, level))
    status: Status = "not-due" if level is None and outcome.status != "met" else outcome.status
    return Verdict(criterion, status, served)


def _still_open(case: _Case, criterion: Criterion) -> bool:
    """Return whether what a criterion looks at is still to be filled in, which is told at its place already."""
    document = case.entry.source
    match criterion.check:
        case "evidence":
            items = case.entry.get("evidence") or []
            serving = {i for i, item in enumerate(items) if criterion.id in item.get("serves", ())}
            return any(p[0] == "evidence" and (len(p) == 1 or p[1] in serving) for p in document.unfilled)
        case "field":
            wanted = [part.removesuffix("[]") for part in criterion.options.get("path", "").split(".")]
            asked = ([part for part in path if isinstance(part, str)] for path in document.unfilled)
            return any(names[: len(wanted)] == wanted[: len(names)] for names in asked)
        case "section":
            return document.body.unfilled
    return document.open


def level_at(criterion: Criterion, stage: str | None) -> Severity | None:
    """Return the level of a criterion for a profile at a stage; None before the first stage that has one."""
    level: Severity | None = None
    for since, severity in stage_levels(criterion.severity):
        if reached(stage, since):
            level = severity  # type: ignore[assignment]
    return level


def _finding(case: _Case, criterion: Criterion, outcome: _Outcome, level: Severity) -> Finding:
    code = "thin-evidence" if outcome.status == "thin" else "criterion-unmet"
    if criterion.check == "unit_criteria":
        code = "no-unit-criteria"
    if code == "thin-evidence":
        level = max(level, "warning", key=ORDER.index)
    place = case.entry.source.place("category")
    finding = find(
        code,
        place,
        say("{id} “{label}”: {reason}", id=criterion.id, label=criterion.label, reason=outcome.reason),
        outcome.hint or say("complete the profile"),
        rule=criterion.id,
        section=criterion.section,
    )
    return finding.at_level(level)


def evidence_for(entry: Entry, criterion: str) -> list[Mapping[str, Any]]:
    """Return the items of evidence that name a criterion."""
    return [e for e in entry.get("evidence") or [] if criterion in e.get("serves", ())]


def is_internal(item: Mapping[str, Any], criteria: Criteria | None) -> bool:
    """Return whether an item of evidence is never published.

    As marked, else if all criteria that it serves are internal.
    """
    if "internal" in item:
        return bool(item["internal"])
    known = [criteria.criteria[c] for c in item.get("serves", ()) if criteria and c in criteria.criteria]
    return bool(known) and all(c.internal for c in known)


def _evidence(case: _Case, criterion: Criterion) -> _Outcome:
    options = criterion.options
    least = options.get("min", 1)
    requires = options.get("requires", [])
    items = evidence_for(case.entry, criterion.id)
    counted = [e for e in items if all(has(e, name) for name in requires)]
    if len(counted) < least:
        return _too_few(case, criterion, counted, least)
    missing = _missing_years(case, counted, options.get("continuous_years", False))
    if missing:
        return _Outcome(
            "unmet",
            say("years are missing: {years}", years=[str(y) for y in missing]),
            say("add these years to the evidence that serves {id}, with its source", id=criterion.id),
        )
    expects = options.get("expects", [])
    if expects and not any(all(has(e, name) for name in expects) for e in counted):
        return _Outcome(
            "thin",
            say("no item of evidence has all of: {names}", names=_named(expects)),
            say("complete one of them: {items}", items=_lacking(case, counted, expects)),
        )
    return _Outcome("met")


def _too_few(case: _Case, criterion: Criterion, counted: list[Mapping[str, Any]], least: int) -> _Outcome:
    items, requires = evidence_for(case.entry, criterion.id), criterion.options.get("requires", [])
    if requires and len(items) > len(counted):
        return _Outcome(
            "unmet",
            say("evidence lacks: {names}", names=_named(requires)),
            say(
                "complete at least {n}: {items}",
                n=least - len(counted),
                items=_lacking(case, [e for e in items if e not in counted], requires),
            ),
        )
    return _Outcome(
        "unmet",
        say("there are {n} items of evidence; at least {least} are needed", n=len(counted), least=least),
        say("add an item under evidence with serves: [{id}]", id=criterion.id),
    )


def _lacking(case: _Case, items: list[Mapping[str, Any]], fields: list[str]) -> list[Message]:
    """Return of each item, five at most, where it stands and what it lacks."""
    all_items = case.entry.get("evidence") or []
    told = []
    for item in items[:5]:
        line = case.entry.source.place("evidence", all_items.index(item)).line
        lacks = _named([name for name in fields if not has(item, name)])
        told.append(say("{item} on line {line} lacks {names}", item=str(item.get("id")), line=str(line), names=lacks))
    return told


def _named(fields: list[str]) -> list[Message | str]:
    """Name fields of evidence for a reader: `when` is no field but any of three."""
    return [say("on, period or years") if name in VIRTUAL else name for name in fields]


def has(item: Mapping[str, Any], path: str) -> bool:
    """Return whether an item has a field, by dotted path; `when` is any of on, period, years."""
    if path in VIRTUAL:
        return any(has(item, name) for name in VIRTUAL[path])
    value: Any = item
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value is not None and value != [] and value != ""


def _missing_years(case: _Case, items: list[Mapping[str, Any]], asked: bool | int) -> list[int]:
    """List the years that break the row up to the year before the campaign."""
    if not asked or case.year is None:
        return []
    years = {year for item in items for year in _years(item)}
    first = min([*years, case.year - 1]) if asked is True else case.year - asked
    return [year for year in range(first, case.year) if year not in years]


def _years(item: Mapping[str, Any]) -> list[int]:
    if item.get("years"):
        return list(item["years"])
    if isinstance(item.get("on"), date):
        return [item["on"].year]
    if item.get("period"):
        first, last = (int(end.strip()[:4]) for end in item["period"].split("/"))
        return list(range(first, last + 1))
    return []


def _field(case: _Case, criterion: Criterion) -> _Outcome:
    options = criterion.options
    path = options.get("path", "")
    values = values_at(case.entry.source.data, path)
    if not values and "present" not in options and is_flag(EXEMPLAR, path):
        values = [False]
    label = label_at(EXEMPLAR, path)
    if "present" in options:
        if bool(values) == options["present"]:
            return _Outcome("met")
        if options["present"]:
            return _missing_field(label, path)
        return _Outcome(
            "unmet", say("“{label}” ({name}) should not stand here", label=label, name=path), say("remove it")
        )
    if not values and tuple(path.split(".")) in case.entry.source.keys:
        return _Outcome("unmet")  # the value stands there but cannot be read, which is told already
    allowed = options.get("one_of") or [options.get("equals", "")]
    if any(as_text(v) in allowed for v in values):
        return _Outcome("met")
    if not values:
        return _missing_field(label, path)
    reason = say("“{label}” ({name}) is {value}", label=label, name=path, value=", ".join(map(as_text, values)))
    return _Outcome("unmet", reason, say("write one of: {names}", names=allowed))


def _missing_field(label: Message, path: str) -> _Outcome:
    reason = say("{field} is missing", field=say("“{label}” ({name})", label=label, name=path))
    return _Outcome("unmet", reason, say("add it to the front matter"))


def values_at(data: Any, path: str) -> list[Any]:
    """Return all values at a dotted path; `[]` or a list on the way stands for any of its items."""
    found = [data]
    for part in path.split("."):
        name = part.removesuffix("[]")
        found = [v[name] for v in found if isinstance(v, Mapping) and name in v]
        found = [item for v in found for item in (v if isinstance(v, list) else [v])]
    return [v for v in found if v not in ("", {}, [])]


def as_text(value: Any) -> str:
    """Write a value the way that it is typed in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Label):
        return value.told(value.source).value
    return value.isoformat() if isinstance(value, date) else str(value)


def _section(case: _Case, criterion: Criterion) -> _Outcome:
    heading: Label = criterion.options["heading"]
    wanted = heading.told(case.entry.source.lang).value
    if case.entry.source.body.refused:
        return _Outcome("unmet")  # the body could not be parsed, which is told already
    least = criterion.options.get("min_words", 0)
    words = words_under(case.entry.source.body, wanted)
    if words is None:
        hint = section_hint(wanted, case.entry.source.body)
        return _Outcome("unmet", say("the text has no section “{name}”", name=wanted), hint)
    if words < max(least, 1):
        return _Outcome(
            "unmet",
            say(
                "the section “{name}” has {n} words; at least {least} are needed",
                name=wanted,
                n=words,
                least=max(least, 1),
            ),
            say("tell step by step what was done, so that others can do it too"),
        )
    return _Outcome("met")


def section_hint(wanted: str, body: Body) -> Message:
    """Return how to add a section, or that a heading close to it must read exactly so."""
    near = closest(wanted, [h.text for h in body.headings])
    if near:
        return say("did you mean the heading “{near}”? It must read “{name}”", near=near, name=wanted)
    return say("add a line “## {name}” and write below it", name=wanted)


def words_under(body: Body, heading: str) -> int | None:
    """Count the words between a heading and the next of its level or above; None where there is no such heading."""
    level, words = 0, 0
    for node in body.nodes:
        tag = "" if isinstance(node, str) else node.tag
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            if level and int(tag[1]) <= level:
                return words
            if not level and _same(plain_text((node,)), heading):
                level = int(tag[1])
                continue
        if level:
            words += count_words(plain_text((node,)))
    return words if level else None


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _unit_criteria(case: _Case, criterion: Criterion) -> _Outcome:
    least = criterion.options.get("min", 1)
    unit = case.entry.get("unit")
    own = [c for c in case.applicable if c.set_by and c.set_by.get("unit") == unit]
    if len(own) >= least:
        return _Outcome("met")
    return _Outcome(
        "unmet",
        say(
            "the unit {unit} has set {n} criteria that apply here; at least {least} are needed",
            unit=unit,
            n=len(own),
            least=least,
        ),
        say("add a criterion with set_by and unit: {unit} to {file}", unit=unit, file=case.criteria.file),
    )


_CHECKS: Mapping[str, Callable[[_Case, Criterion], _Outcome]] = {
    "evidence": _evidence,
    "field": _field,
    "section": _section,
    "unit_criteria": _unit_criteria,
}


def _serves(case: _Case) -> list[Finding]:
    """Report evidence that names criteria which do not exist or are not meant for this profile."""
    findings = []
    document = case.entry.source
    known_category = case.entry.get("category") in case.criteria.categories
    for i, item in enumerate(case.entry.get("evidence") or []):
        for k, name in enumerate(item.get("serves", ())):
            place: Place = document.place("evidence", i, "serves", k)
            if name not in case.criteria.criteria:
                hint = suggest(name, case.criteria.criteria, say("the criteria are in {file}", file=case.criteria.file))
                findings.append(find("unknown-criterion", place, say("there is no criterion {name}", name=name), hint))
            elif known_category and not applies(case.criteria.criteria[name], case.entry, case.criteria):
                criterion = case.criteria.criteria[name]
                findings.append(
                    find(
                        "criterion-not-applicable",
                        place,
                        say("{id} “{label}” is not asked of this profile", id=name, label=criterion.label),
                        say("remove it from serves, or correct category, leader or unit"),
                        rule=name,
                        section=criterion.section,
                    )
                )
    return findings
