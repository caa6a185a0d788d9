"""Records: what was made is recalled by all that went in, and a file that is not sound is an empty one."""

import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang import record_file as module
from guongsang.digests import digest_of, value_digest
from guongsang.i18n.messages import Text
from guongsang.records import Records, records_of
from support.program import Ran
from support.site import PROJECT

FILE = ".cache/records.sqlite"


class Maker:
    """Makes a value and counts how often."""

    def __init__(self, value: object = "made") -> None:
        """Begin with none made."""
        self.value, self.times = value, 0

    def __call__(self) -> object:
        """Make the value."""
        self.times += 1
        return self.value


def recalled(root: Path, *given: str, value: object = "made") -> tuple[object, int]:
    """Recall a value of a site in a run of its own; return it and how often it was made."""
    make = Maker(value)
    with records_of(root, 1) as records:
        return records.recall("room", given, make), make.times


@pytest.mark.parametrize(
    "value", [None, "ổn", (1, 2.5), Text("a", "vi"), date(2024, 6, 1), frozenset("ab"), [Text("b", "en", "c", "vi")]]
)
def test_a_value_is_made_once(tmp_path: Path, value: object) -> None:
    """Whatever it is, None too, in later runs as in the first."""
    assert recalled(tmp_path, "a", value=value) == (value, 1)
    assert recalled(tmp_path, "a", value="another") == (value, 0)


def test_whatever_goes_in_counts() -> None:
    """The room, each part, its bounds and the order."""
    given = [
        ("room", ["a", "b"]),
        ("other", ["a", "b"]),
        ("room", ["b", "a"]),
        ("room", ["ab"]),
        ("room", ["a", "b", ""]),
    ]
    records = Records()
    for room, parts in given:
        make = Maker()
        records.recall(room, parts, make)
        assert make.times == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_values_are_taken_at_once(tmp_path: Path, jobs: int) -> None:
    """Those that the file holds, however many; the others are made, and one that is damaged too."""
    known = {str(n): n for n in range(1100)}
    with records_of(tmp_path, jobs) as records:
        for name, value in known.items():
            records.recall("room", [name], Maker(value))
    _changed(tmp_path / FILE, "UPDATE record SET value = zeroblob(40) WHERE rowid = 7")
    makers = {name: Maker("anew") for name in (*known, "other")}
    with records_of(tmp_path, jobs) as records:
        records.make_ahead("room", [([name], make) for name, make in makers.items()])
        found = {name: records.recall("room", [name], make) for name, make in makers.items()}
    assert sorted(name for name, value in found.items() if value == "anew") == sorted(["6", "other"])
    assert all(found[name] == value for name, value in known.items() if name != "6")
    assert sum(make.times for make in makers.values()) == 2


def test_values_of_a_room_are_taken_ahead(tmp_path: Path) -> None:
    """They are there though the file is left alone afterwards."""
    recalled(tmp_path, "a")
    make = Maker("another")
    with records_of(tmp_path, 1) as records:
        records.take_ahead("room", [["a"], ["b"]])
        records.leave_file()
        assert [records.recall("room", [name], make) for name in ("a", "b")] == ["made", "another"]


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:700])


def _text(file: Path) -> None:
    file.write_bytes(b"not a database" * 400)


def _damaged(file: Path) -> None:
    _changed(file, "UPDATE record SET value = zeroblob(40)")


def _foreign(file: Path) -> None:
    _changed(file, "DROP TABLE record; CREATE TABLE record (x TEXT)")


def _of_another_program(file: Path) -> None:
    _changed(file, "UPDATE program SET digest = x'00'")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _changed(file: Path, script: str) -> None:
    database = sqlite3.connect(file)
    database.executescript(script)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    "spoil", [_emptied, _cut_short, _text, _damaged, _foreign, _of_another_program, _folder, Path.unlink]
)
def test_a_file_that_is_not_sound_is_an_empty_one(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """Nothing is told of it, and what is made instead is right."""
    recalled(tmp_path, "a", value="old")
    spoil(tmp_path / FILE)
    assert recalled(tmp_path, "a", value="new") == ("new", 1)
    assert recalled(tmp_path, "a") == (("made", 1) if spoil is _folder else ("new", 0))


class Evil:
    """What runs something when pickle reads it."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        """Name a function of the program that would be called, and that removes what is named."""
        return module.open_file, ("x",)


@pytest.mark.parametrize("value", [Evil(), print, subprocess.Popen, Path("x")])
def test_a_foreign_value_runs_nothing(tmp_path: Path, value: object) -> None:
    """Only classes of this program and plain values are read; all else is as if it were not there."""
    recalled(tmp_path, "a")
    database = sqlite3.connect(tmp_path / FILE)
    database.execute("UPDATE record SET value = ?", (_packed(value),))
    database.commit()
    database.close()
    assert recalled(tmp_path, "a", value="new") == ("new", 1)


def _packed(value: object) -> bytes:
    data = pickle.dumps(value)
    return module._own_digest(data) + data


def test_whatever_a_build_remembers_can_be_read_again(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """In every room there is, whatever the documents hold."""
    root = site()
    assert run("--root", root, "build", "--no-print").status == 0
    database = sqlite3.connect(root / FILE)
    rows = database.execute("SELECT room, value FROM record").fetchall()
    database.close()
    assert {room for room, _ in rows} >= {"document", "translation", "picture", "by itself", "file"}
    assert [room for room, value in rows if module._unpacked(value) is module.NOTHING] == []


def test_where_nothing_can_be_written_nothing_is_lost(tmp_path: Path) -> None:
    """A file where the folder should be, for one."""
    (tmp_path / ".cache").write_text("x", encoding="utf-8")
    assert recalled(tmp_path, "a") == ("made", 1)


def test_two_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    """One that cannot write gives up, and the next run finds what the other wrote."""
    recalled(tmp_path, "a")
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert recalled(tmp_path, "b") == ("made", 1)
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert recalled(tmp_path, "a", value="new") == ("made", 0)


def test_what_nobody_asks_for_is_forgotten_in_memory() -> None:
    """After each round only what was asked for in it is left."""
    records, first, second = Records(), Maker(), Maker()
    records.recall("room", "a", first)
    records.settle()
    records.recall("room", "b", second)
    records.settle()
    records.recall("room", "a", first)
    records.recall("room", "b", second)
    assert (first.times, second.times) == (2, 1)


def test_what_nobody_asks_for_is_forgotten_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After thirty days, counted from the last time that somebody asked."""
    day = 86_400
    monkeypatch.setattr("time.time", lambda: 0 * day)
    recalled(tmp_path, "a")
    recalled(tmp_path, "b")
    monkeypatch.setattr("time.time", lambda: 20 * day)
    assert recalled(tmp_path, "a")[1] == 0
    monkeypatch.setattr("time.time", lambda: 40 * day)
    recalled(tmp_path, "c")
    assert recalled(tmp_path, "a")[1] == 0
    assert recalled(tmp_path, "b")[1] == 1


def test_equal_values_have_one_digest_whatever_they_share() -> None:
    """Also in another process with other hashes."""
    word = "".join(["a", "b"])
    shared, apart = [Text(word, word)] * 2, [Text("ab", "ab"), Text("a" + "b", "a" + "b")]
    assert value_digest(shared) == value_digest(apart) != value_digest(shared[:1])
    code = (
        "from guongsang.digests import value_digest; from guongsang.i18n.messages import Text;"
        "print(value_digest([Text('ab', 'ab')] * 2).hex())"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", code], cwd=PROJECT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert told.stdout.decode().strip() == value_digest(shared).hex()


def test_parts_are_not_run_together() -> None:
    """A digest knows where one part ends."""
    assert len({digest_of("ab"), digest_of("a", "b"), digest_of("", "ab"), digest_of(b"ab", "")}) == 4
