"""Whatever fails, and whenever a run is killed: the root shows the old release or the new one; the next run mends."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish import exchange
from guongsang.publish.release_list import read_release
from support.failing import failing, held_open_by_others, killed_at, meanwhile
from support.site import tree, write
from support.web_roots import Place

FAULTS = (
    OSError(errno.ENOSPC, "full"),
    OSError(errno.EIO, "broken"),
    PermissionError(errno.EACCES, "denied"),
    held_open_by_others(),
)
ACTS: dict[str, Callable[[Place], object]] = {"publish": Place.publish, "back": Place.back}
WAYS = [(act, renaming) for act in ACTS for renaming in (False, True)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Publish two releases, put something of others beside them, and build a third."""
    place = Place(tmp_path_factory.mktemp("prepared"))
    place.publish(a="1", b="1")
    place.publish(a="2", c="2")
    write(place.root, ".well-known/x", "theirs")
    place.build(a="3", d="3")
    return place


@pytest.fixture
def afresh(prepared: Place, tmp_path: Path) -> Iterator[Place]:
    """Yield the place again and again as it was prepared."""

    def places() -> Iterator[Place]:
        while True:
            folder = tmp_path / "place"
            shutil.copytree(prepared.folder, folder)
            yield Place(folder)
            shutil.rmtree(folder)

    return places()


@pytest.fixture
def renaming(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Exchange folders by renaming them, as other systems than Linux must, where a test asks for it."""
    if request.param:
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    return bool(request.param)


def mended(place: Place) -> None:
    """Prove that the next run needs no hand, shows the new release and leaves nothing behind."""
    place.publish()
    assert place.shown() == {"index.html": "home", "vi/a.html": "3", "vi/d.html": "3", ".well-known/x": "theirs"}
    release = read_release(place.root)
    notes = {path.stem for path in place.store.glob("*.json")}
    assert release and notes == {*place.kept(), str(release.number)} and all(name.isdecimal() for name in notes)
    assert place.beside() == [".guong.releases"]
    assert [path.name for path in place.output.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize(("act", "renaming"), WAYS, indirect=["renaming"])
def test_any_operation_may_fail(afresh: Iterator[Place], act: str, renaming: bool, lasting: bool) -> None:
    """The full disk, the broken one, the missing right, the open file: each at every operation, one after the other.

    What was shown is shown, with status 3 and one message; or all is done, where only clearing up has failed.
    """
    done = next(afresh)
    before = done.shown()
    ACTS[act](done)
    after, number, unmet = done.shown(), 0, False
    while not unmet:
        place, fault = next(afresh), FAULTS[number % len(FAULTS)]
        with failing(number, fault, lasting=lasting) as moment:
            try:
                ACTS[act](place)
                expected = after
            except Refusal as refusal:
                assert refusal.status == 3, (number, refusal.message)
                expected = before
        unmet = moment.seen <= number
        aside = list(place.store.glob("old-*")) if renaming and not place.root.exists() else []
        assert aside or place.shown() == expected, number
        assert not aside or lasting, number
        mended(place)
        number += 1
    assert number > 40


def test_what_others_put_there_meanwhile_stays(afresh: Iterator[Place]) -> None:
    """A file that comes at any moment of a publish is in the root afterwards, whichever release was shown then."""
    number, unmet = 0, False
    while not unmet:
        place = next(afresh)
        with meanwhile(number, lambda place=place: write(place.root, ".well-known/late", "x")) as moment:  # type: ignore[misc]
            place.publish()
        unmet = moment.seen <= number
        assert unmet or place.shown()[".well-known/late"] == "x", number
        number += 3


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be divided there")
@pytest.mark.parametrize(("act", "renaming"), WAYS, indirect=["renaming"])
def test_a_run_may_be_killed_at_any_operation(afresh: Iterator[Place], act: str, renaming: bool) -> None:
    """One release or the other is shown whole; only between two renames there is none, until the next run."""
    done = next(afresh)
    before = tree(done.root)
    ACTS[act](done)
    after, number, killed = tree(done.root), 0, True
    missing = 0
    while killed:
        place = next(afresh)
        killed = killed_at(number, lambda place=place: ACTS[act](place))  # type: ignore[misc]
        missing += not place.root.exists()
        assert not place.root.exists() or tree(place.root) in (before, after), number
        mended(place)
        number += 1
    assert number > 40 and missing == (1 if renaming else 0)
