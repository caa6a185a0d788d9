"""Processes that print: what they remember is let go, they end when they should, and what goes wrong is an answer."""

import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from guongsang.render.typst import compiler, printers
from guongsang.render.typst.compiler import Refused, TypstCompiler
from guongsang.render.typst.fonts import font_folders
from guongsang.render.typst.jobs import Answer, Job, Start
from support.sheets import PICTURES, sheet_of, templates
from support.site import PROJECT

DAY = date(2024, 5, 30)
SECONDS = 120
TAKES_FOREVER = "#for i in range(9999) { for j in range(9999) { for k in range(9999) { } } }"


def book_of(stories: int) -> dict[str, Any]:
    """Return a sheet of stories of every length, some with results, quotations, lessons, notes, in another language."""
    sheet = sheet_of("vi")
    known = sheet["articles"]
    articles = []
    for n in range(stories):
        paragraphs = [{"tag": "p", "children": [f"Đoạn {n}. " + "Mỗi tuần đếm lại một lần. " * (6 + n)]}] * (n % 9)
        note = [{"tag": "p", "children": ["Có chú thích", {"tag": "note", "children": ["ở đây"]}]}] * (n % 3 == 1)
        of = known[n % len(known)]
        changed = {"id": f"b-{n}", "title": f"{of['title']} {n}", "unit": f"Phòng {n // 4}", "unit_id": f"u{n // 4}"}
        articles.append({**of, **changed, "body": [*of.get("body", []), *paragraphs, *note]})
    rows = [{"what": a["title"], "article": n} for n, a in enumerate(articles)]
    return {**sheet, "articles": articles, "names": [{"letter": "A", "rows": rows}], "categories": []}


def compiler_in(folder: Path) -> TypstCompiler:
    """Return a compiler that works in a folder."""
    folder.mkdir()
    return TypstCompiler(folder, templates(), font_folders())


def job_of(sheet: Mapping[str, Any], main: str = "yearbook.typ") -> Job:
    """Return the job of printing a sheet."""
    return Job(main, sheet, PICTURES, 1_717_000_000)


@pytest.mark.parametrize("main", ["yearbook.typ", "newsletter.typ"])
def test_a_book_asked_in_parts_is_the_same_book(main: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book that is told how its stories are set has the bytes of one that finds it out itself, and tries nothing."""
    sheet = book_of(20)
    monkeypatch.setattr(compiler, "STORIES", 99)
    whole = compiler_in(tmp_path / "whole").print(job_of(sheet, main))
    monkeypatch.setattr(compiler, "STORIES", 6)
    assert compiler_in(tmp_path / "parts").print(job_of(sheet, main)) == whole
    told = json.loads((tmp_path / "parts" / compiler.DATA_FILE).read_text("utf-8"))["sheet"]["articles"]
    assert {a["way"]["way"] for a in told if "way" in a} >= {"page", "spread"}


def test_few_stories_are_tried_before_all_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more stories than a paper may have are laid out at a time, and Typst forgets them before the next ones."""
    done: list[int | str] = []
    laid, forgotten = TypstCompiler._lay_out, TypstCompiler._forget

    def lay_out(compiler: TypstCompiler, job: Job, sheet: Mapping[str, Any]) -> int:
        done.append(sum("body" in a and "way" not in a for a in sheet["articles"]))
        return laid(compiler, job, sheet)

    def forget(compiler: TypstCompiler, job: Job) -> None:
        done.append("forgotten")
        forgotten(compiler, job)

    monkeypatch.setattr(TypstCompiler, "_lay_out", lay_out)
    monkeypatch.setattr(TypstCompiler, "_forget", forget)
    sheet = book_of(20)
    for article in sheet["articles"]:
        article["body"] = [{"tag": "p", "children": ["Một câu."]}]
    compiler_in(tmp_path / "desk").print(job_of(sheet))
    assert done == [8, "forgotten", 8, "forgotten", 4, "forgotten", 0, "forgotten"]


def test_a_layout_that_cannot_be_asked_is_printed(tmp_path: Path) -> None:
    """A layout of a site that knows stories only by name, or that fails when asked, is printed as it stands."""
    ours = '#import "common.typ": *\n#import "stories.typ"\n#set document(title: "x")\n#show: base\n= Tên\n'
    for number, more in enumerate(("", '#if get(sheet, "asked") != none { panic("no") }\n')):
        compiler = compiler_in(tmp_path / str(number))
        compiler.templates = {**compiler.templates, "own.typ": (ours + more).encode()}
        (compiler.root / "own.typ").write_text(ours + more, encoding="utf-8")
        assert compiler.print(job_of(book_of(10), "own.typ")).startswith(b"%PDF")


def test_the_process_of_a_book_ends_with_it() -> None:
    """What a book took is given back at once; the process of a smaller paper waits for the next one, until all rest."""
    pool = printers.TypstPool(templates())
    small = {**book_of(1), "paper": "a3"}
    first = pool.print("poster", small, PICTURES, DAY)
    assert pool.processes == 1
    pool.print("poster", book_of(9), PICTURES, DAY)
    assert pool.processes == 0
    assert pool.print("poster", small, PICTURES, DAY) == first and pool.processes == 1
    pool.rest()
    assert pool.processes == 0 and pool.print("poster", small, PICTURES, DAY) == first


def test_a_process_ends_with_who_asked_for_it(tmp_path: Path) -> None:
    """A process whose input ends is gone with its folder, even in the midst of a paper, as when a build is killed."""
    folder = tmp_path / "bàn in"
    folder.mkdir()
    command = [sys.executable, "-P", "-X", "utf8", "-c", printers._PROGRAM, str(PROJECT), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        pickle.dump(Start({**templates(), "slow.typ": TAKES_FOREVER.encode()}, font_folders()), process.stdin)
        pickle.dump(job_of(book_of(1)), process.stdin)
        process.stdin.flush()
        assert pickle.load(process.stdout).pdf.startswith(b"%PDF") and any(folder.iterdir())
        pickle.dump(job_of(book_of(1), "slow.typ"), process.stdin)
        process.stdin.close()
        assert process.wait(SECONDS) == 0 and not folder.exists()


def test_a_paper_that_takes_longer_than_it_may_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its process ends, and so does printing."""
    monkeypatch.setattr(printers, "_SECONDS", 0.2)
    monkeypatch.setattr(printers, "_SECONDS_OF_STORY", 0)
    pool = printers.TypstPool({**templates(), "slow.typ": TAKES_FOREVER.encode()})
    with pytest.raises(printers.PrinterFailed):
        pool.print("slow", book_of(1), {}, DAY)
    assert pool.processes == 0


def test_a_pool_stops_in_the_midst_of_a_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """To stop the pool ends a paper that would take hours, and nothing is printed after that."""
    asked, answer = Event(), printers._TypstProcess.answer

    def asked_for(self: printers._TypstProcess, job: Job) -> Answer:
        asked.set()
        return answer(self, job)

    monkeypatch.setattr(printers._TypstProcess, "answer", asked_for)
    pool = printers.TypstPool({**templates(), "slow.typ": TAKES_FOREVER.encode()})
    with ThreadPoolExecutor(1) as threads:
        printing = threads.submit(pool.print, "slow", book_of(1), {}, DAY)
        assert asked.wait(SECONDS)
        pool.stop()
        with pytest.raises(printers.PrinterFailed):
            printing.result(SECONDS)
    assert pool.processes == 0
    with pytest.raises(printers.PrinterFailed):
        pool.print("poster", book_of(1), {}, DAY)


class Panic(BaseException):
    """As Typst raises it: no Exception."""


@pytest.mark.parametrize(
    ("fault", "answers"),
    [
        (Refused("no title"), [Answer(refused="no title")]),
        (OSError(28, "No space left on device"), [Answer(failed="No space left on device")]),
        (Panic("index\nout of bounds"), [Answer(failed="Panic index out of bounds")]),
        (MemoryError(), []),
    ],
)
def test_whatever_goes_wrong_is_an_answer(fault: BaseException, answers: list[Answer]) -> None:
    """Every fault of printing is one line; want of memory ends the process, as it may strike anywhere."""

    class Broken(TypstCompiler):
        def print(self, job: Job) -> bytes:
            raise fault

    told = BytesIO()
    compiler.answer_all(iter([job_of({})]), Broken(Path(), {}, ()), told)
    told.seek(0)
    assert [pickle.load(told) for _ in answers] == answers and not told.read()
