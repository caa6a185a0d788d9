"""Gathers the documents of a site: source documents and translations, read from their bytes and put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain

from guongsang.bounded import BoundedWorker, Stopped
from guongsang.cache import Keep
from guongsang.digests import digest_of
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, say
from guongsang.read.data.types import Config
from guongsang.read.documents.better_names import BetterNames
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.names import DocumentName, document_name
from guongsang.read.documents.opening import Opened, is_unusual, read_document
from guongsang.read.documents.orphans import judge_orphans, renamed_sources
from guongsang.read.documents.strays import foreign_document
from guongsang.read.documents.translation import read_words
from guongsang.read.fields.table import build
from guongsang.read.files import Found, read_file, seconds_for, stopped
from guongsang.read.heavy_pictures import MEMORY
from guongsang.read.markdown.engine import Parser
from guongsang.read.pictures import Picture
from guongsang.read.source import Source, read_text
from guongsang.read.tables.documents import KINDS
from guongsang.records import Records

_DOCUMENT = "document"
_TRANSLATION = "translation"
_CURE = say("divide the text into several documents, or leave out what is not needed")


@dataclass
class Gathering:
    """What has been read so far: source documents and opened translations, by kind, campaign and slug."""

    config: Config
    findings: list[Finding]
    sources: dict[str, Source]
    records: Records
    keep: Keep | None = None
    parser: Parser = field(default_factory=Parser)
    bounded: BoundedWorker = field(default_factory=BoundedWorker)
    decoder: BoundedWorker = field(default_factory=partial(BoundedWorker, MEMORY))
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


def read_documents(gathering: Gathering, documents: Iterable[Found]) -> None:
    """Read all documents; those that are new may be read by several processes."""
    read = {item.file: read_file(item) for item in documents}
    names = {file: name_of(gathering, file, data) for file, data in read.items() if isinstance(data, bytes)}
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
            take_in(gathering, names[file], file, data)


def name_of(gathering: Gathering, file: str, data: bytes) -> DocumentName | Finding:
    """Return what the name of a file says, or what is wrong with it or with the kind of file."""
    return foreign_document(file, data) or document_name(file, gathering.config.languages, gathering.names)


def take_in(gathering: Gathering, name: DocumentName | Finding, file: str, data: bytes) -> None:
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


def _remembered(gathering: Gathering, name: DocumentName, file: str, data: bytes) -> Opened:
    """Open a document, or recall what was made of the same bytes under the same name in the same languages."""
    given = _given(gathering, name, file, data)
    gathering.digests[file] = digest_of(*given)
    return gathering.records.recall(_DOCUMENT, given, partial(_opened, gathering, name, file, data))


def _given(gathering: Gathering, name: DocumentName, file: str, data: bytes) -> tuple[str | bytes, ...]:
    """Return all that a document is made of."""
    return file, name.lang, *gathering.config.languages, gathering.words, data


def _opened(gathering: Gathering, name: DocumentName, file: str, data: bytes) -> Opened:
    """Open a document; an unusual one in a process that is stopped where it takes too long."""
    words = gathering.config.languages, gathering.catalogues
    if not is_unusual(data):
        return read_document(name, file, data, words, gathering.parser)
    try:
        return gathering.bounded.do(seconds_for(data), read_document, name, file, data, words)
    except Stopped:
        return read_text(data, file)[0], None, [stopped(file, _CURE)]


def make_entries(gathering: Gathering, meant: dict[str, str]) -> tuple[AnyEntry, ...]:
    """Put source documents and translations together; source files that were renamed are added to `meant`."""
    gathering.records.take_ahead(_TRANSLATION, _translations_given(gathering))
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


def _translations_given(gathering: Gathering) -> Iterator[tuple[bytes, bytes]]:
    for key, opened in gathering.translations.items():
        if source := gathering.facts.get(key):
            yield from (_translation_given(gathering, document, source) for document in opened)


def _translation_given(gathering: Gathering, opened: OpenedDocument, source: Document) -> tuple[bytes, bytes]:
    """Return all that a translation is made of."""
    return gathering.digests[opened.file], gathering.digests[source.file]


def _translation(gathering: Gathering, opened: OpenedDocument, source: Document) -> Document:
    """Read the words of a translation, or recall what was made of it beside the same source document."""

    def read() -> tuple[Document, list[Finding]]:
        faults: list[Finding] = []
        return read_words(opened, source, faults, gathering.catalogues), faults

    given = _translation_given(gathering, opened, source)
    document, faults = gathering.records.recall(_TRANSLATION, given, read)
    gathering.findings += faults
    return document
