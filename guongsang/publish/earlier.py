"""What the last build left in the output, so that a file which comes out the same need not be written again.

A file there is taken to be the one that the manifest describes if its size and time are still those of that build and,
where it is published, everybody may read it; then the new output gets another name for it (a hard link) instead of a
copy.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from guongsang.cache import Cache
from guongsang.digests import digest_of
from guongsang.publish.modes import all_may_read


@dataclass(frozen=True)
class Earlier:
    """The files of an output by path: the SHA-256 that the manifest gives, and size and time as its build left them."""

    output: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def link(self, path: str, digest: str, target: str) -> bool:
        """Put a file with these bytes at a path if the last output has it at its own; return whether it did."""
        if self.digests.get(path) != digest or path not in self.looks:
            return False
        source = f"{self.output}/{path}"
        try:
            state = os.lstat(source)
            if _look(state) != self.looks[path] or not (all_may_read(state.st_mode) or path.startswith("office/")):
                return False
            os.link(source, target)
        except (OSError, NotImplementedError):
            return False
        return True


def read_earlier(output: Path, digests: Mapping[str, str], cache: Cache) -> Earlier:
    """Return what the last build left, as far as it was noted down; `digests` are those of the manifest there."""
    with suppress(ValueError, TypeError, AttributeError):
        kept = json.loads(cache.known(_name(output), lambda: b"{}"))
        return Earlier(output, digests, {str(path): (int(size), int(at)) for path, (size, at) in kept.items()})
    return Earlier(output)


def note_down(output: Path, paths: Iterable[str], cache: Cache) -> None:
    """Note down what the files of an output look like that was just published."""
    with suppress(OSError):
        looks = {path: _look(os.lstat(f"{output}/{path}")) for path in paths}
        cache.put(_name(output), json.dumps(looks, ensure_ascii=False).encode())


def _look(state: os.stat_result) -> tuple[int, int]:
    """Return size and time of a file, the time in nanoseconds since 1970."""
    return state.st_size, state.st_mtime_ns


def _name(output: Path) -> str:
    return f"output-{digest_of(str(output)).hex()}"
