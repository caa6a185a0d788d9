"""Writes to the streams of the program, which may be closed: by a reader who has seen enough, or from the beginning.

What cannot be written any more is lost; the work goes on, and its exit status says how it ended. What a call tells may
be recorded, so that it can be told again.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

_GONE = {errno.EPIPE, errno.EINVAL, errno.EBADF, errno.ESHUTDOWN, errno.ECONNRESET}
"""What a system says of a stream that nobody reads; Windows says EINVAL of a closed pipe."""


def open_streams() -> None:
    """Put a stream that takes everything in place of each that was closed before the program started.

    The file that is opened next would otherwise get its number, and what another library prints would go there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(mode))
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def in_colour() -> bool:
    """Colour only for a person at a terminal who has not said no (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


Line: TypeAlias = tuple[str, str, bool]
"""What was written: onto which stream, the text, whether a line ended with it."""


class Recording:
    """What a call tells: its lines, and whether they hold until something that the call read changes.

    `fonts` says whether fonts of the machine are among this.
    """

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.lines: list[Line] = []
        self.lasting = self.fonts = False


_recordings: list[Recording] = []


@contextmanager
def recorded() -> Iterator[Recording]:
    """Record what is told meanwhile."""
    _recordings.append(Recording())
    try:
        yield _recordings[-1]
    finally:
        _recordings.pop()


def lasts(*, fonts: bool = False) -> None:
    """Say that all that was told will hold as long as nothing changes that was read, fonts of the machine or not."""
    for recording in _recordings:
        recording.lasting, recording.fonts = True, fonts


def out(text: str = "") -> None:
    """Write a line to standard output."""
    write(text, "stdout")


def err(text: str, *, nl: bool = True) -> None:
    """Write a line to standard error."""
    write(text, "stderr", nl=nl)


def write(text: str, name: str, *, nl: bool = True) -> None:
    """Write to the stream of a name, `stdout` or `stderr`, and end the line unless told otherwise."""
    for recording in _recordings:
        recording.lines.append((name, text, nl))
    try:
        stream = getattr(sys, name)
        if os.name == "nt" and "\033" in text:  # older consoles of Windows show colours only through click
            import click

            click.echo(text, stream, nl=nl)
            return
        stream.write(f"{text}\n" if nl else text)
        stream.flush()
    except OSError as fault:
        if fault.errno not in _GONE:
            raise
        _silence(name)
    except ValueError:  # Python's own word for a stream that it has closed
        _silence(name)


def _silence(name: str) -> None:
    """Let a stream take everything from now on, what still waits in it too."""
    nothing = _nothing("w")
    with suppress(OSError, ValueError, AttributeError, io.UnsupportedOperation):
        os.dup2(nothing.fileno(), getattr(sys, name).fileno())
    setattr(sys, name, nothing)


def _nothing(mode: str) -> Any:
    return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123
