"""What lies in a folder is compared with a list, and no link is taken for a file."""

import hashlib
from pathlib import Path

import pytest

from guongsang.publish.contents import Compared, compare, digest_of_file, files_below, is_below
from support.site import write


def sha(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_differs_is_told_apart(tmp_path: Path) -> None:
    """Missing, altered and foreign files, each by its path; empty folders are nothing."""
    for name, text in {"a": "a", "b/c": "other", "x/y": ""}.items():
        write(tmp_path, name, text)
    (tmp_path / "empty").mkdir()
    compared = compare(tmp_path, {"a": sha("a"), "b/c": sha("c"), "gone": sha("")})
    assert compared == Compared(missing=("gone",), altered=("b/c",), foreign=("x/y",))
    assert not compared.is_whole and compare(tmp_path, {"a": sha("a")}).is_whole
    assert list(files_below(tmp_path)) == ["a", "b/c", "x/y"]


def test_a_link_is_not_the_file_that_is_meant(tmp_path: Path) -> None:
    """What it leads to may change at any time; a link to a folder is one foreign entry, never followed."""
    write(tmp_path, "real/a", "a")
    folder = tmp_path / "copy"
    folder.mkdir()
    try:
        (folder / "a").symlink_to(tmp_path / "real/a")
        (folder / "b").symlink_to(tmp_path / "real", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert compare(folder, {"a": sha("a")}) == Compared(missing=(), altered=("a",), foreign=("b",))
    assert digest_of_file(folder / "a") == ""


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "a\\..\\x", "C:/x", "", "//server/x/y"])
def test_a_path_that_leads_out_is_known(path: str) -> None:
    """On any system, whichever it was written for."""
    assert not is_below(path) and is_below("a/b.html") and is_below(".well-known/x")
