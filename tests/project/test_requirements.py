"""What is needed: lock files that say all and only that, and one range of Pythons everywhere."""

import ast
import re
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

import build

PIN = re.compile(r"^([a-z0-9-]+)==([^ ;]+)", re.MULTILINE)
SUPPLY_LOCK = build.HERE / "supply/requirements.lock.txt"
NAME = re.compile(r"^([A-Za-z][A-Za-z0-9-]*)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text(encoding="utf-8")))


# The lock files


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [
        ("requirements.in", build.LOCK),
        ("requirements-test.in", build.TEST_LOCK),
        ("supply/requirements.in", SUPPLY_LOCK),
    ],
    ids=["build", "test", "supply"],
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


@pytest.mark.parametrize("lock", [build.LOCK, build.TEST_LOCK, SUPPLY_LOCK], ids=["build", "test", "supply"])
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
