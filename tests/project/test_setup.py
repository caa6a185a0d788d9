"""The environment of the program: made once, added to, and made anew after whatever stopped or damaged it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import build


class FakeInstaller:
    """Writes a Python into the environment like the real one, and remembers what it was asked for."""

    def __init__(self, trouble: BaseException | None = None, pause: float = 0) -> None:
        self.trouble, self.pause = trouble, pause
        self.calls: list[str] = []

    def __call__(self, env: Path, lock: Path) -> None:
        self.calls.append(lock.name)
        build.python_of(env).parent.mkdir(parents=True, exist_ok=True)
        build.python_of(env).touch()
        (env / f"filled-{len(self.calls)}").touch()
        time.sleep(self.pause)
        if self.trouble:
            raise self.trouble


@pytest.fixture
def env(tmp_path: Path) -> Path:
    return tmp_path / "môi trường"


@pytest.fixture
def locks(tmp_path: Path) -> list[Path]:
    """The lock file of the tests and the one of the build that it contains."""
    paths = [tmp_path / "test.lock", tmp_path / "build.lock"]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    return paths


def test_an_environment_is_made_once(env: Path, locks: list[Path]) -> None:
    """The second start finds it ready and calls no installer."""
    fill = FakeInstaller()
    for _ in range(2):
        build.prepare(env, locks[1:], fill)
    assert fill.calls == ["build.lock"]


def test_the_tests_are_added_to_what_is_there(env: Path, locks: list[Path]) -> None:
    """After a build, the tests add theirs; a later build needs nothing more."""
    fill = FakeInstaller()
    for wanted in (locks[1:], locks, locks, locks[1:]):
        build.prepare(env, wanted, fill)
    assert fill.calls == ["build.lock", "test.lock"]
    assert (env / "filled-1").exists()


@pytest.mark.parametrize("which", [0, 1])
def test_a_changed_lock_file_calls_the_installer(env: Path, locks: list[Path], which: int) -> None:
    """The stamp follows the content of the lock file; if the build's own changed, nothing old stays."""
    build.prepare(env, locks, FakeInstaller())
    (env / "old").touch()
    before = build.stamp(locks[which])
    locks[which].write_text("changed", encoding="utf-8")
    fill = FakeInstaller()
    build.prepare(env, [locks[which], locks[1]], fill)
    assert build.stamp(locks[which]) != before
    assert fill.calls == [locks[which].name]
    assert (env / "old").exists() == (which == 0)


def test_the_stamp_follows_the_kind_of_python(locks: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What tells of another version or platform gives another stamp, so such an environment is not taken over."""
    stamps = set()
    for tag, platform in (
        ("cpython-311", "linux-x86_64"),
        ("cpython-312", "linux-x86_64"),
        ("cpython-311", "win-amd64"),
    ):
        monkeypatch.setattr(build, "sys", SimpleNamespace(implementation=SimpleNamespace(cache_tag=tag)))
        monkeypatch.setattr(build, "sysconfig", SimpleNamespace(get_platform=lambda name=platform: name))
        stamps.add(build.stamp(locks[0]))
    assert len(stamps) == 3


@pytest.mark.parametrize("trouble", [KeyboardInterrupt(), OSError(28, "full"), build.CannotStart("no network")])
def test_a_half_made_environment_is_made_anew(env: Path, locks: list[Path], trouble: BaseException) -> None:
    """Whatever stopped the first run, the next one throws away what it left."""
    with pytest.raises(type(trouble)):
        build.prepare(env, locks[1:], FakeInstaller(trouble))
    (env / "junk").mkdir()
    fill = FakeInstaller()
    build.prepare(env, locks[1:], fill)
    assert fill.calls == ["build.lock"]
    assert not (env / "junk").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda env: build.python_of(env).unlink(),
        lambda env: (env / build.READY).unlink(),
        lambda env: (env / build.READY).write_bytes(b"\xff\x00"),
        lambda env: (env / build.READY).write_text("0123", encoding="ascii"),
    ],
    ids=["no python", "no stamp", "garbage", "stamp cut short"],
)
def test_a_broken_environment_is_made_anew(env: Path, locks: list[Path], damage: Callable[[Path], object]) -> None:
    """An environment whose Python is gone or whose stamp cannot be right is not trusted."""
    build.prepare(env, locks[1:], FakeInstaller())
    damage(env)
    fill = FakeInstaller()
    build.prepare(env, locks[1:], fill)
    assert fill.calls == ["build.lock"]


def test_tests_without_network_leave_the_build_as_it_was(env: Path, locks: list[Path]) -> None:
    """If the tests' own libraries cannot be fetched, the site can still be built."""
    build.prepare(env, locks[1:], FakeInstaller())
    with pytest.raises(build.CannotStart):
        build.prepare(env, locks, FakeInstaller(build.CannotStart("no network")))
    fill = FakeInstaller()
    build.prepare(env, locks[1:], fill)
    assert fill.calls == []


def test_an_interrupted_addition_is_made_anew(env: Path, locks: list[Path]) -> None:
    """A library of the tests may be half there, so adding to it again would not do."""
    build.prepare(env, locks[1:], FakeInstaller())
    with pytest.raises(KeyboardInterrupt):
        build.prepare(env, locks, FakeInstaller(KeyboardInterrupt()))
    (env / "half").touch()
    build.prepare(env, locks, FakeInstaller())
    assert not (env / "half").exists()


def test_a_folder_of_someone_else_is_left_alone(env: Path, locks: list[Path]) -> None:
    """A folder with files that the starter did not make is never emptied."""
    env.mkdir()
    (env / "thesis.docx").touch()
    with pytest.raises(build.CannotStart, match="was not made by"):
        build.prepare(env, locks[1:], FakeInstaller())
    assert [path.name for path in env.iterdir()] == ["thesis.docx"]


def test_two_first_runs_at_once_do_not_collide(env: Path, locks: list[Path]) -> None:
    """The second one waits for the first and then finds all there."""
    fill = FakeInstaller(pause=0.5)
    runs = [threading.Thread(target=build.prepare, args=(env, locks[1:], fill)) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(20)
    assert fill.calls == ["build.lock"]


def test_without_network_the_reader_is_told_what_to_do(tmp_path: Path) -> None:
    """The real installer, cut off from every index, ends with advice in two languages and without a traceback."""
    cut_off = {
        "PIP_INDEX_URL": "http://127.0.0.1:9",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
        "PIP_FIND_LINKS": "",
    }
    done = start(["--help"], GUONGSANG_VENV=str(tmp_path / "v"), GUONGSANG_NO_VENV="", **cut_off)
    assert done.returncode == 3
    assert "Không tải được thư viện" in done.stderr
    assert "PIP_NO_INDEX=1" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the environment's folder should be ends with a sentence, not with a traceback."""
    (tmp_path / "file").touch()
    done = start([], GUONGSANG_VENV=str(tmp_path / "file" / "v"), GUONGSANG_NO_VENV="")
    assert done.returncode == 3
    assert "GUONGSANG_VENV" in done.stderr
    assert "Traceback" not in done.stderr


def start(arguments: list[str], **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run the starter as a user does."""
    command = [sys.executable, str(build.HERE / "build.py"), *arguments]
    settings = {**os.environ, "PYTHONUTF8": "1", **settings}
    return subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", timeout=300, check=False)
