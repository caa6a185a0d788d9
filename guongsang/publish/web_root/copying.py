"""Copies a release to where it will be shown: each file compared with its digest on the way, and flushed to disk.

What others put into the web root goes along as it is, by a second name (a hard link) where the file system has them.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.faults import cannot_read
from guongsang.publish.modes import folders_down, let_all_read

_CHUNK = 1 << 20
_NOT_TO_BE_HAD = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS}
"""What file systems say that flush no folders."""


def copy_files(source: Path, target: Path, listed: Mapping[str, str]) -> None:
    """Copy the files that a list names with their SHA-256.

    Raises Refusal where one cannot be read or is not as listed, OSError where one cannot be written.
    """
    let_all_read(target)
    for path, digest in listed.items():
        if not (target / path).parent.is_dir():
            (target / path).parent.mkdir(parents=True)
            let_all_read(*folders_down(target, path))
        if _copied(source / path, target / path) != digest:
            raise _altered(source / path)
        let_all_read(target / path)


def _copied(source: Path, target: Path) -> str:
    """Copy a file, flush it, and return its SHA-256. Raises Refusal where it cannot be read, OSError otherwise."""
    sha = hashlib.sha256()
    try:
        read = source.open("rb")
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise cannot_read(source, fault) from fault
    with read, target.open("wb") as write:
        while chunk := read.read(_CHUNK):
            sha.update(chunk)
            write.write(chunk)
        write.flush()
        os.fsync(write.fileno())
    return sha.hexdigest()


def _altered(file: Path) -> Refusal:
    return Refusal(
        say("{file} is not as the build left it, so nothing was published; build the site again", file=str(file))
    )


def write_flushed(file: Path, data: bytes) -> None:
    """Write a file and flush it to disk. Raises OSError."""
    with file.open("wb") as write:
        write.write(data)
        write.flush()
        os.fsync(write.fileno())
    let_all_read(file)


def flush_folders(top: Path, *, below: bool = True) -> None:
    """Flush the names in a folder to disk, and in all below it, where the system can. Raises OSError."""
    if os.name == "nt":
        return
    with os.scandir(top) as found:
        folders = [Path(e.path) for e in found if e.is_dir(follow_symlinks=False)] if below else []
    for folder in folders:
        flush_folders(folder)
    number = os.open(top, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as fault:
        if fault.errno not in _NOT_TO_BE_HAD:
            raise
    finally:
        os.close(number)


@dataclass
class Carried:
    """Files of others that went along into a release, and those whose place the release needs itself."""

    along: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)


def carry_over(source: Path, target: Path, paths: Iterable[str]) -> Carried:
    """Put files of others into a release, where it leaves them room. Raises OSError."""
    carried = Carried()
    for path in paths:
        parents = [target / parent for parent in PurePosixPath(path).parents]
        taken = os.path.lexists(target / path) or any(p.exists() and not p.is_dir() for p in parents)
        if taken or not _gone_along(source, target, path):
            carried.replaced.append(path)
        else:
            carried.along.append(path)
    return carried


def _gone_along(source: Path, target: Path, path: str) -> bool:
    """Give a file another name in a release, or copy it; return whether that can be done with what it is."""
    for parent in reversed(PurePosixPath(path).parents):
        if not (target / parent).exists():
            (target / parent).mkdir()
            shutil.copymode(source / parent, target / parent)
    old, new = source / path, target / path
    with contextlib.suppress(OSError, NotImplementedError):
        os.link(old, new, follow_symlinks=False)
        return True
    if old.is_symlink():
        new.symlink_to(old.readlink())
    elif old.is_file():
        shutil.copy2(old, new)
    else:
        return False
    return True
