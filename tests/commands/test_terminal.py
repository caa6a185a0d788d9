"""Output where it is read: no harm from a cut pipe or a narrow code page, colour for terminals only."""

import io
import os
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


@pytest.mark.parametrize("words", [["check"], ["check", "--all", "--format", "json"], ["build", "--no-print"]])
@pytest.mark.parametrize("closed", ["stdout", "both"])
@pytest.mark.parametrize("broken", [True, False])
def test_a_reader_who_goes_changes_no_status(
    words: list[str], closed: str, broken: bool, site: Callable[..., Path]
) -> None:
    """Whether errors were found is known without anybody reading them, and a build still publishes."""
    root = site()
    for n in range(40 if broken else 0):
        (root / f"content/pages/trang-{n}.vi.md").write_text(f"---\ntitel{n}: x\n---\n", encoding="utf-8")
    program = [sys.executable, str(PROJECT / "build.py"), "--root", str(root), *words]
    environment = {"GUONGSANG_NO_VENV": "1", "PATH": "", "SYSTEMROOT": ""}
    one = subprocess.PIPE
    with subprocess.Popen(
        program, env=environment, stdout=one, stderr=subprocess.STDOUT if closed == "both" else one
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        said = process.stderr.read() if process.stderr else b""
        assert process.wait() == int(broken) and b"Traceback" not in said and b"Exception" not in said
    assert (root / "output/site/index.html").is_file() == (words[0] == "build" and not broken)


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes a stream so")
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "> /dev/null 2>&-"])
@pytest.mark.parametrize(("command", "status"), [("check", 1), ("build --no-print", 1), ("explain bad-yaml", 0)])
def test_a_stream_closed_from_the_beginning_changes_no_status(
    closing: str, command: str, status: int, site: Callable[..., Path]
) -> None:
    """Nothing is told and nothing ends in a traceback."""
    root = site()
    edit(root, "content/pages/about.vi.md", "title: Giới thiệu", "titel: x")
    line = f'"{sys.executable}" "{PROJECT / "build.py"}" --root "{root}" {command} {closing}'
    environment = {"GUONGSANG_NO_VENV": "1", "PATH": ""}
    done = subprocess.run(["/bin/sh", "-c", line], env=environment, capture_output=True, check=False)
    assert done.returncode == status and b"Traceback" not in done.stderr + done.stdout


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
