"""What the live preview shows: every document as of the last save, kept in memory, nothing written to disk.

A build reads and judges the whole site and lists its files; each file is made when a browser first asks for it, and the
search is indexed when a browser first asks for something of it. A page that is not public has a band that says why.
What was good stays: while a document is faulty its last good page is shown, while the configuration is faulty the whole
last good site. What is found is told beside it.
Builds and requests come from two threads; a lock keeps the list of files and what belongs to it together.
"""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from guongsang import HOME
from guongsang.author.preview.backend import DOCUMENTS
from guongsang.author.preview.bands import Bands, in_editor
from guongsang.author.preview.documents import ContentDocument, documents_of
from guongsang.author.preview.pages import PreviewPages, below_lists
from guongsang.cache import cache_of
from guongsang.findings import Finding, Place, Refusal, SetupError, find
from guongsang.folders import Folders
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.i18n.system_faults import reason_of
from guongsang.outputs import list_files
from guongsang.pipeline.building import Options, fonts_of
from guongsang.pipeline.checking import Checked, Remembered, check_site, whole_site
from guongsang.publish.planned import Planned
from guongsang.read.tables.config import DEFAULT_PORT
from guongsang.records import Records
from guongsang.render.html.templates import make_engine
from guongsang.render.typst.printers import TypstPool
from guongsang.report.masking import hint_of, message_of
from guongsang.report.terminal import LEVELS

Note = Mapping[str, str]
"""A finding as the browser shows it: level, severity (told), code, place, message, hint, own, file, path, href.

`own` is not empty where it concerns the page itself or the whole site.
"""
_SITE = "site/"


@dataclass(frozen=True)
class Shown:
    """What is shown between two builds: files by path, all documents, and what is added to their pages."""

    files: Mapping[str, Planned] = field(default_factory=dict)
    documents: tuple[ContentDocument, ...] = ()
    bands: Bands | None = None
    pages: PreviewPages | None = None

    @property
    def names(self) -> frozenset[str]:
        """Return the files of all documents."""
        return frozenset(file for document in self.documents for file in document.files)


@dataclass
class Preview:
    """The site as last built: its files by path, what each was made of, and what was found.

    `fresh` are the documents that came with the last build.
    """

    options: Options
    catalogue: Catalogue
    shown: Shown = field(default_factory=Shown)
    found: tuple[Finding, ...] = ()
    port: int = DEFAULT_PORT
    refused: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    fresh: tuple[ContentDocument, ...] = ()
    known: frozenset[str] = frozenset()
    address: str = "/"
    _good: dict[str, Planned] = field(default_factory=dict)
    _made: dict[str, tuple[Planned, bytes]] = field(default_factory=dict)
    _search: Callable[[Records], list[Planned]] | None = None
    _indexed: Records = field(default_factory=Records)
    _papers: TypstPool = field(default_factory=lambda: TypstPool({}))
    _lock: Lock = field(default_factory=Lock)
    _records: Records = field(default_factory=Records)
    _kept: dict[str, bytes] = field(default_factory=dict)

    @property
    def files(self) -> Mapping[str, Planned]:
        """Return the files of the site by their paths."""
        return self.shown.files

    def build(self) -> None:
        """Build anew from the files as they are; keeps what was good where something is faulty now."""
        options, self.refused, self.fresh = self.options, {}, ()
        try:
            checked = check_site(
                options.root,
                options.today,
                options.wishes,
                remembered=Remembered(self._records, cache_of(options.root).known),
            )
        except SetupError as fault:
            self.found = tuple(fault.findings)
            return
        except OSError as fault:
            self.found = (_unreadable(fault),)
            return
        self._records.settle()
        self.found, self.port = checked.findings, checked.content.config.preview_port
        self.known = frozenset(checked.content.files)
        if not _names_in_data(checked):
            self._show(checked)

    def _show(self, checked: Checked) -> None:
        """Show everything that there is, and let what was good stand in the place of what is faulty now."""
        folders = Folders(self.options.root, HOME)
        whole = whole_site(checked)
        listed = list_files(folders, whole, fonts_of(checked), self._keep)
        documents = documents_of(checked, whole)
        engine = make_engine(
            [*folders.web_templates, HOME / "templates/preview"],
            whole.config.catalogues,
            self._keep,
            sample_site=whole.sample,
        )
        pages = PreviewPages(self.options.root, checked, whole, listed.styles, engine)
        lang = self.catalogue.code if self.catalogue.code in whole.config.languages else whole.config.source_language
        waiting = [d for d in documents if not d.page]
        files = {**_by_path(pages.stand_ins(waiting)), **_by_path(listed.files)}
        files |= _by_path([pages.list_of_all(documents, lang)])
        kept = self._last_good(documents, files)
        pictures = {path: p for path, p in self.files.items() if kept and p.kind == "picture"}
        before, known = self.shown, self.shown.names
        by_url = {url: d for d in documents for url in d.urls.values()}
        bands = Bands(self.options.root, engine, by_url, frozenset(kept), below_lists(whole, waiting))
        with self._lock:
            self.shown = Shown({**pictures, **files, **kept}, tuple(documents), bands, pages)
            self.fresh = tuple(d for d in documents if before.documents and known.isdisjoint(d.files))
            self._search = listed.search
            self._papers.rest()
            self._papers = listed.pool

    def _last_good(self, documents: Iterable[ContentDocument], files: Mapping[str, Planned]) -> dict[str, Planned]:
        """Return the last good pages of documents that are faulty now, and remember those that are good."""
        good = {}
        for document in documents:
            for url in document.urls.values():
                if not document.faulty and url in files:
                    good[url] = files[url]
                elif url in self._good and document.faulty and not document.outdated:
                    good[url] = self._good[url]
        self._good = good
        return {url: page for url, page in good.items() if page is not files.get(url)}

    def _keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Keep drawn pictures in memory."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def file(self, path: str) -> bytes | None:
        """Make a file of the site, or give the last good one where its template is faulty; None where there is none.

        A page has its band, if it is not public.
        """
        with self._lock:
            if path not in self.files and self._search:
                self.shown = replace(self.shown, files={**self.files, **_by_path(self._search(self._indexed))})
                self._indexed.settle()
                self._search = None
            shown = self.shown
        planned = shown.files.get(path)
        if planned is None:
            return None
        before = self._made.get(path)
        if before is None or before[0] is not planned:
            try:
                before = self._made[path] = (planned, planned.make())
            except SetupError as fault:
                self.refused = {**self.refused, path: tuple(fault.findings)}
            except Refusal as fault:
                self.refused = {**self.refused, path: (_unprinted(planned, fault),)}
                before = self._instead(path, planned)
        if before and shown.bands:
            if planned.kind == "page" and planned.lang:
                return shown.bands.added_to(path, planned.lang, before[1])
            return shown.bands.added_to_list(path, before[1])
        return before[1] if before else b""

    def _instead(self, path: str, planned: Planned) -> tuple[Planned, bytes] | None:
        """Return the stand-in of a document whose own page cannot be made of what stands in it, else its last page."""
        pages, bands = self.shown.pages, self.shown.bands
        document = bands.documents.get(path) if bands else None
        if pages is None or document is None or document.public or planned.kind != "page":
            return self._made.get(path)
        made = next(p.make() for p in pages.stand_ins([document]) if p.path == planned.path)
        self._made[path] = (planned, made)
        return self._made[path]

    def notes(self, path: str) -> list[Note]:
        """Return what is found, errors before the rest, and within them what concerns the page's own source first."""
        bands = self.shown.bands
        document = bands.documents.get(path) if bands else None
        own = frozenset((*document.files, *(f.place.file for f in document.faults)) if document else ())
        found = [f for f in (*self.refused.get(path, ()), *self.found) if f.severity != "info"]
        found.sort(key=lambda f: (f.severity != "error", f.place.file not in own))
        return list(self._told(found, frozenset(f for f in self.known - own if not f.endswith(".yaml"))))

    def links(self) -> list[Mapping[str, str]]:
        """Return where the panel leads: the list of all documents, and those that came with the last build."""
        held = sum(not document.public for document in self.shown.documents)
        label = say("All documents ({n} not public)", n=held)
        links = [{"label": self.catalogue.tell(label), "href": f"/{DOCUMENTS}"}] if self.shown.documents else []
        return [*links, *({"label": self.catalogue.tell(new), "href": f"/{url}"} for new, url in self.news())]

    def news(self) -> Iterator[tuple[Message, str]]:
        """Yield what to say of each document that came with the last build, and the path of its page."""
        for document in self.fresh:
            yield say("New: {file}", file=document.files[0]), quote(next(iter(document.urls.values())))

    def _told(self, found: Iterable[Finding], others: Container[str]) -> Iterable[Note]:
        """Yield findings as the browser shows them; those in other documents are not the page's own."""
        for f in found:
            place = f.place
            yield {
                "level": f.severity,
                "severity": self.catalogue.tell(LEVELS[f.severity]),
                "code": f.code,
                "place": f"{place.file}:{place.line}:{place.column}",
                "message": message_of(f, self.catalogue),
                "hint": hint_of(f, self.catalogue),
                "own": "" if place.file in others else "own",
                "file": place.file,
                "path": str(self.options.root / place.file),
                "href": in_editor(self.options.root / place.file, place),
            }


def _names_in_data(checked: Checked) -> bool:
    """Return whether a name without consent stands in a data file, whose words would show it on many pages."""
    return any(f.code == "no-consent" and f.place.file in checked.content.data_values for f in checked.findings)


def _by_path(planned: Iterable[Planned]) -> dict[str, Planned]:
    """Return files by their paths on the site; of two at one address the first, so a former address hides no page."""
    found: dict[str, Planned] = {}
    for file in planned:
        found.setdefault(file.path.removeprefix(_SITE), file)
    return found


def _unprinted(planned: Planned, fault: Refusal) -> Finding:
    hint = say("close other programs, then load the page again")
    return find("unreadable-file", Place(planned.source or ""), fault.message, hint)


def _unreadable(fault: OSError) -> Finding:
    name = Path(os.fsdecode(fault.filename)).name if fault.filename else ""
    return find(
        "unreadable-file",
        Place(name),
        say("the machine refused something: {reason}", reason=reason_of(fault)),
        say("close other programs that hold the file, then save again"),
    )
