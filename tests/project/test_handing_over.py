"""The starter hands over: arguments and exit status pass through, and its tests and checks all run."""

import subprocess
import sys
from pathlib import Path

import pytest

import build


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
