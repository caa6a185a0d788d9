"""The board of a campaign: a row for each unit, what it has done and what comes next; the figures behind it.

A workbook has all columns side by side; paper has them as two tables.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from guongsang.i18n.messages import Label, Message, say
from guongsang.model.office.board import OfficeYear, UnitRow
from guongsang.model.progress import PartProgress
from guongsang.render.office.table import Cell, Column, Table
from guongsang.render.office.tasks import next_step


@dataclass(frozen=True)
class _Shown:
    """A column of the board: its head, how wide it is, what stands in it for a unit, and what sums it up."""

    head: Message | Label
    width: float
    cell: Callable[[UnitRow], Cell]
    total: Cell = None


def board_table(year: OfficeYear) -> Table:
    """Make the whole board."""
    title = say("Board of {year}, on {day}", year=year.campaign.slug, day=year.today)
    return _table(year, title, [*_registration(year), *_plans(year)])


def board_halves(year: OfficeYear) -> tuple[Table, Table]:
    """Make the board as two tables: what is registered; the plans, and what comes next."""
    registration = _table(year, say("Registration"), list(_registration(year)))
    return (
        replace(registration, notes=()),
        _table(year, say("Plans, replication, what comes next"), list(_plans(year))),
    )


def _table(year: OfficeYear, title: Message, shown: Sequence[_Shown]) -> Table:
    before = year.plan_before
    note = say("Plan, days left: until the day before {day}; below zero where it is late.", day=before)
    return Table(
        title=title,
        columns=(Column(say("Unit"), 1.7), *(Column(one.head, one.width) for one in shown)),
        rows=[[row.unit.name, *(one.cell(row) for one in shown)] for row in year.rows],
        total=[say("Total"), *(one.total for one in shown)],
        notes=(note,) if before else (),
    )


def _registration(year: OfficeYear) -> Iterator[_Shown]:
    rows, figures = year.rows, year.figures
    yield _Shown(say("Owed"), 0.7, lambda row: row.asked, sum(row.asked for row in rows))
    yield _Shown(say("Found"), 0.7, lambda row: len(row.found), figures["found"].count)
    yield _Shown(say("Registered"), 0.8, lambda row: len(row.registered), figures["registered"].count)
    for category in year.categories:
        yield _of_category(year, category.id, category.label)
    yield _Shown(say("In a leading post"), 0.8, lambda row: len(row.leaders), figures["leaders"].count)
    yield _Shown(say("Honoured"), 0.8, lambda row: len(row.honoured), figures["honoured"].count)


def _of_category(year: OfficeYear, category: str, label: Label) -> _Shown:
    return _Shown(label, 0.8, lambda row: len(row.by_category[category]), year.figures[f"registered.{category}"].count)


def _plans(year: OfficeYear) -> Iterator[_Shown]:
    figures = year.figures
    plans = say("{n} of {all}", n=figures["plans"].count, all=figures["units"].count)
    yield _Shown(say("Plan finished on"), 0.9, _planned, plans)
    if year.plan_before:
        yield _Shown(say("Plan, days left"), 0.65, lambda row: _days_left(year, row))
    parts = year.campaign.facts.plan.parts if year.campaign.facts.plan else ()
    for part in parts:
        if part.id and part.label:
            yield _of_part(year, part.id, part.label)
    yield _Shown(
        say("Adopted from others"), 0.75, lambda row: len(row.adopted_from), sum(len(r.adopted_from) for r in year.rows)
    )
    yield _Shown(
        say("Adopted by units"),
        0.75,
        lambda row: len(row.adopting_units),
        sum(len(r.adopting_units) for r in year.rows),
    )
    yield _Shown(say("Next"), 3, lambda row: next_step(row.next) if row.next else None)


def _of_part(year: OfficeYear, part: str, label: Label) -> _Shown:
    def done(rows: Sequence[UnitRow]) -> Message:
        own: list[PartProgress] = [one for row in rows for one in row.parts if one.part.id == part]
        return say("{done} of {n}", done=sum(p.done for p in own), n=sum(p.activities for p in own))

    return _Shown(label, 0.9, lambda row: done([row]) if row.parts else None, done(year.rows))


def _planned(row: UnitRow) -> Cell:
    return row.planned or (say("yes") if row.has_plan else None)


def _days_left(year: OfficeYear, row: UnitRow) -> int | None:
    """Return the days from a plan's completion, or from today, to the last day for it; None where none is owed."""
    before = year.plan_before
    if before is None or not (row.asked or row.has_plan) or (row.has_plan and row.planned is None):
        return None
    return (before - (row.planned or year.today)).days - 1


def figures_table(year: OfficeYear) -> Table:
    """Make the annex of figures: each number with the ids behind it."""
    columns = (
        Column(say("Figure"), 2),
        Column(say("Name in texts"), 1.9),
        Column(say("How many"), 0.7),
        Column(say("Which"), 4.5),
    )
    rows: list[list[Cell]] = [[f.says, name, f.count, ", ".join(f.ids) or None] for name, f in year.figures.items()]
    return Table(say("Figures of {year}", year=year.campaign.slug), columns, rows)
