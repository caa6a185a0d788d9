"""The one reader of contributors' files."""

import os
import unicodedata
from pathlib import Path

import pytest

from guongsang.findings import Finding
from guongsang.read.files import Found, read_file, too_large, walk
from unit.support import codes


def write(root: Path, *files: str) -> None:
    """Make files that hold their own names."""
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file, encoding="utf-8")


def linked(link: Path, to: Path) -> None:
    """Make a link, or skip the test where none can be made."""
    try:
        link.symlink_to(to, target_is_directory=to.is_dir())
    except OSError:
        pytest.skip("links cannot be made here")


def test_files_are_listed_in_one_order_with_their_paths_from_the_root(tmp_path: Path) -> None:
    """By name at each level, whatever order the disk has them in."""
    write(tmp_path, "content/b.md", "content/a/z.md", "content/a/b/c.md", "content/c.md", "other/x.md")
    found, findings = walk(tmp_path, "content")
    assert [one.file for one in found] == ["content/a/b/c.md", "content/a/z.md", "content/b.md", "content/c.md"]
    assert all(one.path.read_text(encoding="utf-8") == one.file for one in found)
    assert findings == []


def test_what_other_programs_leave_is_passed_over(tmp_path: Path) -> None:
    """Files and whole folders."""
    write(tmp_path, "content/a.md", "content/~$a.docx", "content/.DS_Store", "content/__MACOSX/a.md", "content/a.md~")
    found, findings = walk(tmp_path, "content")
    assert [one.file for one in found] == ["content/a.md"]
    assert findings == []


def test_links_are_told_and_not_entered(tmp_path: Path) -> None:
    """A link to a file, to a folder, or to nothing is no part of the site."""
    write(tmp_path, "content/a.md", "secret/b.md")
    linked(tmp_path / "content" / "folder", tmp_path / "secret")
    linked(tmp_path / "content" / "file.md", tmp_path / "secret" / "b.md")
    linked(tmp_path / "content" / "gone.md", tmp_path / "nowhere")
    found, findings = walk(tmp_path, "content")
    assert [one.file for one in found] == ["content/a.md"]
    assert codes(findings) == ["symlink"] * 3
    assert [f.place.file for f in findings] == ["content/file.md", "content/folder", "content/gone.md"]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    """Instead of an empty list that looks like an empty site."""
    found, findings = walk(tmp_path, "content")
    assert found == []
    assert [(f.code, f.place.file) for f in findings] == [("unreadable-file", "content")]


def test_names_that_are_decomposed_on_disk_are_composed_in_paths(tmp_path: Path) -> None:
    """As macOS writes them; the file itself is still found."""
    decomposed = unicodedata.normalize("NFD", "Ánh")
    folder = tmp_path / "content" / decomposed
    folder.mkdir(parents=True)
    (folder / f"{decomposed}.md").write_text("x", encoding="utf-8")
    (found,), findings = walk(tmp_path, "content")
    assert found.file == "content/Ánh/Ánh.md"
    assert read_file(found) == b"x"
    assert findings == []


@pytest.mark.parametrize(("size", "limit", "read"), [(0, 10, True), (10, 10, True), (11, 10, False), (1000, 10, False)])
def test_a_file_over_its_limit_is_not_read(tmp_path: Path, size: int, limit: int, read: bool) -> None:
    """One byte more is too much, and the finding says how large it is."""
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * size)
    answer = read_file(Found("a.md", path), limit)
    assert (answer == b"x" * size) is read
    if isinstance(answer, Finding):
        assert answer.code == "too-large"


def test_a_limit_is_told_in_thousands_of_bytes() -> None:
    """As people know sizes of files."""
    assert too_large("a.jpg", 25_400_000, 20_000_000).message.args == {"size": 25_400, "limit": 20_000}


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    """A folder, a link, a missing file."""
    write(tmp_path, "a.md")
    answers = [read_file(Found("x", tmp_path)), read_file(Found("x", tmp_path / "gone"))]
    linked(tmp_path / "link", tmp_path / "a.md")
    answers.append(read_file(Found("x", tmp_path / "link")))
    assert [answer.code for answer in answers if isinstance(answer, Finding)] == [
        "unreadable-file",
        "unreadable-file",
        "symlink",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_does_not_hold_up_the_reader(tmp_path: Path) -> None:
    """Nobody writes into it, so opening it would wait for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    answer = read_file(Found("pipe.md", tmp_path / "pipe.md"))
    assert isinstance(answer, Finding) and answer.code == "unreadable-file"
