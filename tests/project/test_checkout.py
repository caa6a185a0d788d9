"""The repository can be checked out anywhere: its paths suit Windows and macOS, its line ends suit each file."""

import fnmatch
import os
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from support.site import PROJECT

LONGEST = 180
"""A path as long still fits below most folders, as Windows allows 260 characters in all."""
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    port + digit for port in ("com", "lpt") for digit in "0123456789¹²³"
}
"""What Windows takes for a device, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""


def faults_in(paths: Iterable[str]) -> list[str]:
    """List what keeps paths, with `/` between their parts, from being checked out on every system."""
    found = []
    spellings: dict[str, str] = {}
    for path in paths:
        if len(path.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
            found.append(f"{path!r} is longer than {LONGEST} characters")
        parts = path.split("/")
        for i, part in enumerate(parts, 1):
            found += [f"{path!r}: {part!r} {fault}" for fault in _faults_of(part)]
            spelling = "/".join(parts[:i])
            other = spellings.setdefault(_without_case(spelling), spelling)
            if other != spelling:
                found.append(f"{path!r}: {spelling!r} and {other!r} are one name for some systems")
    return found


def _faults_of(part: str) -> Iterator[str]:
    """Report what is wrong with the name of one file or folder."""
    if part.split(".")[0].rstrip().casefold() in RESERVED:
        yield "is a device for Windows"
    if strange := sorted({c for c in part if c in '<>:"|?*\\' or unicodedata.category(c) in ("Cc", "Cs")}):
        yield f"holds {strange}"
    if not part or part != part.strip() or part.endswith("."):
        yield "is empty, or has a blank or dot at an end"
    if not unicodedata.is_normalized("NFC", part):
        yield "has marks apart from their letters, which macOS changes"


def _without_case(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def tracked(root: Path) -> list[str]:
    """List the paths of the repository; without git, those of all files that it would not ignore."""
    named = _git(root, "ls-files", "-z")
    return sorted(named.split("\0")[:-1] if named else _walked(root, (root / ".gitignore").read_text(encoding="utf-8")))


def _git(root: Path, *words: str) -> str:
    """Return what git says; nothing where there is no git, or the folder is no checkout."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        ran = subprocess.run(["git", *words], cwd=root, env=env, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return os.fsdecode(ran.stdout)


def _walked(root: Path, ignored: str) -> Iterator[str]:
    """Yield all files but those below names that are ignored: `/name/` at the top, `name/` and `*.ending` anywhere."""
    patterns = [line.strip().rstrip("/") for line in ignored.splitlines() if line.strip() and line[0] != "#"]

    def passed(path: str, name: str) -> bool:
        return name == ".git" or any(fnmatch.fnmatch(f"/{path}" if p[0] == "/" else name, p) for p in patterns)

    for folder, folders, files in os.walk(root):
        prefix = "" if Path(folder) == root else f"{Path(folder).relative_to(root).as_posix()}/"
        folders[:] = [name for name in folders if not passed(prefix + name, name)]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        yield from (prefix + name for name in files + links if not passed(prefix + name, name))


def test_every_path_can_be_checked_out() -> None:
    """No path of the repository is refused or changed by Windows or macOS."""
    paths = tracked(PROJECT)
    assert {"build.py", ".ci/run", "tests/conftest.py"} <= set(paths)
    assert faults_in(paths) == []


@pytest.mark.parametrize(
    "path",
    [
        *("con", "a/CON.vi.md", "a/con .md", "aux/b.txt", "NUL.tar.gz", "prn.", "com0", "Com¹.txt", "lpt9.x/y", "LPT³"),
        *("conin$", "ConOut$.log", 'a"b', "a<b", "a>b", "a:b", "a|b", "a?b", "a*b", "a\\b", "a\tb", "a\x7fb"),
        *("a /b", "a./b", "a.", "a ", " a", "a/ b", "a\u00a0", "a//b", "x" * 181, "ả" * 181, "😀" * 91),
        *(unicodedata.normalize("NFD", "Giới thiệu.md"), "a\udc80b"),
    ],
)
def test_paths_that_windows_or_macos_would_refuse_are_told(path: str) -> None:
    """Devices, signs, ends, lengths and letters that some system refuses are each a fault of their own."""
    told = faults_in(["README.md", path])
    assert told and all(repr(path) in fault for fault in told)


@pytest.mark.parametrize(
    "twins",
    [
        ("a/About.md", "a/about.md"),
        ("Docs/a.md", "docs/b.md"),
        ("a/B", "a/b/c"),
        ("Ảnh.jpg", "ảnh.jpg"),
        ("Đơn/a", "đơn/b"),
        ("ảnh.jpg", unicodedata.normalize("NFD", "ảnh.jpg")),
        ("STRASSE", "straße"),
    ],
)
def test_twins_are_told(twins: tuple[str, str]) -> None:
    """Files or folders whose names differ only in case, or in how their marks are written, are one on some systems."""
    assert any("are one name" in fault for fault in faults_in(twins))
    assert any("are one name" in fault for fault in faults_in(reversed(twins)))


def test_good_paths_pass() -> None:
    """What only resembles a fault is none."""
    good = [
        ".gitignore",
        ".ci/run",
        "a/b.c.md",
        "a b/c-d_e",
        "console.md",
        "auxiliary",
        "com",
        "com10",
        "Giới thiệu.md",
    ]
    assert faults_in([*good, "a/about.md", "b/About.md", "content/contact.con", "x" * 180, "ả" * 180]) == []


def test_without_git_the_folder_is_walked(tmp_path: Path) -> None:
    """In sources without git all files count but those that .gitignore names."""
    for file in ("a.py", "b/c.md", "b/.venv/d", ".venv/x", "b/__pycache__/e.pyc", "b/f.pyc", ".ci/run", ".git/HEAD"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    (tmp_path / ".gitignore").write_text("# made\n/.venv/\n\n__pycache__/\n*.pyc\n", encoding="utf-8")
    assert tracked(tmp_path) == [".ci/run", ".gitignore", "a.py", "b/.venv/d", "b/c.md"]


def test_no_tracked_path_is_a_link() -> None:
    """Windows checks a symbolic link out as a text file, so there is none."""
    modes = dict(re.findall(r"(\d{6}) \w+ \d\t([^\0]+)\0", _git(PROJECT, "ls-files", "-s", "-z")))
    assert not {"120000", "160000"} & set(modes)
    assert not [path for path in tracked(PROJECT) if (PROJECT / path).is_symlink()]


def test_line_ends_do_not_depend_on_the_machine() -> None:
    """Scripts of Windows end their lines with CR and LF, all other texts with LF, whatever git is told elsewhere."""
    told = _git(PROJECT, "ls-files", "--eol", "-z")
    if not told:
        pytest.skip("these sources are no checkout of git, so its settings say nothing")
    for row in told.split("\0")[:-1]:
        kinds, path = row.split("\t", 1)
        wanted = "crlf" if path.endswith(".bat") else "lf"
        assert f"eol={wanted}" in kinds or "attr/-text" in kinds, path


@pytest.mark.parametrize("path", ["build.bat", ".ci/run", "build.py", "requirements.lock.txt", "locales/vi.po"])
def test_line_ends_are_those_that_each_system_reads(path: str) -> None:
    """What lies here has the line ends that its reader needs: a shell refuses CR, cmd loses its place without."""
    data = (PROJECT / path).read_bytes()
    assert data.count(b"\r\n") == data.count(b"\r") == (data.count(b"\n") if path.endswith(".bat") else 0)
