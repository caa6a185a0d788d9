"""Prints papers: one sheet of data and its pictures go in, the bytes of a PDF come out.

A *sheet* is plain JSON data, one paper in one language, every word already chosen by the caller (see `sheet`);
templates hold no words, and contributors' text reaches them as data only, so nothing in it is ever run. Each paper is
PDF/UA-1 and PDF/A-2a in one file, and the same sheet gives the same bytes in any folder: the fonts come from two
wheels, system fonts are off, and the only time in the file is the day of issue. Printing itself is done by processes
of `compiler`, which are started when they are needed and end with the `TypstPool`, or with this process, however that
ends. What Typst refuses becomes one `PaperError`; a process that ends, or fails at something else, one
`PrinterFailed`.
"""

import base64
import hashlib
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path, PurePath
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock
from weakref import finalize

from guongsang.cache import Keep, make_anew
from guongsang.digests import digest_of
from guongsang.read.font_files import FontFile
from guongsang.read.pictures import size_of
from guongsang.render.typst.fonts import font_folders, letters_set_by
from guongsang.render.typst.jobs import DATA_FILE, FONTS_FILE, STORIES, Answer, Job, Start
from guongsang.render.typst.sheet import Sheet, nodes_in
from guongsang.render.typst.ways import KeptWays

_JPEG = b"\xff\xd8\xff"
_HOME = Path(__file__).resolve().parents[3]
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); from guongsang.render.typst.compiler import serve; serve(sys.argv[2])"
)
_SECONDS = 60
_SECONDS_OF_STORY = 5
"""Seconds of the processor that a paper may take, and more for each of its stories: a page of text takes one tenth."""
_PATIENCE = 5
"""Seconds in which a process that was told to end has to end by itself."""


@cache
def printer_version() -> str:
    """Return what stands for the printer: its own version, and ours of all that is made of a sheet and of a file."""
    whole = hashlib.sha256(version("typst").encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _seconds(sheet: Sheet) -> float:
    """Return how many seconds of the processor a paper may take."""
    return _SECONDS + _SECONDS_OF_STORY * len(nodes_in(sheet, "articles"))


class PaperError(Exception):
    """A paper that cannot be printed; the message is one line that names the cause."""


class PrinterFailed(Exception):
    """Printing that failed by no fault of the paper; the message is one line, empty where the process just ended."""


class TypstPool:
    """Prints papers by one set of templates; several threads may print at the same time, each by its own process."""

    def __init__(self, templates: Mapping[str, bytes], fonts: Sequence[FontFile] = (), keep: Keep = make_anew) -> None:
        """Take the templates by file name, and the fonts of the site; `keep` may know ways in which stories are set."""
        self.templates = templates
        self.fonts = fonts
        self._keep = keep
        self._lock = Lock()
        self._free: list[_TypstProcess] = []
        self._all: list[_TypstProcess] = []
        self._stopped = False

    def print(
        self,
        layout: str,
        sheet: Sheet,
        pictures: Mapping[str, bytes],
        issued: date,
        families: Sequence[str] = (),
    ) -> bytes:
        """Return the PDF of `sheet` set by `<layout>.typ` and dated midnight UTC of `issued`.

        With `families` the fonts of the machine may be used too; only then do the bytes depend on the machine. Raises
        PaperError, PrinterFailed.
        """
        main = f"{layout}.typ"
        self._refuse(main)
        midnight = datetime(issued.year, issued.month, issued.day, tzinfo=UTC)
        printed = {name: _as_printed(picture) for name, picture in pictures.items()}
        ways = KeptWays(digest_of(self.digest, main, *families), self._keep)
        job = Job(main, ways.told_in(sheet), printed, int(midnight.timestamp()), bool(families), _seconds(sheet))
        answer = self._answer(job)
        if answer.refused:
            raise PaperError(answer.refused)
        if answer.failed:
            raise PrinterFailed(answer.failed)
        ways.put(answer.ways)
        return answer.pdf

    def rest(self) -> None:
        """End the processes that wait for a paper; others are started when there is one."""
        with self._lock:
            printers, self._free = self._free, []
            self._all = [p for p in self._all if p not in printers]
        for printer in printers:
            printer.end()

    def stop(self) -> None:
        """End all processes at once, at whatever they are; a stopped pool prints no more."""
        with self._lock:
            self._stopped = True
            printers, self._all, self._free = self._all, [], []
        for printer in printers:
            printer.end()

    @cached_property
    def digest(self) -> bytes:
        """Return a digest of the printer, of its templates and of the fonts of the site."""
        templates = (part for name in sorted(self.templates) for part in (name, self.templates[name]))
        return digest_of(printer_version(), *templates, *(font.data for font in self.fonts))

    @property
    def processes(self) -> int:
        """Count the processes that print or wait for a paper."""
        return len(self._all)

    def _refuse(self, main: str) -> None:
        for name in self.templates:
            if PurePath(name).name != name or name in (DATA_FILE, FONTS_FILE):
                raise PaperError(f"a print template cannot be named {name!r}")
        if main not in self.templates:
            raise PaperError(f"there is no print template {main}")

    def _answer(self, job: Job) -> Answer:
        """Have a job done; the process of a book ends with it, and so does one that failed."""
        printer = self._take()
        answer, articles = None, nodes_in(job.sheet, "articles")
        try:
            answer = printer.answer(job)
        finally:
            if answer is None or answer.failed or len(articles) > STORIES:
                self._end(printer)
            else:
                with self._lock:
                    self._free.append(printer)
        return answer

    def _folders(self) -> tuple[str, ...]:
        """Return the folders of all fonts, ours first."""
        return (*font_folders(), *dict.fromkeys(str(font.path.resolve().parent) for font in self.fonts))

    def _take(self) -> "_TypstProcess":
        """Return a process that waits for a paper, else start one."""
        with self._lock:
            if self._free:
                return self._free.pop()
        own = {str(font.path.resolve()): letters_set_by(font) for font in self.fonts}
        printer = _TypstProcess(Start(dict(self.templates), self._folders(), own))
        with self._lock:
            stopped = self._stopped
            if not stopped:
                self._all.append(printer)
        if stopped:
            printer.end()
            raise PrinterFailed
        return printer

    def _end(self, printer: "_TypstProcess") -> None:
        with self._lock:
            if printer in self._all:
                self._all.remove(printer)
        printer.end()


class _TypstProcess:
    """A process that prints, and its folder; it ends with this object at the latest."""

    def __init__(self, start: Start) -> None:
        """Start the process. Raises PrinterFailed."""
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        folder = ""
        try:
            folder = mkdtemp(prefix="paper-")
            command = [sys.executable, "-P", "-X", "utf8", "-c", _PROGRAM, str(_HOME), folder]
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)
        except OSError as fault:
            rmtree(folder, ignore_errors=True)
            raise PrinterFailed(fault.strerror or str(fault)) from fault
        assert process.stdin is not None
        assert process.stdout is not None
        self.jobs, self.answers = process.stdin, process.stdout
        self.end = finalize(self, _end, process, folder)
        self._send(start)

    def answer(self, job: Job) -> Answer:
        """Return the answer to a job. Raises PrinterFailed."""
        self._send(job)
        try:
            answer: Answer = pickle.load(self.answers)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as fault:
            raise PrinterFailed from fault
        return answer

    def _send(self, message: object) -> None:
        try:
            pickle.dump(message, self.jobs)
            self.jobs.flush()
        except (OSError, ValueError) as fault:
            raise PrinterFailed from fault


def _end(process: "subprocess.Popen[bytes]", folder: str) -> None:
    """End a process, whatever it is at, and remove its folder."""
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
    for stream in (process.stdin, process.stdout):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
    rmtree(folder, ignore_errors=True)


def _as_printed(picture: bytes) -> bytes:
    """Return a photo as the only image of an SVG, which Typst embeds as it is: to learn its size it would decode it."""
    if not picture.startswith(_JPEG):
        return picture
    width, height = size_of(picture)
    size, data = f'width="{width}" height="{height}"', base64.b64encode(picture).decode()
    image = f'<image {size} href="data:image/jpeg;base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode()
