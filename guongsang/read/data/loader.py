"""Opens data files one after another and gathers what is wrong with them."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from guongsang.cache import Keep, make_anew
from guongsang.findings import Finding, Place, SetupError, find, suggest
from guongsang.i18n.messages import Catalogue, Label, Message, say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import Group, Reading, Value
from guongsang.read.files import CONFIG_FILE, Found, read_file
from guongsang.read.source import Source, read_text
from guongsang.read.yaml.node import values_in
from guongsang.read.yaml.recovery import read_fields
from guongsang.text.suggestions import labelled


class DataLoader:
    """Gathers what is wrong with the data files, their values, and the sources for excerpts.

    While they are read one after the other. Once they are known, the `catalogues` have the labels of fields.
    """

    def __init__(self, root: Path, given: Mapping[str, bytes] | None = None, keep: Keep = make_anew) -> None:
        """Begin with nothing found; `given` are bytes of files that are to be read in place of what is on the disk.

        `keep` may give what earlier readings made of catalogues.
        """
        self.root = root
        self.keep = keep
        self.given = given or {}
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.values: dict[str, tuple[tuple[int, int, str], ...]] = {}
        self.catalogues: tuple[Catalogue, ...] = ()

    def read(self, file: str, group: Group, languages: tuple[str, ...]) -> tuple[dict[str, Value], Reading] | None:
        """Read one data file by its table; None where it cannot be read at all."""
        return self.read_found(Found(file, self.root / file), group, languages)

    def read_found(
        self, found: Found, group: Group, languages: tuple[str, ...]
    ) -> tuple[dict[str, Value], Reading] | None:
        """Read one data file that was found by walking."""
        source = self.open(found)
        if source is None:
            return None
        node, faults = read_fields(source)
        self.findings += faults
        if node is None:
            return None
        self.values[found.file] = tuple(values_in(node))
        reading = Reading(source, languages, catalogues=self.catalogues)
        data = read_tree(reading, node, group)
        self.findings += reading.findings
        return data, reading

    def open(self, found: Found) -> Source | None:
        """Open a data file as text."""
        data = self.given.get(found.file) or read_file(found)
        if isinstance(data, Finding):
            self.findings.append(data if found.file != CONFIG_FILE or os.path.lexists(found.path) else _no_site())
            return None
        source, faults = read_text(data, found.file)
        self.findings += faults
        if source is not None:
            self.sources[found.file] = source
        return source

    def add(self, code: str, place: Place, message: Message, hint: Message) -> None:
        """Keep one finding."""
        self.findings.append(find(code, place, message, hint))

    def is_wrong(self, file: str) -> bool:
        """Return whether an error has been found in a file, so that what it lacks may only not have been read."""
        return any(f.severity == "error" and f.place.file == file for f in self.findings)

    def raise_errors(self, told: Iterable[Finding] | None = None) -> None:
        """Raise what was found, or is `told` with it, if any error was found in the data files."""
        if any(f.severity == "error" for f in self.findings):
            raise SetupError(self.findings if told is None else list(told), self.sources)


def _no_site() -> Finding:
    return find(
        "unreadable-file",
        Place(CONFIG_FILE),
        say("this folder is no site: it has no {file}", file=CONFIG_FILE),
        say("name the folder of a site, or put {file} here", file=CONFIG_FILE),
    )


def place_of(reading: Reading, *path: str | int) -> Place:
    """Return the place of a value in a data file, else that of the nearest thing around it."""
    for length in range(len(path), 0, -1):
        at = reading.spans.get(path[:length]) or reading.keys.get(path[:length])
        if at:
            return reading.source.place(*at)
    return Place(reading.source.file)


def report_duplicate(loader: DataLoader, reading: Reading, path: tuple[str | int, ...], name: str) -> None:
    """Report an id that stands twice."""
    loader.add(
        "duplicate-key",
        place_of(reading, *path),
        say("the id {name} stands twice in this file", name=name),
        say("give one of the two another id"),
    )


def report_unknown(loader: DataLoader, place: Place, code: str, name: str, known: Mapping[str, Label | None]) -> None:
    """Report a name that is none of the known ones, with the one that bears it as its label, or the nearest."""
    if name in known or not known:
        return  # nothing is known where the file that tells it could not be read, which is a finding of its own
    meant = labelled(name, {one: label.texts.values() for one, label in known.items() if label})
    hint = suggest(meant or name, known, say("known are: {names}", names=", ".join(list(known)[:30])))
    loader.findings.append(find(code, place, say("there is no {name} here", name=name), hint).mended_by(meant))
