"""Reads the abbreviations that the search takes for their long forms: the site's own file, else the project's."""

from pathlib import Path

from guongsang.i18n.messages import say
from guongsang.read.data.loader import DataLoader, place_of
from guongsang.read.fields.table import build
from guongsang.read.files import Found
from guongsang.read.tables.abbreviations import ABBREVIATIONS, Abbreviation, AbbreviationsFile

ABBREVIATIONS_FILE = "locales/abbreviations.yaml"


def read_abbreviations(loader: DataLoader, project: Path) -> tuple[Abbreviation, ...]:
    """Read the list; what is wrong with it is gathered in `loader`. An abbreviation is one word without blanks."""
    folder = loader.root if (loader.root / ABBREVIATIONS_FILE).exists() else project
    read = loader.read_found(Found(ABBREVIATIONS_FILE, folder / ABBREVIATIONS_FILE), ABBREVIATIONS, ())
    if not read:
        return ()
    tree, reading = read
    out: dict[tuple[str, str], Abbreviation] = {}
    for i, row in enumerate(build(AbbreviationsFile, tree).abbreviations):
        if not (row.short and row.long and row.lang):
            continue
        place = place_of(reading, "abbreviations", i, "short")
        if not row.short.isalnum():
            loader.add(
                "bad-value",
                place,
                say("the abbreviation {short} is not one word of letters and digits", short=row.short),
                say("write only its letters, like TĐKT"),
            )
        elif (row.short, row.lang) in out:
            loader.add(
                "duplicate-key",
                place,
                say("the abbreviation {short} stands twice in this file", short=row.short),
                say("keep one of the two"),
            )
        else:
            out[row.short, row.lang] = row
    return tuple(out.values())
