"""From nothing to a site: what a newcomer does with a fresh copy, in a folder with blanks and Vietnamese letters."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from support.site import PROJECT

MADE = {".git", ".venv", ".cache", "__pycache__", ".hypothesis"}
NO_NETWORK = {"PIP_NO_INDEX": "1", "PIP_INDEX_URL": "http://127.0.0.1:9"}

Tree = dict[str, bytes]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, built once by its own first run."""
    folder = copy_to(tmp_path_factory.mktemp("clone") / "Gương Sáng thử nghiệm")
    start(folder)
    return folder


def copy_to(folder: Path) -> Path:
    """Copy the files that people wrote, and none that were made from them."""

    def made(parent: str, names: Iterable[str]) -> set[str]:
        at_top = Path(parent) == PROJECT
        return {name for name in names if name in MADE or name.endswith("_cache") or (at_top and name == "output")}

    return Path(shutil.copytree(PROJECT, folder, ignore=made))


def start(folder: Path, **settings: str) -> None:
    """Run `python build.py` there, as someone does who has only Python."""
    python = getattr(sys, "_base_executable", None) or sys.executable
    ours = {"GUONGSANG_VENV", "GUONGSANG_NO_VENV", "PYTHONUTF8", "PYTHONPATH", "VIRTUAL_ENV"}
    env = {name: value for name, value in os.environ.items() if name not in ours} | settings
    command = [python, "build.py"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=900, check=False)
    told = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, told
    assert "Traceback" not in told


def tree(folder: Path) -> Tree:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Tree, other: Tree) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_one_command_builds_the_site(clone: Path) -> None:
    """`python build.py` in a fresh copy makes the environment, the site and the manifest."""
    assert (clone / "output" / "site" / "index.html").is_file()
    assert (clone / "output" / "manifest.json").is_file()


def test_the_second_run_needs_no_network(clone: Path) -> None:
    """With every package index out of reach it builds again, and the same bytes."""
    before = tree(clone / "output")
    start(clone, **NO_NETWORK)
    assert differing(before, tree(clone / "output")) == []


def test_a_first_build_elsewhere_gives_the_same_bytes(clone: Path, tmp_path: Path) -> None:
    """Neither the folder nor an earlier build leaves a trace in what is published."""
    other = copy_to(tmp_path / "elsewhere")
    start(other, GUONGSANG_VENV=str(clone / ".venv"), PYTHONHASHSEED="7", **NO_NETWORK)
    assert differing(tree(clone / "output"), tree(other / "output")) == []
