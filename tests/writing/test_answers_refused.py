"""Answers that cannot be taken: what is said of them is short and helps, and no answer is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.keyboard import CTRL_C
from support.new_files import TODAY
from support.program import Ran


def files_of(root: Path) -> dict[Path, bytes]:
    """Return the contents of a site, by path."""
    return {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        ("new", "exemplar", "--yes", "--discovered", "2024-05-02"),
        ("new", "exemplar", "--yes", "--registered", "1/6/2024"),
        ("new", "exemplar", "--yes", "--consent", "story", "--consent-on", "2025-01-01"),
        ("new", "plan", "--yes", "--unit", "duoc", "--completed-on", "2030-01-01"),
        ("withdraw", "2024/noi-01", "--reason", "consent", "--on", "2024-05-02", "--write"),
    ],
)
def test_what_has_happened_has_no_day_to_come(
    words: tuple[str, ...], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """A day that `check` would tell at once is not written."""
    root = site()
    before = files_of(root)
    ran = run("--root", root, "--lang", "en", *TODAY, *words)
    assert ran.status == 2 and "has not come yet" in ran.err and not ran.out
    assert files_of(root) == before


def test_the_day_itself_has_come(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Today is no day to come."""
    root = site()
    words = ("withdraw", "2024/noi-01", "--reason", "consent", "--on", "1/5/2024", "--write")
    assert run("--root", root, *TODAY, *words).status == 0


@pytest.mark.parametrize("option", ["--category", "--unit", "--staff-category", "--discovered", "--consent"])
def test_a_long_answer_is_not_repeated_whole(option: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Its beginning is enough to know it by."""
    ran = run("--root", site(), "--lang", "en", "new", "exemplar", "--yes", option, "x" * 900)
    assert ran.status == 2 and "xx…" in ran.err and len(ran.err) < 300


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Hỏi", CTRL_C], 130),
        (["Hỏi: “#1”", "10", CTRL_C], 130),
        (["Hỏi", "10"], 130),
        (["Hỏi", "10", "hoi", "yes"], 3),
        (["Đáp", "<", "Hỏi", "10", "hoi", "yes"], 3),
    ],
)
def test_answers_that_no_file_keeps_stand_in_the_command(
    lines: list[str],
    status: int,
    site: Callable[..., Path],
    run: Callable[..., Ran],
    typing: Callable[..., None],
) -> None:
    """Where nothing can be written, the command to go on holds all that was answered."""
    root = site()
    (root / ".cache").write_bytes(b"")
    if status == 3:
        for file in (root / "content/pages").iterdir():
            file.unlink()
        (root / "content/pages").rmdir()
        (root / "content/pages").write_bytes(b"")
    typing(*lines)
    ran = run("--root", root, "--lang", "en", *TODAY, "new", "page")
    last = ran.err.splitlines()[-1]
    assert ran.status == status and "could not be kept" in ran.err and "new page --title" in last and "Hỏi" in last
    assert ("--menu 10" in last) is ("10" in lines)


@pytest.mark.parametrize("command", [("check",), ("build",), ("new", "page"), ("schema",), ("explain", "noi-01")])
def test_a_folder_that_is_no_site_is_told(command: tuple[str, ...], tmp_path: Path, run: Callable[..., Ran]) -> None:
    """What to do is named: the folder of a site."""
    ran = run("--root", tmp_path, "--lang", "en", *command)
    assert ran.status == 2 and "this folder is no site" in ran.out and "name the folder of a site" in ran.out


@pytest.mark.parametrize("host", ["không có", "no.such.invalid", "x" * 80, "256.1.1.1.invalid", "a..b"])
def test_a_host_that_there_is_not_is_told(host: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Before anything is built."""
    ran = run("--root", site(), "--lang", "en", "serve", "--host", host)
    assert ran.status == 2 and "there is no machine called" in ran.err and "Built" not in ran.err
