"""What lies in a folder, file by file, and how it differs from what a list says that should lie there.

In come a folder and a list of paths with their SHA-256; out comes what is missing, what is altered and what does not
belong. Links are not followed: a link is never the file that a list means.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath


@dataclass(frozen=True)
class Compared:
    """How a folder differs from a list, by paths below it, sorted; `foreign` are files that the list does not name."""

    missing: tuple[str, ...]
    altered: tuple[str, ...]
    foreign: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Return whether all that the list names is there as it should be."""
        return not self.missing and not self.altered


def compare(folder: Path, listed: Mapping[str, str]) -> Compared:
    """Compare the files of a folder with a list of paths and SHA-256. Raises OSError where it cannot be read."""
    found = set(files_below(folder))
    return Compared(
        missing=tuple(sorted(path for path in listed if path not in found)),
        altered=tuple(sorted(p for p, digest in listed.items() if p in found and digest_of_file(folder / p) != digest)),
        foreign=tuple(sorted(found - listed.keys())),
    )


def files_below(folder: Path | str) -> Iterator[str]:
    """Yield the paths of all that is no folder, with `/`, in order. Raises OSError."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from (f"{entry.name}/{path}" for path in files_below(entry.path))
        else:
            yield entry.name


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file; nothing of a link or a device. Raises OSError."""
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_if_there(path: Path) -> bytes:
    """Return the bytes of a file, none where there is no such file. Raises OSError where it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return b""


def is_below(path: str) -> bool:
    """Return whether a path that a list names can only lie below its folder, on any system."""
    parts = PurePosixPath(path).parts
    plain = bool(parts) and ".." not in parts and "\\" not in path
    return plain and not path.startswith("/") and not PureWindowsPath(path).drive
