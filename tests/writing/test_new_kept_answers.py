"""Answers to the questions of `new` outlive an interrupt, and nothing else."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.keyboard import CTRL_C
from support.new_files import TODAY
from support.program import Ran

FILE = ".cache/answers/page.json"


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Make a good site."""
    return site()


@pytest.fixture
def new(root: Path, run: Callable[..., Ran], typing: Callable[..., None]) -> Callable[..., Ran]:
    """Run `new page` while somebody types."""

    def start(*lines: str, words: tuple[str, ...] = ()) -> Ran:
        typing(*lines)
        return run("--root", root, "--lang", "en", *TODAY, "new", "page", *words)

    return start


@pytest.mark.parametrize(
    "lines",
    [
        ["Hỏi", CTRL_C],
        ["Hỏi", "10", CTRL_C],
        ["Hỏi", "10", "hoi", CTRL_C],
        ["Hỏi", "10", "hoi"],
        ["Đáp", "<", "Hỏi", CTRL_C],
        ["Hỏi", "10", "<", CTRL_C],
    ],
)
def test_an_interrupted_run_is_gone_on_with(lines: list[str], new: Callable[..., Ran], root: Path) -> None:
    """The last line is the command to go on; then what was answered is not asked again, and the file goes."""
    ran = new(*lines)
    assert ran.status == 130 and ran.err.splitlines()[-1].startswith("To go on with them: python ")
    assert "stopped; nothing was changed" in ran.err and FILE in ran.err and "personal data" in ran.err
    assert "Hỏi" in (root / FILE).read_text(encoding="utf-8")
    ran = new("", *[""] * 4)
    assert ran.status == 0 and "Go on with the answers of " in ran.err, ran.err
    assert "title: Hỏi\n" in (root / ran.out.strip()).read_text(encoding="utf-8")
    assert not (root / FILE).exists()


def test_the_command_to_go_on_holds_the_options(new: Callable[..., Ran]) -> None:
    """What was given is given again."""
    ran = new("Hỏi", CTRL_C, words=("--menu", "10"))
    assert " new page --menu 10 " in ran.err.splitlines()[-1]


@pytest.mark.parametrize("declined", [["no"], ["k"], ["x", "n"]])
def test_declined_answers_are_deleted(declined: list[str], new: Callable[..., Ran], root: Path) -> None:
    """Whoever does not go on with them begins anew."""
    new("Hỏi", CTRL_C)
    ran = new(*declined, "Mới", "", "", "yes")
    assert ran.out == "content/pages/moi.vi.md\n" and not (root / FILE).exists()


def test_who_does_not_want_the_file_written_declines_its_answers(new: Callable[..., Ran], root: Path) -> None:
    """Saying no to what would be written deletes them."""
    ran = new("Hỏi", "", "", "no")
    assert ran.status == 130 and not (root / FILE).exists()
    assert ran.err.endswith("stopped; nothing was changed\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"at": "2026-01-01T10:00"}',
        b'{"at": "never", "answers": {"title": "A"}, "sure": ["title"]}',
        b'{"at": "2026-01-01T10:00", "answers": {"title": 1}, "sure": ["title"]}',
        b'{"at": "2026-01-01T10:00", "answers": {"title": "a\\u001b[2Jb"}, "sure": ["title"]}',
        b'{"at": "2026-01-01T10:00", "answers": {"title": "A"}, "sure": [["title"]]}',
        b'{"at": "2026-01-01T10:00", "answers": {"yes": "yes", "x": "y"}, "sure": ["yes"]}',
        b"[" * 100_000,
        b'{"at": "2026-01-01T10:00", "answers": {"title": "' + b"a" * 20_000 + b'"}, "sure": ["title"]}',
    ],
)
def test_a_broken_or_foreign_file_is_an_empty_one(data: bytes, new: Callable[..., Ran], root: Path) -> None:
    """Nothing is offered, and nothing fails."""
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_bytes(data)
    ran = new("Mới", "", "", "yes")
    assert ran.status == 0 and "Go on" not in ran.err


def test_what_cannot_be_read_any_more_is_asked_again(new: Callable[..., Ran], root: Path) -> None:
    """An answer that has become wrong meanwhile is told and asked."""
    (root / FILE).parent.mkdir(parents=True)
    told = {"at": "2026-01-01T10:00", "answers": {"title": "Mới", "slug": "about"}, "sure": ["title", "slug"]}
    (root / FILE).write_text(json.dumps(told), encoding="utf-8")
    ran = new("", "", "moi", "yes")
    assert ran.out == "content/pages/moi.vi.md\n" and "there is a file named about already" in ran.err


def test_without_a_terminal_nothing_kept_is_used(new: Callable[..., Ran], run: Callable[..., Ran], root: Path) -> None:
    """With --yes what is kept is neither used nor deleted."""
    new("Hỏi", CTRL_C)
    ran = new(words=("--yes", "--title", "Khác"))
    assert ran.status == 0 and "Go on" not in ran.err and (root / FILE).is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_its_owner_may_read_it(new: Callable[..., Ran], root: Path) -> None:
    """It may hold names and numbers of people."""
    new("Hỏi", CTRL_C)
    assert (root / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_its_place_is_left_alone(new: Callable[..., Ran], root: Path, tmp_path: Path) -> None:
    """Nothing is written where it leads."""
    other = tmp_path / "other.json"
    other.write_text("mine", encoding="utf-8")
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).symlink_to(other)
    assert "could not be kept in a file" in new("Hỏi", CTRL_C).err
    assert other.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_keeps_nothing(new: Callable[..., Ran], root: Path) -> None:
    """The interrupt ends as it always did, with the answers in the command to go on."""
    (root / ".cache").write_text("", encoding="utf-8")
    ran = new("Hỏi", CTRL_C)
    assert ran.status == 130 and "could not be kept in a file" in ran.err


def test_a_refusal_at_the_end_keeps_the_answers(
    new: Callable[..., Ran], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file cannot be written, nobody has to answer again."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("guongsang.author.write._place_new", refuse)
    ran = new("Hỏi", "", "", "yes")
    assert ran.status == 3 and ran.err.splitlines()[-1].startswith("To go on with them: ")
    assert (root / FILE).is_file()
