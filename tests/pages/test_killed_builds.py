"""A whole build that is killed at any moment leaves the site as it was, and the next one needs no hand."""

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.cli import main
from support.failing import failing, killed_at
from support.program import Ran
from support.site import edit, tree


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be divided there")
def test_a_build_is_killed_anywhere(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """At two moments of its work with files; then the same build is done to its end, and leaves nothing beside it."""
    root = site()
    words = ["--root", str(root), "build", "--no-print"]
    assert run(*words).status == 0
    edit(root, "site_config.yaml", "Việc Hay", "Việc Tốt")
    with failing(1 << 60, OSError(errno.EIO, "")) as moment:  # which never comes
        assert run(*words).status == 0
    before = tree(root / "output")
    edit(root, "site_config.yaml", "Việc Tốt", "Việc Đẹp")
    chance = random.Random(2022)
    for share in (chance.uniform(0.1, 0.6), chance.uniform(0.6, 0.9)):
        assert killed_at(int(moment.seen * share), lambda: main(words))
        assert tree(root / "output") == before
    assert run(*words).status == 0
    assert tree(root / "output") != before
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [".cache"]
