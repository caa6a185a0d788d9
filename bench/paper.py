"""Measures printing: a yearbook of 200 exemplars, a bulletin of about twelve pages, 200 posters; and what others take.

Run as `python bench/paper.py [EXEMPLARS] [--weasyprint PYTHON]`, where PYTHON is one that has WeasyPrint. Each job runs
in a process of its own, three times, and the smallest figures count; told are processor time and peak memory, the
reading of all Markdown included, judging left out, and pictures looked at and drawn beforehand as in a second build.
"""

import argparse
import gc
import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from made_site import make_site  # noqa: E402
from peers import SIZES, compare, prepare  # noqa: E402

TODAY = date(2022, 12, 20)
TIMES = 3
ISSUES = 4
"""Exemplars of the bulletin, which make it about twelve pages long."""
POSTERS = 50
"""Posters that are compared with what others take for their text."""
PARTS = ("reading", "sheets", "printing")
GOALS = {"yearbook": (3.0, 400), "bulletin": (1.5, 400), "posters": (3.0, 400)}
"""Seconds of processor time and MiB that each job may take; posters without the reading, which is told beside."""


def main(words: list[str]) -> int:
    """Measure, or do one job as a process of its own."""
    if words[:1] == ["job"]:
        return _job(words[1], Path(words[2]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exemplars", nargs="?", type=int, default=200)
    parser.add_argument("--weasyprint", default=sys.executable, metavar="PYTHON")
    asked = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        make_site(root, asked.exemplars, issues=ISSUES)
        _in_process("warm", root)
        missed = sum(_report(name, [_in_process(name, root) for _ in range(TIMES)]) for name in GOALS)
        compare(root, asked.weasyprint)
    return 1 if missed else 0


def _in_process(name: str, root: Path) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "job", name, str(root)], capture_output=True, check=True)
    told: dict[str, float] = json.loads(run.stdout)
    return told


def _report(name: str, runs: list[dict[str, float]]) -> bool:
    seconds, mebibytes = GOALS[name]
    told = {key: min(run[key] for run in runs) for key in runs[0]}
    whole = sum(told[part] for part in PARTS if (name, part) != ("posters", "reading"))
    missed = whole > seconds or told["mib"] > mebibytes
    print(
        f"{name:10} {whole:6.2f} s (goal {seconds}): {', '.join(f'{part} {told[part]:.2f}' for part in PARTS)};"
        f" {told['mib']:.0f} MiB (goal {mebibytes}); {told['pages']:.0f} pages,"
        f" {told['bytes'] / 1024 / max(1, told['pages']):.1f} KiB a page{'  MISSED' if missed else ''}"
    )
    return missed


def _job(name: str, root: Path) -> int:
    """Do one job and tell what it took as JSON."""
    import resource  # only where there is one

    from guongsang import HOME
    from guongsang.cache import cache_of
    from guongsang.cli import GC_THRESHOLDS
    from guongsang.pipeline.checking import Remembered, check_site
    from guongsang.read.site import read_content
    from guongsang.render.images import ImageStore
    from guongsang.render.paper.papers import list_papers, sheet_of
    from guongsang.render.paper.system_fonts import SystemFonts
    from guongsang.render.typst.printers import TypstPool

    gc.set_threshold(*GC_THRESHOLDS)
    keep = cache_of(root).keep
    told: dict[str, float] = {}

    def read_in_time(*args: Any, **named: Any) -> Any:
        begun = time.process_time()
        content = read_content(*args, **named)
        told["reading"] = time.process_time() - begun
        return content

    with patch("guongsang.pipeline.checking.read_content", read_in_time):
        checked = check_site(root, TODAY, remembered=Remembered(keep=keep))
    images = ImageStore(checked.site.pictures, checked.site.paper_pictures, keep)
    papers = [p for p in list_papers(checked.site, images, SystemFonts()) if p.context.lang == "vi"]
    chosen = {
        "yearbook": [p for p in papers if p.layout == "yearbook"],
        "bulletin": [p for p in papers if p.layout == "newsletter"],
        "posters": [p for p in papers if p.path.endswith("-a3.pdf")],
        "warm": [p for p in papers if p.layout not in ("formal", "consent")],
    }[name]
    if name == "warm":
        written = [(p.layout, *sheet_of(p), p.issued) for p in chosen]
        of = {job: [w for w in written if w[0] == job.removesuffix("s")] for job in SIZES}
        of["bulletin"] = [w for w in written if w[0] == "newsletter"]
        of["posters"] = [w for w in of["posters"] if w[1]["paper"] == "a3"][:POSTERS]
        for job, sheets in of.items():
            prepare(root, job, sheets)
        print(json.dumps({}))
        return 0
    begun = time.process_time()
    sheets = [sheet_of(paper) for paper in chosen]
    told["sheets"] = time.process_time() - begun
    begun = time.process_time()
    pool = TypstPool({p.name: p.read_bytes() for p in (HOME / "templates/print").glob("*.typ")})
    pdfs = [pool.print(p.layout, *sheet, p.issued) for p, sheet in zip(chosen, sheets, strict=True)]
    told["printing"] = time.process_time() - begun
    told["bytes"] = sum(map(len, pdfs)) - sum(sum(map(len, pictures.values())) for _, pictures in sheets)
    told["pages"] = sum(pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n") for pdf in pdfs)
    told["mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
