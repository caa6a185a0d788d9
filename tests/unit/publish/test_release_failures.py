"""Whatever fails in a build, and whenever it is killed, the old output stands or the new one does; the next mends."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish import exchange
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.patience import Patience
from guongsang.publish.release import File, foreign_in, staged, sweep
from support.failing import failing, held_open_by_others, killed_at
from support.releases import beside
from support.site import tree

FAULTS = (
    OSError(errno.ENOSPC, "full"),
    OSError(errno.EIO, "broken"),
    PermissionError(errno.EACCES, "denied"),
    held_open_by_others(),
)


def build(output: Path, text: str) -> None:
    """Put an output in place as a build does."""
    with one_at_a_time(output):
        sweep(output)
        foreign_in(output)
        with staged(output, patience=Patience(seconds=0)) as stage:
            for name in ("site/a.html", "site/b/c.html", "office/2022/x.csv"):
                stage.add(File(name, text.encode(), "page"))


@pytest.fixture
def afresh(tmp_path: Path) -> Iterator[Path]:
    """Yield an output again and again, as the last build left it."""
    build(tmp_path / "made/output", "old")

    def outputs() -> Iterator[Path]:
        while True:
            folder = tmp_path / "place"
            shutil.copytree(tmp_path / "made", folder)
            yield folder / "output"
            shutil.rmtree(folder)

    return outputs()


@pytest.fixture(params=[False, True], ids=["at-once", "by-renaming"])
def renaming(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Exchange folders in one call, then by renaming them, as other systems than Linux must."""
    if request.param:
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    return bool(request.param)


def outcomes(afresh: Iterator[Path]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of an output before and after a build."""
    output = next(afresh)
    before = tree(output)
    build(output, "new")
    return before, tree(output)


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
def test_any_operation_of_a_build_may_fail(afresh: Iterator[Path], renaming: bool, lasting: bool) -> None:
    """The old output stands, with status 3 and one message; or the new one, where only clearing up has failed."""
    before, after = outcomes(afresh)
    number, unmet = 0, False
    while not unmet:
        output = next(afresh)
        with failing(number, FAULTS[number % len(FAULTS)], lasting=lasting) as moment:
            try:
                build(output, "new")
                expected = after
            except Refusal as refusal:
                assert refusal.status == 3, (number, refusal.message)
                expected = before
        unmet = moment.seen <= number
        aside = lasting and renaming and not output.exists()
        assert aside or tree(output) == expected, number
        build(output, "new")
        assert tree(output) == after and beside(output) == [], number
        number += 1
    assert number > 20


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be divided there")
def test_a_build_may_be_killed_at_any_operation(afresh: Iterator[Path], renaming: bool) -> None:
    """One output or the other is there whole; only between two renames there is none, until the next build."""
    before, after = outcomes(afresh)
    number, killed, missing = 0, True, 0
    while killed:
        output = next(afresh)
        killed = killed_at(number, lambda output=output: build(output, "new"))  # type: ignore[misc]
        missing += not output.exists()
        assert not output.exists() or tree(output) in (before, after), number
        build(output, "new")
        assert tree(output) == after and beside(output) == [], number
        number += 1
    assert number > 20 and missing == (1 if renaming else 0)
