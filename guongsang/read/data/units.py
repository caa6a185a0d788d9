"""The units of the organisation (`content/units.yaml`)."""

from guongsang.i18n.messages import say
from guongsang.read.data.loader import DataLoader, place_of, report_duplicate, report_unknown
from guongsang.read.data.types import Unit
from guongsang.read.fields.data_files import UNITS

UNITS_FILE = "content/units.yaml"


def read_units(loader: DataLoader, languages: tuple[str, ...]) -> dict[str, Unit]:
    """Read `content/units.yaml`: ids are unique, lineage leads to known units."""
    read = loader.read(UNITS_FILE, UNITS, languages)
    if not read:
        return {}
    data, reading = read
    units: dict[str, Unit] = {}
    for i, row in enumerate(data.get("units", [])):
        if "id" not in row or "name" not in row:
            continue
        if row["id"] in units:
            report_duplicate(loader, reading, ("units", i, "id"), row["id"])
            continue
        units[row["id"]] = Unit(
            row["id"],
            row["name"],
            row.get("quota", True),
            row.get("active_from"),
            row.get("active_to"),
            tuple(row.get("replaces", ())),
        )
        if row.get("active_from") and row.get("active_to") and row["active_from"] > row["active_to"]:
            loader.add(
                "date-order",
                place_of(reading, "units", i, "active_to"),
                say("the unit ends before it begins"),
                say("correct one of the two dates"),
            )
    for i, row in enumerate(data.get("units", [])):
        for k, old in enumerate(row.get("replaces", ())):
            report_unknown(loader, place_of(reading, "units", i, "replaces", k), "unknown-unit", old, units)
    return units
