"""Output where it is read: no harm from a cut pipe or a narrow code page, colour for terminals only."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang import cli
from support.site import PROJECT, edit, leave_untranslated


def test_a_broken_pipe_and_a_narrow_code_page_do_no_harm(site: Callable[..., Path]) -> None:
    """Output cut off by the reader, and a terminal that cannot show Vietnamese, end without a traceback."""
    root = site()
    leave_untranslated(root)
    words = [sys.executable, str(PROJECT / "build.py"), "--root", str(root), "check"]
    environment = {"GUONGSANG_NO_VENV": "1", "PYTHONIOENCODING": "cp1252", "PATH": "", "SYSTEMROOT": ""}
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert done.returncode == 0 and b"Traceback" not in done.stderr
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


class Terminal(io.StringIO):
    """What a person sees who looks at a terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.mark.parametrize(
    ("stream", "settings", "coloured"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {}, False),
    ],
)
def test_colour_is_for_terminals_only(
    stream: type[io.StringIO],
    settings: dict[str, str],
    coloured: bool,
    site: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A terminal gets each level in its colour; files, pipes and who wants no colour get no escape code at all."""
    root, shown = site(), stream()
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", "titel: đỏ")
    for name, value in {"NO_COLOR": "", "TERM": "xterm", **settings}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", shown)
    assert cli.main(["--root", str(root), "--lang", "en", "check"]) == 1
    told = shown.getvalue()
    assert ("\x1b[1;31merror[unknown-field]\x1b[0m: \x1b[1m" in told) is coloured
    assert ("\x1b" in told) is coloured and "error[unknown-field]" in told


@pytest.mark.parametrize("stream", [Terminal, io.StringIO])
def test_signs_of_a_contributor_steer_no_terminal(
    stream: type[io.StringIO], site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape codes that stand in a file are shown as signs that do nothing, in colour and without."""
    root, shown = site(), stream()
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", "titel: \x1b[35mtím")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", shown)
    assert cli.main(["--root", str(root), "check"]) == 1
    assert "[35mtím" in shown.getvalue() and "\x1b[35m" not in shown.getvalue()
