"""Files as they are seen from outside: any change shows, be it too quick for a clock."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.cli.again.seen import UnsureError, seen_below, stamp_of

LONG_AGO = 1_600_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two files that were changed long ago."""
    (tmp_path / "a/b").mkdir(parents=True)
    for name in ("a/one.md", "a/b/two.md"):
        (tmp_path / name).write_text("text", encoding="utf-8")
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    return tmp_path / "a"


def stamp(folder: Path, since: int) -> str:
    """Look at a folder."""
    return stamp_of(seen_below([folder, folder / "none"]), since)


def _longer(folder: Path) -> None:
    (folder / "one.md").write_text("texts", encoding="utf-8")


def _as_long(folder: Path) -> None:
    (folder / "one.md").write_text("next", encoding="utf-8")


def _as_long_and_dated_back(folder: Path) -> None:
    _as_long(folder)
    os.utime(folder / "one.md", (LONG_AGO, LONG_AGO))


def _new(folder: Path) -> None:
    (folder / "b/three.md").write_text("", encoding="utf-8")


def _gone(folder: Path) -> None:
    (folder / "b/two.md").unlink()


def _renamed(folder: Path) -> None:
    (folder / "b/two.md").rename(folder / "b/ba.md")


def _a_folder_for_a_file(folder: Path) -> None:
    _gone(folder)
    (folder / "b/two.md").mkdir()


def _new_folder(folder: Path) -> None:
    (folder / "c").mkdir()


def _what_was_missing(folder: Path) -> None:
    (folder / "none").write_text("", encoding="utf-8")


CHANGES = [
    _longer,
    _as_long,
    _as_long_and_dated_back,
    _new,
    _gone,
    _renamed,
    _a_folder_for_a_file,
    _new_folder,
    _what_was_missing,
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_shows(folder: Path, change: Callable[[Path], None]) -> None:
    """Text, names, folders; a date set back does not help."""
    now = time.time_ns()
    before = stamp(folder, now)
    assert stamp(folder, now) == before
    change(folder)
    assert stamp(folder, now) != before


def test_a_change_within_one_step_of_the_clock_shows(folder: Path) -> None:
    """Where a file system tells the same times before and after, the bytes of a young file tell."""
    now = time.time_ns()
    seen = seen_below([folder])
    before = stamp_of(seen, now)
    _as_long(folder)
    assert stamp_of(seen, now) != before


def test_an_old_file_is_not_read(folder: Path) -> None:
    """Its size and times are enough."""
    seen = seen_below([folder])
    later = time.time_ns() + 3_000_000_000
    before = stamp_of(seen, later)
    _as_long(folder)
    assert stamp_of(seen, later) == before


def test_what_python_compiled_does_not_count(folder: Path) -> None:
    """It is made of the files beside it."""
    now = time.time_ns()
    before = stamp(folder, now)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/x.pyc").write_bytes(b"x")
    assert stamp(folder, now) == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
@pytest.mark.parametrize("target", ["one.md", "b", "nowhere"])
def test_a_link_makes_unsure(folder: Path, target: str) -> None:
    """What it leads to may change elsewhere."""
    (folder / "link").symlink_to(target)
    with pytest.raises(UnsureError):
        seen_below([folder])


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes with names on Windows")
def test_a_pipe_makes_unsure(folder: Path) -> None:
    """Nothing is read from it."""
    os.mkfifo(folder / "pipe")
    with pytest.raises(UnsureError):
        seen_below([folder])
