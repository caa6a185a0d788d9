"""What the preview adds to a finished page: a band over a page that is not public, marks at links to such pages.

Pages are made as they are published, and nothing here is known to their templates; so what is published cannot hold
any of it, and a site with templates of its own has it too.
"""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote

from guongsang.author.preview.backend import DOCUMENTS
from guongsang.author.preview.documents import ContentDocument
from guongsang.findings import Finding, Place
from guongsang.i18n.messages import Catalogue, Message, Text, say
from guongsang.render.html.page import Page
from guongsang.render.html.templates import TemplateEngine, render_page
from guongsang.report.masking import hint_of, message_of
from guongsang.report.terminal import LEVELS

_MOST = 30
_LINK = re.compile(rb'(<a\b[^>]*?\bhref=")([^"#?]*)((?:[#?][^"]*)?"[^>]*>)(.*?)(</a>)', re.DOTALL)
_ENTRY = re.compile(rb"<entry>.*?</entry>", re.DOTALL)
_ENTRY_LINK = re.compile(rb'<link\b[^>]*?\bhref="([^"]*)"')
_SEARCH_TEXTS = re.compile(r"assets/search/([\w-]+)/t\d+-\w+\.js")
_MAIN = re.compile(rb"<main\b[^>]*>")


@dataclass(frozen=True)
class FaultRow:
    """A finding in a band: how grave it is, what is wrong, where, what to do, and the address that opens an editor."""

    level: Message
    message: str
    hint: str
    place: str
    href: str
    file: str
    path: str


@dataclass(frozen=True)
class BandView:
    """What a band shows; of many findings the first, and how many there are."""

    headline: Message
    reasons: Sequence[Text]
    hidden: Sequence[Message]
    rows: Sequence[FaultRow]
    total: int
    faulty: bool
    documents: str
    file: str
    path: str
    href: str


@dataclass(frozen=True)
class WaitingLink:
    """A document that a list cannot show as itself."""

    url: str
    title: Text
    file: str


@dataclass(frozen=True)
class WaitingView:
    """Documents that stand below a list."""

    waiting: Sequence[WaitingLink]


@dataclass(frozen=True)
class Bands:
    """All that is added to pages: documents by page, pages that are the last good ones, what waits below which list."""

    root: Path
    engine: TemplateEngine
    documents: Mapping[str, ContentDocument]
    kept: frozenset[str]
    waiting: Mapping[str, Sequence[ContentDocument]]

    def added_to(self, path: str, lang: str, data: bytes) -> bytes:
        """Return a page with its band, its marks and what waits below its list."""
        data = self._marked(path, lang, data) if path != DOCUMENTS else data
        if path in self.waiting:
            links = [WaitingLink(one.urls[lang], one.title, one.file_in(lang)) for one in self.waiting[path]]
            html = render_page(self.engine, Page(path, lang, "waiting.html", WaitingView(links)))
            head, end, rest = data.rpartition(b"</main>")
            data = head + html + end + rest if end else data + html
        document = self.documents.get(path)
        if document is None or document.public:
            return data
        html = render_page(self.engine, Page(path, lang, "band.html", self._band(document, path, lang)))
        main = _MAIN.search(data)
        at = main.end() if main else len(data)
        return data[:at] + html + data[at:]

    def added_to_list(self, path: str, data: bytes) -> bytes:
        """Return a feed, or texts of the search, with a mark in the title of each document that is not public."""
        if path.endswith("/feed.xml"):
            lang = path.partition("/")[0]
            return _ENTRY.sub(lambda found: self._entry_marked(path, lang, found[0]), data)
        if (texts := _SEARCH_TEXTS.fullmatch(path)) and data.startswith(b"gs(") and texts[1] in self.engine.catalogues:
            results = json.loads(data.rstrip()[3:-1])
            for url, title, *_ in results:
                if self._is_held(url):
                    title.append(f" ({self._mark_in(texts[1])})")
            return f"gs({json.dumps(results, ensure_ascii=False, separators=(',', ':'))})".encode()
        return data

    def _entry_marked(self, path: str, lang: str, entry: bytes) -> bytes:
        link = _ENTRY_LINK.search(entry)
        if link is None or not self._is_held(_target(path, link[1])):
            return entry
        return entry.replace(b"</title>", f" ({escape(self._mark_in(lang))})</title>".encode(), 1)

    def _is_held(self, url: str) -> bool:
        """Return whether a page is that of a document which is not public."""
        document = self.documents.get(url)
        return document is not None and not document.public and not document.withdrawn

    def _mark_in(self, lang: str) -> str:
        return self.engine.catalogues[lang].tell(say("not public yet"))

    def _band(self, document: ContentDocument, path: str, lang: str) -> BandView:
        catalogue = self.engine.catalogues[lang]
        file = document.file_in(lang)
        return BandView(
            headline=_headline(document, kept=path in self.kept),
            reasons=[Text(_sentence(catalogue.tell(reason)), lang) for reason in document.reasons],
            hidden=document.hidden,
            rows=list(self._rows(document.faults[:_MOST], catalogue)),
            total=len(document.faults),
            faulty=document.faulty,
            documents=DOCUMENTS,
            file=file,
            path=str(self.root / file),
            href=in_editor(self.root / file, Place(file)),
        )

    def _rows(self, faults: Sequence[Finding], catalogue: Catalogue) -> Iterator[FaultRow]:
        for fault in faults:
            place = fault.place
            yield FaultRow(
                level=LEVELS[fault.severity],
                message=message_of(fault, catalogue),
                hint=_sentence(hint_of(fault, catalogue)),
                place=f"{place.file}:{place.line}:{place.column}",
                href=in_editor(self.root / place.file, place),
                file=place.file,
                path=str(self.root / place.file),
            )

    def _marked(self, path: str, lang: str, data: bytes) -> bytes:
        """Mark the links to pages that are not public, those of the page to itself apart."""
        own, mark = self.documents.get(path), escape(self._mark_in(lang))
        span = f' <span class="gs-mark">{mark}</span>'.encode()

        def link(found: re.Match[bytes]) -> bytes:
            target = _target(path, found[2])
            if not self._is_held(target) or self.documents[target] is own:
                return found[0]
            return found[1] + found[2] + found[3] + found[4] + span + found[5]

        return _LINK.sub(link, data)


def _target(path: str, href: bytes) -> str:
    """Return the page to which a link of another page leads."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(unescape(href.decode()))))


def _headline(document: ContentDocument, *, kept: bool) -> Message:
    if kept:
        return say("This is the last good page: the file has errors now and cannot be published as it is.")
    if document.withdrawn:
        return say("This exemplar is withdrawn: only this notice is left of it.")
    return say("Not public yet: this page is seen in the preview only.")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_editor(path: Path, place: Place) -> str:
    """Return the address that opens a place in VS Code, if it is installed; it asks before it does."""
    return f"vscode://file/{quote(path.as_posix().lstrip('/'))}:{place.line}:{place.column}"
