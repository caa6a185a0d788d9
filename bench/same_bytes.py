"""Compares what different Pythons build of the project's own content, papers and files of the Office included.

Run as `python bench/same_bytes.py PYTHON [PYTHON ...]`, such as `python3.12 python3.13`; each gets an environment of
its own, which needs the network. The Python that runs this is built with first. Ends with status 1 if a byte differs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parent.parent
DAY = "2026-01-15"


def main(pythons: list[str]) -> int:
    """Build with each, tell how many files each made and which differ from those of the first."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "trang")
        shutil.copytree(PROJECT / "content", root / "content")
        shutil.copy(PROJECT / "site_config.yaml", root)
        first: dict[str, str] = {}
        status = 0
        for number, python in enumerate([sys.executable, *pythons]):
            made = _built(root, python, Path(folder, f"env-{number}"))
            first = first or made
            differing = sorted(path for path in first.keys() | made.keys() if first.get(path) != made.get(path))
            print(f"{python}: {len(made)} files, {len(differing)} differ", *differing[:9], sep="\n  ")
            status |= bool(differing)
    return int(status)


def _built(root: Path, python: str, environment: Path) -> dict[str, str]:
    """Build from nothing and return the SHA-256 of every file by its path. Raises CalledProcessError."""
    for name in ("output", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    words = [python, "-X", "utf8", PROJECT / "build.py", "--root", root, "--today", DAY]
    subprocess.run(words, env={**os.environ, "GUONGSANG_VENV": str(environment)}, check=True, capture_output=True)
    files = sorted(p for p in (root / "output").rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
