"""What the live preview shows: the site as of the last save, kept in memory, nothing written to disk.

A build reads and judges the whole site and lists its files; each file is made when a browser first asks for it, and the
search is indexed when a browser first asks for something of it. What was good stays: while a document is faulty its
last good page is shown, while the configuration is faulty the whole last good site. What is found is told beside it.
Builds and requests come from two threads; a lock keeps the list of files and what belongs to it together.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from guongsang.findings import Finding, Place, Refusal, SetupError, find
from guongsang.i18n.messages import Catalogue, say
from guongsang.i18n.system_faults import reason_of
from guongsang.outputs import Folders, Planned, list_files
from guongsang.pipeline import HOME, Options, Remembered, check_site, fonts_of
from guongsang.read.site import Memory
from guongsang.read.tables.config import DEFAULT_PORT
from guongsang.render.typst.printers import TypstPool
from guongsang.report.masking import hint_of, message_of
from guongsang.report.terminal import LEVELS

Note = Mapping[str, str]
"""A finding as the browser shows it: level, severity (told), code, place, message, hint, href."""
_SITE = "site/"


@dataclass
class Preview:
    """The site as last built: its files by path, what each was made of, and what was found."""

    options: Options
    catalogue: Catalogue
    files: Mapping[str, Planned] = field(default_factory=dict)
    found: tuple[Finding, ...] = ()
    port: int = DEFAULT_PORT
    refused: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    _made: dict[str, tuple[Planned, bytes]] = field(default_factory=dict)
    _search: Callable[[], list[Planned]] = list
    _papers: TypstPool = field(default_factory=lambda: TypstPool({}))
    _lock: Lock = field(default_factory=Lock)
    _memory: Memory = field(default_factory=Memory)
    _kept: dict[str, bytes] = field(default_factory=dict)

    def build(self) -> None:
        """Build anew from the files as they are; keeps what was good where something is faulty now."""
        options, self.refused = self.options, {}
        try:
            checked = check_site(
                options.root, options.today, options.wishes, remembered=Remembered(memory=self._memory)
            )
        except SetupError as fault:
            self.found = tuple(fault.findings)
            return
        except OSError as fault:
            self.found = (_unreadable(fault),)
            return
        self.found, self.port = checked.findings, checked.content.config.preview_port
        if checked.stuck:
            return
        listed = list_files(Folders(options.root, HOME), checked.site, fonts_of(checked), self._keep)
        fresh = _by_path(listed.files)
        faulty = {f.place.file for f in checked.blocking}
        kept = {path: p for path, p in self.files.items() if p.source in faulty}
        pictures = {path: p for path, p in self.files.items() if kept and p.kind == "picture"}
        with self._lock:
            self.files = {**kept, **pictures, **fresh}
            self._search = listed.search
            self._papers.rest()
            self._papers = listed.pool

    def _keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Keep drawn pictures in memory."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def file(self, path: str) -> bytes | None:
        """Make a file of the site, or give the last good one where its template is faulty; None where there is none."""
        with self._lock:
            if path not in self.files:
                self.files, self._search = {**self.files, **_by_path(self._search())}, list
        planned = self.files.get(path)
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
        return before[1] if before else b""

    def notes(self, path: str) -> list[Note]:
        """Return what is found, errors before the rest, and within them what concerns the page's own source first."""
        own = self.files[path].source if path in self.files else None
        stem = (own or "/").rpartition("/")[2].split(".")[0]
        found = [*self.refused.get(path, ()), *self.found]
        found = [f for f in found if f.severity != "info"]
        found.sort(key=lambda f: (f.severity != "error", not (own and stem and f"/{stem}." in f.place.file)))
        return list(self._told(found))

    def _told(self, found: Iterable[Finding]) -> Iterable[Note]:
        for f in found:
            place = f.place
            yield {
                "level": f.severity,
                "severity": self.catalogue.tell(LEVELS[f.severity]),
                "code": f.code,
                "place": f"{place.file}:{place.line}:{place.column}",
                "message": message_of(f, self.catalogue),
                "hint": hint_of(f, self.catalogue),
                "href": _in_editor(self.options.root / place.file, place),
            }


def _by_path(planned: Iterable[Planned]) -> dict[str, Planned]:
    """Return files by their paths on the site."""
    return {p.path.removeprefix(_SITE): p for p in planned}


def _in_editor(path: Path, place: Place) -> str:
    """Return the address that opens a place in VS Code, if it is installed; it asks before it does."""
    return f"vscode://file/{quote(path.as_posix().lstrip('/'))}:{place.line}:{place.column}"


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
