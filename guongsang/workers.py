"""Several processes that share work out among themselves, on systems where a process can be divided (Linux).

A process that is divided (fork) has all that was read before at no cost; only what it makes goes back, through a pipe.
With threads beside it a division is not safe, and for little work it does not pay; then one process does everything.
The outcome is the same however many there are.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
ENOUGH = 100
"""As many items must there be for each process; below, starting and handing back takes longer than it saves."""


def processes() -> int:
    """Return how many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def number_of_shares(jobs: int, items: int) -> int:
    """Return how many processes so many items are worth, at most as many as are allowed."""
    can_divide = sys.platform == "linux" and threading.active_count() == 1
    return max(min(jobs, items // ENOUGH), 1) if can_divide else 1


def shared_out(
    jobs: int, items: Sequence[Item], work: Callable[[Sequence[Item]], Done], begin: Callable[[], None]
) -> list[Done]:
    """Return what work gives for each share of some items; it must be able to be pickled, and to be done again.

    Each other process calls `begin` first. A share whose process dies is done by this one.
    """
    number = number_of_shares(jobs, len(items))
    if number < 2:
        return [work(items)]
    shares = [items[i::number] for i in range(number)]
    others = [_begun(work, share, begin) for share in shares[1:]]
    try:
        done = [work(shares[0])]
        for share, (_, pipe) in zip(shares[1:], others, strict=True):
            done.append(_handed_back(pipe.read(), share, work))
        return done
    finally:
        for process, pipe in others:
            pipe.close()
            os.kill(process, signal.SIGKILL)  # one that is done already waits to be asked how it ended
            os.waitpid(process, 0)


def _begun(
    work: Callable[[Sequence[Item]], Done], share: Sequence[Item], begin: Callable[[], None]
) -> tuple[int, BinaryIO]:
    """Begin to work on a share in a process of its own; return that and the pipe in which its outcome will be."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    status = 1
    with suppress(BaseException):  # whatever goes wrong here will go wrong, and be told, in the process that waits
        os.close(reading)
        begin()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work(share), 5))
        status = 0
    os._exit(status)


def _handed_back(data: bytes, share: Sequence[Item], work: Callable[[Sequence[Item]], Done]) -> Done:
    with suppress(EOFError, pickle.UnpicklingError, IndexError):
        done: Done = pickle.loads(data)
        return done
    return work(share)
