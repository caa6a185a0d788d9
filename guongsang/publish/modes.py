"""Lets a web server read what is published, whatever the umask of who publishes: files 0644, folders 0755.

Where a file system has no such modes, nothing is lost by not setting them.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

_FILE, _FOLDER = 0o644, 0o755
_ALL_READ = 0o444


def let_all_read(*paths: Path) -> None:
    """Let everybody read files and folders, and their owner alone write."""
    for path in paths:
        with suppress(OSError):
            path.chmod(_FOLDER if path.is_dir() else _FILE)


def all_may_read(mode: int) -> bool:
    """Return whether everybody may read a file of a mode."""
    return mode & _ALL_READ == _ALL_READ


def folders_down(top: Path, path: str) -> Iterator[Path]:
    """Yield a folder and those in it that lead to a file, which is named by its path below it."""
    yield top
    yield from (top / parent for parent in PurePosixPath(path).parents if parent.name)
