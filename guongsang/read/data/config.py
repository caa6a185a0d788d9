"""The data files of a site: configuration, catalogues, units and criteria.

They are read before anything else, because documents cannot be judged without them. Whatever is wrong with them is
gathered and raised at once as a `SetupError`, whose findings look like any others (exit status 2).
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from guongsang.findings import unknown_language
from guongsang.i18n.languages import base_of, serves, words_for
from guongsang.i18n.messages import Catalogue, say
from guongsang.read.data.catalogues import read_catalogue_of
from guongsang.read.data.language_list import read_languages
from guongsang.read.data.loader import DataLoader, place_of
from guongsang.read.data.types import Config, Formal
from guongsang.read.fields.kinds import Reading
from guongsang.read.fields.table import build
from guongsang.read.files import CONFIG_FILE, Found
from guongsang.read.font_files import fonts_of_wheels, read_fonts
from guongsang.read.tables.config import CONFIG, SECTIONS, Print, SiteConfig


def read_config(loader: DataLoader, project: Path, found: Sequence[Found] = ()) -> Config:
    """Read `site_config.yaml` and the catalogues of its languages; `project` holds its own.

    Where the languages are written wrongly, those of the documents that were `found` are taken.
    """
    languages = read_languages(loader, found)
    read_catalogues = {code: read_catalogue_of(loader, code, project) for code in languages}
    catalogues = {code: c for code, c in read_catalogues.items() if c}
    loader.catalogues = (Catalogue("en"), *catalogues.values())
    told = list(loader.findings)
    read = loader.read(CONFIG_FILE, CONFIG, languages)
    places = {f.place for f in told if f.severity == "error"}
    loader.findings[:] = [*told, *(f for f in loader.findings[len(told) :] if f not in told and f.place not in places)]
    tree, reading = read if read else ({}, None)
    written = build(SiteConfig, tree)
    if reading and tree.get("organisation"):
        _check_email(loader, reading, written.organisation.email)
    chosen = written.sections or {}
    sections = {name: {**words, **chosen.get(name, {})} for name, words in SECTIONS.items()}
    _check_sections(loader, reading, sections, languages)
    fonts, faults = read_fonts(loader.root)
    loader.findings += faults
    return Config(
        title=written.title,
        organisation=written.organisation,
        languages=languages,
        base_url=written.base_url or None,
        sections=sections,
        catalogues=catalogues,
        preview_port=written.preview.port,
        formal=_formal(written.print, languages),
        fonts=(*fonts, *fonts_of_wheels(written.print.families)),
    )


def _check_email(loader: DataLoader, reading: Reading, email: str) -> None:
    """Report an address that nobody can write to."""
    if email and not re.search(r"[^\s@]@[^\s@]", email):
        loader.add(
            "bad-value",
            place_of(reading, "organisation", "email"),
            say("{value} is no e-mail address", value=email),
            say("write it with @ between name and host, like {example}", example="vanphong@coquan.example"),
        )


def _formal(written: Print, languages: tuple[str, ...]) -> Formal:
    """Return how documents of administration are set; the national title stands where sources are Vietnamese."""
    usual, own = Formal(), written.formal.margins
    top, bottom, left, right = usual.margins
    vietnamese = base_of(languages[0]) == "vi"
    return Formal(
        national=vietnamese if written.formal.national is None else written.formal.national,
        fonts=written.families,
        size=float(written.formal.size or usual.size),
        margins=(
            float(top if own.top is None else own.top),
            float(bottom if own.bottom is None else own.bottom),
            float(left if own.left is None else own.left),
            float(right if own.right is None else own.right),
        ),
    )


def _check_sections(
    loader: DataLoader, reading: Reading | None, sections: Mapping[str, Mapping[str, str]], languages: tuple[str, ...]
) -> None:
    """Two sections of one language may not share a word, nor take one that pages need."""
    for code in languages:
        seen: dict[str, str] = {"assets": "", "index": ""}
        for name in SECTIONS:
            word = words_for(sections[name], code) or sections[name]["en"]
            if word in seen and reading:
                place = place_of(reading, "sections", name, code)
                loader.add(
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
                    loader.findings.append(unknown_language(place, code, languages))
