"""What is kept between builds, and every way in which it may be broken."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.cache import Cache

MONTH = 30 * 24 * 3600


class Maker:
    """Makes bytes and counts how often it was asked."""

    def __init__(self, data: bytes = b"made") -> None:
        self.data = data
        self.asked = 0

    def __call__(self) -> bytes:
        self.asked += 1
        return self.data


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache whose folder does not exist yet."""
    return Cache(tmp_path / "deep" / "cache")


def test_what_was_made_is_made_once(cache: Cache) -> None:
    """The second time, and for another reader of the folder, it is taken from there."""
    make = Maker()
    assert cache.keep("key", make) == b"made"
    assert cache.keep("key", make) == Cache(cache.folder).keep("key", make) == b"made"
    assert make.asked == 1


def test_each_key_keeps_its_own(cache: Cache) -> None:
    """Nothing is handed out under another key."""
    assert cache.keep("one", Maker(b"1")) == b"1"
    assert cache.keep("two", Maker(b"2")) == b"2"
    assert cache.keep("one", Maker(b"other")) == b"1"


def test_asking_what_is_known_writes_nothing(cache: Cache) -> None:
    """A call that may only look leaves the folder as it is, and finds what a build kept."""
    make = Maker()
    assert cache.known("key", make) == b"made"
    assert not cache.folder.exists()
    cache.keep("key", make)
    assert cache.known("key", Maker(b"other")) == b"made"


@pytest.mark.parametrize(
    "broken",
    [b"", b"short", b"\0" * 32, b"\0" * 40, b"x" * 1000],
    ids=["empty", "short", "digest-alone", "wrong-digest", "foreign"],
)
def test_a_broken_entry_is_made_anew_and_mended(cache: Cache, broken: bytes) -> None:
    """Bytes that do not fit their digest are never handed out, and the next time all is well."""
    cache.folder.mkdir(parents=True)
    (cache.folder / "key").write_bytes(broken)
    make = Maker()
    assert cache.keep("key", make) == b"made"
    assert cache.keep("key", make) == b"made"
    assert make.asked == 1


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_one_wrong_byte_anywhere_is_noticed(cache: Cache, at: int) -> None:
    """A bit that flips in the digest or in the data makes the entry an empty one."""
    cache.keep("key", Maker())
    path = cache.folder / "key"
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert cache.known("key", Maker(b"again")) == b"again"


def test_a_folder_in_place_of_an_entry_is_lost_time_only(cache: Cache) -> None:
    """What cannot be read or replaced is made each time, and nothing is raised."""
    (cache.folder / "key").mkdir(parents=True)
    assert cache.keep("key", Maker()) == b"made"
    assert cache.known("key", Maker()) == b"made"


def test_a_file_in_place_of_the_folder_is_lost_time_only(tmp_path: Path) -> None:
    """Where no folder can be made, everything is made each time."""
    (tmp_path / "cache").write_bytes(b"")
    cache = Cache(tmp_path / "cache")
    assert cache.keep("key", Maker()) == b"made"
    cache.sweep()


def test_a_link_is_not_followed(cache: Cache, tmp_path: Path) -> None:
    """An entry that is a link to something well-formed elsewhere counts as none."""
    elsewhere = Cache(tmp_path / "other")
    elsewhere.keep("key", Maker(b"foreign"))
    cache.folder.mkdir(parents=True)
    try:
        (cache.folder / "key").symlink_to(elsewhere.folder / "key")
    except OSError:
        pytest.skip("links cannot be made here")
    assert cache.keep("key", Maker()) == b"made"


def test_what_fails_to_be_made_is_not_kept(cache: Cache) -> None:
    """An error goes on to the caller, and the next call makes it again."""

    def fail() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        cache.keep("key", fail)
    assert cache.keep("key", Maker()) == b"made"


def test_nothing_but_the_entries_is_left_behind(cache: Cache) -> None:
    """What was written on the way to an entry has become the entry."""
    for key in ("a", "b"):
        cache.keep(key, Maker())
    assert sorted(path.name for path in cache.folder.iterdir()) == ["a", "b"]


def test_sweeping_clears_what_nobody_asked_for_in_thirty_days(cache: Cache) -> None:
    """Old entries and old halves go; what was asked for since then stays, however old it is."""
    for key in ("new", "old", "old-but-asked-for"):
        cache.keep(key, Maker())
    past = time.time() - MONTH - 60
    for key in ("old", "old-but-asked-for"):
        os.utime(cache.folder / key, (past, past))
    cache.keep("old-but-asked-for", Maker())
    cache.sweep()
    assert sorted(path.name for path in cache.folder.iterdir()) == ["new", "old-but-asked-for"]


def test_sweeping_leaves_folders_and_a_missing_folder_alone(cache: Cache) -> None:
    """Only files are cleared away, and a cache that does not exist is swept already."""
    cache.sweep()
    inner = cache.folder / "inner"
    inner.mkdir(parents=True)
    past = time.time() - 2 * MONTH
    os.utime(inner, (past, past))
    cache.sweep()
    assert inner.is_dir()


@settings(deadline=None, max_examples=40)
@given(data=st.binary(max_size=200))
def test_any_bytes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Nothing is added, cut or changed, empty data included."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    assert cache.keep("key", lambda: data) == data
    assert cache.keep("key", Maker(b"other")) == data
