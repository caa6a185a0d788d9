"""The catalogues of a site's languages, laid over one another."""

import re
from contextlib import suppress
from functools import reduce
from pathlib import Path

from guongsang.cache import Keep
from guongsang.findings import Finding, Place, find
from guongsang.i18n.catalogues import CatalogueError, catalogue_paths, read_catalogue
from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import Catalogue, say, say_n
from guongsang.read.data.loader import DataLoader
from guongsang.read.files import CONFIG_FILE, Found, read_file
from guongsang.read.odd_characters import BIDI, CONTROL, INVISIBLE, without_holes
from guongsang.read.source import read_text


def read_catalogue_of(loader: DataLoader, code: str, project: Path) -> Catalogue | None:
    """Read the words of a language: the site's own sentences laid over the project's; English needs none."""
    english = base_of(code) == "en"
    files = [Found(name, path) for name, path in catalogue_paths(code, loader.root, project)]
    if not files and not english:
        _tell_none(loader, code)
        return None
    parts = [_parse_catalogue(loader, found, code) for found in files]
    if None in parts:
        return None
    catalogue = reduce(lambda under, part: part.laid_over(under), filter(None, parts), Catalogue(code))
    missing = set() if english else catalogue.untold | (_whole(project, loader.keep) - catalogue.words.keys())
    if missing:
        loader.findings.append(
            find(
                "incomplete-catalogue",
                Place(files[-1].file),
                say_n("{n} sentence is not translated", "{n} sentences are not translated", n=len(missing)),
                say("translate them; until then they appear in English"),
            )
        )
    return catalogue


def _tell_none(loader: DataLoader, code: str) -> None:
    """Report a language whose words stand in no catalogue."""
    place, file = Place(CONFIG_FILE), f"locales/{code}.po"
    source = loader.sources.get(CONFIG_FILE)
    pattern = rf"^languages:.*?(?<![\w-])({re.escape(code)})(?![\w-])"
    if source and (at := re.search(pattern, source.text, re.MULTILINE | re.DOTALL)):
        place = source.place(*at.span(1))
    loader.add(
        "bad-catalogue",
        place,
        say("the language {code} has no catalogue ({file})", code=code, file=file),
        say("copy locales/vi.po to {file} and translate it", file=file),
    )


def _whole(project: Path, keep: Keep) -> frozenset[str]:
    """Return all sentences of the program: those of the project's own complete catalogue; none where it is broken."""
    with suppress(OSError, CatalogueError):
        whole = read_catalogue((project / "locales/vi.po").read_bytes(), "vi", keep)
        return whole.untold | whole.words.keys()
    return frozenset()


def _parse_catalogue(loader: DataLoader, found: Found, code: str) -> Catalogue | None:
    data = read_file(found)
    if isinstance(data, Finding):
        loader.findings.append(data)
        return None
    try:
        return read_catalogue(_looked_through(loader, data, found.file), code, loader.keep)
    except CatalogueError as fault:
        source, _ = read_text(data, found.file)
        if source:
            loader.sources[found.file] = source
        loader.add(
            "bad-catalogue",
            Place(found.file, fault.line, 1, fault.line, 1),
            fault.message,
            say("correct this entry of the catalogue"),
        )
        return None


def _looked_through(loader: DataLoader, data: bytes, file: str) -> bytes:
    """Report letters that should not stand in a catalogue, and return it without those that nobody sees."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if not any(pattern.search(text) for pattern in (CONTROL, BIDI, INVISIBLE)):
        return data
    source, faults = read_text(data, file)
    if source is None:
        return data
    loader.sources[file] = source
    loader.findings += faults
    return without_holes(source.text).encode()
