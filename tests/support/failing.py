"""Operations on files that fail, or end the process, at a chosen moment.

Python tells of each operation before it is done (`sys.addaudithook`), and what is told may refuse it: so every way to
open, rename, link or remove a file is met, whoever wrote it.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_WATCHED = frozenset(
    "open os.rename os.link os.symlink os.mkdir os.remove os.rmdir os.chmod os.scandir os.listdir os.truncate"
    " ctypes.dlopen".split()
)


@dataclass
class _Moment:
    """The operation that fails, by its number from 0; what happens to it, and whether to all that follow too."""

    number: int
    happens: Callable[[], None]
    lasting: bool
    seen: int = 0

    def tell(self) -> None:
        """Count an operation."""
        number, self.seen = self.seen, self.seen + 1
        if number == self.number or (self.lasting and number > self.number):
            self.happens()


_armed: list[_Moment] = []


def _hook(event: str, _: tuple[object, ...]) -> None:
    if _armed and event in _WATCHED:
        _armed[-1].tell()


sys.addaudithook(_hook)


@contextmanager
def failing(number: int, fault: OSError, *, lasting: bool = False) -> Iterator[_Moment]:
    """Let one operation on files fail, or all from there on; what is yielded counts them."""

    def fail() -> None:
        raise fault

    with _moment(_Moment(number, fail, lasting)) as moment:
        yield moment


@contextmanager
def meanwhile(number: int, act: Callable[[], None]) -> Iterator[_Moment]:
    """Let something happen just before one operation on files, as if another program did it."""
    with _moment(_Moment(number, act, lasting=False)) as moment:
        yield moment


@contextmanager
def _moment(moment: _Moment) -> Iterator[_Moment]:
    _armed.append(moment)
    try:
        yield moment
    finally:
        _armed.remove(moment)


def held_open_by_others(message: str = "held") -> OSError:
    """Return what Windows says where another program has a file open."""
    fault = PermissionError(13, message)
    fault.winerror = 32
    return fault


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do something in a process that is killed at one of its operations on files; return whether it was."""

    def do() -> int:
        with _moment(_Moment(number, lambda: os.kill(os.getpid(), signal.SIGKILL), lasting=False)):
            work()
        return 0

    status = ended(forked(do))
    assert status in (0, -signal.SIGKILL), status
    return status != 0


def forked(work: Callable[[], int]) -> int:
    """Do something in a process divided from this one, which ends with what it returns; return its number."""
    child = os.fork()
    if child:
        return child
    status = 99
    try:
        status = work()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """Wait for a process to end; return its status, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
