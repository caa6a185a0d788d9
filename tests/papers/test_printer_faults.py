"""Builds and the preview when printing fails: what was made is kept, and what went wrong is told with its paper."""

import errno
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guongsang.author.preview.preview import Preview
from guongsang.i18n.messages import Catalogue
from guongsang.pipeline.building import Options
from guongsang.render.typst import printers
from guongsang.render.typst.jobs import Answer
from support.program import Ran
from support.site import PROJECT, edit, tree

BULLETIN = "content/bulletins/2024-05.vi.md"
PLAN = "content/plans/2024/noi.vi.md"
ENDS_THE_PRINTER = '#("a" * 100000000000)'
"""Asks for more memory than any machine has, which ends a process in which Typst runs."""


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
    (root / ".cache/records.sqlite").unlink()  # what papers are made of is remembered there
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


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        (os.strerror(errno.ENOSPC), "the disk is full"),
        ("PanicException index out of bounds", "PanicException index out of bounds"),
    ],
)
def test_what_fails_beside_a_paper_is_told_with_it(
    failed: str, told: str, site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a panic of Typst ends the build with 3 and one line that names the paper and its source."""
    monkeypatch.setattr(printers._TypstProcess, "answer", lambda *_: Answer(failed=failed))
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
