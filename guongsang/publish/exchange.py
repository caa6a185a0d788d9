"""Two folders change places: in a single call where the system has one, else by renaming."""

import ctypes
import os
import sys
from pathlib import Path


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one call (renameat2 with RENAME_EXCHANGE); False where that is not to be had."""
    if not sys.platform.startswith("linux"):
        return False
    at_cwd, exchange = -100, 2
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange) == 0)


def swap_by_renaming(new: Path, old: Path, aside: Path) -> None:
    """Put a folder in the place of another, which goes aside. Raises OSError, with everything as it was."""
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
