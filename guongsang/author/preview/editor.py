"""Opens a text file of the content with the program that the system has for it.

Only a file that the last build has read is opened, by its name below the site's folder, and only text: what a system
might run as a program, and what lies elsewhere, is refused. The name travels as one argument; no shell reads it.
"""

import os
import subprocess
import sys
from collections.abc import Container
from pathlib import Path

_TEXT = (".md", ".yaml")


def open_in_editor(root: Path, known: Container[str], file: str) -> bool:
    """Open a file of the content; returns False where it is not one, or where the system has no program for it."""
    path = root / file
    if file not in known or path.suffix not in _TEXT or path.is_symlink() or not path.is_file():
        return False
    if not path.resolve().is_relative_to((root / "content").resolve()):
        return False
    try:
        _open(path.resolve())
    except OSError:
        return False
    return True


def _open(path: Path) -> None:
    """Hand a file to the system. Raises OSError where it has no program for it."""
    if sys.platform == "win32":
        os.startfile(path)
    else:
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        quiet = subprocess.DEVNULL
        subprocess.Popen([opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
