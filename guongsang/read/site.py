"""Reads a whole site: data files first, then every document and picture below `content/`.

In comes a site's folder; out comes a `Content`, in which files that belong together are one entry, or a `SetupError`
if the data files are wrong. Everything that lies in `content/` is either understood or told as a finding; nothing is
skipped in silence (contract, section 1).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from guongsang.cache import Keep, make_anew
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from guongsang.read.content import Content
from guongsang.read.data.abbreviations import read_abbreviations
from guongsang.read.data.config import read_config
from guongsang.read.data.criteria import CheckForm, read_criteria
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Config
from guongsang.read.data.units import read_units
from guongsang.read.documents.better_names import BetterNames
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.elsewhere import elsewhere, judge_renamed
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.misnamed import meant_paths, needed, once_a_folder
from guongsang.read.documents.names import DocumentName, document_name, entry_of, sort_files, without_twins
from guongsang.read.documents.opening import name_in, open_document, read_facts
from guongsang.read.documents.orphans import judge_orphans, renamed_sources
from guongsang.read.documents.strays import foreign_document, stray_findings
from guongsang.read.documents.translation import read_words
from guongsang.read.fields.table import build
from guongsang.read.files import PICTURE_LIMIT, Found, read_file, read_head, walk, without_same_names
from guongsang.read.foreign import HEAD
from guongsang.read.left_out_languages import told_once
from guongsang.read.markdown.engine import Parser
from guongsang.read.pictures import Picture, carries_metadata, inspect_picture
from guongsang.read.source import Source
from guongsang.read.tables.documents import KINDS
from guongsang.read.tables.units import Unit
from guongsang.records import Records, digest_of

_DOCUMENT = "document"
_Opened: TypeAlias = tuple[Source | None, Document | OpenedDocument | None, list[Finding]]


@dataclass
class _Gathering:
    """What has been read so far: source documents and opened translations, by kind, campaign and slug."""

    config: Config
    findings: list[Finding]
    sources: dict[str, Source]
    records: Records
    keep: Keep | None = None
    parser: Parser = field(default_factory=Parser)
    facts: dict[tuple[str, str, str], Document] = field(default_factory=dict)
    translations: dict[tuple[str, str, str], list[OpenedDocument]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    names: BetterNames | None = None
    digests: dict[str, bytes] = field(default_factory=dict)

    @property
    def catalogues(self) -> list[Catalogue]:
        """Return the catalogues that have the labels of fields; English ones stand in none."""
        return [Catalogue("en"), *self.config.catalogues.values()]

    @cached_property
    def words(self) -> bytes:
        """Return a digest of all words by which fields may be called."""
        rows = ((c.code, *("\0".join((text, *forms)) for text, forms in c.words.items())) for c in self.catalogues)
        return digest_of(*chain.from_iterable(rows))


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
    abbreviations = read_abbreviations(loader, project)
    files = sort_files(found)
    read = [read_criteria(loader, item, config.languages, units, forms) for item in files.criteria]
    criteria = {c.id: c for c in read if c}
    gathering = _Gathering(config, loader.findings + faults, loader.sources, records or Records(), keep)
    names = gathering.names = _better_names(config, units, found)
    strays = {f.file: stray_findings(f, names) for f in files.stray}
    gathering.findings += [told for told, _ in strays.values()]
    documents, faults = without_twins(files.documents)
    gathering.findings += faults
    _read_documents(gathering, documents)
    meant = _misnamed(gathering, frozenset(f.file for f in found))
    entries = _entries(gathering, meant)
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
    )


def _misnamed(gathering: _Gathering, files: frozenset[str]) -> dict[str, str]:
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
    gathering = _Gathering(config, [], {}, Records())
    _take(gathering, _name_of(gathering, file, data), file, data)
    return next(iter(_entries(gathering, {})), None)


def _names_in_unread(gathering: _Gathering) -> Iterator[tuple[str, str]]:
    """Make out the names in profiles of which the name, or whether it may be shown, cannot be read."""
    asked = {"name", "consent", "withdrawn"}
    doubtful = {d.file for d in gathering.facts.values() if d.broken or d.wrong & asked}
    for file in sorted(gathering.unread | doubtful):
        key = entry_of(file, gathering.config.source_language)
        source = gathering.sources.get(file)
        if key and key[0] == "exemplar" and source and (name := name_in(source)):
            yield key[1], name


def _read_documents(gathering: _Gathering, documents: Iterable[Found]) -> None:
    """Read all documents; those that are new may be read by several processes."""
    read = {item.file: read_file(item) for item in documents}
    names = {file: _name_of(gathering, file, data) for file, data in read.items() if isinstance(data, bytes)}
    known = [
        (name, file, data)
        for file, data in read.items()
        if isinstance(data, bytes) and isinstance(name := names[file], DocumentName)
    ]
    makers = ((_given(gathering, *one), partial(_opened, gathering, *one)) for one in known)
    gathering.records.make_ahead(_DOCUMENT, makers)
    for file, data in read.items():
        gathering.unread.add(file)
        if isinstance(data, Finding):
            gathering.findings.append(data)
        else:
            _take(gathering, names[file], file, data)


def _name_of(gathering: _Gathering, file: str, data: bytes) -> DocumentName | Finding:
    return foreign_document(file, data) or document_name(file, gathering.config.languages, gathering.names)


def _take(gathering: _Gathering, name: DocumentName | Finding, file: str, data: bytes) -> None:
    """Take in a document's bytes."""
    if isinstance(name, Finding):
        gathering.findings.append(name)
        return
    source, document, faults = _remembered(gathering, name, file, data)
    gathering.findings += faults
    if source is not None:
        gathering.sources[file] = source
    if document is not None:
        gathering.unread.discard(file)
    if isinstance(document, Document):
        gathering.facts[name.entry] = document
    elif document is not None:
        gathering.translations.setdefault(name.entry, []).append(document)


def _remembered(gathering: _Gathering, name: DocumentName, file: str, data: bytes) -> _Opened:
    """Open a document, or recall what was made of the same bytes under the same name in the same languages."""
    given = _given(gathering, name, file, data)
    gathering.digests[file] = digest_of(*given)
    return gathering.records.recall(_DOCUMENT, given, partial(_opened, gathering, name, file, data))


def _given(gathering: _Gathering, name: DocumentName, file: str, data: bytes) -> tuple[str | bytes, ...]:
    """Return all that a document is made of."""
    return file, name.lang, *gathering.config.languages, gathering.words, data


def _opened(gathering: _Gathering, name: DocumentName, file: str, data: bytes) -> _Opened:
    source, opened, findings = open_document(name, file, data, gathering.parser)
    languages = gathering.config.languages
    if opened is None or name.lang != languages[0]:
        return source, opened, findings
    document, faults = read_facts(opened, languages, gathering.catalogues)
    return source, document, findings + faults


def _entries(gathering: _Gathering, meant: dict[str, str]) -> tuple[AnyEntry, ...]:
    """Put source documents and translations together; source files that were renamed are added to `meant`."""
    entries: list[AnyEntry] = []
    orphans: list[OpenedDocument] = []
    for key in sorted({*gathering.facts, *gathering.translations}):
        opened = sorted(gathering.translations.get(key, ()), key=lambda document: document.lang)
        source = gathering.facts.get(key)
        if source is None:
            orphans += opened
            continue
        translations = {document.lang: _translation(gathering, document, source) for document in opened}
        entries.append(Entry(*key, source, build(KINDS[source.kind], source.data), translations))
    language = gathering.config.source_language
    renamed = renamed_sources(orphans, entries, language)
    gathering.findings += judge_orphans(orphans, renamed, gathering.unread, language)
    gathering.unread.update(renamed.values())
    meant |= renamed
    return tuple(entries)


def _translation(gathering: _Gathering, opened: OpenedDocument, source: Document) -> Document:
    """Read the words of a translation, or recall what was made of it beside the same source document."""

    def read() -> tuple[Document, list[Finding]]:
        faults: list[Finding] = []
        return read_words(opened, source, faults, gathering.catalogues), faults

    given = gathering.digests[opened.file], gathering.digests[source.file]
    document, faults = gathering.records.recall("translation", given, read)
    gathering.findings += faults
    return document


def _read_picture(gathering: _Gathering, item: Found) -> None:
    data = read_file(item, PICTURE_LIMIT)
    if isinstance(data, Finding):
        gathering.findings.append(replace(data, code="image-too-large") if data.code == "too-large" else data)
        return
    info = gathering.records.recall(
        "picture", (item.file, data), lambda: inspect_picture(data, item.file, gathering.keep)
    )
    if isinstance(info, Finding):
        gathering.findings.append(info)
        return
    if info.metadata:
        gathering.findings.append(carries_metadata(item.file))
    gathering.pictures[item.file] = Picture(item.file, data, info.width, info.height, info.format)
