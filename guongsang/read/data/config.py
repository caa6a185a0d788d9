"""The data files of a site: configuration, catalogues, units and criteria.

They are read before anything else, because documents cannot be judged without them. Whatever is wrong with them is
gathered and raised at once as a `SetupError`, whose findings look like any others (exit status 2, contract, section
3).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from guongsang.findings import Finding, unknown_language
from guongsang.i18n.languages import base_of, is_language, proposed, serves, words_for
from guongsang.i18n.messages import Catalogue, say
from guongsang.read.data.catalogues import read_catalogue_of
from guongsang.read.data.loader import DataLoader, place_of
from guongsang.read.data.types import Config, Formal
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import Reading
from guongsang.read.fields.table import build
from guongsang.read.files import CONFIG_FILE, Found
from guongsang.read.font_files import fonts_of_wheels, read_fonts
from guongsang.read.source import Source
from guongsang.read.tables.config import CONFIG, SECTIONS, Print, SiteConfig
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.recovery import read_fields


def read_config(loader: DataLoader, project: Path) -> Config:
    """Read `site_config.yaml` and the catalogues of its languages; `project` holds its own."""
    languages = _languages(loader, project)
    loader.raise_errors()
    read_catalogues = {code: read_catalogue_of(loader, code, project) for code in languages}
    catalogues = {code: c for code, c in read_catalogues.items() if c}
    loader.catalogues = (Catalogue("en"), *catalogues.values())
    read = loader.read(CONFIG_FILE, CONFIG, languages)
    tree, reading = read if read else ({}, None)
    written = build(SiteConfig, tree)
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


def _languages(loader: DataLoader, project: Path) -> tuple[str, ...]:
    """Read only the languages, because every other label depends on them."""
    source = loader.open(Found(CONFIG_FILE, loader.root / CONFIG_FILE))
    if source is None:
        return ("vi",)
    node, faults = read_fields(source)
    loader.findings += faults
    member = (node.members or {}).get("languages") if node else None
    if node is None or member is None or not member.node.items:
        usual = ("vi", "en")
        labels = [read_catalogue_of(loader, code, project) for code in usual]
        loader.findings += _read_all(source, node, usual, filter(None, labels)) if node is not None else []
        return ("vi",)
    codes: list[str] = []
    for item in member.node.items:
        code = (item.text or "").strip()
        place = source.place(item.start, item.end)
        if not code:
            loader.add("wrong-type", place, say("here the code of a language must stand"), _LIKE_THIS)
        elif not is_language(code):
            near = proposed(code)
            hint = say("did you mean {name}?", name=near) if near else _LIKE_THIS
            loader.add("bad-value", place, say("there is no language with the code {code}", code=code), hint)
        elif code.lower() in map(str.lower, codes):
            loader.add(
                "bad-value", place, say("the language {code} stands twice", code=code), say("keep one of the two")
            )
        else:
            codes.append(code)
    return tuple(codes) or ("vi",)


_LIKE_THIS = say("write a code like vi, en, pt-BR or zh-Hant")


def _read_all(source: Source, node: Node, languages: tuple[str, ...], catalogues: Iterable[Catalogue]) -> list[Finding]:
    reading = Reading(source, languages, catalogues=tuple(catalogues))
    read_tree(reading, node, CONFIG)
    return reading.findings


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
