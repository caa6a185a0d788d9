"""Reads and checks a criteria file: what a plan asks of an exemplar, as data.

In comes a file of `content/criteria/`; out come its categories and criteria, or findings: each id once, each reference
to something that exists, each check whole and of one kind. A wrong criteria file keeps the site from being judged.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from guongsang.findings import Place, suggest
from guongsang.i18n.messages import say
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate, report_unknown
from guongsang.read.data.types import Category, Criteria, Criterion, Unit
from guongsang.read.fields.data_files import CHECKS, CRITERIA
from guongsang.read.fields.exemplar import EVIDENCE, EXEMPLAR
from guongsang.read.fields.kinds import Reading, field_name
from guongsang.read.fields.paths import field_at
from guongsang.read.files import Found
from guongsang.stages import STAGES

SUBJECTS = ("individual", "collective", "model")
VIRTUAL = {"when": ("on", "period", "years")}
"""Names in `requires` and `expects` that stand for any of several fields of an item of evidence."""


def read_criteria(
    loader: DataLoader, found: Found, languages: tuple[str, ...], units: Mapping[str, Unit]
) -> Criteria | None:
    """Read and check one criteria file: its ids, its references, and that each check is whole and of one kind."""
    read = loader.read_found(found, CRITERIA, languages)
    if not read:
        return None
    data, reading = read
    categories: dict[str, Category] = {}
    for i, row in enumerate(data.get("categories", [])):
        if "id" in row and "label" in row:
            if row["id"] in categories:
                report_duplicate(loader, reading, ("categories", i, "id"), row["id"])
            categories[row["id"]] = Category(row["id"], row.get("subject", "individual"), row["label"])
    criteria: dict[str, Criterion] = {}
    for i, row in enumerate(data.get("criteria", [])):
        criterion = _criterion(loader, reading, i, row, categories, units)
        if criterion and criterion.id.casefold() in (known.casefold() for known in criteria):
            report_duplicate(loader, reading, ("criteria", i, "id"), criterion.id)
        elif criterion:
            criteria[criterion.id] = criterion
    return Criteria(Path(found.file).stem, found.file, categories, criteria)


def _criterion(
    loader: DataLoader,
    reading: Reading,
    i: int,
    row: dict[str, Any],
    categories: Mapping[str, Category],
    units: Mapping[str, Unit],
) -> Criterion | None:
    checks = {k: v for k, v in row.get("check", {}).items() if k in CHECKS}
    at = ("criteria", i)
    if "check" in row and len(checks) != 1:
        loader.add(
            "bad-value",
            place_of(reading, *at, "check"),
            say("a criterion has exactly one kind of check"),
            say("write one of: {names}", names=", ".join(CHECKS)),
        )
    if len(checks) != 1 or "id" not in row or "label" not in row:
        return None
    kind, options = next(iter(checks.items()))
    applies = {
        k: _applies(loader, reading, (*at, "for", k), k, v, categories, units) for k, v in row.get("for", {}).items()
    }
    _CHECKERS[kind](loader, reading, (*at, "check", kind), options)
    set_by = row.get("set_by")
    if set_by and "unit" in set_by:
        report_unknown(loader, place_of(reading, *at, "set_by", "unit"), "unknown-unit", set_by["unit"], units)
    return Criterion(
        row["id"],
        row.get("section"),
        row["label"],
        row.get("text"),
        applies,
        kind,
        options,
        row.get("severity") or {"registered": "error"},
        row.get("internal", False),
        set_by,
        place_of(reading, *at, "id"),
    )


def _applies(
    loader: DataLoader,
    reading: Reading,
    path: tuple[str | int, ...],
    key: str,
    value: Any,
    categories: Mapping[str, Category],
    units: Mapping[str, Unit],
) -> tuple[str, ...]:
    """Check one key of `for`; a single value is a list of one."""
    known: Mapping[str, Iterable[str]] = {
        "category": categories,
        "subject": SUBJECTS,
        "leader": ("true", "false"),
        "unit": units,
    }
    code = {"category": "unknown-category", "unit": "unknown-unit"}.get(key, "bad-value")
    values = tuple(value) if isinstance(value, list) else (value,)
    for i, one in enumerate(values):
        place = place_of(reading, *path, i) if isinstance(value, list) else place_of(reading, *path)
        report_unknown(loader, place, code, one, known[key])
    return values


def _check_evidence(loader: DataLoader, reading: Reading, path: tuple[str | int, ...], options: dict[str, Any]) -> None:
    for key in ("requires", "expects"):
        for i, name in enumerate(options.get(key, ())):
            if name not in VIRTUAL and not field_at(EVIDENCE, name):
                _bad_path(loader, place_of(reading, *path, key, i), name, [*EVIDENCE.fields, *VIRTUAL])
    years = options.get("continuous_years")
    if isinstance(years, str):
        if re.fullmatch(r"[1-9][0-9]?", years):
            options["continuous_years"] = int(years)
        elif years in ("true", "false"):
            options["continuous_years"] = years == "true"
        else:
            loader.add(
                "bad-value",
                place_of(reading, *path, "continuous_years"),
                say(
                    "{field} cannot be {value}",
                    field=field_name(say("Years without a gap"), ("continuous_years",)),
                    value=years,
                ),
                say("write true, or a number of years"),
            )


def _check_field(loader: DataLoader, reading: Reading, path: tuple[str | int, ...], options: dict[str, Any]) -> None:
    if "path" in options and not field_at(EXEMPLAR, options["path"]):
        _bad_path(loader, place_of(reading, *path, "path"), options["path"], list(EXEMPLAR.fields))
    if sum(k in options for k in ("one_of", "present", "equals")) != 1:
        loader.add(
            "bad-value",
            place_of(reading, *path),
            say("a check of a field asks exactly one thing"),
            say("write one of: {names}", names="one_of, present, equals"),
        )


def _check_nothing(loader: DataLoader, reading: Reading, path: tuple[str | int, ...], options: dict[str, Any]) -> None:
    """Sections and unit criteria are whole once their fields are."""


_CHECKERS: Mapping[str, Callable[[DataLoader, Reading, tuple[str | int, ...], dict[str, Any]], None]] = {
    "evidence": _check_evidence,
    "field": _check_field,
    "section": _check_nothing,
    "unit_criteria": _check_nothing,
}


def _bad_path(loader: DataLoader, place: Place, name: str, names: list[str]) -> None:
    first = name.split(".")[0].removesuffix("[]")
    hint = suggest(first, names, say("the fields here are: {names}", names=", ".join(names)))
    loader.add("bad-value", place, say("there is no field {name} in the table", name=name), hint)


def stage_levels(severity: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the levels of a criterion in the order of the stages from which they hold."""
    return [(stage, severity[stage]) for stage in STAGES if stage in severity]
