"""A folder takes the place of another; what other programs have open is waited for, and then named."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from guongsang.findings import Refusal
from guongsang.publish import exchange
from guongsang.publish.exchange import put_in_place, swap_by_renaming
from guongsang.publish.patience import Patience, held_open
from support.failing import failing, held_open_by_others
from support.site import tree, write


@dataclass
class Clock:
    """A clock that goes on only while somebody sleeps."""

    time: float = 0
    slept: int = 0

    def now(self) -> float:
        """Return the time in seconds."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.time, self.slept = self.time + seconds, self.slept + 1

    @property
    def patience(self) -> Patience:
        """Return the usual patience by this clock."""
        return Patience(self.now, self.sleep)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Make a new folder, an old one, and name where the old one may go aside."""
    write(tmp_path, "new/a", "new")
    write(tmp_path, "old/a", "old")
    return tmp_path / "new", tmp_path / "old", tmp_path / "aside"


@pytest.mark.parametrize("at_once", [True, False])
def test_two_folders_change_places(
    folders: tuple[Path, Path, Path], at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one call or by renaming, and into an empty place too."""
    new, old, aside = folders
    if not at_once:
        monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    put_in_place(new, old, aside)
    assert tree(old) == {"a": b"new"}
    assert tree(aside if aside.exists() else new) == {"a": b"old"}
    put_in_place(old, folders[1].parent / "empty", aside)
    assert not old.exists()


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_open_for_a_moment_is_waited_for(folders: tuple[Path, Path, Path], number: int) -> None:
    """Whichever of the two renames meets it."""
    new, old, aside = folders
    clock = Clock()
    with failing(number, held_open_by_others()):
        swap_by_renaming(new, old, aside, clock.patience)
    assert tree(old) == {"a": b"new"} and tree(aside) == {"a": b"old"} and clock.slept == 1


def test_what_stays_open_is_told_after_three_seconds(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the names of the files, and everything as it was."""
    new, old, aside = folders
    monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    clock = Clock()
    with failing(0, held_open_by_others(), lasting=True), pytest.raises(Refusal) as caught:
        put_in_place(new, old, aside, clock.patience)
    assert caught.value.status == 3 and 2.9 < clock.time < 3.2
    assert caught.value.message.args == {"folder": str(old), "n": 3}
    assert tree(new) == {"a": b"new"} and tree(old) == {"a": b"old"} and not aside.exists()


def test_open_files_are_found_by_renaming_them_to_themselves(folders: tuple[Path, Path, Path]) -> None:
    """Windows refuses that; the first operation looks into the folder."""
    _, old, _ = folders
    write(old, "b/c.pdf", "")
    with failing(3, held_open_by_others()):
        assert held_open(old) == ("b/c.pdf",)
    assert held_open(old) == ()


@pytest.mark.parametrize("fault", [OSError(5, "io"), PermissionError(13, "no")])
def test_another_fault_is_not_waited_for(
    folders: tuple[Path, Path, Path], fault: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second rename that fails is undone; only where that fails too, it is said where the old folder lies."""
    new, old, aside = folders
    monkeypatch.setattr(exchange, "exchanged", lambda *_: False)
    clock = Clock()
    with failing(1, fault), pytest.raises(Refusal) as caught:
        put_in_place(new, old, aside, clock.patience)
    assert tree(old) == {"a": b"old"} and clock.slept == 0 and "reason" in caught.value.message.args
    with failing(1, fault, lasting=True), pytest.raises(Refusal) as caught:
        put_in_place(new, old, aside, clock.patience)
    assert tree(aside) == {"a": b"old"} and caught.value.message.args["aside"] == str(aside)
