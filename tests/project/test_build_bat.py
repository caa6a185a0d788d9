"""build.bat as cmd reads it: no sign in a path or an argument changes what it does; here it can only be read."""

import re

import pytest

from support.site import PROJECT

BYTES = (PROJECT / "build.bat").read_bytes()
LINES = BYTES.decode("ascii").replace("\r\n", "\n").splitlines()
COMMANDS = [line for line in LINES if line and not line.startswith(("rem ", "@echo", ":"))]


def at(text: str) -> int:
    """Return the one line that holds a text."""
    (found,) = [n for n, line in enumerate(LINES) if text in line]
    return found


def test_it_is_plain() -> None:
    """Letters of ASCII only, because cmd loses its place in others while it changes the code page."""
    assert BYTES.isascii() and b"\r\n" in BYTES and all(len(line) < 120 for line in LINES)


def test_what_was_typed_is_read_once() -> None:
    """In one line of its own: not in brackets, not after `call`, not where `!` stands for something."""
    (line,) = [line for line in COMMANDS if "%*" in line]
    assert line == '%run% "%~dp0build.py" %*'
    assert not any(line.endswith(("(", ")")) for line in COMMANDS)
    assert not any(re.search(r"\bcall\b|EnableDelayedExpansion", line) for line in LINES)
    assert "setlocal DisableDelayedExpansion" in COMMANDS


@pytest.mark.parametrize("value", ["%~dp0build.py", "%~1", "%cmdcmdline:", "%started: /c =%", "%started:build.bat=%"])
def test_what_comes_from_outside_stands_in_quotation_marks(value: str) -> None:
    """Blanks, brackets and & in a path or an argument then mean nothing."""
    for line in (line for line in COMMANDS if value in line):
        assert line[: line.index(value)].count('"') % 2 == 1, line


def test_each_python_is_tried_the_newest_first() -> None:
    """By running it, so that the one that only opens a shop is none."""
    assert "(3.14 3.13 3.12 3.11)" in LINES[at("py -%%v -c")]
    assert at("py -%%v -c") < at("(python3 python) do") < at("(py python3 python) do") < at("goto missing")
    tried = [line for line in COMMANDS if line.startswith("for %%") and " -c " in line]
    assert len(tried) == 3 and all("if not defined run" in line and ">nul 2>nul && set" in line for line in tried)
    assert "(3, 11) <= sys.version_info[:2] <= (3, 14)" in LINES[at('set "fits=')]


def test_where_there_is_none_it_says_what_to_install() -> None:
    """And what the Python of the Microsoft Store is; the status is that of the environment."""
    missing = LINES[at(":missing") : at(":end")]
    assert 'set "status=3"' in missing and sum("python.org" in line for line in missing) >= 2
    assert any("WindowsApps" in line for line in missing) and any("Microsoft Store" in line for line in missing)


def test_the_code_page_is_set_back_and_the_status_passed_on() -> None:
    """Whatever happened in between."""
    assert at("'chcp 2^>nul'") < at("chcp 65001") < at("%~dp0build.py") < at("chcp %page%")
    assert LINES[at("%~dp0build.py") + 1] == 'set "status=%errorlevel%"'
    assert LINES[-1] == "exit /b %status%" and at("chcp %page%") > at(":end")


def test_it_waits_only_after_a_double_click() -> None:
    """Where cmd was started for this file (/c) and nothing was typed."""
    assert LINES[at('if "%~1"==""')] == 'if "%~1"=="" pause'
    assert sum("pause" in line for line in COMMANDS) == 1
    assert at('"%started: /c =%"') < at('"%started:build.bat=%"') < at('if "%~1"==""') < at(":leave")
