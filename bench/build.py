"""Measures the commands of a working day on an invented site, and Hugo on the same texts where it is installed.

Run as `python bench/build.py [EXEMPLARS] [--rounds N] [--papers] [--hugo PROGRAM]`. The site has so many exemplars
(300 unless said otherwise) and pages in two languages. In each round every command is run once, one after the other, so
that a ratio compares runs of the same minutes; told are the medians. Processor time is that of the whole process and of
all that it started, wall time is by the clock, memory the most of the largest single process (not on Windows).

`python bench/build.py --profile` runs one build from nothing under cProfile instead, and tells which functions took
most.
"""

import argparse
import cProfile
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from hugo_site import write_hugo_site  # noqa: E402
from made_site import PROJECT, make_site  # noqa: E402

DAY = "2024-12-01"
EDITED = "content/exemplars/2022/p007.vi.md"


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock, seconds of processors, MiB."""

    wall: float
    processor: float
    memory: float


@dataclass(frozen=True)
class Case:
    """A run to be measured: its name, what is done before it, its command."""

    name: str
    before: Callable[[], None]
    command: Sequence[str]


def main(words: list[str]) -> int:
    """Make the sites, run all cases in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exemplars", nargs="?", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--papers", action="store_true", help="print papers too")
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="the program Hugo, where it is not on the path")
    parser.add_argument("--profile", action="store_true", help="profile one build instead")
    asked = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        make_site(root, asked.exemplars)
        if asked.profile:
            _profile(root)
            return 0
        cases = list(_cases(root, [] if asked.papers else ["--no-print"]))
        if asked.hugo:
            peer = Path(folder) / "hugo"
            write_hugo_site(peer, root / "content/exemplars")
            cases += _cases_of_hugo(peer, asked.hugo)
        else:
            print("Hugo is not installed, so nothing is compared; name it with --hugo.", file=sys.stderr)
        _print_table(asked.exemplars, cases, [[_run(case) for case in cases] for _ in range(asked.rounds)])
    return 0


def _cases(root: Path, options: Sequence[str]) -> Iterator[Case]:
    """Yield our cases in the order of a day: each finds what the one before it left."""

    def ours(*words: str) -> list[str]:
        return [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), *words, "--root", str(root), "--today", DAY]

    def from_nothing() -> None:
        for name in ("output", ".cache"):
            shutil.rmtree(root / name, ignore_errors=True)

    def edited() -> None:
        with (root / EDITED).open("a", encoding="utf-8") as file:
            file.write(f"\nThêm một dòng lúc {time.time_ns()}.\n")

    build = ours("build", *options)
    yield Case("--help", _nothing, ours("--help"))
    yield Case("check, from nothing", from_nothing, ours("check"))
    yield Case("build, from nothing", from_nothing, build)
    yield Case("build, nothing changed", _nothing, build)
    yield Case("build, one profile edited", edited, build)
    yield Case("check, one profile edited", edited, ours("check"))


def _cases_of_hugo(root: Path, hugo: str) -> Iterator[Case]:
    def from_nothing() -> None:
        for name in ("public", "resources"):
            shutil.rmtree(root / name, ignore_errors=True)

    yield Case("Hugo, from nothing", from_nothing, [hugo, "--quiet", "--source", str(root)])
    yield Case("Hugo, nothing changed", _nothing, [hugo, "--quiet", "--source", str(root)])


def _nothing() -> None:
    """Leave all as it is."""


def _run(case: Case) -> Cost:
    """Run a case and return what it took. Raises CalledProcessError where it fails."""
    case.before()
    watched = [sys.executable, str(HERE / "watched.py"), *case.command]
    told = subprocess.run(
        watched, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
    ).stdout
    return Cost(*map(float, told.decode().splitlines()[-1].split()))


def _environment() -> dict[str, str]:
    return {**os.environ, "GUONGSANG_NO_VENV": "1", "PYTHONDONTWRITEBYTECODE": ""}


def _print_table(count: int, cases: Sequence[Case], rounds: Sequence[Sequence[Cost]]) -> None:
    print(f"{count} exemplars in two languages, medians of {len(rounds)} rounds\n")
    print("| run | wall s | processor s | MiB | wall of Hugo's |\n|---|---:|---:|---:|---:|")
    peer = next((i for i, case in enumerate(cases) if case.name == "Hugo, from nothing"), None)
    for i, case in enumerate(cases):
        costs = [costs[i] for costs in rounds]
        wall, processor, memory = (statistics.median(values) for values in zip(*map(_figures, costs), strict=True))
        ratio = "–" if peer is None else f"{statistics.median(c[i].wall / c[peer].wall for c in rounds):.2f}"
        print(f"| {case.name} | {wall:.2f} | {processor:.2f} | {memory:.0f} | {ratio} |")


def _figures(cost: Cost) -> tuple[float, float, float]:
    return cost.wall, cost.processor, cost.memory


def _profile(root: Path) -> None:
    """Tell in which functions a build from nothing spends its time."""
    from guongsang.model.site import Wishes
    from guongsang.pipeline.building import Options, build_site

    options = Options(root, root / "output", date.fromisoformat(DAY), Wishes(papers=False))
    profile = cProfile.Profile()
    profile.runcall(build_site, options)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
    print({stage: round(seconds, 2) for stage, seconds in options.timings.seconds.items()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
