"""A copy of an output or of its site is proved against the manifest, files of withdrawn exemplars first."""

import shutil
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish.gone import gone_list
from guongsang.publish.release import MANIFEST, File, staged
from guongsang.publish.release_list import RELEASE_LIST, Release, read_release
from guongsang.publish.verify import listed_below, verify
from guongsang.publish.withheld import Withheld, read_withheld
from support.releases import publish
from support.site import write


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Build an output that has withdrawn an exemplar and lost a page."""
    folder = tmp_path / "output"
    with staged(folder) as stage:
        stage.add(File("site/a.html", b"a", "page"))
        stage.add(File("site/b/c.html", b"c", "page"))
        stage.add(gone_list(["old.html", "poster.pdf"], "Gone"))
        withheld = Withheld(frozenset({"2022/x-01 story"}), {"site/poster.pdf": "2022/x-01"})
        stage.add(withheld.as_file())
    return folder


def test_a_copy_of_the_site_that_is_whole_has_no_fault(output: Path, tmp_path: Path) -> None:
    """Nor has one that a file manager looked at, nor the output itself or a copy of it."""
    shutil.copytree(output / "site", tmp_path / "copy")
    write(tmp_path, "copy/Thumbs.db", "")
    verified = verify(tmp_path / "copy", output)
    assert verified.faults == 0 and verified.files == 2
    shutil.copytree(output, tmp_path / "whole")
    for folder in (output, tmp_path / "whole", output / "site"):
        assert verify(folder, output).faults == 0
    assert verify(output, output).files == 4


def test_what_is_not_as_it_should_be_is_named(output: Path, tmp_path: Path) -> None:
    """What is missing, what was altered, what is withdrawn, what is gone, what is foreign: each only once."""
    copy = tmp_path / "copy"
    for name, text in {"a.html": "A", "old.html": "", "poster.pdf": "", "mine.txt": ""}.items():
        write(copy, name, text)
    verified = verify(copy, output)
    assert verified.missing == ("b/c.html",) and verified.altered == ("a.html",)
    assert verified.withdrawn == (("poster.pdf", "2022/x-01"),)
    assert verified.gone == ("old.html",) and verified.foreign == ("mine.txt",)
    assert verified.faults == 5 and not verified.of_another_build


def test_a_copy_of_an_output_is_compared_with_the_output(output: Path, tmp_path: Path) -> None:
    """So is a manifest that somebody wrote anew; what is gone is known there too."""
    copy = tmp_path / "copy"
    publish(copy, a="other")
    write(copy, "site/old.html", "")
    verified = verify(copy, output)
    assert verified.altered == ("site/a.html",) and "office/withheld.json" in verified.missing
    assert verified.gone == ("site/old.html",)


def test_without_an_output_a_release_proves_itself(output: Path, tmp_path: Path) -> None:
    """By the list that lies in it; with an output, one that is whole is known to be of another build."""
    copy = tmp_path / "copy"
    publish(tmp_path / "older", a="before")
    shutil.copytree(tmp_path / "older/site", copy)
    release = Release(7, listed_below(tmp_path / "older", "site/"))
    (copy / RELEASE_LIST).write_bytes(release.data)
    assert read_release(copy) == release
    assert verify(copy, tmp_path / "nowhere").faults == 0
    assert verify(copy, output).of_another_build and verify(copy, output).faults == 2
    write(copy, "a.html", "altered")
    assert verify(copy, tmp_path / "nowhere").altered == ("a.html",)
    assert not verify(copy, output).of_another_build


def test_without_any_list_there_is_nothing_to_prove(tmp_path: Path) -> None:
    """Neither for a folder of somebody else's, nor for one that is none."""
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / MANIFEST).write_bytes(b"{}")
    for folder in ("copy", "nowhere"):
        with pytest.raises(Refusal) as caught:
            verify(tmp_path / folder, tmp_path / "output")
        assert caught.value.status == 2


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"schema_version": 1}', b'{"schema_version": 2}', b"[" * 9999])
def test_a_note_or_list_that_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    """Whatever somebody wrote into it."""
    for name in ("office/withheld.json", RELEASE_LIST):
        write(tmp_path, name, "")
        (tmp_path / name).write_bytes(data)
    assert not read_withheld(tmp_path) and read_release(tmp_path) is None
