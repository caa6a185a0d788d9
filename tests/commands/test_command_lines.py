"""The line of a command: the same in every form of telling, whole in any shell, and never one that does not exist."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click
import pytest

import build
from guongsang.author.preview.preview import Preview
from guongsang.cli.line.catalogue import find_catalogue
from guongsang.cli.line.commands import commands_in
from guongsang.cli.line.words import in_front
from guongsang.commands import Command, Start, command, quoted
from guongsang.i18n.messages import Catalogue
from guongsang.pipeline.building import Options
from support.commands import FOLDER, MOJIBAKE, mojibake, words_of
from support.good import ABOUT
from support.program import Ran
from support.site import PROJECT


@pytest.mark.parametrize("folder", ["nguoi-0912 345 678", FOLDER])
def test_all_forms_tell_the_same_command(folder: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Terminal, JSON, SARIF, GitHub and preview recommend one command, in which nothing is covered."""
    root = site()
    root = root.rename(root.parent / folder)
    mojibake(root)
    line = f"python build.py fix {ABOUT} --root {quoted(str(root))}"
    ran = {
        form: run("--root", root, "check", "--format", form, ABOUT).out for form in ("text", "json", "sarif", "github")
    }
    hints = [f["hint"] for f in json.loads(ran["json"])["findings"]]
    texts = [r["message"]["text"] for r in json.loads(ran["sarif"])["runs"][0]["results"]]
    preview = Preview(Options(root, root / "output", date(2024, 12, 1)), find_catalogue(["--root", str(root)]))
    preview.build()
    notes = [note["hint"] for note in preview.notes("") if note["code"] == "mojibake"]
    for lines in (ran["text"].splitlines(), hints, texts, ran["github"].splitlines(), notes):
        assert any(told.endswith(line) for told in lines), lines


def test_the_site_is_named_only_where_it_is_another(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In the project's folder its own site needs no option, another is named by its whole path, the last one counts."""
    root = site()
    monkeypatch.chdir(PROJECT)
    told = {
        (): "python build.py check",
        ("--root", ""): "python build.py check",
        ("--root", "."): "python build.py check",
        ("--root", str(PROJECT / "docs/..")): "python build.py check",
        (f"--root={root}",): f"python build.py check --root {quoted(str(root))}",
        ("--root", str(root / "content/..")): f"python build.py check --root {quoted(str(root))}",
        ("--root", str(tmp_path), "--root", str(root)): f"python build.py check --root {quoted(str(root))}",
        ("check", "--", "--root", str(root)): "python build.py check",
    }
    for words, line in told.items():
        assert find_catalogue(words).form(command("check")) == line
    monkeypatch.chdir(root)
    line = f"python {quoted(str(PROJECT / 'build.py'))} check --root {quoted(str(root))}"
    assert find_catalogue(["--root", "."]).form(command("check")) == line


def test_who_starts_with_the_batch_file_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where build.bat found the Python, it is recommended, in a form that cmd and PowerShell take; nothing else is."""
    assert b'set "GUONGSANG_STARTED_BY=build.bat"\r\n' in (PROJECT / "build.bat").read_bytes()
    monkeypatch.setenv("GUONGSANG_STARTED_BY", "build.bat")
    monkeypatch.chdir(PROJECT)
    assert find_catalogue([]).start.words == (".\\build.bat",)
    monkeypatch.chdir(tmp_path)
    assert find_catalogue([]).start.words == (str(PROJECT / "build.bat"),)
    monkeypatch.setenv("GUONGSANG_STARTED_BY", "rm -rf")
    assert find_catalogue([]).start.words[0] == "python"


@pytest.mark.parametrize(
    "word",
    ["", "a b", "Trang của Lan", "a&b", "it's", 'a"b', "$HOME", "`id`", "a\\b", "a!b", "~", "*", "(a)", "a;b", "#a"],
)
def test_any_word_passes_the_shell(word: str) -> None:
    """A shell hands a quoted word on as it was."""
    if os.name == "nt" and '"' in word:
        pytest.skip("no path on Windows holds this sign")
    script = "import sys; sys.stdout.buffer.write(sys.argv[1].encode())"
    line = f'{quoted(sys.executable)} -X utf8 -c "{script}" {quoted(word)}'
    assert subprocess.run(line, shell=True, capture_output=True, check=True).stdout.decode() == word


def test_quotes_are_those_that_all_shells_know() -> None:
    """What is plain stays plain; a folder's last backslash does not swallow the quotation mark behind it."""
    assert [quoted(word, "posix") for word in ("content/a-1.vi.md", "Đỗ", "a b", "a$b")] == [
        *("content/a-1.vi.md", "Đỗ", '"a b"', "'a$b'")
    ]
    assert [quoted(word, "nt") for word in ("D:\\a", "D:\\a b", "D:\\a b\\", "")] == [
        *("D:\\a", '"D:\\a b"', '"D:\\a b\\\\"', '""')
    ]


def test_a_line_typed_into_a_shell_works(elsewhere: Path) -> None:
    """A line copied out of a terminal and typed there again runs, blanks and all."""
    mojibake(elsewhere)
    here = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    settings = {**here, "GUONGSANG_NO_VENV": "1", "PYTHONUTF8": "1"}

    def typed(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(line, shell=True, env=settings, capture_output=True, encoding="utf-8", check=False)

    line = Start(("python", str(PROJECT / "build.py")), str(elsewhere)).typed(command("fix"))
    asked = typed(line)
    assert asked.returncode == 0 and MOJIBAKE in (elsewhere / ABOUT).read_text(encoding="utf-8")
    (write,) = [row[row.index("python ") :] for row in asked.stderr.splitlines() if "python " in row]
    assert typed(write).returncode == 0
    assert MOJIBAKE not in (elsewhere / ABOUT).read_text(encoding="utf-8")


def test_the_tests_are_of_no_site(run: Callable[..., Ran], site: Callable[..., Path]) -> None:
    """Help ends in the command that runs the tests, which takes no site."""
    line = run("--root", site(), "--help").out.rstrip().splitlines()[-1]
    assert line.endswith(": python build.py test")
    assert build.test_arguments(words_of(line.rpartition("build.py ")[2])) == []
    assert Start(root="x").typed(Command(("test",), of_site=False)) == "python build.py test"


def in_documents() -> Iterator[tuple[str, str]]:
    """Yield the commands in the documents, each with its file: indented lines, and what stands in backticks."""
    for name in ("README.md", "CONTRIBUTING.md", "docs/codes.md", "docs/search.md", "docs/architecture.md"):
        text = (PROJECT / name).read_text(encoding="utf-8")
        for m in re.finditer(r"^    python build\.py([^#\n]*)|`python\s+build\.py([^`]*)`", text, re.MULTILINE):
            yield name, m[1] if m[1] is not None else m[2]


@pytest.mark.parametrize(("file", "line"), list(in_documents()))
def test_commands_in_documents_exist(file: str, line: str) -> None:
    """Every command in the documents is one that the program takes, and names a file that is there."""
    words = [w for w in words_of(line) if w != "[COMMAND]"]
    if build.test_arguments(words) is not None:
        return
    context = commands_in(Catalogue("en")).make_context("build.py", in_front(list(words)))
    while isinstance(context.command, click.Group):
        name, inner, rest = context.command.resolve_command(context, [*context._protected_args, *context.args])
        assert inner is not None, line
        context = inner.make_context(name, rest, parent=context)
    assert [w for w in words if w.startswith("content/") and not (PROJECT / w).is_file()] == []


def test_the_documents_hold_commands() -> None:
    """The walk above finds what it looks for."""
    assert {"README.md", "CONTRIBUTING.md", "docs/codes.md"} <= {file for file, _ in in_documents()}
