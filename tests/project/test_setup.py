"""The set-up: lock files that say all and only what is needed, and a start that survives whatever stops it."""

import ast
import os
import re
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import build

PIN = re.compile(r"^([a-z0-9-]+)==([^ ;]+)", re.MULTILINE)
NAME = re.compile(r"^([A-Za-z][A-Za-z0-9-]*)", re.MULTILINE)


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


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text(encoding="utf-8")))


# The lock files


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [("requirements.in", build.LOCK), ("requirements-test.in", build.TEST_LOCK)],
    ids=["build", "test"],
)
def test_every_requirement_is_pinned(wanted: str, lock: Path) -> None:
    """What requirements*.in name stands in the lock file, in a version that they allow."""
    lines = (build.HERE / wanted).read_text(encoding="utf-8")
    pinned = pins(lock)
    assert {name.lower() for name in NAME.findall(lines)} <= pinned.keys()
    for name, least, below in re.findall(r"^([\w-]+)>=([\d.]+),<([\d.]+)", lines, re.MULTILINE):
        assert numbers(least) <= numbers(pinned[name]) < numbers(below)


def numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


@pytest.mark.parametrize("lock", [build.LOCK, build.TEST_LOCK], ids=["build", "test"])
def test_every_pin_carries_hashes_and_no_address(lock: Path) -> None:
    """Each pin says which files are allowed, and nothing says where they come from."""
    text = lock.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z])", text)[1:]
    assert [PIN.match(block)[1] for block in blocks] == list(pins(lock))  # type: ignore[index]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert "http" not in text
    assert "index" not in text
    assert not re.search(r"(^|\s)(/|[A-Z]:\\|file:)", text, re.MULTILINE)


def test_the_tests_use_the_versions_of_the_build() -> None:
    """The lock file of the tests holds that of the build, pin by pin."""
    assert pins(build.LOCK).items() <= pins(build.TEST_LOCK).items()


# The kind of Python


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15), (4, 0)])
def test_an_unsupported_python_is_refused_in_two_languages(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A version that is too old or too new, as the running Python would tell it, gets one line and exit status 3."""
    monkeypatch.setattr(build, "sys", SimpleNamespace(version_info=(*version, 1), stderr=sys.stderr))
    assert build.main([]) == 3
    told = capsys.readouterr().err
    assert "cần Python 3.11 đến 3.14" in told
    assert "needs Python 3.11 to 3.14" in told
    assert f"{version[0]}.{version[1]}" in told


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_a_supported_python_is_welcome(minor: int) -> None:
    """3.11 to 3.14 are all good."""
    build.check_python((3, minor))


def test_the_same_pythons_are_named_everywhere() -> None:
    """What pyproject.toml asks for is what the starter accepts, and nothing else."""
    asked = tomllib.loads((build.HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    least, above = (int(minor) for minor in re.fullmatch(r">=3\.(\d+),<3\.(\d+)", asked).groups())
    for minor in range(least, above):
        build.check_python((3, minor))
    for minor in (least - 1, above):
        with pytest.raises(build.CannotStart):
            build.check_python((3, minor))


def test_an_old_python_can_read_the_file_that_refuses_it() -> None:
    """The starter has no syntax newer than Python 3.6, and imports only the standard library at its top."""
    tree = ast.parse((build.HERE / "build.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    tops = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in tops if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in tops if isinstance(node, ast.ImportFrom)}
    assert "__future__" not in names
    assert names <= sys.stdlib_module_names


# The environment


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


# Handing over


@pytest.mark.parametrize(
    ("arguments", "rest"),
    [
        ([], None),
        (["build"], None),
        (["check", "test"], None),
        (["--help", "test"], None),
        (["--root", "test"], None),
        (["test"], []),
        (["test", "-k", "slug"], ["-k", "slug"]),
        (["--lang", "vi", "--root=x", "test", "-x"], ["-x"]),
    ],
)
def test_the_command_for_tests_is_recognised(arguments: list[str], rest: list[str] | None) -> None:
    """Options of every command may stand before `test`; what follows it goes to pytest."""
    assert build.test_arguments(arguments) == rest


@pytest.mark.parametrize("system", ["posix", "nt"], ids=["replacing the process", "waiting for a new one"])
def test_arguments_and_exit_status_pass_through(tmp_path: Path, system: str) -> None:
    """In UTF-8 mode, blanks and Vietnamese letters whole, in both ways of handing over; this system runs either."""
    script = tmp_path / "thử lại.py"
    script.write_text(
        "import sys\nprint(sys.flags.utf8_mode, *sys.argv[1:], sep='|')\nsys.exit(41)\n", encoding="utf-8"
    )
    code = (
        "import build, os, sys, types\n"
        f"build.__file__ = {str(script)!r}\n"
        f"build.os = types.SimpleNamespace(name={system!r}, execv=os.execv)\n"
        "sys.exit(build.run_again(sys.executable, ['một hai', '--x=“ba”', '']))"
    )
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, cwd=build.HERE, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout.rstrip("\n")) == (41, "1|một hai|--x=“ba”|"), done.stderr


@pytest.mark.parametrize(("check", "test", "status"), [(0, 0, 0), (3, 0, 1), (0, 1, 1), (3, 1, 1)])
def test_all_checks_run_and_any_failure_counts(
    check: int,
    test: int,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A failed check does not keep the tests from running, and is named at the end."""
    (tmp_path / "test_it.py").write_text(f"def test_it():\n    assert not {test}\n", encoding="utf-8")
    checks = (("first", ["-c", f"raise SystemExit({check})"]), ("second", ["-c", "print('second ran')"]))
    monkeypatch.setattr(build, "CHECKS", checks)
    monkeypatch.setattr(build, "ON_ALL_CORES", [])
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setattr(build, "HERE", tmp_path)
    assert build.run_checks([]) == status
    told = capfd.readouterr()
    assert "second ran" in told.out
    assert ("1 failed" if test else "1 passed") in told.out.splitlines()[-1]
    assert ("failed: first" in told.err) == bool(check)


@pytest.mark.parametrize(("words", "parallel"), [([], True), (["test_it.py"], False)])
def test_the_whole_suite_runs_on_all_cores(
    words: list[str], parallel: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All tests together are shared among processes; what somebody asks pytest for runs in one, as it was asked."""
    line = f"assert ('PYTEST_XDIST_WORKER' in os.environ) is {parallel}"
    (tmp_path / "test_it.py").write_text(f"import os\n\n\ndef test_it():\n    {line}\n", encoding="utf-8")
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", "1")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin")
    monkeypatch.setattr(build, "CHECKS", ())
    monkeypatch.setattr(build, "HERE", tmp_path)
    assert build.run_checks(words) == 0
