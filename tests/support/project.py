"""A copy of the project that a test may change, as somebody does who adds a thing to it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support.program import Ran
from support.site import PROJECT, SITES, edit, tree, write

NEEDED = ("build.py", "pyproject.toml", "guongsang", "templates", "locales", "static", "docs", "tests")
LEFT_OUT = shutil.ignore_patterns("browser", "unit", ".*cache", "test_*.pyc")


@dataclass(frozen=True)
class Project:
    """A copy of the project, and a copy of the good site beside it."""

    home: Path
    site: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a file of the project once; the old text must stand there."""
        edit(self.home, file, old, new)

    def add(self, file: str, text: str) -> None:
        """Add a file to the project, or a text at the end of one that is there."""
        path = self.home / file
        write(self.home, file, (path.read_text(encoding="utf-8") if path.exists() else "") + text)

    def translate(self, english: str, vietnamese: str) -> None:
        """Add a sentence to the Vietnamese catalogue."""
        self.add("locales/vi.po", f'\nmsgid "{english}"\nmsgstr "{vietnamese}"\n')

    def run(self, *words: object) -> Ran:
        """Run a command of the copy over the site in a process of its own, in English."""
        options = ["--root", self.site, "--today", "2025-01-15", "--lang", "en"]
        return self.python("build.py", *words, *options)

    def python(self, *words: object) -> Ran:
        """Run Python in the copy."""
        ours = {"PYTHONPATH": str(self.home), "GUONGSANG_NO_VENV": "1", "PYTHONUTF8": "1", "NO_COLOR": "1"}
        command = [sys.executable, *map(str, words)]
        done = subprocess.run(
            command, cwd=self.home, env={**os.environ, **ours}, capture_output=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def build(self, *words: str) -> dict[str, bytes]:
        """Build the site, by default without papers, and return its files."""
        ran = self.run("build", *(words or ("--no-print",)))
        assert ran.status == 0, ran.out + ran.err
        return tree(self.site / "output/site")


def copy_project(folder: Path) -> Project:
    """Copy what the program and the tests of findings need, and the good site."""
    home = folder / "dự án"
    for name in NEEDED:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, home / name, ignore=LEFT_OUT)
        else:
            home.mkdir(exist_ok=True)
            shutil.copy2(PROJECT / name, home / name)
    return Project(home, Path(shutil.copytree(SITES / "good", folder / "trang")))
