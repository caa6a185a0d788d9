"""The program that prints, one paper after another, in a process of its own, until its input ends.

This is the only room that knows Typst. What Typst makes of a paper it keeps, and only the end of its process gives all
of that back; where memory runs out, it ends its process without a word. So `printers` starts processes of this program,
hands them jobs, and lets them go. A job is a sheet with its pictures and its day; the answer is a PDF, or one line that
says why there is none. Few modules are needed here, because each process imports them anew.

Typst forgets what none of its last ten papers had in use, and within one paper nothing. To set a story, a layout tries
several ways; a book of stories would keep all that it tried, which is five times what the book itself takes. So a book
is first asked for the ways of a few stories at a time: `asked` in its sheet lists their ids, and `stories.typ` answers
with a `<way>` for each instead of setting it. What was tried is forgotten, and the book is told the ways. It comes out
the same, byte by byte.
"""

import json
import os
import pickle
import re
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from shutil import rmtree
from threading import Thread
from typing import BinaryIO

import typst

from guongsang.bounded import limit_time
from guongsang.render.typst.jobs import DATA_FILE, FONTS_FILE, STORIES, Answer, Job, Start
from guongsang.render.typst.pdf_packing import packed
from guongsang.render.typst.sheet import Sheet, SheetValue, nodes_in
from guongsang.render.typst.text_lengths import with_text_lengths
from guongsang.render.typst.unbreakable import unbreakable_phrases
from guongsang.render.typst.ways import articles_in, asked_with, head_of

_SETS_STORIES = b'"stories.typ"'
_LARGE = 16_384
"""Bytes of a sheet that Typst is made to forget at once; that of a poster has about five thousand."""
_LASTING = 10
"""Papers for which Typst keeps what was in use."""
_EASY_PREY = "500"
_TRIES = 100


class Refused(Exception):
    """A paper that Typst does not print; the message is one line that names the cause."""


@dataclass
class TypstCompiler:
    """A folder with the templates and compilers that see nothing else; it prints one paper at a time.

    `ways` are those that were found for the stories of the last book, by their ids.
    """

    root: Path
    templates: Mapping[str, bytes]
    fonts: Sequence[str]
    own_fonts: Mapping[str, str] = field(default_factory=dict)
    compilers: dict[bool, typst.Compiler] = field(default_factory=dict)
    ways: dict[str, SheetValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the templates, and the families of the site's fonts with the letters that they set."""
        for name, content in self.templates.items():
            (self.root / name).write_bytes(content)
        known = fonts_in(tuple(self.fonts), system=False).fonts() if self.own_fonts else []
        covers = {font.family: self.own_fonts[str(font.path)] for font in known if str(font.path) in self.own_fonts}
        families = [{"name": name, "covers": letters} for name, letters in sorted(covers.items())]
        (self.root / FONTS_FILE).write_text(json.dumps(families), encoding="utf-8")

    def print(self, job: Job) -> bytes:
        """Return the PDF of a job; raises Refused."""
        for name, file in _stored(job).items():
            (self.root / file).write_bytes(job.pictures[name])
        sheet, self.ways = with_text_lengths(job.sheet), {}
        if len(nodes_in(sheet, "articles")) > STORIES and _SETS_STORIES in self.templates[job.main]:
            sheet["articles"] = self._settled(job, sheet)
        size = self._lay_out(job, sheet)
        pdf = self._compiled(job)
        if size > _LARGE:
            self._forget(job)
        return packed(pdf)

    def _lay_out(self, job: Job, sheet: Sheet) -> int:
        """Write what the templates read and give its size in bytes."""
        whole = {"sheet": sheet, "pictures": _stored(job), "phrases": unbreakable_phrases(sheet)}
        return (self.root / DATA_FILE).write_bytes(json.dumps(whole, ensure_ascii=False).encode())

    def _settled(self, job: Job, sheet: Sheet) -> list[Sheet]:
        """Return the articles of a book with the ways in which they are set; one without a way finds it in the book."""
        articles = articles_in(sheet)
        unknown = [number for number, article in enumerate(articles) if "way" not in article]
        for at in range(0, len(unknown), STORIES):
            self.ways |= self._asked(job, sheet, unknown[at : at + STORIES])
        ways = [a.get("way") or self.ways.get(str(a["id"])) for a in articles]
        bare = ({key: value for key, value in a.items() if key != "way"} for a in articles)
        return [{**a, "way": way} if way else a for a, way in zip(bare, ways, strict=True)]

    def _asked(self, job: Job, sheet: Sheet, numbers: Sequence[int]) -> dict[str, SheetValue]:
        """Ask a few stories of a book for their ways, by their ids; None stands for a story that needs to try none."""
        articles = articles_in(sheet)
        names = [articles[number]["id"] for number in numbers]
        few = [a if number in numbers else head_of(a) for number, a in enumerate(articles)]
        self._lay_out(job, {**asked_with(sheet, few), "asked": names})
        found: dict[SheetValue, list[SheetValue]] = {name: [] for name in names}
        told = self._told_ways(job)
        for one in told or ():
            found[one["id"]].append(one["way"])
        self._forget(job)
        return {str(name): next(iter(ways), None) for name, ways in found.items() if told is not None and len(ways) < 2}

    def _told_ways(self, job: Job) -> list[Sheet] | None:
        """Return what a layout answers; None where it cannot, for then printing tells why."""
        with suppress(RuntimeError, ValueError):
            compiler = self._compiler(system=job.system_fonts, main=self.root / job.main)
            return list(json.loads(compiler.query("<way>", field="value")))
        return None

    def _compiled(self, job: Job) -> bytes:
        try:
            pdf = self._kept_compiler(job).compile(
                input=self.root / job.main, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=job.issued
            )
        except typst.TypstError as error:
            raise Refused(cause_of(error, self.root)) from None
        if not isinstance(pdf, bytes):
            raise Refused(f"{job.main} gave no PDF")
        return pdf

    def _forget(self, job: Job) -> None:
        """Print empty papers until Typst has forgotten all before them."""
        for _ in range(_LASTING + 1):
            self._kept_compiler(job).compile(input=b"", format="pdf")

    def _kept_compiler(self, job: Job) -> typst.Compiler:
        """Return the compiler that has read the templates before; that takes a third off a poster."""
        if job.system_fonts not in self.compilers:
            self.compilers[job.system_fonts] = self._compiler(system=job.system_fonts)
        return self.compilers[job.system_fonts]

    def _compiler(self, *, system: bool, main: Path | None = None) -> typst.Compiler:
        return typst.Compiler(
            input=main,
            root=self.root,
            font_paths=fonts_in(tuple(self.fonts), system=system),
            package_path=self.root,
            package_cache_path=self.root,
        )


def _stored(job: Job) -> dict[str, str]:
    """Return the pictures under file names of ours, so that a contributor's name is never a path."""
    return {name: f"picture-{number}" for number, name in enumerate(sorted(job.pictures))}


def cause_of(error: typst.TypstError, root: Path) -> str:
    """Return what Typst found wrong in one line, with the place in the template unless the template itself said it."""
    message = error.message.removeprefix("assertion failed: ")
    place = re.search(r"┌─ .*?([^/\\]+\.typ:\d+)", error.diagnostic) if message == error.message else None
    parts = [message, *error.hints, *([place[1]] if place else [])]
    return " ".join("; ".join(parts).replace(f"{root}/", "").split())


@cache
def fonts_in(folders: Sequence[str], *, system: bool) -> typst.Fonts:
    """Return the fonts in some folders; those of Typst itself stay out, those of the machine unless asked for."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=list(folders))


def serve(folder: str) -> None:
    """Answer the jobs that come in on standard input, after the templates and the folders of fonts, until it ends.

    The folder and the process end with the input, be it in the midst of a paper: who asked for it is gone.
    """
    root = Path(folder).resolve()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_EASY_PREY, encoding="ascii")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    messages: SimpleQueue[Start | Job] = SimpleQueue()
    Thread(target=_take_in, args=(sys.stdin.buffer, messages, root), daemon=True).start()
    start, jobs = messages.get(), iter(messages.get, None)
    assert isinstance(start, Start)
    compiler = TypstCompiler(root, start.templates, start.fonts, start.own_fonts)
    answer_all(_limited(job for job in jobs if isinstance(job, Job)), compiler, answers)


def _limited(jobs: Iterator[Job]) -> Iterator[Job]:
    """Hand on jobs; this process ends where one takes longer than it may."""
    for job in jobs:
        limit_time(job.seconds)
        yield job
        limit_time(0)


def _take_in(source: BinaryIO, messages: "SimpleQueue[Start | Job]", root: Path) -> None:
    """Take messages in while others are printed, for only so is the end of the input seen at once."""
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            messages.put(pickle.load(source))
    for _ in range(_TRIES):  # a paper may just be laid out
        rmtree(root, ignore_errors=True)
        if not root.exists():
            break
    os._exit(0)


def answer_all(jobs: Iterator[Job], compiler: TypstCompiler, answers: BinaryIO) -> None:
    """Write an answer to each job; want of memory ends the process, which is then told too."""
    for job in jobs:
        try:
            answer = Answer(pdf=compiler.print(job), ways=compiler.ways)
        except Refused as fault:
            answer = Answer(refused=str(fault))
        except MemoryError:
            return
        except OSError as fault:
            answer = Answer(failed=fault.strerror or str(fault))
        except BaseException as fault:  # a panic of Typst is no Exception
            answer = Answer(failed=" ".join(f"{type(fault).__name__} {fault}".split()))
        pickle.dump(answer, answers)
        answers.flush()
