"""Files that come out the same are linked from the last output, and only where that is as its build left it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.cache import Cache
from guongsang.publish.release import File, staged
from support.site import tree

SAME = File("site/a.html", b"same", "page", "vi")
OTHER = File("site/b.html", b"before", "page", "vi")


def publish(folder: Path, *files: File) -> Path:
    """Publish files and return the output."""
    output = folder / "output"
    with staged(output, Cache(folder / ".cache")) as stage:
        for file in files:
            stage.add(file)
    return output


def test_what_is_the_same_is_linked(tmp_path: Path) -> None:
    """Its time stays that of the build that wrote it; what is another is written."""
    output = publish(tmp_path, SAME, OTHER)
    before = {name: os.lstat(output / name) for name in (SAME.path, OTHER.path)}
    publish(tmp_path, SAME, File(OTHER.path, b"behind", "page", "vi"))
    assert os.path.samestat(os.lstat(output / SAME.path), before[SAME.path])
    assert (output / OTHER.path).read_bytes() == b"behind"
    assert not os.path.samestat(os.lstat(output / OTHER.path), before[OTHER.path])


def _rewritten(output: Path, _: Path) -> None:
    (output / SAME.path).write_bytes(b"evil")


def _longer(output: Path, _: Path) -> None:
    (output / SAME.path).write_bytes(b"longer")


def _gone(output: Path, _: Path) -> None:
    (output / SAME.path).unlink()


def _a_folder(output: Path, _: Path) -> None:
    _gone(output, output)
    (output / SAME.path).mkdir()


def _a_link(output: Path, _: Path) -> None:
    path = output / SAME.path
    path.rename(output.parent / "elsewhere")
    path.symlink_to(output.parent / "elsewhere")


def _without_notes(_: Path, cache: Path) -> None:
    for path in cache.iterdir():
        path.unlink()


def _damaged_notes(_: Path, cache: Path) -> None:
    for path in cache.iterdir():
        path.write_bytes(b"x" * 40)


CHANGES = [_rewritten, _longer, _gone, _a_folder, _without_notes, _damaged_notes]
if os.name != "nt":
    CHANGES.append(_a_link)


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_written_anew(tmp_path: Path, change: Callable[[Path, Path], None]) -> None:
    """Nothing that anybody did to an output gets into the next one."""
    output = publish(tmp_path, SAME, OTHER)
    state = os.lstat(output / SAME.path)
    change(output, tmp_path / ".cache")
    if change is _rewritten:
        os.utime(output / SAME.path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    publish(tmp_path, SAME, OTHER)
    assert tree(output)[SAME.path] == b"same"
    assert not (output / SAME.path).is_symlink()


def test_where_no_links_can_be_made_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems have none."""

    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    output = publish(tmp_path, SAME)
    monkeypatch.setattr(os, "link", refused)
    publish(tmp_path, SAME, OTHER)
    assert {path for path in tree(output) if path != "manifest.json"} == {SAME.path, OTHER.path}


def test_a_link_that_is_there_is_noted_like_a_file(tmp_path: Path) -> None:
    """The manifest is the same whether a file was written or linked."""
    first = (publish(tmp_path, SAME, OTHER) / "manifest.json").read_bytes()
    assert (publish(tmp_path, SAME, OTHER) / "manifest.json").read_bytes() == first
