"""Keeps what is costly to make and depends on nothing but its key: pictures, under a digest of original and recipe.

A broken, foreign or unwritable cache is an empty one: whatever is read is compared with its own digest, and nothing
that goes wrong here is more than lost time. What no build has asked for in thirty days is cleared away.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_DIGEST = 32
_KEPT_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True)
class Cache:
    """A folder of kept bytes, each behind its SHA-256."""

    folder: Path

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under a key; else make it and keep it."""
        path = self.folder / key
        with contextlib.suppress(OSError):
            kept = path.read_bytes()
            if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST] and not path.is_symlink():
                os.utime(path)
                return kept[_DIGEST:]
        data = make()
        fresh = self.folder / f"{key}.{os.getpid()}-{id(data)}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(hashlib.sha256(data).digest() + data)
            fresh.replace(path)
        return data

    def sweep(self) -> None:
        """Clear away what no build has asked for in thirty days."""
        oldest = time.time() - _KEPT_SECONDS
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.is_file() and path.stat().st_mtime < oldest:
                    path.unlink()
