"""`publish` tells what it put where and what became of the rest; `--rollback` and `verify` go with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.releases import publish as build
from support.site import write


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """Make a site with an output of one page."""
    root = site()
    build(root / "output", a="1")
    return root


def test_a_release_is_put_there_proved_and_taken_back(root: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """Each in a few lines, with 0; a way back is named as soon as there is one."""
    www = tmp_path / "www"
    ran = run("--root", root, "--lang", "en", "publish", www)
    assert ran.status == 0 and ran.err == f"Published into {www} as release 1: 1 file\n" and not ran.out
    assert "nothing was changed" in run("--root", root, "--lang", "en", "publish", www).err
    assert run("--root", root, "verify", www).status == 0
    build(root / "output", a="2")
    ran = run("--root", root, "--lang", "en", "verify", www)
    assert ran.status == 1 and "another build" in ran.err and "publish" in ran.err
    write(www, "CNAME", "theirs")
    ran = run("--root", root, "--lang", "en", "publish", www)
    assert ran.status == 0 and "did not put them there: CNAME" in ran.err and "--rollback" in ran.err
    ran = run("--root", root, "--lang", "en", "publish", www, "--rollback")
    assert ran.status == 0 and "shows release 1 again; release 2 is kept" in ran.err
    assert (www / "a.html").read_bytes() == b"1"
    (www / "a.html").unlink()
    ran = run("--root", root, "--lang", "en", "publish", www)
    assert "deleted them: a.html" in ran.err and "--rollback" not in ran.err


def test_a_publish_that_cannot_be_is_one_line(root: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """Wrong use with 2, whichever language it is told in."""
    for words in (("publish", root), ("publish", tmp_path / "www", "--rollback"), ("publish", "/")):
        ran = run("--root", root, *words)
        assert ran.status == 2 and ran.err.count("\n") == 1 and not ran.out
    assert not (tmp_path / "www").exists()
