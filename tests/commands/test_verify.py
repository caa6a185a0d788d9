"""`verify` tells a copy of the site that is whole from one that is not, in lines, in JSON and by its exit status."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.publish.release import MANIFEST
from support.program import Ran
from support.releases import publish
from support.site import write


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Make a site with an output of one page."""
    root = site()
    publish(root / "output", a="a")
    return root


def test_a_copy_that_is_whole_is_said_to_be(root: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """In the reader's language, with 0; without a folder the output itself is looked at."""
    shutil.copytree(root / "output/site", tmp_path / "copy")
    ran = run("--root", root, "--lang", "en", "verify", tmp_path / "copy")
    assert ran.status == 0 and "is whole: 1 file" in ran.out and not ran.err
    ran = run("--root", root, "--lang", "vi", "verify")
    assert ran.status == 0 and "còn nguyên vẹn: đủ 1 tệp" in ran.out


def test_each_fault_is_a_line(root: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """With the path and what is wrong, and 1; as JSON for programs."""
    write(tmp_path, "copy/a.html", "altered")
    write(tmp_path, "copy/x/y\u202e.txt", "")  # a name that would steer a terminal
    ran = run("--root", root, "--lang", "en", "verify", tmp_path / "copy")
    assert ran.status == 1
    assert ran.out.splitlines() == ["altered: a.html", "not from this site: x/y\\u202e.txt"]
    assert "2 files" in ran.err
    ran = run("--root", root, "verify", tmp_path / "copy", "--format", "json")
    told = json.loads(ran.out)
    assert ran.status == 1 and told["faults"][0] == {"kind": "altered", "path": "a.html"}
    assert told["files"] == 1 and not ran.err


def test_an_output_that_was_not_built_is_told(root: Path, run: Callable[..., Ran]) -> None:
    """With 2 and what to do first."""
    (root / "output" / MANIFEST).unlink()
    ran = run("--root", root, "--lang", "en", "verify")
    assert ran.status == 2 and "build the site first" in ran.err
