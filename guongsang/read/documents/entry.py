"""An entry: a source document and its translations, as one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from guongsang.i18n.messages import Text
from guongsang.read.documents.document import Document
from guongsang.read.documents.fingerprints import fingerprint_of, normalized, plain, words_as_json
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.markdown.tree import Body
from guongsang.stages import STAGES

NOT_APPROVED = ("progress", "consent", "adopted_by", "withdrawn")
"""Facts that may change after an approval without making it stale (contract, section 2)."""


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
        """Return whether the writer marked it as a draft."""
        return bool(self.source.data.get("draft"))

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return all files of the entry, the source first."""
        return (self.source, *self.translations.values())

    def get(self, *path: str) -> Any:
        """Return a fact of the source file, None where it does not stand."""
        value: Any = self.source.data
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def word(self, path: FieldPath, lang: str) -> Text:
        """Return a word in a language, else in the source language."""
        translation = self.translations.get(lang)
        if translation and path in translation.words and self.translated(lang):
            return Text(translation.words[path], lang, str(self.get("name") or ""), self.source.lang)
        return Text(self.source.words.get(path, ""), self.source.lang)

    def body(self, lang: str) -> tuple[Body, str]:
        """Return the body in a language, else the source's, with the language that it is in."""
        translation = self.translations.get(lang)
        if translation and translation.written:
            return translation.body, lang
        return self.source.body, self.source.lang

    def state(self, lang: str) -> str:
        """Return how a translation stands: source, none, draft, ready or stale (contract, section 2)."""
        if lang == self.source.lang:
            return "source"
        if not self.translated(lang):
            return "none"
        translates = self.translations[lang].translates
        if translates is None:
            return "draft"
        return "ready" if translates == self.fingerprint else "stale"

    def translated(self, lang: str) -> bool:
        """Return whether there is a translation: a file with a body, or with words where the source has no body."""
        translation = self.translations.get(lang)
        if translation is None:
            return False
        return translation.written or bool(translation.words and not self.source.body.text.strip())

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
        """Return the dated steps of an exemplar in their order."""
        steps = self.source.data.get("progress") or {}
        return {s: steps[s]["on"] for s in STAGES if s in steps and "on" in steps[s]}
