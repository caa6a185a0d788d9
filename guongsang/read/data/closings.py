"""Checks how units were closed, and which followed them.

A unit that was closed names those that it went into (`closed.into`), a unit those that it came from (`replaces`); one
of the two is enough. A unit that was renamed, merged or replaced has one successor, one that was split at least two,
one that was dissolved none; and whoever follows successors comes to a unit at work, or to one that was dissolved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from guongsang.findings import Place, find
from guongsang.i18n.messages import Label, Message, say
from guongsang.read.data.circles import closing_steps
from guongsang.read.data.lineage import successors
from guongsang.read.data.loader import DataLoader, place_of, report_unknown
from guongsang.read.fields.kinds import Reading
from guongsang.read.tables.units import Unit

_TRANSITION = timedelta(days=31)
"""How long it may take until a successor begins."""


@dataclass(frozen=True)
class _Lineage:
    """The rows of the file while they are checked."""

    loader: DataLoader
    reading: Reading
    rows: Sequence[Unit]
    units: Mapping[str, Unit]

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Return the first row of each unit."""
        return {unit.id: i for i, unit in reversed(list(enumerate(self.rows)))}

    def place(self, unit: str, *path: str | int) -> Place:
        """Return the place of a value of a unit."""
        return place_of(self.reading, "units", self.row_of[unit], *path)

    def step(self, unit: str, following: str) -> Place:
        """Return where it is written that a unit followed another."""
        closed = self.units[unit].closed
        if closed and following in closed.into:
            return self.place(unit, "closed", "into", closed.into.index(following))
        return self.place(following, "replaces", self.units[following].replaces.index(unit))


def judge_closings(loader: DataLoader, reading: Reading, rows: Sequence[Unit], units: Mapping[str, Unit]) -> None:
    """Report what is wrong with which units followed which; each row is whole."""
    lineage = _Lineage(loader, reading, rows, units)
    _judge_names(lineage)
    follows = {name: [one.id for one in successors(units, name)] for name in units}
    circles = closing_steps(follows)
    for name, following in circles:
        loader.add("bad-value", lineage.step(name, following), *_circle(name, following))
    for name in units if not circles else ():
        _judge_closing(lineage, name, follows[name])


def _judge_names(lineage: _Lineage) -> None:
    known: dict[str, Label | None] = {name: unit.name for name, unit in lineage.units.items()}
    for i, unit in enumerate(lineage.rows):
        into = unit.closed.into if unit.closed else ()
        for path, names in (("replaces",), unit.replaces), (("closed", "into"), into):
            for k, name in enumerate(names):
                place = place_of(lineage.reading, "units", i, *path, k)
                report_unknown(lineage.loader, place, "unknown-unit", name, known)


def _circle(unit: str, following: str) -> tuple[Message, Message]:
    told = (
        say("the unit {unit} cannot go into itself", unit=unit)
        if unit == following
        else say("the unit {unit} cannot go into {other}, which went into it", unit=unit, other=following)
    )
    return told, say("name the unit that took over its work, or take this line out")


def _judge_closing(lineage: _Lineage, name: str, following: Sequence[str]) -> None:
    closed = lineage.units[name].closed
    if not closed or not closed.how:
        return
    told = list(_contradicted(lineage, name))
    for place, message, hint in told:
        lineage.loader.add("bad-value", place, message, hint)
    if not told and (wrong := _wrong_count(closed.how, len({*closed.into, *following}))):
        at = ("closed", "into") if closed.into else ("closed", "how")
        lineage.loader.add("bad-value", lineage.place(name, *at), *wrong)
        return
    for other in following:
        _judge_step(lineage, name, other)


def _contradicted(lineage: _Lineage, name: str) -> Iterator[tuple[Place, Message, Message]]:
    """Yield what is said to replace a unit that went elsewhere, or nowhere."""
    closed = lineage.units[name].closed
    if closed is None or (not closed.into and closed.how != "dissolved"):
        return
    for other in lineage.units.values():
        if name in other.replaces and other.id not in closed.into:
            yield (
                lineage.place(other.id, "replaces", other.replaces.index(name)),
                say(
                    "{unit} does not come from {other}: {other} went into {names}",
                    unit=other.id,
                    other=name,
                    names=closed.into,
                )
                if closed.into
                else say("{unit} does not come from {other}: {other} was dissolved", unit=other.id, other=name),
                say("take {other} out here, or correct closed of {other}", other=name),
            )


def _wrong_count(how: str, count: int) -> tuple[Message, Message] | None:
    """Return what is told where a way of closing does not go with a number of successors."""
    if how == "dissolved" and count > 0:
        return (
            say("with “how: {how}” no unit took over the work", how=how),
            say("take into out, or write renamed, merged, split or replaced"),
        )
    if how == "split" and count < 2:
        return (
            say("with “how: {how}” at least two units took over the work", how=how),
            say("name all of them in into, or write renamed, merged, replaced or dissolved"),
        )
    if how not in ("dissolved", "split") and count != 1:
        return (
            say("with “how: {how}” exactly one unit took over the work", how=how),
            say("name it alone in into, or write split or dissolved"),
        )
    return None


def _judge_step(lineage: _Lineage, name: str, following: str) -> None:
    """Report a successor that ended before the unit was closed, begins long after, or leads nowhere."""
    closed, other = lineage.units[name].closed, lineage.units[following]
    if not closed or not closed.on:
        return
    begins, ends, place = other.active_from, other.last_day, lineage.step(name, following)
    correct = say("correct one of the two dates, or name the unit of that time")
    if ends and ends < closed.on:
        told = say("{unit} came to its end on {day}, before {other} went into it", unit=following, day=ends, other=name)
        lineage.loader.add("date-order", place, told, correct)
    elif ends and not other.closed and not successors(lineage.units, following):
        told = say("{unit} came to its end too, and nothing says what became of it", unit=following)
        cure = say("write closed of {unit}, with how, and into where another took over its work", unit=following)
        lineage.loader.add("bad-value", place, told, cure)
    elif begins and begins < closed.on and closed.how == "renamed":
        told = say("{unit} began on {day}, before {other} was renamed so", unit=following, day=begins, other=name)
        lineage.loader.add("date-order", place, told, say("correct one of the two dates, or write merged or replaced"))
    elif begins and begins - closed.on > _TRANSITION:
        told = say("{unit} began on {day}, long after {other} was closed", unit=following, day=begins, other=name)
        cure = say("correct one of the two dates; if they are right, nothing is to be done")
        lineage.loader.findings.append(find("date-order", place, told, cure).at_level("warning"))
