"""Where an exemplar stands: in which texts of the site, and in which files of the last output.

In come a checked site, a profile and the folder of the output; out come the places, in order. A page is read as it lies
on disk. A paper is not, as its letters are packed: its sheet is written anew and looked through, so what is listed is
what the present texts put there.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path, PurePosixPath

from guongsang.cache import make_anew
from guongsang.model.bulletins import Issue
from guongsang.pipeline.building import office_years
from guongsang.pipeline.checking import Checked
from guongsang.publish.release import manifest_rows
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.source import Source
from guongsang.read.tables.exemplar import Exemplar
from guongsang.render.images import ImageStore
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.text.person_names import Names, Owner
from guongsang.text.readable import Readable
from guongsang.text.vietnamese import fold

_PACKED = frozenset((".xlsx", ".docx"))
_READ = _PACKED | {".html", ".xml", ".js", ".json", ".txt", ".csv", ".svg", ".webmanifest", ".ics"}
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Traces:
    """Where an exemplar stands.

    Its own files and other texts as file and line; pictures, pages and papers as paths below the output.
    """

    own: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, int], ...]
    pictures: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


def find_traces(checked: Checked, entry: Entry[Exemplar], output: Path, today: date) -> Traces:
    """Find every text, picture, page and paper that holds the name or shows the photo of an exemplar."""
    sought = _Sought.of(checked, entry)
    own = {d.file for d in entry.documents}
    texts = sorted({(s.file, line) for s in checked.content.sources.values() for line in sought.lines(s)})
    sources = {str(row["path"]): row.get("source") for row in manifest_rows(output)}
    files = sorted({*_files(output), *(p for p in sources if (output / p).is_file() and not _is_kept(p))})
    papers = _papers(checked, sought, today)
    return Traces(
        own=tuple(t for t in texts if t[0] in own),
        texts=tuple(t for t in texts if t[0] not in own),
        pictures=tuple(f for f in files if PurePosixPath(f).name in sought.pictures),
        pages=tuple(f for f in files if _is_read(f) and (sources.get(f) in own or sought.is_in(output / f))),
        papers=tuple(f for f in files if f.endswith(".pdf") and _is_of(f, sources.get(f), papers, own)),
    )


def _files(output: Path) -> Iterator[str]:
    """Yield the paths of all files of an output but the lists of removals, which are kept."""
    for folder in ("site", "office"):
        for path in (output / folder).rglob("*"):
            if path.is_file() and not _is_kept(name := path.relative_to(output).as_posix()):
                yield name


def _is_kept(file: str) -> bool:
    """Return whether a file tells of removals themselves."""
    return file.startswith("office/") and bool(re.match(r"removed[.-]", PurePosixPath(file).name))


def _is_read(file: str) -> bool:
    return PurePosixPath(file).suffix in _READ


def _is_of(file: str, source: object, papers: Mapping[str, bool], own: set[str]) -> bool:
    """Return whether a paper holds the exemplar; one that the present texts do not make may hold anything."""
    return source in own or papers.get(file, True)


@dataclass(frozen=True)
class _Sought:
    """What is looked for: the name in every spelling, its longest word for a first look, the files of the photo."""

    id: str
    names: Names
    word: str
    photo: str | None
    pictures: frozenset[str] = frozenset()
    drawn: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, checked: Checked, entry: Entry[Exemplar]) -> "_Sought":
        """Gather what is looked for; a team that bears the name of its unit has no name of its own."""
        content, names = checked.content, Names()
        name = entry.facts.name
        unit = content.units.get(entry.facts.unit)
        if name.casefold() not in {text.casefold() for text in (unit.name.texts.values() if unit else ())}:
            names.remember(name, Owner(entry.id, entry.withdrawn))
        word = max(fold(Readable.of(name).text).split(), key=len, default="")
        photo = picture_file(entry.source, entry.facts.photo) if entry.facts.photo else None
        shown = ImageStore(content.pictures, content.pictures).web(photo) if photo else None
        paths = [path for path, _ in (*shown.sizes, *shown.modern)] if shown else []
        return cls(entry.id, names, word, photo, frozenset(PurePosixPath(path).name for path in paths))

    def lines(self, source: Source) -> Iterator[int]:
        """Yield the lines of a text on which the name stands; line 1 stands for the name of the file too."""
        if self.holds_name(source.file):
            yield 1
        read = Readable.of_markup(source.text)
        for found in self.names.found_in(read.text) if self.word in fold(read.text) else ():
            yield source.place(*read.typed(found.start, found.end)).line

    def holds_name(self, text: str) -> bool:
        """Return whether the name stands in a text."""
        read = Readable.of(text).text
        return self.word in fold(read) and next(self.names.found_in(read), None) is not None

    def is_in(self, path: Path) -> bool:
        """Return whether a file of the output holds the name, between its tags or in them, or shows the photo."""
        text = unescape(_text_of(path))
        if any(name in text for name in self.pictures):
            return True
        return any(map(self.holds_name, (text, _TAG.sub("", text), _TAG.sub(" ", text), path.name)))

    def noted(self, name: str, _: object) -> bytes:
        """Note that the photo is wanted for a paper, instead of drawing it."""
        self.drawn.append(name)
        return b""


def _text_of(path: Path) -> str:
    """Return what can be read of a file: all its parts where it is a workbook or a document."""
    if path.suffix not in _PACKED:
        return path.read_text(encoding="utf-8", errors="replace")
    try:
        with zipfile.ZipFile(path) as file:
            return "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
    except (zipfile.BadZipFile, OSError):
        return ""


def _papers(checked: Checked, sought: _Sought, today: date) -> dict[str, bool]:
    """Return for each paper that the present texts make whether it holds the name, the photo or the story."""
    content, site = checked.content, checked.site
    photo = {file: picture for file, picture in content.pictures.items() if file == sought.photo}
    images = ImageStore({}, photo, sought.noted if photo else make_anew)
    held = {issue.entry.source.file for issue in site.bulletins if _holds(issue, sought.id)}
    out: dict[str, bool] = {}
    for paper in list_papers(site, images, SystemFonts(), office_years(checked, today)):
        sought.drawn.clear()
        sheet, _ = sheet_of(paper)
        shown = bool(sought.drawn) or sought.holds_name(" ".join(_strings(sheet)))
        out[paper.path] = shown or paper.source in held
    return out


def _holds(issue: Issue, exemplar: str) -> bool:
    """Return whether a bulletin shows an exemplar, or did before its withdrawal."""
    return exemplar in issue.recalled or any(p.id == exemplar for p in (*issue.profiles, *issue.printed))


def _strings(value: object) -> Iterator[str]:
    """Yield every text of a sheet."""
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)
