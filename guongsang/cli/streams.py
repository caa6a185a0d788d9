"""Writes to the streams of the program, which may be closed: by a reader who has seen enough, or from the beginning.

What cannot be written any more is lost; the work goes on, and its exit status says how it ended.
"""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

import click

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


def out(text: str = "") -> None:
    """Write a line to standard output."""
    _write(text, "stdout")


def err(text: str, *, nl: bool = True) -> None:
    """Write a line to standard error."""
    _write(text, "stderr", nl=nl)


def _write(text: str, name: str, *, nl: bool = True) -> None:
    try:
        click.echo(text, err=name == "stderr", nl=nl)
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
