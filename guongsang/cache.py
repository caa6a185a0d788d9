"""Keeps what is costly to make and depends on nothing but its key: pictures and what was seen in them, and papers.

A broken, foreign or unwritable cache is an empty one: whatever is read is compared with its own digest, and nothing
that goes wrong here is more than lost time. What no build has asked for in thirty days is cleared away.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_DIGEST = 32
_KEPT_SECONDS = 30 * 24 * 3600


class Cache(NamedTuple):
    """A folder of kept bytes, each behind its SHA-256."""

    folder: Path

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key; else make it and keep it."""
        path = self.folder / key
        kept = self._kept(key)
        if kept is not None:
            with contextlib.suppress(OSError):
                os.utime(path)
            return kept
        data = make()
        self.put(key, data)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, in the place of what was there; where nothing can be written, nothing is kept."""
        fresh = self.folder / f"{key}.{os.getpid()}-{id(data)}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(hashlib.sha256(data).digest() + data)
            fresh.replace(self.folder / key)

    def known(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key; else make it, but write nothing."""
        kept = self._kept(key)
        return make() if kept is None else kept

    def _kept(self, key: str) -> bytes | None:
        path = self.folder / key
        with contextlib.suppress(OSError):
            if path.is_file() and not path.is_symlink():
                kept = path.read_bytes()
                if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                    return kept[_DIGEST:]
        return None

    def sweep(self) -> None:
        """Clear away what no build has asked for in thirty days."""
        oldest = time.time() - _KEPT_SECONDS
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.is_file() and path.stat().st_mtime < oldest:
                    path.unlink()


def cache_of(root: Path) -> Cache:
    """Return the cache in which builds of a site keep what they made."""
    return Cache(root / ".cache" / "made")


Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what is kept under a key, or what the call makes, which it may keep."""


def make_anew(_: str, make: Callable[[], bytes]) -> bytes:
    """Keep nothing."""
    return make()
