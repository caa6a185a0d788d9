"""Reads the units of the organisation (`content/units.yaml`)."""

from guongsang.i18n.messages import say
from guongsang.read.data.closings import judge_closings
from guongsang.read.data.lineage import joined
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate
from guongsang.read.fields.kinds import Reading
from guongsang.read.fields.table import build
from guongsang.read.tables.units import UNITS, UNITS_FILE, Unit, UnitsFile


def read_units(loader: DataLoader, languages: tuple[str, ...]) -> dict[str, Unit]:
    """Read `content/units.yaml`: ids are unique, lineage leads to known units and agrees with itself."""
    read = loader.read(UNITS_FILE, UNITS, languages)
    if not read:
        return {}
    tree, reading = read
    rows = build(UnitsFile, tree).units
    sound = not loader.is_wrong(UNITS_FILE)
    units: dict[str, Unit] = {}
    for i, unit in enumerate(rows):
        if not unit.id or not unit.name:
            continue
        if unit.id in units:
            report_duplicate(loader, reading, ("units", i, "id"), unit.id)
            continue
        units[unit.id] = unit
        _judge_days(loader, reading, i, unit)
    if sound:
        judge_closings(loader, reading, rows, units)
    return joined(units)


def _judge_days(loader: DataLoader, reading: Reading, i: int, unit: Unit) -> None:
    """Report a unit that ends before it begins, or on another day than it was closed."""
    closed = unit.closed.on if unit.closed else None
    if unit.active_from and unit.active_to and unit.active_from > unit.active_to:
        loader.add(
            "date-order",
            place_of(reading, "units", i, "active_to"),
            say("the unit ends before it begins"),
            say("correct one of the two dates"),
        )
    elif closed and unit.active_from and closed <= unit.active_from:
        loader.add(
            "date-order",
            place_of(reading, "units", i, "closed", "on"),
            say("the unit is closed before it begins"),
            say("correct one of the two dates"),
        )
    elif closed and unit.active_to and unit.active_to != unit.last_day:
        loader.add(
            "date-order",
            place_of(reading, "units", i, "active_to"),
            say(
                "the unit is closed on {day}, so its last day is {last} and not {other}",
                day=closed,
                last=unit.last_day,
                other=unit.active_to,
            ),
            say("take active_to out, or correct one of the two dates"),
        )
