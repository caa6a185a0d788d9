"""A site comes out the same however many processes make it, from nothing and after an edit."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang.model.site import Wishes
from guongsang.pipeline.building import Options, build_site
from support.good import P1
from support.site import PROJECT, edit, tree

IN_PROCESSES = (
    "import sys; from guongsang import workers; workers.ENOUGH = 2;"
    " from guongsang import cli; sys.exit(cli.main(sys.argv[1:]))"
)


def built(root: Path, jobs: int) -> tuple[str, dict[str, bytes]]:
    """Build a site with so many processes; return what is told of its documents, and the output."""
    words = ["--root", str(root), "--today", "2024-12-01", "--no-print", "--jobs", str(jobs), "--skip-invalid"]
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", IN_PROCESSES, "build", *words],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, tree(root / "output")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are divided on Linux only")
def test_a_site_is_the_same_for_any_number_of_processes(site: Callable[..., Path]) -> None:
    """Its findings, its pages, its index and its manifest."""
    root = site()
    edit(root, P1, "unit: noi", "unit: nowhere")
    outcomes = []
    for jobs in (1, 2, 5):
        for name in (".cache", "output"):
            shutil.rmtree(root / name, ignore_errors=True)
        outcomes.append(built(root, jobs))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert "nowhere" in outcomes[0][0]
    edit(root, P1, "unit: nowhere", "unit: noi")
    after = built(root, 3)
    for name in (".cache", "output"):
        shutil.rmtree(root / name)
    again = built(root, 1)
    assert after[0] == again[0]
    assert {p: d for p, d in after[1].items() if p.startswith("site/")} == {
        p: d for p, d in again[1].items() if p.startswith("site/")
    }


def test_progress_rises_to_the_number_of_files(site: Callable[..., Path]) -> None:
    """Whoever makes a file, it is counted once."""
    root, told = site(), list[tuple[int, int]]()
    options = Options(
        root, root / "output", date(2024, 12, 1), Wishes(papers=False), progress=lambda *at: told.append(at)
    )
    built = build_site(options)
    assert told == [(n, built.files) for n in range(1, built.files + 1)]
