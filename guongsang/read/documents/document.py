"""What reading gives: documents, entries, and the whole content of a site.

A `Document` is one file, `<slug>.<lang>.md`. An `Entry` is what belongs together: the source file, which holds every
fact and its own words, and the translations, which hold words only. Words are kept flat, by path; an item of a list
that has an id is named by it, any other by its position, so that a word has the same path in every language.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from guongsang.findings import Finding, Place
from guongsang.i18n.messages import Catalogue, Label, Text
from guongsang.read.fields.documents import DOCUMENTS
from guongsang.read.fields.kinds import Field, Group, ListOf, Path
from guongsang.read.markdown.parser import Body
from guongsang.read.source import Source
from guongsang.stages import STAGES

NOT_APPROVED = ("progress", "consent", "adopted_by", "withdrawn")
"""Facts that may change after an approval without making it stale (contract, section 2)."""


@dataclass(frozen=True)
class Document:
    """One file after reading: its values (source file) or words only (translation), and where each of them stands.

    `unfilled` names the values still to be written: True where a text stands there, False where a fact is wanting.
    """

    file: str
    kind: str
    lang: str
    source: Source
    data: Mapping[str, Any]
    words: Mapping[Path, str]
    body: Body
    spans: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    fence: tuple[int, int] = (0, 0)
    translates: str | None = None
    unfilled: Mapping[Path, bool] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Say whether anything in it is still to be filled in."""
        return bool(self.unfilled) or self.body.unfilled

    @property
    def written(self) -> bool:
        """Say whether it has a body with nothing left to fill in."""
        return bool(self.body.text.strip()) and not self.body.unfilled

    def place(self, *path: str | int) -> Place:
        """Give the place of a value; of a missing one, that of its parent's key, else the opening fence."""
        if path in self.spans:
            start, end = self.spans[path]
            line_end = self.source.text.find("\n", start)
            return self.source.place(start, end if line_end < 0 or end <= line_end else line_end)
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.keys:
                return self.source.place(*self.keys[path[:length]])
            if path[:length] in self.spans:
                start, end = self.spans[path[:length]]
                return self.source.place(start, start + 1)
        return self.source.place(*self.fence)

    def key_place(self, *path: str | int) -> Place:
        """Give the place of a field's name."""
        return self.source.place(*self.keys[path]) if path in self.keys else self.place(*path)


@dataclass(frozen=True)
class Entry:
    """One exemplar, plan, campaign, review, bulletin or page in all its languages."""

    kind: str
    campaign: str
    slug: str
    source: Document
    translations: Mapping[str, Document] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Name the entry in references: `2022/qlxd-01`, or the slug alone where there is no campaign."""
        return f"{self.campaign}/{self.slug}" if self.campaign else self.slug

    @property
    def draft(self) -> bool:
        """Say whether the writer marked it as a draft."""
        return bool(self.source.data.get("draft"))

    @property
    def documents(self) -> tuple[Document, ...]:
        """Give all files of the entry, the source first."""
        return (self.source, *self.translations.values())

    def get(self, *path: str) -> Any:
        """Give a fact of the source file, None where it does not stand."""
        value: Any = self.source.data
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def word(self, path: Path, lang: str) -> Text:
        """Give a word in a language, else in the source language."""
        translation = self.translations.get(lang)
        if translation and path in translation.words and self.translated(lang):
            return Text(translation.words[path], lang, str(self.get("name") or ""), self.source.lang)
        return Text(self.source.words.get(path, ""), self.source.lang)

    def body(self, lang: str) -> tuple[Body, str]:
        """Give the body in a language, else the source's, with the language that it is in."""
        translation = self.translations.get(lang)
        if translation and translation.written:
            return translation.body, lang
        return self.source.body, self.source.lang

    def state(self, lang: str) -> str:
        """Say how a translation stands: source, none, draft, ready or stale (contract, section 2)."""
        if lang == self.source.lang:
            return "source"
        if not self.translated(lang):
            return "none"
        translates = self.translations[lang].translates
        if translates is None:
            return "draft"
        return "ready" if translates == self.fingerprint else "stale"

    def translated(self, lang: str) -> bool:
        """Say whether there is a translation: a file with a body, or with words where the source has no body either."""
        translation = self.translations.get(lang)
        if translation is None:
            return False
        return translation.written or bool(translation.words and not self.source.body.text.strip())

    @cached_property
    def fingerprint(self) -> str:
        """Give the first 12 hexadecimal digits of the SHA-256 of the source's words and body as canonical JSON."""
        return _digest({"words": _words_as_json(self.source), "body": tidy(self.source.body.text)})

    @cached_property
    def approval_fingerprint(self) -> str:
        """Give the fingerprint that an approval binds: words, body, and all facts but those of `NOT_APPROVED`."""
        facts = {k: v for k, v in self.source.data.items() if k not in NOT_APPROVED}
        words = {k: v for k, v in _words_as_json(self.source).items() if k.partition("/")[0] not in NOT_APPROVED}
        return _digest({"facts": plain(facts), "words": words, "body": tidy(self.source.body.text)})

    @cached_property
    def progress(self) -> dict[str, date]:
        """Give the dated steps of an exemplar in their order."""
        steps = self.source.data.get("progress") or {}
        return {s: steps[s]["on"] for s in STAGES if s in steps and "on" in steps[s]}


def _words_as_json(document: Document) -> dict[str, str]:
    return {"/".join(map(str, path)): tidy(text) for path, text in document.words.items()}


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def tidy(text: str) -> str:
    """Bring a text to the form that fingerprints are made of: no blanks at line ends or around it."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip()


def plain(value: Any) -> Any:
    """Bring values to what JSON knows: dates as ISO text, labels as their texts."""
    match value:
        case Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case list() | tuple():
            return [plain(v) for v in value]
        case Label():
            return dict(value.texts)
        case date():
            return value.isoformat()
        case str():
            return tidy(value)
    return value


def word_paths(data: Mapping[str, Any], group: Group, path: Path = ()) -> Iterator[tuple[Path, Path, str]]:
    """Walk the words of a source tree: path by ids, path by positions, text."""
    yield from _walk_words(data, group, path, path)


def _walk_words(data: Mapping[str, Any], group: Group, by_id: Path, by_place: Path) -> Iterator[tuple[Path, Path, str]]:
    for name, spec in group.fields.items():
        if name not in data:
            continue
        value = data[name]
        if spec.words and isinstance(value, str):
            yield (*by_id, name), (*by_place, name), value
        elif spec.words and isinstance(value, list):
            for i, text in enumerate(value):
                yield (*by_id, name, i), (*by_place, name, i), text
        elif isinstance(spec.kind, ListOf) and isinstance(spec.kind.kind, Group) and has_words(spec.kind.kind):
            key = spec.kind.kind.key
            for i, item in enumerate(value):
                mark = item.get(key, i) if key else i
                yield from _walk_words(item, spec.kind.kind, (*by_id, name, mark), (*by_place, name, i))
        elif isinstance(spec.kind, Group) and has_words(spec.kind):
            yield from _walk_words(value, spec.kind, (*by_id, name), (*by_place, name))


def has_words(group: Group) -> bool:
    """Say whether a group of fields holds any words."""
    return any(field_has_words(f) for f in group.fields.values())


def field_has_words(spec: Field) -> bool:
    """Say whether a field is words or holds some."""
    if spec.words:
        return True
    inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    return isinstance(inner, Group) and has_words(inner)


def table_of(kind: str) -> Group:
    """Give the table of fields of a kind of document."""
    return DOCUMENTS[kind]


DEFAULT_PORT = 8000


@dataclass(frozen=True)
class Formal:
    """How documents of administration are set, where Decree 30/2020/NĐ-CP leaves room.

    Whether the national title stands on them, families asked of the machine before our own, size of the text in points,
    margins in millimetres (top, bottom, left, right).
    """

    national: bool = True
    fonts: tuple[str, ...] = ()
    size: float = 13.5
    margins: tuple[float, float, float, float] = (20, 20, 30, 18)


@dataclass(frozen=True)
class Config:
    """The site's configuration (`site_config.yaml`)."""

    title: Label
    organisation: Mapping[str, Any]
    languages: tuple[str, ...]
    base_url: str | None
    sections: Mapping[str, Mapping[str, str]]
    catalogues: Mapping[str, Catalogue]
    preview_port: int = DEFAULT_PORT
    formal: Formal = Formal()

    @property
    def source_language(self) -> str:
        """Give the language that holds the facts: the first."""
        return self.languages[0]


@dataclass(frozen=True)
class Unit:
    """An office or unit of the organisation (`content/units.yaml`)."""

    id: str
    name: Label
    quota: bool = True
    active_from: date | None = None
    active_to: date | None = None
    replaces: tuple[str, ...] = ()

    def active(self, first: date, last: date | None = None) -> bool:
        """Say whether the unit existed at some time between two days."""
        return not (self.active_from and self.active_from > (last or first)) and not (
            self.active_to and self.active_to < first
        )


@dataclass(frozen=True)
class Category:
    """A kind of exemplar; `subject` is individual, collective or model."""

    id: str
    subject: str
    label: Label


@dataclass(frozen=True)
class Criterion:
    """What a plan asks of an exemplar, as data.

    Whom it is for, how it is checked, how much it weighs at which stage.
    """

    id: str
    section: str | None
    label: Label
    text: Label | None
    applies: Mapping[str, tuple[str, ...]]
    check: str
    options: Mapping[str, Any]
    severity: Mapping[str, str]
    internal: bool
    set_by: Mapping[str, Any] | None
    place: Place


@dataclass(frozen=True)
class Criteria:
    """One criteria file."""

    id: str
    file: str
    categories: Mapping[str, Category]
    criteria: Mapping[str, Criterion]


@dataclass(frozen=True)
class Abbreviation:
    """A short form and what it stands for in a language (`locales/abbreviations.yaml`); for search they are one."""

    short: str
    long: str
    lang: str


@dataclass(frozen=True)
class Picture:
    """A picture file of the content: path from the site's root and bytes.

    Size in pixels once it is known to be sound.
    """

    file: str
    data: bytes
    width: int
    height: int
    format: str


@dataclass(frozen=True)
class Content:
    """All that reading a site gives.

    `unread` names (kind, id) the entries whose source file cannot be read, `unread_names` the people of such profiles
    as far as their line can be made out. `data_values` holds the values of each data file: start, end, text.
    """

    config: Config
    units: Mapping[str, Unit]
    criteria: Mapping[str, Criteria]
    entries: tuple[Entry, ...]
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    sources: Mapping[str, Source]
    unread: frozenset[tuple[str, str]] = frozenset()
    unread_names: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    data_values: Mapping[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Entry]:
        """Give the entries by kind and id."""
        return {(e.kind, e.id): e for e in self.entries}

    def exists(self, kind: str, name: str) -> bool:
        """Say whether there is an entry, be it one that cannot be read."""
        return (kind, name) in self.by_id or (kind, name) in self.unread

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Entry]]:
        return {kind: [e for e in self.entries if e.kind == kind] for kind in DOCUMENTS}

    def of(self, kind: str) -> list[Entry]:
        """Give the entries of one kind, in the order of their ids."""
        return self._by_kind[kind]
