"""Reads a whole site: data files first, then every document and picture below `content/`.

In comes a site's folder; out comes a `Content`, in which files that belong together are one entry, or a `SetupError`
if the data files are wrong. Everything that lies in `content/` is either understood or told as a finding; nothing is
skipped in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from guongsang.cache import Keep, make_anew
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.read.content import Content
from guongsang.read.data.abbreviations import read_abbreviations
from guongsang.read.data.config import read_config
from guongsang.read.data.criteria import CheckForm, read_criteria
from guongsang.read.data.laws import read_laws
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Config
from guongsang.read.data.units import read_units
from guongsang.read.documents.better_names import BetterNames
from guongsang.read.documents.elsewhere import elsewhere, judge_renamed
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.misnamed import meant_paths, needed, once_a_folder
from guongsang.read.documents.names import entry_of, sort_files, without_twins
from guongsang.read.documents.opening import name_in
from guongsang.read.documents.strays import stray_findings
from guongsang.read.files import PICTURE_LIMIT, Found, read_file, read_head, walk, without_same_names
from guongsang.read.foreign import HEAD
from guongsang.read.gathering import Gathering, make_entries, name_of, read_documents, take_in
from guongsang.read.heavy_pictures import look_within
from guongsang.read.left_out_languages import told_once
from guongsang.read.pictures import Picture, inspect_picture
from guongsang.read.tables.units import Unit
from guongsang.records import Records


def read_content(
    root: Path,
    project: Path,
    forms: Mapping[str, CheckForm],
    records: Records | None = None,
    keep: Keep | None = None,
) -> Content:
    """Read the site in a folder; `project` is the project's own folder with its catalogues.

    `forms` are the kinds of check that criteria files may use. `records` may hold what was read before, and `keep` may
    know from an earlier time that a picture is sound. Raises SetupError where a data file is wrong.
    """
    loader = DataLoader(root, keep=keep or make_anew)
    found, faults = walk(root, "content")
    config = read_config(loader, project, found)
    units = read_units(loader, config.languages)
    laws = read_laws(loader, found, config.languages)
    abbreviations = read_abbreviations(loader, project)
    files = sort_files(found)
    read = [read_criteria(loader, item, config.languages, units, forms) for item in files.criteria]
    criteria = {c.id: c for c in read if c}
    gathering = Gathering(config, loader.findings + faults, loader.sources, records or Records(), keep)
    names = gathering.names = _better_names(config, units, found)
    strays = {f.file: stray_findings(f, names) for f in files.stray}
    gathering.findings += [told for told, _ in strays.values()]
    documents, faults = without_twins(files.documents)
    gathering.findings += faults
    read_documents(gathering, documents)
    meant = _misnamed(gathering, frozenset(f.file for f in found))
    entries = make_entries(gathering, meant)
    loader.raise_errors(told_once(gathering.findings))
    pictures, faults = without_same_names(files.pictures)
    gathering.findings += faults
    for item in pictures:
        _read_picture(gathering, item)
    return Content(
        config=config,
        units=units,
        criteria=criteria,
        entries=entries,
        pictures=gathering.pictures,
        findings=tuple(once_a_folder(told_once(gathering.findings), meant)),
        files=tuple(f.file for f in found),
        sources=gathering.sources,
        unread=frozenset(key for file in gathering.unread if (key := entry_of(file, config.source_language))),
        unread_names=dict(_names_in_unread(gathering)),
        abbreviations=abbreviations,
        data_values=loader.values,
        misnamed=meant,
        strays={file: as_picture for file, (_, as_picture) in strays.items()},
        digests=gathering.digests,
        records=gathering.records,
        laws=laws,
    )


def _misnamed(gathering: Gathering, files: frozenset[str]) -> dict[str, str]:
    """Note what documents with a wrong name are meant to be, and return the path that each should have."""
    meant = meant_paths(gathering.findings, files)
    gathering.findings[:] = (needed(finding, meant, files, gathering.sources) for finding in gathering.findings)
    if gathering.names:
        documents = sorted({*gathering.facts, *gathering.translations})
        read = [
            d.file for key in documents for d in (gathering.facts.get(key), *gathering.translations.get(key, ())) if d
        ]
        paths = (*(d.file for d in gathering.facts.values()), *gathering.unread, *meant.values())
        campaigns = {entry.partition(".")[0] for f in paths if (entry := f.removeprefix("content/campaigns/")) != f}
        renamed = elsewhere(gathering.names, read, frozenset(campaigns), gathering.sources)
        gathering.findings += judge_renamed(renamed)
        meant |= renamed
    gathering.unread.update(meant.values())
    return meant


def _better_names(config: Config, units: Mapping[str, Unit], found: list[Found]) -> BetterNames:
    """Make what proposes names: it may look into any file below `content/`."""
    by_file = {item.file: item for item in found}

    def text_of(file: str) -> str:
        return (read_head(by_file[file], HEAD) or b"").decode("utf-8", "replace")

    labels = {unit.id: tuple(unit.name.texts.values()) for unit in units.values()}
    return BetterNames(config.languages, tuple(units), frozenset(by_file), text_of, labels)


def read_entry(config: Config, file: str, data: bytes) -> AnyEntry | None:
    """Read one source document that need not lie on disk; None where it cannot be read."""
    gathering = Gathering(config, [], {}, Records())
    take_in(gathering, name_of(gathering, file, data), file, data)
    return next(iter(make_entries(gathering, {})), None)


def _names_in_unread(gathering: Gathering) -> Iterator[tuple[str, str]]:
    """Make out the names in profiles of which the name, or whether it may be shown, cannot be read."""
    asked = {"name", "consent", "withdrawn"}
    doubtful = {d.file for d in gathering.facts.values() if d.broken or d.wrong & asked}
    for file in sorted(gathering.unread | doubtful):
        key = entry_of(file, gathering.config.source_language)
        source = gathering.sources.get(file)
        if key and key[0] == "exemplar" and source and (name := name_in(source)):
            yield key[1], name


def _read_picture(gathering: Gathering, item: Found) -> None:
    data = read_file(item, PICTURE_LIMIT)
    if isinstance(data, Finding):
        gathering.findings.append(replace(data, code="image-too-large") if data.code == "too-large" else data)
        return
    look = partial(look_within, gathering.decoder)
    info = gathering.records.recall(
        "picture", (item.file, data), lambda: inspect_picture(data, item.file, gathering.keep, look)
    )
    if isinstance(info, Finding):
        gathering.findings.append(info)
        return
    if info.metadata:
        gathering.findings.append(_carries_metadata(item.file))
    gathering.pictures[item.file] = Picture(item.file, data, info.width, info.height, info.format)


def _carries_metadata(file: str) -> Finding:
    """Return the finding that a picture carries more than can be seen."""
    return find(
        "photo-metadata",
        Place(file),
        say("the picture carries data of the camera or comments"),
        say("nothing to do: they are removed from what is published"),
    )
