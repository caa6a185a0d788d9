"""Libraries are imported on the way to the command that needs them, and nowhere else."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.site import PROJECT

LIBRARIES = {
    "babel.messages",
    "babel.dates",
    "click",
    "fontpkg",
    "jinja2",
    "livereload",
    "markdown",
    "nh3",
    "PIL.Image",
    "segno",
    "sqlite3",
    "tornado",
    "typst",
    "watchfiles",
    "yaml",
}
"""What takes time to import."""
CHECKING = {"babel.dates", "click", "fontpkg", "guongsang", "markdown", "sqlite3", "yaml"}
BUILD = ("build", "--no-print")


def imported(root: Path, *words: str) -> set[str]:
    """Return the libraries that a call imports, and `guongsang` if it imports more than it takes to tell again."""
    call = [
        sys.executable,
        "-X",
        "utf8",
        "-X",
        "importtime",
        "build.py",
        *words,
        "--root",
        str(root),
        "--today",
        "2024-12-01",
    ]
    ran = subprocess.run(
        call, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False, env={"GUONGSANG_NO_VENV": "1"}
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    lines = (line for line in ran.stderr.splitlines() if line.startswith("import time:"))
    modules = {line.rpartition("|")[2].strip() for line in lines}
    assert "guongsang.cli" in modules
    return {name for name in LIBRARIES if name in modules} | (
        {"guongsang"} if "guongsang.findings" in modules else set()
    )


@pytest.fixture
def built(site: Callable[..., Path]) -> Path:
    """Make a site that was built and checked before."""
    root = site()
    for words in (BUILD, ("check",)):
        imported(root, *words)
    return root


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (("--help",), {"click", "guongsang"}),
        (("check", "--help"), {"click", "guongsang"}),
        (BUILD, set()),
        (("check",), set()),
        (("check", "--all"), CHECKING),
        (("explain", "bad-date"), CHECKING),
    ],
    ids=["help", "help of a command", "unchanged build", "unchanged check", "check", "explain"],
)
def test_a_call_imports_no_more_than_it_needs(built: Path, words: tuple[str, ...], needed: set[str]) -> None:
    """Help needs the words of commands, what is unchanged needs nothing, who checks renders and prints nothing."""
    assert imported(built, *words) <= needed
