"""Measures what a first build takes of memory: 600 exemplars in five campaigns and two languages, some 2,450 papers.

Run as `python bench/memory.py [EXEMPLARS] [--no-print]`, on Linux. The site is built in a process of its own, and ten
times a second the memory of that process and of all that it started is added up; what they share counts once.
"""

import argparse
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from made_site import PROJECT, make_years  # noqa: E402

YEARS = (2018, 2019, 2020, 2021, 2022)
GOAL = 1024
"""MiB that the build and all that it starts may take together at any time."""
EVERY = 0.1


def main(words: list[str]) -> int:
    """Make the site, build it, tell the most that it took; 1 if the goal is missed or the build failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exemplars", nargs="?", type=int, default=600)
    parser.add_argument("--no-print", action="store_true")
    asked = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        make_years(root, asked.exemplars, YEARS)
        options = ["--no-print"] if asked.no_print else []
        begun = time.monotonic()
        command = [sys.executable, "-X", "utf8", PROJECT / "build.py", "build", "--root", root, *options]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as build:
            most, alone = _watch(build)
        seconds = time.monotonic() - begun
        kinds = Counter(path.suffix for path in (root / "output").rglob("*.*"))
    missed = most > GOAL or build.returncode != 0
    print(
        f"{kinds['.pdf']} papers, {kinds['.html']} pages in {seconds:.0f} s: {most:.0f} MiB together (goal {GOAL}),"
        f" {alone:.0f} MiB the build alone; status {build.returncode}{'  MISSED' if missed else ''}"
    )
    return 1 if missed else 0


def _watch(build: "subprocess.Popen[bytes]") -> tuple[float, float]:
    """Return the most MiB that a process took with all that it started, and the most that it took alone."""
    most = alone = 0.0
    while build.poll() is None:
        own = _mebibytes(build.pid)
        alone, most = max(alone, own), max(most, own + sum(map(_mebibytes, _started_by(build.pid))))
        time.sleep(EVERY)
    return most, alone


def _started_by(process: int) -> list[int]:
    """Return all processes that a process started, and those that these started."""
    found: list[int] = []
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = [int(word) for word in tasks.read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *_started_by(child)]
    return found


def _mebibytes(process: int) -> float:
    """Return the memory of a process in MiB, its share of what it shares; none if it has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
