"""Recommended commands: their words, and faults of a site for which one is recommended."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path

from support.good import ABOUT
from support.site import edit

FOLDER = "Trang web  của Lan"
"""A name as people give it: blanks, two of them side by side, and Vietnamese letters."""
MOJIBAKE = "Tiáº¿ng Viá»‡t bá»‹ Ä‘á»\x8fc nháº§m."


def words_of(line: str) -> list[str]:
    """Part a line into words as a shell does."""
    return shlex.split(line) if os.name != "nt" else [w.strip('"') for w in shlex.split(line, posix=False)]


def spoil(file: str, old: str, new: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    """Make the step that changes a file of the site."""

    def spoilt(root: Path) -> None:
        edit(root, file, old, new)
        (root / file).write_bytes((root / file).read_text(encoding="utf-8").encode(encoding))

    return spoilt


mojibake = spoil(ABOUT, "Trang này", MOJIBAKE)
"""The step that lets a page of the site look as if it was read wrongly."""
