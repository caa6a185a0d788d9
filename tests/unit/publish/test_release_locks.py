"""One build at a time for an output, and what killed builds left behind is put right by the next."""

import contextlib
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.release import sweep
from support.failing import ended, forked
from support.releases import beside, publish, published
from support.site import PROJECT


def test_what_killed_builds_left_is_swept_away(tmp_path: Path) -> None:
    """Half-written folders and old outputs beside the output, and nothing of another name."""
    output = tmp_path / "output"
    publish(output, a="1")
    for name in (".output.new-1", ".output.old-2", ".other.new-1", "output.new-1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_bytes(b"")
    sweep(output)
    assert beside(output) == [".other.new-1", "output.new-1"]
    assert published(output) == {"a": "1"}


def test_a_build_killed_between_two_renames_is_undone(tmp_path: Path) -> None:
    """The old output is put back where it was."""
    output = tmp_path / "output"
    publish(output, a="1")
    output.rename(tmp_path / ".output.old-77")
    sweep(output)
    assert published(output) == {"a": "1"}
    assert beside(output) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed so there")
def test_a_killed_build_leaves_the_last_output_as_it_was(tmp_path: Path) -> None:
    """Killed in the midst of writing, with no chance to clean up; the next build works and sweeps."""
    output = tmp_path / "output"
    publish(output, a="1")
    script = (
        "import os, sys; from pathlib import Path; from guongsang.publish.release import File, staged\n"
        "with staged(Path(sys.argv[1])) as stage:\n"
        "    stage.add(File('site/a.html', b'2', 'page')); os.kill(os.getpid(), 9)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(output)], cwd=PROJECT, check=False)
    assert run.returncode == -9
    assert published(output) == {"a": "1"} and len(beside(output)) == 1
    publish(output, a="3")
    assert published(output) == {"a": "3"} and beside(output) == []


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second one is told who holds the lock since when; when the first is done, its lock is gone."""
    output = tmp_path / "deep" / "output"
    with one_at_a_time(output):
        with pytest.raises(Refusal) as caught, one_at_a_time(output):
            pass
        assert caught.value.status == 3
        holder = caught.value.message.args
        assert holder["process"] == str(os.getpid()) and holder["day"] == datetime.now().date()
        with one_at_a_time(tmp_path / "deep" / "other"):
            pass
    with one_at_a_time(output):
        pass
    assert beside(output) == []


def test_a_lock_that_says_nothing_holds_too(tmp_path: Path) -> None:
    """Its holder was stopped before it could write, or an older program holds it."""
    output = tmp_path / "output"
    with one_at_a_time(output):
        (tmp_path / ".output.lock").write_bytes(b"{}")
        with pytest.raises(Refusal) as caught, one_at_a_time(output):
            pass
    assert caught.value.status == 3 and caught.value.message.args == {"folder": str(output)}


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be divided there")
def test_a_lock_that_is_removed_lets_no_two_in(tmp_path: Path) -> None:
    """Six processes want it again and again; each finds the mark that only its holder may leave gone."""
    output, mark = tmp_path / "output", tmp_path / "mark"

    def strive() -> int:
        had = 0
        while had < 30:
            with contextlib.suppress(Refusal), one_at_a_time(output):
                mark.touch(exist_ok=False)
                mark.unlink()
                had += 1
        return had

    children = [forked(strive) for _ in range(6)]
    assert [ended(child) for child in children] == [30] * 6
    assert beside(output) == []


def test_a_lock_is_freed_when_a_build_fails(tmp_path: Path) -> None:
    """Otherwise nobody could build any more."""
    output = tmp_path / "output"
    with pytest.raises(ValueError), one_at_a_time(output):
        raise ValueError
    with one_at_a_time(output):
        assert (tmp_path / ".output.lock").exists()


def test_a_lock_that_cannot_be_made_is_one_error(tmp_path: Path) -> None:
    """Where the folder around the output is a file."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal), one_at_a_time(tmp_path / "file" / "output"):
        pass
