"""The units of the organisation (`content/units.yaml`)."""

from guongsang.i18n.messages import say
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate, report_unknown
from guongsang.read.fields.table import build
from guongsang.read.tables.units import UNITS, UNITS_FILE, Unit, UnitsFile


def read_units(loader: DataLoader, languages: tuple[str, ...]) -> dict[str, Unit]:
    """Read `content/units.yaml`: ids are unique, lineage leads to known units."""
    read = loader.read(UNITS_FILE, UNITS, languages)
    if not read:
        return {}
    tree, reading = read
    rows = build(UnitsFile, tree).units
    units: dict[str, Unit] = {}
    for i, unit in enumerate(rows):
        if not unit.id or not unit.name:
            continue
        if unit.id in units:
            report_duplicate(loader, reading, ("units", i, "id"), unit.id)
            continue
        units[unit.id] = unit
        if unit.active_from and unit.active_to and unit.active_from > unit.active_to:
            loader.add(
                "date-order",
                place_of(reading, "units", i, "active_to"),
                say("the unit ends before it begins"),
                say("correct one of the two dates"),
            )
    known = {} if loader.is_wrong(UNITS_FILE) else {name: unit.name for name, unit in units.items()}
    for i, unit in enumerate(rows):
        for k, old in enumerate(unit.replaces):
            report_unknown(loader, place_of(reading, "units", i, "replaces", k), "unknown-unit", old, known)
    return units
