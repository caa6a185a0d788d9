"""Processes that print: what they remember is let go, what they made is kept, and what goes wrong in one is told."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from guongsang.author.preview.preview import Preview
from guongsang.i18n.messages import Catalogue
from guongsang.pipeline import Options
from guongsang.render.typst import compiler, printers
from guongsang.render.typst.compiler import Answer, Job, Refused, Start, TypstCompiler
from guongsang.render.typst.fonts import font_folders
from support.program import Ran
from support.sheets import PICTURES, sheet_of, templates
from support.site import PROJECT, edit, tree

DAY = date(2024, 5, 30)
BULLETIN = "content/bulletins/2024-05.vi.md"
PLAN = "content/plans/2024/noi.vi.md"
SECONDS = 120
ENDS_THE_PRINTER = '#("a" * 100000000000)'
"""Asks for more memory than any machine has, which ends a process in which Typst runs."""
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


@pytest.fixture
def heavy(site: Callable[..., Path], run: Callable[..., Ran]) -> Path:
    """Make a site with an output, of which one plan can no longer be printed by any machine."""
    root = site()
    ours = root / "templates/print/formal.typ"
    ours.parent.mkdir(parents=True)
    theirs = (PROJECT / "templates/print/formal.typ").read_text("utf-8")
    bomb = f'#if repr(sheet).contains("Rất nặng") {{ {ENDS_THE_PRINTER.removeprefix("#")} }}'
    ours.write_text(f"{theirs}\n{bomb}\n", encoding="utf-8", newline="\n")
    assert run("--root", root, "build").status == 0
    for kept in (root / ".cache/made").glob("*.pdf"):
        kept.unlink()
    edit(root, PLAN, "Kế hoạch của Khoa Nội", "Rất nặng")
    return root


def test_a_printer_that_dies_is_told_and_the_rest_is_kept(
    heavy: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies ends the build with 3 and one line; the output stands, and the next try prints the rest."""
    before = tree(heavy / "output")
    ran = run("--root", heavy, "--lang", "en", "build")
    assert ran.status == 3 and len(ran.err.splitlines()) == 1 and "Traceback" not in ran.err + ran.out
    assert f"office/2024/plan-noi.vi.pdf (from {PLAN}), most likely because memory ran out" in ran.err
    assert tree(heavy / "output") == before
    assert {p.name for p in heavy.iterdir()} == {".cache", "content", "output", "site_config.yaml", "templates"}
    kept = len(list((heavy / ".cache/made").glob("*.pdf")))
    again = counted(monkeypatch)
    edit(heavy, PLAN, "Rất nặng", "Kế hoạch của Khoa Nội")
    assert run("--root", heavy, "build").status == 0
    assert tree(heavy / "output") == before
    assert kept and kept + len(again) == len(list((heavy / "output").rglob("*.pdf")))


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the layouts of the papers that are printed from now on."""
    printed: list[str] = []
    real = printers.TypstPool.print

    def noted(pool: printers.TypstPool, layout: str, *rest: Any) -> bytes:
        printed.append(layout)
        return real(pool, layout, *rest)

    monkeypatch.setattr(printers.TypstPool, "print", noted)
    return printed


def test_an_interrupt_in_the_midst_of_printing_loses_nothing(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C while papers are printed ends with 130 and no litter; what was printed is not printed again."""
    root, printed, stopped = site(), [], []
    answer, stop = printers.TypstPool.print, printers.TypstPool.stop

    def interrupted(pool: printers.TypstPool, *rest: Any) -> bytes:
        if len(printed) >= 5:
            raise KeyboardInterrupt
        pdf = answer(pool, *rest)
        printed.append(rest[0])
        return pdf

    def stopping(pool: printers.TypstPool) -> None:
        stop(pool)
        stopped.append(pool.processes)

    monkeypatch.setattr(printers.TypstPool, "print", interrupted)
    monkeypatch.setattr(printers.TypstPool, "stop", stopping)
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 130 and "nothing was changed" in ran.err and stopped == [0]
    assert {p.name for p in root.iterdir()} == {".cache", "content", "site_config.yaml"}
    kept = len(list((root / ".cache/made").glob("*.pdf")))
    assert kept == len(printed) >= 5

    monkeypatch.undo()
    again = counted(monkeypatch)
    assert run("--root", root, "build").status == 0
    assert len(again) + kept == len(list((root / "output").rglob("*.pdf")))


@pytest.mark.parametrize("told", ["No space left on device", "PanicException index out of bounds"])
def test_what_fails_beside_a_paper_is_told_with_it(
    told: str, site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a panic of Typst ends the build with 3 and one line that names the paper and its source."""
    monkeypatch.setattr(printers._TypstProcess, "answer", lambda *_: Answer(failed=told))
    ran = run("--root", site(), "--lang", "en", "build")
    assert ran.status == 3 and len(ran.err.splitlines()) == 1
    assert f"could not be printed: {told}; nothing was changed" in ran.err and "(from content/" in ran.err


def test_a_machine_that_starts_no_process_is_told(
    site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that cannot start a printer ends with 3 and one line, and building without papers is a way round."""
    root = site()
    monkeypatch.setattr(sys, "executable", str(root / "không có"))
    ran = run("--root", root, "build")
    assert ran.status == 3 and len(ran.err.splitlines()) == 1 and "không kèm bản in" in ran.err
    assert run("--root", root, "build", "--no-print").status == 0


def test_the_preview_lives_on_when_a_printer_dies(site: Callable[..., Path]) -> None:
    """A paper that ends its printer is empty in the preview and told there; all else is shown."""
    root, file = site(), "vi/ban-tin/2024-05.pdf"
    (root / "templates/print").mkdir(parents=True)
    (root / "templates/print/nang.typ").write_text(ENDS_THE_PRINTER, encoding="utf-8", newline="\n")
    edit(root, BULLETIN, 'number: "01"', 'number: "01"\nlayout: nang')
    preview = Preview(Options(root, root / "output", date(2024, 12, 1)), Catalogue("en"))
    preview.build()
    assert preview.file(file) == b"" and "memory ran out" in preview.notes(file)[0]["message"]
    edit(root, BULLETIN, "\nlayout: nang", "")
    preview.build()
    assert (preview.file(file) or b"").startswith(b"%PDF")
