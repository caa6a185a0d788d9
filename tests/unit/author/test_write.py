"""Writing a writer's files: all or none, never over an old one, never half."""

import os
import stat
from pathlib import Path

import pytest

from guongsang.author.write import replace_files, write_new
from guongsang.findings import Refusal


def tree(root: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """And nothing else is left."""
    files = {"content/a/b.md": b"1", "content/a/c.md": b"2", "d.md": b""}
    write_new(tmp_path, files)
    assert tree(tmp_path) == files


@pytest.mark.parametrize("there", ["a/b.md", "a/B.MD"])
def test_an_old_file_is_never_written_over(tmp_path: Path, there: str) -> None:
    """Nor one whose name differs only in case; the others are not written either."""
    write_new(tmp_path, {there: b"old"})
    with pytest.raises(Refusal) as caught:
        write_new(tmp_path, {"new/x.md": b"1", "a/b.md": b"2"})
    assert caught.value.status == 2
    assert tree(tmp_path) == {there: b"old"} and not (tmp_path / "new").exists()


def test_a_broken_link_is_something_that_exists(tmp_path: Path) -> None:
    """Writing through it would make a file elsewhere."""
    try:
        (tmp_path / "a.md").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("links cannot be made here")
    with pytest.raises(Refusal):
        write_new(tmp_path, {"a.md": b"1"})
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("file", ["../a.md", "a/../../b.md", "link/a.md"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, file: str) -> None:
    """Neither by a path nor through a link."""
    root = tmp_path / "site"
    root.mkdir()
    (root / "a").mkdir()
    if file.startswith("link"):
        try:
            (root / "link").symlink_to(tmp_path, target_is_directory=True)
        except OSError:
            pytest.skip("links cannot be made here")
    with pytest.raises(Refusal) as caught:
        write_new(root, {file: b"1"})
    assert caught.value.status == 2
    assert tree(tmp_path) == {}


def test_what_was_written_goes_again_where_a_later_file_fails(tmp_path: Path) -> None:
    """With the folders that were made for it."""
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(Refusal) as caught:
        write_new(tmp_path, {"new/a.md": b"1", "file/b.md": b"2"})
    assert caught.value.status == 3
    assert tree(tmp_path) == {"file": b"x"} and not (tmp_path / "new").exists()


def test_changed_files_are_replaced_with_their_rights(tmp_path: Path) -> None:
    """In one step each, and nothing is left beside them."""
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"1")
    one.chmod(0o640)
    replace_files({one: b"2", two: b"3"})
    assert tree(tmp_path) == {"a": b"2", "b": b"3"}
    if os.name != "nt":
        assert stat.S_IMODE(one.stat().st_mode) == 0o640


def test_a_file_that_may_not_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    """Although its folder would allow to replace it."""
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"1")
    two.write_bytes(b"1")
    two.chmod(0o444)
    try:
        with pytest.raises(Refusal) as caught:
            replace_files({one: b"2", two: b"2"})
        assert caught.value.status == 3
        assert tree(tmp_path) == {"a": b"1", "b": b"1"}
    finally:
        two.chmod(0o644)


def test_a_folder_that_is_missing_is_one_error(tmp_path: Path) -> None:
    """Nothing was changed."""
    (tmp_path / "a").write_bytes(b"1")
    with pytest.raises(Refusal):
        replace_files({tmp_path / "a": b"2", tmp_path / "no" / "b": b"2"})
    assert tree(tmp_path) == {"a": b"1"}
