"""What files look like from outside, so that it is known whether one has changed without reading it.

A file is told from an earlier state of it by its size and times. Where it was changed so shortly before it was looked
at that the clock of its file system could miss another change, its bytes are looked at too.
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_COARSEST = 2_000_000_000
"""The longest step of a file system's clock, in nanoseconds (that of FAT)."""
_COMPILED = "__pycache__"


class Seen(NamedTuple):
    """A file or folder as it was seen: its path, what tells it from another state, when it changed, in nanoseconds."""

    path: str
    told: str
    changed: int

    def is_young(self, since: int) -> bool:
        """Return whether it may have changed unseen about a time, in nanoseconds since 1970."""
        return self.changed > since - _COARSEST


class UnsureError(Exception):
    """Something cannot be looked at from outside: a link, or what the system does not show."""


def seen_below(paths: Iterable[Path]) -> list[Seen]:
    """Look at files, and at folders to the bottom; what is not there is seen as missing. Raises UnsureError."""
    try:
        return [seen for path in paths for seen in _seen(path)]
    except OSError as fault:
        raise UnsureError from fault


def _seen(path: Path) -> Iterator[Seen]:
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        yield Seen(str(path), "", 0)
        return
    yield from _entry(str(path), state)


def _entry(path: str, state: os.stat_result) -> Iterator[Seen]:
    kind = state.st_mode & 0o170000
    if kind == 0o040000:
        yield Seen(path, "folder", 0)
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if entry.name != _COMPILED:
                yield from _entry(entry.path, entry.stat(follow_symlinks=False))
    elif kind == 0o100000:
        times = state.st_mtime_ns, state.st_ctime_ns
        yield Seen(path, f"{state.st_size} {times[0]} {times[1]}", max(times))
    else:
        raise UnsureError


def stamp_of(seen: Iterable[Seen], since: int) -> str:
    """Return a digest of files as they were seen, young ones with their bytes. Raises UnsureError."""
    digest = blake2b(digest_size=16)
    for one in seen:
        digest.update(f"{one.path}\0{one.told}\n".encode("utf-8", "surrogatepass"))
        if one.is_young(since):
            try:
                digest.update(blake2b(Path(one.path).read_bytes()).digest())
            except OSError as fault:
                raise UnsureError from fault
    return digest.hexdigest()
