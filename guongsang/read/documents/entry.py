"""An entry: a source document and its translations, as one.

The source file holds every fact and its own words; translations hold words only. `facts` is the typed value of the
source file; `DocumentFacts` is what every kind has, the classes in `read/tables` are the kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar, cast

from guongsang.i18n.messages import Text
from guongsang.read.documents.document import Document
from guongsang.read.documents.fingerprints import fingerprint_of, normalized, plain, words_as_json
from guongsang.read.documents.texts import LocalText, Texts
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.tables.common import DocumentFacts
from guongsang.read.tables.exemplar import Exemplar

NOT_APPROVED = ("progress", "consent", "adopted_by", "withdrawn")
"""Facts that may change after an approval without making it stale."""

Facts = TypeVar("Facts", bound=DocumentFacts, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[Facts]):
    """One exemplar, plan, campaign, review, bulletin or page in all its languages."""

    kind: str
    campaign: str
    slug: str
    source: Document
    facts: Facts
    translations: Mapping[str, Document] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return how references name the entry: `2022/qlxd-01`, or the slug alone where there is no campaign."""
        return f"{self.campaign}/{self.slug}" if self.campaign else self.slug

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id, which no other entry has."""
        return self.kind, self.id

    @property
    def draft(self) -> bool:
        """Return whether the writer marked it as a draft."""
        return self.facts.draft

    @property
    def withdrawn(self) -> bool:
        """Return whether it is a profile that was taken down."""
        return isinstance(self.facts, Exemplar) and self.facts.withdrawn is not None

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return all files of the entry, the source first."""
        return (self.source, *self.translations.values())

    @property
    def sample(self) -> bool:
        """Return whether it is invented."""
        return self.facts.sample

    @property
    def moved_from(self) -> tuple[str, ...]:
        """Return its former names in addresses."""
        return self.facts.moved_from

    @cached_property
    def texts(self) -> Texts:
        """Return what it says in each language."""
        translations = {lang: _local(document) for lang, document in self.translations.items()}
        states = {lang: self._state(lang) for lang, text in translations.items() if self._counts(text)}
        name = self.facts.name if isinstance(self.facts, Exemplar) else ""
        return Texts(_local(self.source), translations, states, name)

    def _counts(self, translation: LocalText) -> bool:
        """Return whether there is a translation: a body, or words where the source has no body."""
        return translation.written or bool(translation.words and not self.source.body.text.strip())

    def _state(self, lang: str) -> str:
        translates = self.translations[lang].translates
        if translates is None:
            return "draft"
        return "ready" if translates == self.fingerprint else "stale"

    def word(self, path: FieldPath, lang: str) -> Text:
        """Return a word in a language, else in the source language."""
        return self.texts.word(path, lang)

    def state(self, lang: str) -> str:
        """Return how a translation stands: source, none, draft, ready or stale."""
        return self.texts.state(lang)

    def translated(self, lang: str) -> bool:
        """Return whether there is a translation into a language."""
        return lang in self.texts.states

    @cached_property
    def fingerprint(self) -> str:
        """Return the first 12 hexadecimal digits of the SHA-256 of the source's words and body as canonical JSON."""
        return fingerprint_of({"words": words_as_json(self.source), "body": normalized(self.source.body.text)})

    @cached_property
    def approval_fingerprint(self) -> str:
        """Return the fingerprint that an approval binds: words, body, and all facts but those of `NOT_APPROVED`."""
        facts = {k: v for k, v in self.source.data.items() if k not in NOT_APPROVED}
        words = {k: v for k, v in words_as_json(self.source).items() if k.partition("/")[0] not in NOT_APPROVED}
        return fingerprint_of({"facts": plain(facts), "words": words, "body": normalized(self.source.body.text)})

    @cached_property
    def progress(self) -> dict[str, date]:
        """Return the days of an exemplar's steps, by stage, in their order; none for other kinds."""
        return self.facts.progress.dates() if isinstance(self.facts, Exemplar) else {}


def _local(document: Document) -> LocalText:
    return LocalText(document.file, document.lang, document.words, document.body)


def as_exemplar(entry: "AnyEntry") -> Entry[Exemplar] | None:
    """Return an entry as a profile, if it is one."""
    return cast(Entry[Exemplar], entry) if isinstance(entry.facts, Exemplar) else None


AnyEntry: TypeAlias = Entry[DocumentFacts]
