"""Waits for a moment where Windows refuses to move something because another program has it open.

A virus scanner, a search index or the preview of a file manager lets go within seconds; a reader of PDFs does not, and
its user must be told what to close. Clock and sleep are handed in, so that a test waits for nothing.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from guongsang.publish.contents import files_below

_OF_OPEN_THINGS = (5, 32, 33)
"""Faults of Windows: access denied (as of a folder in which something is open), sharing violation, locked region."""
_PAUSE = 0.1
_NAMED = 3

Done = TypeVar("Done")


@dataclass(frozen=True)
class Patience:
    """How long is waited, in seconds, by which clock, and how a moment passes."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    seconds: int = 3

    def carry_out(self, work: Callable[[], Done]) -> Done:
        """Do something, again and again as long as another program holds it open. Raises OSError in the end."""
        until = self.now() + self.seconds
        while True:
            try:
                return work()
            except OSError as fault:
                if not is_held_open(fault) or self.now() >= until:
                    raise
            self.sleep(_PAUSE)


PATIENCE = Patience()


def is_held_open(fault: OSError) -> bool:
    """Return whether Windows refused because another program has something open."""
    return getattr(fault, "winerror", None) in _OF_OPEN_THINGS


def held_open(folder: Path) -> tuple[str, ...]:
    """Return the first files below a folder that are open: they cannot be renamed, even to themselves."""
    held: list[str] = []
    with suppress(OSError):
        for path in files_below(folder):
            try:
                os.rename(folder / path, folder / path)  # noqa: PTH104
            except OSError as fault:
                held += [path] if is_held_open(fault) else []
            if len(held) == _NAMED:
                break
    return tuple(held)
