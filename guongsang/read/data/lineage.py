"""Which units followed which: what is written on both sides, and who does the work of a unit that was closed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from guongsang.read.tables.units import Unit


def successors(units: Mapping[str, Unit], name: str) -> list[Unit]:
    """Return the units that took over the work of one, in the order of the file."""
    closed = units[name].closed
    into = closed.into if closed else ()
    return [unit for unit in units.values() if unit.id in into or name in unit.replaces]


def heirs(units: Mapping[str, Unit], name: str, day: date | None = None) -> list[Unit]:
    """Return the units that do the work of one that was closed, however many steps away: on a day, else to this day."""
    seen, found = [name], []
    for one in seen:
        for unit in successors(units, one):
            if unit.last_day and (day is None or unit.last_day < day):
                seen += [unit.id] if unit.id not in seen else []
            elif (day is None or unit.active_from is None or unit.active_from <= day) and unit not in found:
                found.append(unit)
    return found


def forebears(units: Mapping[str, Unit], name: str) -> list[Unit]:
    """Return the units that one came from, the nearest first, however many steps away."""
    seen = [name]
    for one in seen:
        seen += [old for old in units[one].replaces if old not in seen]
    return [units[one] for one in seen[1:]]


def joined(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """Return the units, each with all that it came from and went into, wherever that is written.

    What a unit was renamed to begins on the day on which it was renamed, unless another day is written.
    """
    followers = {name: [one.id for one in successors(units, name)] for name in units}
    out = {}
    for name, unit in units.items():
        came_from = tuple(one for one in units if name in followers[one])
        closed = unit.closed and replace(unit.closed, into=tuple(followers[name]))
        renamed = (one.closed.on for old in came_from if (one := units[old]).closed and one.closed.how == "renamed")
        begins = unit.active_from or next(renamed, None)
        out[name] = replace(unit, replaces=came_from, closed=closed, active_from=begins)
    return out
