"""Reads and checks a criteria file: what a plan asks of an exemplar, as data.

In comes a file of `content/criteria/`; out come its categories and criteria, or findings: each id once, each reference
to something that exists, each check whole and of one kind. Which kinds of check there are is handed in, as forms. A
wrong criteria file keeps the site from being judged.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from guongsang.codes import Severity
from guongsang.findings import suggest
from guongsang.i18n.messages import Label, Message, say
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate, report_unknown
from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.fields.kinds import FieldPath, Group, Reading, Tree, field_name
from guongsang.read.fields.table import build
from guongsang.read.files import Found
from guongsang.read.tables.criteria import SUBJECTS, Category, CriteriaFile, CriterionRow, criteria_table
from guongsang.read.tables.units import UNITS_FILE, Unit
from guongsang.stages import STAGES


@dataclass(frozen=True)
class OptionsAt:
    """The options of a check as they stand in a criteria file, with ways to report what is wrong with them."""

    loader: DataLoader
    reading: Reading
    path: FieldPath
    options: Tree

    def report(self, message: Message, hint: Message, *path: str | int) -> None:
        """Report a bad value at the options or at one of them."""
        self.loader.add("bad-value", place_of(self.reading, *self.path, *path), message, hint)

    def report_bad_value(self, name: str, label: Message, value: str, hint: Message) -> None:
        """Report that an option cannot have a value."""
        self.report(say("{field} cannot be {value}", field=field_name(label, (name,)), value=value), hint, name)

    def report_no_field(self, at: FieldPath, path: str, fields: list[str]) -> None:
        """Report that a dotted path leads to no field of a table."""
        first = path.split(".")[0].removesuffix("[]")
        hint = suggest(first, fields, say("the fields here are: {names}", names=", ".join(fields)))
        self.report(say("there is no field {name} in the table", name=path), hint, *at)


def _nothing_more(_: OptionsAt) -> None:
    """Report nothing: the options are right once their fields are."""


@dataclass(frozen=True)
class CheckForm:
    """What reading must know of a kind of check: the table of its options, their value, and what else is judged.

    Of the options that are `alternatives` exactly one stands, if there are any.
    """

    options: Group
    make: Callable[[Tree], object]
    validate: Callable[[OptionsAt], None] = _nothing_more
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class _File:
    """A criteria file while it is read, with the kinds of check and what its references may lead to."""

    loader: DataLoader
    reading: Reading
    forms: Mapping[str, CheckForm]
    categories: Mapping[str, Category]
    units: Mapping[str, Label | None]


def read_criteria(
    loader: DataLoader,
    found: Found,
    languages: tuple[str, ...],
    units: Mapping[str, Unit],
    forms: Mapping[str, CheckForm],
) -> Criteria | None:
    """Read and check one criteria file: its ids, its references, and that each check is whole and of one kind."""
    read = loader.read_found(found, criteria_table({name: form.options for name, form in forms.items()}), languages)
    if not read:
        return None
    tree, reading = read
    written = build(CriteriaFile, tree)
    names = {} if loader.is_wrong(UNITS_FILE) else {unit.id: unit.name for unit in units.values()}
    file = _File(loader, reading, forms, _categories(loader, reading, written.categories), names)
    criteria: dict[str, Criterion] = {}
    seen: set[str] = set()
    for i, row in enumerate(written.criteria):
        criterion = _criterion(file, i, row)
        if row.id and row.id.casefold() in seen:
            report_duplicate(loader, reading, ("criteria", i, "id"), row.id)
        elif criterion:
            criteria[criterion.id] = criterion
        seen.add(row.id.casefold())
    return Criteria(Path(found.file).stem, found.file, file.categories, criteria)


def _categories(loader: DataLoader, reading: Reading, rows: tuple[Category, ...]) -> dict[str, Category]:
    categories: dict[str, Category] = {}
    for i, row in enumerate(rows):
        if row.id and row.label:
            if row.id in categories:
                report_duplicate(loader, reading, ("categories", i, "id"), row.id)
            categories[row.id] = row
    return categories


def _criterion(file: _File, i: int, row: CriterionRow) -> Criterion | None:
    at = ("criteria", i)
    checks = row.check or {}
    unread = not checks and file.reading.is_blamed((*at, "check"))
    if (*at, "check") in file.reading.spans and len(checks) != 1 and not unread:
        file.loader.add(
            "bad-value",
            place_of(file.reading, *at, "check"),
            say("a criterion has exactly one kind of check"),
            say("write one of: {names}", names=", ".join(file.forms)),
        )
    applies = _applicability(file, i, row.for_ or {})
    if row.set_by and row.set_by.unit:
        place = place_of(file.reading, *at, "set_by", "unit")
        report_unknown(file.loader, place, "unknown-unit", row.set_by.unit, file.units)
    for name, written in cast("Mapping[str, Tree]", checks).items():
        file.forms[name].validate(OptionsAt(file.loader, file.reading, (*at, "check", name), written))
    if len(checks) != 1 or not row.id or not row.label:
        return None
    kind, options = cast("tuple[str, Tree]", next(iter(checks.items())))
    return Criterion(
        id=row.id,
        section=row.section or None,
        label=row.label,
        text=row.text,
        applies=applies,
        check=kind,
        options=file.forms[kind].make(options),
        severity=cast(Mapping[str, Severity], row.severity or {"registered": "error"}),
        internal=row.internal,
        set_by=row.set_by,
        place=place_of(file.reading, *at, "id"),
    )


def _applicability(file: _File, i: int, written: Mapping[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the values of each key of `for`, and report those that name nothing; a single value is a list of one."""
    sound = not file.reading.is_blamed(("categories",))
    known: Mapping[str, tuple[str, Mapping[str, Label | None]]] = {
        "category": ("unknown-category", {name: one.label for name, one in file.categories.items()} if sound else {}),
        "subject": ("bad-value", dict.fromkeys(SUBJECTS)),
        "leader": ("bad-value", dict.fromkeys(("true", "false"))),
        "unit": ("unknown-unit", file.units),
    }
    out: dict[str, tuple[str, ...]] = {}
    for key, value in written.items():
        code, names = known[key]
        path: FieldPath = ("criteria", i, "for", key)
        out[key] = (value,) if isinstance(value, str) else tuple(value)
        for k, one in enumerate(out[key]):
            place = place_of(file.reading, *path) if isinstance(value, str) else place_of(file.reading, *path, k)
            report_unknown(file.loader, place, code, one, names)
    return out


def stage_levels(severity: Mapping[str, Severity]) -> list[tuple[str, Severity]]:
    """Return the levels of a criterion in the order of the stages from which they hold."""
    return [(stage, severity[stage]) for stage in STAGES if stage in severity]
