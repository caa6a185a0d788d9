"""The data files of a site: configuration, catalogues, units and criteria.

They are read before anything else, because documents cannot be judged without them. Whatever is wrong with them is
gathered and raised at once as a `SetupError`, whose findings look like any others (exit status 2, contract, section
3).
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import reduce
from pathlib import Path
from typing import Any

from guongsang.findings import Finding, Place, SetupError, find, suggest, unknown_language
from guongsang.i18n.languages import base_of, codes_for, is_language, proposed, serves, words_for
from guongsang.i18n.messages import Catalogue, CatalogueError, read_catalogue, say
from guongsang.read.documents.document import DEFAULT_PORT, Config, Formal, Unit
from guongsang.read.fields.convert import read_group
from guongsang.read.fields.documents import CONFIG, SECTIONS, UNITS
from guongsang.read.fields.kinds import Group, Reading
from guongsang.read.files import Found, read_file
from guongsang.read.source import Source, read_text
from guongsang.read.yaml.parser import read_yaml, values_in

CONFIG_FILE = "site_config.yaml"
UNITS_FILE = "content/units.yaml"


class Setup:
    """Gathers what is wrong with the data files, their values, and the sources for excerpts.

    While they are read one after the other.
    """

    def __init__(self, root: Path) -> None:
        """Begin with nothing found."""
        self.root = root
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.values: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def read(self, file: str, group: Group, languages: tuple[str, ...]) -> tuple[dict[str, Any], Reading] | None:
        """Read one data file by its table; None where it cannot be read at all."""
        return self.read_found(Found(file, self.root / file), group, languages)

    def read_found(
        self, found: Found, group: Group, languages: tuple[str, ...]
    ) -> tuple[dict[str, Any], Reading] | None:
        """Read one data file that was found by walking."""
        source = self.open(found)
        if source is None:
            return None
        node, faults = read_yaml(source)
        self.findings += faults
        if node is None:
            return None
        self.values[found.file] = tuple(values_in(node))
        reading = Reading(source, languages)
        data = read_group(reading, node, group)
        self.findings += reading.findings
        return data, reading

    def open(self, found: Found) -> Source | None:
        """Open a data file as text."""
        data = read_file(found)
        if isinstance(data, Finding):
            self.findings.append(data)
            return None
        source, faults = read_text(data, found.file)
        self.findings += faults
        if source is not None:
            self.sources[found.file] = source
        return source

    def add(self, code: str, place: Place, message: Any, hint: Any) -> None:
        """Keep one finding."""
        self.findings.append(find(code, place, message, hint))

    def raise_errors(self) -> None:
        """Raise what was found, if any of it is an error."""
        if any(f.severity == "error" for f in self.findings):
            raise SetupError(self.findings)


def read_config(setup: Setup, look: Path) -> Config:
    """Read `site_config.yaml` and the catalogues of its languages; `look` holds those of the project."""
    languages = _languages(setup)
    setup.raise_errors()
    read = setup.read(CONFIG_FILE, CONFIG, languages)
    setup.raise_errors()
    data, reading = read if read else ({}, None)
    sections = {name: {**words, **data.get("sections", {}).get(name, {})} for name, words in SECTIONS.items()}
    _check_sections(setup, reading, sections, languages)
    catalogues = {code: _catalogue(setup, code, look) for code in languages}
    setup.raise_errors()
    return Config(
        data["title"],
        data["organisation"],
        languages,
        data.get("base_url"),
        sections,
        {code: c for code, c in catalogues.items() if c},
        (data.get("preview") or {}).get("port") or DEFAULT_PORT,
        _formal(data.get("print") or {}, languages),
    )


def _formal(given: Mapping[str, Any], languages: tuple[str, ...]) -> Formal:
    """Read how documents of administration are set; the national title stands on them where Vietnamese is spoken."""
    formal, fonts = given.get("formal") or {}, given.get("fonts")
    names = [fonts] if isinstance(fonts, str) else list(fonts.values() if isinstance(fonts, Mapping) else fonts or ())
    usual, own = Formal(), formal.get("margins") or {}
    sides = zip(("top", "bottom", "left", "right"), usual.margins, strict=True)
    return Formal(
        formal.get("national", any(base_of(code) == "vi" for code in languages)),
        tuple(names),
        float(formal.get("size") or usual.size),
        tuple(float(own.get(side, width)) for side, width in sides),  # type: ignore[arg-type]
    )


def _languages(setup: Setup) -> tuple[str, ...]:
    """Read only the languages, because every other label depends on them."""
    source = setup.open(Found(CONFIG_FILE, setup.root / CONFIG_FILE))
    if source is None:
        return ("vi",)
    node, faults = read_yaml(source)
    setup.findings += faults
    member = (node.members or {}).get("languages") if node else None
    if node is None or member is None or not member.node.items:
        setup.findings += _read_all(source, node, ("vi", "en")) if node is not None else []
        return ("vi",)
    codes: list[str] = []
    for item in member.node.items:
        code = (item.text or "").strip()
        place = source.place(item.start, item.end)
        if not code:
            setup.add("wrong-type", place, say("here the code of a language must stand"), _LIKE_THIS)
        elif not is_language(code):
            near = proposed(code)
            hint = say("did you mean {name}?", name=near) if near else _LIKE_THIS
            setup.add("bad-value", place, say("there is no language with the code {code}", code=code), hint)
        elif code.lower() in map(str.lower, codes):
            setup.add(
                "bad-value", place, say("the language {code} stands twice", code=code), say("keep one of the two")
            )
        else:
            codes.append(code)
    return tuple(codes) or ("vi",)


_LIKE_THIS = say("write a code like vi, en, pt-BR or zh-Hant")


def _read_all(source: Source, node: Any, languages: tuple[str, ...]) -> list[Finding]:
    reading = Reading(source, languages)
    read_group(reading, node, CONFIG)
    return reading.findings


def _check_sections(
    setup: Setup, reading: Reading | None, sections: Mapping[str, Mapping[str, str]], languages: tuple[str, ...]
) -> None:
    """Two sections of one language may not share a word, nor take one that pages need."""
    for code in languages:
        seen: dict[str, str] = {"assets": "", "index": ""}
        for name in SECTIONS:
            word = words_for(sections[name], code) or sections[name]["en"]
            if word in seen and reading:
                place = span_in(reading, "sections", name, code)
                setup.add(
                    "name-collision",
                    place,
                    say("two parts of the site would have the same address {word}", word=word),
                    say("choose another word for one of them"),
                )
            seen[word] = name
    if reading:
        for name, words in sections.items():
            for code in words:
                if not serves(code, languages) and ("sections", name, code) in reading.keys:
                    place = reading.source.place(*reading.keys["sections", name, code])
                    setup.findings.append(unknown_language(place, code, languages))


def span_in(reading: Reading, *path: str | int) -> Place:
    """Give the place of a value in a data file, else that of the nearest thing around it."""
    for length in range(len(path), 0, -1):
        at = reading.spans.get(path[:length]) or reading.keys.get(path[:length])
        if at:
            return reading.source.place(*at)
    return Place(reading.source.file)


def catalogue_files(code: str, root: Path, look: Path) -> list[Found]:
    """List the catalogues that serve a language, each to be laid over those before it.

    First come the project's, then the site's own; in each folder `pt.po` before `pt-BR.po`.
    """
    places = [(f"locales/{wider}.po", folder) for folder in (look, root) for wider in reversed(codes_for(code))]
    return [Found(file, folder / file) for file, folder in dict.fromkeys(places) if (folder / file).is_file()]


def _catalogue(setup: Setup, code: str, look: Path) -> Catalogue | None:
    """Read the words of a language: the site's own sentences laid over the project's; English needs none."""
    english = base_of(code) == "en"
    files = catalogue_files(code, setup.root, look)
    if not files and not english:
        _tell_none(setup, code)
        return None
    parts = [_parse_catalogue(setup, found, code) for found in files]
    if None in parts:
        return None
    catalogue = reduce(lambda under, part: part.laid_over(under), filter(None, parts), Catalogue(code))
    missing = set() if english else catalogue.untold | (_whole(look) - catalogue.words.keys())
    if missing:
        setup.findings.append(
            find(
                "incomplete-catalogue",
                Place(files[-1].file),
                say("{n} sentences are not translated", n=len(missing)),
                say("translate them; until then they appear in English"),
            )
        )
    return catalogue


def _tell_none(setup: Setup, code: str) -> None:
    """Tell a language whose words stand in no catalogue."""
    place, file = Place(CONFIG_FILE), f"locales/{code}.po"
    source = setup.sources.get(CONFIG_FILE)
    pattern = rf"^languages:.*?(?<![\w-])({re.escape(code)})(?![\w-])"
    if source and (at := re.search(pattern, source.text, re.MULTILINE | re.DOTALL)):
        place = source.place(*at.span(1))
    setup.add(
        "bad-catalogue",
        place,
        say("the language {code} has no catalogue ({file})", code=code, file=file),
        say("copy locales/vi.po to {file} and translate it", file=file),
    )


def _whole(look: Path) -> frozenset[str]:
    """Give all sentences of the program: those of the project's own complete catalogue; none where it is broken."""
    with suppress(OSError, CatalogueError):
        whole = read_catalogue((look / "locales/vi.po").read_bytes(), "vi")
        return whole.untold | whole.words.keys()
    return frozenset()


def _parse_catalogue(setup: Setup, found: Found, code: str) -> Catalogue | None:
    data = read_file(found)
    if isinstance(data, Finding):
        setup.findings.append(data)
        return None
    try:
        return read_catalogue(data, code)
    except CatalogueError as fault:
        setup.add(
            "bad-catalogue",
            Place(found.file, fault.line, 1, fault.line, 1),
            fault.message,
            say("correct this entry of the catalogue"),
        )
        return None


def read_units(setup: Setup, languages: tuple[str, ...]) -> dict[str, Unit]:
    """Read `content/units.yaml`: ids are unique, lineage leads to known units."""
    read = setup.read(UNITS_FILE, UNITS, languages)
    if not read:
        return {}
    data, reading = read
    units: dict[str, Unit] = {}
    for i, row in enumerate(data.get("units", [])):
        if "id" not in row or "name" not in row:
            continue
        if row["id"] in units:
            told_twice(setup, reading, ("units", i, "id"), row["id"])
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
            setup.add(
                "date-order",
                span_in(reading, "units", i, "active_to"),
                say("the unit ends before it begins"),
                say("correct one of the two dates"),
            )
    for i, row in enumerate(data.get("units", [])):
        for k, old in enumerate(row.get("replaces", ())):
            must_be_known(setup, span_in(reading, "units", i, "replaces", k), "unknown-unit", old, units)
    return units


def told_twice(setup: Setup, reading: Reading, path: tuple[str | int, ...], name: str) -> None:
    """Tell an id that stands twice."""
    setup.add(
        "duplicate-key",
        span_in(reading, *path),
        say("the id {name} stands twice in this file", name=name),
        say("give one of the two another id"),
    )


def must_be_known(setup: Setup, place: Place, code: str, name: str, known: Iterable[str]) -> None:
    """Tell a name that is none of the known ones, with the nearest of them."""
    names = list(known)
    if name in names or not names:
        return  # nothing is known where the file that tells it could not be read, which is a finding of its own
    hint = suggest(name, names, say("known are: {names}", names=", ".join(names[:30])))
    setup.add(code, place, say("there is no {name} here", name=name), hint)
