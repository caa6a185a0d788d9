"""Work that is stopped where it takes more time or memory than it may: it is done in a process of its own.

In comes a function of this program with all that it is handed; out comes what it returns, or `Stopped`. Neither a
pattern that is matched for hours nor a library written in C can be interrupted from inside, so the system ends the
process. It counts the time of the processor where it can (Linux, macOS), so that a busy machine refuses nothing; what
passes on the clock is counted everywhere. Memory is limited by the system on Linux and Windows.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from weakref import finalize

if TYPE_CHECKING:
    import subprocess

Done = TypeVar("Done")
_HOME = Path(__file__).resolve().parents[1]
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from guongsang.bounded import serve; serve(int(sys.argv[2]))"
_PATIENCE = 4
"""How many times its time work may take on the clock, as other programs are at work too."""
MEMORY = 300_000_000
"""Bytes that a process may have."""


class Stopped(Exception):
    """Work that took more time or memory than it may, or that ended its process in another way."""


@dataclass(frozen=True)
class _Task:
    """What is to be done, and in how many seconds."""

    work: Callable[..., object]
    given: tuple[object, ...]
    seconds: float


class BoundedWorker:
    """Does work in a process that is started when it is first needed, and anew after one was stopped."""

    def __init__(self, memory: int = MEMORY) -> None:
        """Take how many bytes the process may have."""
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def do(self, seconds: float, work: Callable[..., Done], *given: object) -> Done:
        """Return what work gives; it and all that it is given must be able to be pickled. Raises Stopped.

        What the work itself raises is stopped work too. `seconds` are those of the processor.
        """
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(_Task(work, given, seconds), process.stdin, 5)
            process.stdin.flush()
            done: Done = pickle.load(process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as fault:
            _end(process)
            self._process = None
            raise Stopped from fault
        return done

    def _started(self) -> "subprocess.Popen[bytes]":
        """Return the process; one that belongs to the process from which this one was divided is left alone."""
        import subprocess

        if self._process is None or self._owner != os.getpid():
            command = [sys.executable, "-P", "-X", "utf8", "-c", _PROGRAM, str(_HOME), str(self._memory)]
            pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
            try:
                self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)
            except OSError as fault:
                raise Stopped from fault
            self._owner = os.getpid()
            finalize(self, _end, self._process)
        return self._process


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, whatever it is at."""
    import subprocess

    process.kill()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)


def serve(memory: int) -> None:
    """Do the work that comes in on standard input until that ends; what goes wrong ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    limit_memory(memory)
    with suppress(EOFError):
        while True:
            _answer(pickle.load(sys.stdin.buffer), answers)


def _answer(task: _Task, answers: BinaryIO) -> None:
    limit_time(task.seconds)
    done = task.work(*task.given)
    limit_time(0)
    pickle.dump(done, answers, 5)
    answers.flush()


def limit_time(seconds: float) -> None:
    """Have the system end this process after so many seconds of the processor, or more on the clock; 0: never."""
    import faulthandler

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
    if seconds:
        faulthandler.dump_traceback_later(seconds * _PATIENCE, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()


def limit_memory(size: int) -> None:
    """Have the system give this process no more than so many bytes; macOS has no such limit that holds."""
    if sys.platform == "win32":
        from guongsang.windows_memory import limit_memory_of_windows

        limit_memory_of_windows(size)
    else:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (size, resource.getrlimit(resource.RLIMIT_DATA)[1]))
