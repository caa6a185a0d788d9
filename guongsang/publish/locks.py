"""Lets one build or publish at a time write to a folder, and tells a second one who holds it since when.

The lock is that of an open file beside the folder, so the system frees it however its holder ends. Only the holder
removes the file, and a lock counts only if its file still lies at its path: so nobody holds a lock that others do not
see, and none is left behind. A file system that knows no locks gives none.
"""

import contextlib
import errno
import json
import os
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from guongsang.findings import Refusal
from guongsang.i18n.messages import Message, say
from guongsang.publish.faults import cannot_write

_TRIES = 100
_HELD_BY_OTHERS = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK, 36}
"""What systems say of a lock that another has; 36 is EDEADLOCK of Windows."""
_LOCKED_BYTE = 1 << 30
"""Windows locks bytes, which nobody else can read meanwhile: one behind the text."""


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raises Refusal if another run holds it or nothing can be written."""
    lock = folder.parent / f".{folder.name}.lock"
    handle = _held(lock, folder)
    try:
        _sign(handle)
        yield
    finally:
        if sys.platform == "win32":  # an open file cannot be removed there, nor one that another has opened by then
            handle.close()
        with contextlib.suppress(OSError):
            lock.unlink()
        handle.close()


def _held(lock: Path, folder: Path) -> IO[bytes]:
    """Open and lock the file of a lock; one that its last holder removed meanwhile is no lock any more."""
    for _ in range(_TRIES):
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            handle = os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
        except OSError as fault:
            raise cannot_write(folder, fault) from fault
        if not _locked(handle.fileno()):
            handle.close()
            raise Refusal(_told_by(lock, folder), status=3)
        if _still_there(lock, handle):
            return handle
        handle.close()
    raise Refusal(_told_by(lock, folder), status=3)


def _still_there(lock: Path, handle: IO[bytes]) -> bool:
    """Return whether an open file is the one that lies at a path."""
    try:
        return os.path.samestat(os.fstat(handle.fileno()), lock.stat())
    except OSError:
        return False


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        return fault.errno not in _HELD_BY_OTHERS
    return True


def _sign(handle: IO[bytes]) -> None:
    """Write into the file of a lock which process holds it, on which machine, and since when."""
    holder = {"process": os.getpid(), "host": platform.node(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    with contextlib.suppress(OSError):
        handle.seek(0)
        handle.truncate()
        handle.write(json.dumps(holder).encode())
        handle.flush()


def _told_by(lock: Path, folder: Path) -> Message:
    """Tell who holds a lock and since when, in the reader's time."""
    try:
        holder = json.loads(lock.read_bytes())
        since = datetime.fromisoformat(str(holder["since"])).astimezone()
        process, host = str(holder["process"]), str(holder["host"])
    except (OSError, ValueError, KeyError, TypeError):
        return say("another build is writing to {folder}; try again when it is done", folder=str(folder))
    return say(
        "another build has been writing to {folder} since {time} on {day} (process {process} on {host}); try again when"
        " it is done",
        folder=str(folder),
        time=f"{since:%H:%M}",
        day=since.date(),
        process=process,
        host=host,
    )
