"""What tests of writing share: somebody who types at a terminal, and a live preview that runs."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.keyboard import Keyboard
from support.preview import Served
from support.site import PROJECT


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let somebody type."""
    return lambda *lines: monkeypatch.setattr("sys.stdin", Keyboard(*lines))


def _hear_interrupts() -> None:
    """Let a preview hear Ctrl+C even where the tests themselves run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def serve(site: Callable[..., Path]) -> Iterator[Callable[..., Served]]:
    """Start the preview of a site as a command line would, and end it."""
    running: list[subprocess.Popen[str]] = []

    def start(*words: str, prepare: Callable[[Path], None] = lambda _: None) -> Served:
        root = site()
        prepare(root)
        command = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(root), "--lang", "en"]
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        process = subprocess.Popen(
            [*command, "serve", *(words or ("--port", "0"))],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "GUONGSANG_NO_VENV": "1"},
            creationflags=flags,
            preexec_fn=None if os.name == "nt" else _hear_interrupts,
        )
        running.append(process)
        assert process.stderr is not None
        for line in process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                return Served(root, int(found[1]), process)
        raise AssertionError("the preview did not start")

    yield start
    for process in running:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()
