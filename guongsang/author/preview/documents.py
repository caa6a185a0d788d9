"""Every document of a site as the preview knows it: its files, whether it is public, and if not, why.

In come the checked site, the site that shows everything, and its content; a file that cannot be read, or whose name
cannot be, is a document too. Reasons come from `model/publication`, what is wrong from the findings.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guongsang.author.explain import not_shown
from guongsang.author.preview.backend import DEV
from guongsang.findings import Finding
from guongsang.i18n.messages import Message, Text, say
from guongsang.judge.people.consent import hidden_names
from guongsang.model.covering import with_names_covered
from guongsang.model.publication import PARTLY_READ, UNREAD, LeftOut
from guongsang.model.site import Site
from guongsang.pipeline.checking import Checked, left_out_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import files_of
from guongsang.read.documents.names import DocumentName, document_name
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.person_names import Names

_TO_DO = frozenset(("to-fill-in", "no-consent", "stale-approval", "unknown-language"))
"""Codes that keep a document from being published though they may be no errors."""
_TITLE = re.compile(r"^title:[ \t]*(?P<title>[^\s\[{&*!|>].*)$", re.MULTILINE)


@dataclass(frozen=True)
class ContentDocument:
    """A document: its kind, its files, its pages by language, its title, and what keeps it from being public.

    `kind` is empty where the name of the file does not tell it. `entry` is what may be shown of it, None where it
    cannot be read or holds names that cannot be covered. `page` says whether the site has a page of it as itself,
    `outdated` that no older page of it may be shown.
    """

    kind: str
    campaign: str
    files: tuple[str, ...]
    urls: Mapping[str, str]
    title: Text
    entry: AnyEntry | None
    page: bool
    short: Message | None
    reasons: tuple[Message, ...]
    hidden: tuple[Message, ...]
    faults: tuple[Finding, ...]
    withdrawn: bool
    outdated: bool

    @property
    def public(self) -> bool:
        """Return whether nothing keeps it from being published."""
        return not self.reasons

    @property
    def faulty(self) -> bool:
        """Return whether anything in it is an error."""
        return any(f.severity == "error" for f in self.faults)

    def file_in(self, lang: str) -> str:
        """Return its file of a language, else its first."""
        return next((file for file in self.files if file.endswith(f".{lang}.md")), self.files[0])


def documents_of(checked: Checked, whole: Site) -> list[ContentDocument]:
    """Return all documents of a site, in the order of their files."""
    return list(_Inventory(checked, whole).documents())


@dataclass(frozen=True)
class _Inventory:
    """What is known of a site's documents."""

    checked: Checked
    whole: Site

    @property
    def content(self) -> Content:
        return self.checked.content

    @cached_property
    def covered(self) -> Mapping[tuple[str, str], AnyEntry]:
        return with_names_covered(self.content, self.checked.judgement).by_id

    @cached_property
    def names(self) -> Names:
        return hidden_names(self.content)[0]

    @cached_property
    def left_out(self) -> Mapping[str, LeftOut]:
        return {left.file: left for left in left_out_of(self.checked)}

    @cached_property
    def found(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.checked.findings:
            if finding.severity == "error" or finding.code in _TO_DO:
                found.setdefault(finding.place.file, []).append(finding)
        return found

    def documents(self) -> Iterator[ContentDocument]:
        """Yield each document; files of one name belong together."""
        languages = self.content.config.languages
        groups: dict[tuple[str, str, str], list[str]] = {}
        for file in self.content.files:
            if file.endswith(".md") and file not in self.content.strays:
                name = document_name(file, languages)
                groups.setdefault(name.entry if isinstance(name, DocumentName) else ("", "", file), []).append(file)
        source = f".{languages[0]}.md"
        for (kind, campaign, slug), files in groups.items():
            yield self._document(kind, campaign, slug, sorted(files, key=lambda file: not file.endswith(source)))

    def _document(self, kind: str, campaign: str, slug: str, files: list[str]) -> ContentDocument:
        key = (kind, f"{campaign}/{slug}" if campaign else slug)
        entry = self.content.by_id.get(key)
        concerned = dict.fromkeys([*files, *(files_of(entry) if entry else ())])
        found = (f for file in concerned for f in self.found.get(file, ()))
        faults = tuple(sorted(found, key=lambda f: f.severity != "error"))
        left = next((self.left_out[file] for file in files if file in self.left_out), None)
        return ContentDocument(
            kind=kind,
            campaign=campaign,
            files=tuple(files),
            urls=self._urls(kind, campaign, slug),
            title=self._title(key, files),
            entry=self.covered.get(key),
            page=key in self.whole.urls_of[self.content.config.source_language],
            short=_short(left, entry, faults),
            reasons=_reasons(left, entry, faults),
            hidden=tuple(self._hidden(key)),
            faults=faults,
            withdrawn=bool(entry and entry.withdrawn),
            outdated=key in self.checked.judgement.consent.withheld or bool(entry and _names_less(entry)),
        )

    def _urls(self, kind: str, campaign: str, slug: str) -> dict[str, str]:
        """Return the pages of a document; one without an address has a page beside those of the preview."""
        config = self.content.config
        if not kind:
            return dict.fromkeys(config.languages, f"{DEV}/{slug}.html")
        return {lang: self.whole.urls.entry(kind, campaign, slug, lang) for lang in config.languages}

    def _title(self, key: tuple[str, str], files: list[str]) -> Text:
        """Return the title of a document, else the name of its file; never one that holds a hidden name."""
        entry, lang = self.covered.get(key), self.content.config.source_language
        if entry and not entry.withdrawn and (title := entry.word(("title",), lang)):
            return title
        source = self.content.sources.get(files[0]) if not self.content.by_id.get(key) else None
        found = _TITLE.search(source.text) if source else None
        written = found["title"].strip().strip("\"'") if found else ""
        named = any(self.names.found_in(written))
        return Text(written if written and not named else files[0].rpartition("/")[2], lang)

    def _hidden(self, key: tuple[str, str]) -> Iterator[Message]:
        """Report what consent does not let be seen on the page."""
        if profile := self.whole.by_id.get(key[1]) if key[0] == "exemplar" else None:
            yield from not_shown(profile)
        if key in self.checked.judgement.consent.withheld and key in self.covered:
            yield say("Names without consent are covered in its text.")


def _reasons(left: LeftOut | None, entry: AnyEntry | None, faults: tuple[Finding, ...]) -> tuple[Message, ...]:
    """Return why a document is not public, for its writer."""
    if left is not None:
        return tuple(reason.for_writer for reason in left.reasons)
    if entry is None:
        return tuple(f.message for f in faults) or (UNREAD.for_writer,)
    return (PARTLY_READ.for_writer,) if any(f.severity == "error" for f in faults) else ()


def _short(left: LeftOut | None, entry: AnyEntry | None, faults: tuple[Finding, ...]) -> Message | None:
    """Return why a document is not public, for lists; None for a public one."""
    if left is None and entry and any(f.severity == "error" for f in faults):
        return PARTLY_READ.short
    return left.reason if left else next(iter(_reasons(left, entry, faults)), None)


def _names_less(entry: AnyEntry) -> bool:
    """Return whether the name or the photo of a profile may not be shown, so that no older page of it may be either."""
    facts = entry.facts
    if not isinstance(facts, Exemplar):
        return False
    hidden = any("site" not in facts.consent.channels(what) for what in ("name", *(["photo"] if facts.photo else [])))
    return entry.withdrawn or hidden
