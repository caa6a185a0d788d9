"""Prints papers: one sheet of data and its pictures go in, the bytes of a PDF come out.

This is the only room that knows Typst and the fonts. A *sheet* is plain JSON data, one paper in one language, every
word already chosen by the caller; templates hold no words, and contributors' text reaches them as data only, so nothing
in it is ever run. Each paper is PDF/UA-1 and PDF/A-2a in one file, and the same sheet gives the same bytes in any
folder: the fonts come from two wheels, system fonts are off, and the only time in the file is the day of issue. What
Typst refuses becomes one `PaperError`.

In the sheet a TEXT is a string in the language of its surroundings, or `{"text": "…", "lang": "vi"}` for one in another
language. `?` marks what may be null or left out. A picture is named by its key in `pictures`.

All layouts of bulletins, posters and yearbooks are set from sheets of this one shape; each takes what it shows.

    lang          the language of the page, as in BCP 47
    labels        {contents?, units?, masthead?, before?, after?, source?, recognised?, adopted?, lessons?, names?,
                   categories?, figures?, decisions?, read_on?, portrait_none?, street?, street_note?, sample?, draft?}
                  TEXTs: the words of the frame
    paper?        a3 or a4, of a poster
    programme     TEXT, the nameplate            org?, parent?, tagline?       TEXTs
    issue         {title, number, date, licence, is_sample?, is_draft?}        licence: or "internal circulation"
    cover_lines?  [TEXT]; left out: the first four titles
    masthead?     [[TEXT what, TEXT who]]
    editorial?    {title, body: BODY, lang?}
    street?       [{unit: TEXT, lit: int, id?}] in the order of the units file, `lit` exemplars each; with an `id` a
                  unit keeps its house in every issue and language
    articles      at least one: {id, title, category?, name?, position?, unit?, summary?, notice?, recognised?, url?,
                   lang?, body?: BODY, photo?: picture, photo_alt?: str, lessons?: [TEXT],
                   adopted?: [{unit, when?, result?}], model?: bool, year?, unit_id?: str,
                   quote?: {text, by?}, steps?: [{lead?, joint?: str, text}], steps_title?, qr?: SVG as a str,
                   measures?: [{label, unit?, before?, after?, before_value?, after_value?, period?, meta?, source?}]}
                  `lang` is that of an article shown untranslated; without `name`, position and unit stand in its
                  place; `before` and `after` are TEXTs, the values are numbers for the bars; `url` is a str
                  at the top of a body a node may bear `role`: quote (a layout may pull it out), adopt (how to adopt)
    news?         {kicker?, title, summary?, figures?: [{value, label}], dates_title?, dates?, as_of?, head, rows}
    decisions?    {title?, head: [TEXT], rows: [[TEXT]]}
    tables?       [{head, rows}], the last row sums up          summary?, count?   TEXTs of a yearbook
    names?        [{letter, rows: [{what, where?, article: number of the article}]}]
    categories?   [{category, rows}]
    back?         {title?, text?, note?, address?: [TEXT], url?: str, qr?: SVG as a str}

Beside the sheet and the names of pictures a layout finds `phrases` (see `phrases`) and, in each article, `extent` and
`adopt_extent` (see `extents`).

A BODY is a list of nodes. A node is a string, or `{"tag": T, "children": [nodes]}` with T one of: p, h2 to h6, ul, ol
(`start`), li, blockquote, pre, code, strong, em, del, sup, a (`href`: absolute address or null), img (`src`: picture,
`alt`: an empty one marks ornament), br, hr, table > thead, tbody > tr > th, td (`align`), note (a footnote that stands
at its mark) and span. Any node may bear `lang`. Another tag is an error that names it; a skipped heading level is
closed up.
"""

import base64
import json
import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

import fontpkg
import typst

from guongsang.read.pictures import size_of
from guongsang.render.extents import with_extents
from guongsang.render.packing import packed
from guongsang.render.phrases import phrases

FAMILIES = ("Be Vietnam Pro", "Noto Serif")
DATA_FILE = "sheet.json"
_JPEG = b"\xff\xd8\xff"
VERSION = f"typst {version('typst')} packed"
"""The printer, whose next version may set the same sheet otherwise, and what is made of its file."""


class PaperError(Exception):
    """A paper that cannot be printed; the message is one line that names the cause."""


class Press:
    """Prints papers by one set of templates, which are read once; several threads may print at the same time."""

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        """Take the templates by file name."""
        self.templates = templates
        self._free: dict[bool, list[Desk]] = {False: [], True: []}

    def print(
        self,
        layout: str,
        sheet: Mapping[str, object],
        pictures: Mapping[str, bytes],
        issued: date,
        families: Sequence[str] = (),
    ) -> bytes:
        """Returns the PDF of `sheet` set by `<layout>.typ` and dated midnight UTC of `issued`; raises PaperError.

        With `families` the fonts of the machine may be used too; only then do the bytes depend on the machine.
        """
        main = f"{layout}.typ"
        if main not in self.templates:
            raise PaperError(f"there is no print template {main}")
        free = self._free[bool(families)]
        desk = free.pop() if free else Desk(self.templates, system=bool(families))
        try:
            pdf = desk.print(main, files_of(sheet, pictures), issued)
        except PaperError:
            free.append(desk)
            raise
        free.append(desk)
        return pdf


class Desk:
    """A folder with the templates and a compiler that sees nothing else; it prints one paper at a time.

    What the compiler reads and makes of the templates serves the next paper too, which takes a third off a poster.
    """

    def __init__(self, templates: Mapping[str, bytes], *, system: bool) -> None:
        """Lay out the templates; the folder goes with the desk. Raises PaperError where one cannot be named so."""
        for name in templates:
            if PurePath(name).name != name or name == DATA_FILE:
                raise PaperError(f"a print template cannot be named {name!r}")
        self.root = Path(mkdtemp(prefix="paper-")).resolve()
        finalize(self, rmtree, self.root, ignore_errors=True)
        for name, content in templates.items():
            (self.root / name).write_bytes(content)
        self.compiler = typst.Compiler(
            root=self.root,
            font_paths=load_fonts(system=system),
            package_path=self.root,
            package_cache_path=self.root,
        )

    def print(self, main: str, files: Iterable[tuple[str, bytes]], issued: date) -> bytes:
        """Returns the PDF that Typst makes of `main` with the files of one paper; raises PaperError."""
        for name, content in files:
            (self.root / name).write_bytes(content)
        midnight = datetime(issued.year, issued.month, issued.day, tzinfo=UTC)
        try:
            pdf = self.compiler.compile(
                input=self.root / main,
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],
                timestamp=int(midnight.timestamp()),
            )
        except typst.TypstError as error:
            raise PaperError(cause_of(error, self.root)) from None
        if not isinstance(pdf, bytes):
            raise PaperError(f"{main} gave no PDF")
        return packed(pdf)


def missing_letters(text: str) -> list[str]:
    """Returns, sorted, the NFC characters of `text` that none of our fonts can draw or that PDF/A does not allow."""
    letters = set(unicodedata.normalize("NFC", text)) - set("\t\n\r")
    unfit = {c for c in letters if ord(c) not in printable() or unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs")}
    return sorted(unfit)


def files_of(sheet: Mapping[str, object], pictures: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yields each file of one paper; pictures get names of ours, so that a contributor's name is never a path."""
    stored = {name: f"picture-{number}" for number, name in enumerate(sorted(pictures))}
    for name, file in stored.items():
        yield file, _as_printed(pictures[name])
    whole = {"sheet": with_extents(sheet), "pictures": stored, "phrases": phrases(sheet)}
    yield DATA_FILE, json.dumps(whole, ensure_ascii=False).encode()


def _as_printed(picture: bytes) -> bytes:
    """Give a photo as the only image of an SVG, which Typst embeds as it is: to learn its size it would decode it."""
    if not picture.startswith(_JPEG):
        return picture
    width, height = size_of(picture)
    size, data = f'width="{width}" height="{height}"', base64.b64encode(picture).decode()
    image = f'<image {size} href="data:image/jpeg;base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode()


def cause_of(error: typst.TypstError, root: Path) -> str:
    """Returns what Typst found wrong in one line, with the place in the template unless the template itself said it."""
    message = error.message.removeprefix("assertion failed: ")
    place = re.search(r"┌─ .*?([^/\\]+\.typ:\d+)", error.diagnostic) if message == error.message else None
    parts = [message, *error.hints, *([place[1]] if place else [])]
    return " ".join("; ".join(parts).replace(f"{root}/", "").split())


@cache
def load_fonts(*, system: bool) -> typst.Fonts:
    """Returns the font book; fonts of Typst itself stay out, those of the machine unless they are asked for."""
    folders = [path.parent for path in font_files()]
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=folders)


def font_files() -> list[Path]:
    """Returns the regular file of each family; a wheel keeps all files of its family in one folder."""
    return [Path(fontpkg.path(family)) for family in FAMILIES]


@cache
def printable() -> frozenset[int]:
    """Returns the code points that at least one of our families can draw; Typst falls back from one to the other."""
    return frozenset[int]().union(*(code_points(path.read_bytes()) for path in font_files()))


def code_points(font: bytes) -> set[int]:
    """Returns the code points in the `cmap` table of an OpenType font, read from its subtables of format 4 and 12."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for i in range(subtables):
        at = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * i)[2]
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            found |= grouped_points(font, at)
        elif form == 4:
            found |= segment_points(font, at)
    return found


def grouped_points(font: bytes, at: int) -> set[int]:
    """Returns the code points of a `cmap` subtable of format 12."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * i) for i in range(count))
    return {point for first, last, glyph in groups for point in range(first, last + 1) if glyph + point - first}


def segment_points(font: bytes, at: int) -> set[int]:
    """Returns the code points of a `cmap` subtable of format 4, leaving out those that lead to the missing glyph."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts, deltas, offsets = (struct.unpack_from(f">{count}H", font, at + 16 + doubled * k) for k in (1, 2, 3))
    found: set[int] = set()
    for i, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if offset:
                slot = at + 16 + doubled * 3 + 2 * i + offset + 2 * (point - first)
                (glyph,) = struct.unpack_from(">H", font, slot)
            if glyph and (glyph + delta) % 0x10000:
                found.add(point)
    return found
