"""A command that the program recommends works as it stands: for any site, from any folder, in any form of telling."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

import build
from guongsang.author.preview.preview import Preview
from guongsang.cli import _commands
from guongsang.cli.call import find_catalogue
from guongsang.cli.command_line import in_front
from guongsang.commands import Command, Start, command, quoted
from guongsang.i18n.messages import Catalogue
from guongsang.pipeline import Options
from support.program import Ran
from support.sentences import sentences
from support.site import PROJECT, edit, leave_untranslated

FOLDER = "Trang web  của Lan"
"""A name as people give it: blanks, two of them side by side, and Vietnamese letters."""
ABOUT = "content/pages/about.vi.md"
SOURCE = "content/exemplars/2024/noi-02.vi.md"
ENGLISH = "content/exemplars/2024/noi-02.en.md"
MOJIBAKE = "Tiáº¿ng Viá»‡t bá»‹ Ä‘á»\x8fc nháº§m."


def words_of(line: str) -> list[str]:
    """Part a line into words as a shell does."""
    return shlex.split(line) if os.name != "nt" else [w.strip('"') for w in shlex.split(line, posix=False)]


def told_in(text: str) -> list[list[str]]:
    """List the words of every command that a text recommends; a command ends its line, or stands in backticks."""
    start = re.escape(f"python {quoted(str(PROJECT / 'build.py'))} ")
    return [words_of(m[1] or m[2]) for m in re.finditer(rf"`{start}([^`]+)`|{start}(.+)$", text, re.MULTILINE)]


@dataclass(frozen=True)
class Situation:
    """What is there and typed when a command is recommended, how often that is, and what happens before it is typed."""

    typed: tuple[str, ...]
    before: Callable[[Path], object] = lambda _: None
    after: Callable[[Path], object] = lambda _: None
    count: int = 1


def spoil(file: str, old: str, new: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    """Make the step that changes a file of the site."""

    def spoilt(root: Path) -> None:
        edit(root, file, old, new)
        (root / file).write_bytes((root / file).read_text(encoding="utf-8").encode(encoding))

    return spoilt


def in_tcvn3(root: Path) -> None:
    """Write a page in an old encoding as a whole."""
    text = "---\ntitle: Liªn hÖ víi bÖnh viÖn\n---\nC«ng ty cæ phÇn cña bÖnh viÖn ®· ®æi ®Þa chØ.\n"
    (root / "content/pages/lien-he.vi.md").write_bytes(text.encode("latin-1"))


def without_campaigns(root: Path) -> None:
    """Leave a site that begins: no campaign, and nothing that belongs to one."""
    for file in [f for f in (root / "content").rglob("*.*") if "pages" not in f.parts and f.name != "units.yaml"]:
        file.unlink()


def bad_print_template(root: Path) -> None:
    """Give the site a layout that cannot be read."""
    (root / "templates/print").mkdir(parents=True)
    (root / "templates/print/newsletter.typ").write_text("#let x = (", encoding="utf-8")


def bad_abbreviations(root: Path) -> None:
    """Give the site a list of abbreviations that was read wrongly."""
    (root / "locales").mkdir()
    row = f'abbreviations:\n  - {{short: TV, long: "{MOJIBAKE}", lang: vi}}\n'
    (root / "locales/abbreviations.yaml").write_text(row, encoding="utf-8")


def translated(root: Path) -> None:
    """Write a translation into its file."""
    (root / ENGLISH).write_text("---\ntitle: Room 3 plans its own shifts\n---\nText.\n", encoding="utf-8")


mojibake = spoil(ABOUT, "Trang này", MOJIBAKE)
SITUATIONS = {
    "mojibake": Situation(("check",), mojibake),
    "TCVN3 in a file": Situation(("check",), spoil(ABOUT, "Trang này", "C«ng ty cæ phÇn cña bÖnh viÖn.")),
    "a file in TCVN3": Situation(("check",), in_tcvn3),
    "mojibake in units": Situation(("check",), spoil("content/units.yaml", "Khoa Nội", "Tiáº¿ng Viá»‡t")),
    "mojibake in criteria": Situation(("check",), spoil("content/criteria/2024.yaml", "vi: ", "vi: Tiáº¿ng Viá»‡t ")),
    "mojibake in the settings": Situation(("check",), spoil("site_config.yaml", "Việc Hay", "Tiáº¿ng Viá»‡t")),
    "mojibake in abbreviations": Situation(("check",), bad_abbreviations),
    "repairs": Situation(("fix",), mojibake),
    "repairs of named files": Situation(("fix", ABOUT, "content/plans"), mojibake),
    "a translation made": Situation(("translate", SOURCE), after=translated),
    "no translation to confirm": Situation(("translate", SOURCE, "--confirm")),
    "nothing to translate": Situation(("translate",)),
    "an error in a translation": Situation(
        ("translate", "content/pages/about.en.md", "--confirm"),
        spoil("content/pages/about.en.md", "title", "menu: 1\ntitle"),
    ),
    "a new page": Situation(("new", "page", "--title", "Liên hệ", "--yes")),
    "no campaign": Situation(("new", "exemplar", "--yes"), without_campaigns),
    "errors elsewhere": Situation(("explain", "noi-01"), spoil(ABOUT, "title", "titel")),
    "no such option": Situation(("check", "--bogus")),
    "no such option below": Situation(("new", "page", "--bogus")),
    "nothing to explain": Situation(("explain",)),
    "a bad layout": Situation(("build",), bad_print_template),
    "a code": Situation(("explain", "mojibake")),
    "another code": Situation(("explain", "lookalike-letter")),
}


@pytest.fixture
def elsewhere(site: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site whose folder has blanks and Vietnamese letters, a text of which is not translated; go elsewhere."""
    root = site().rename(tmp_path / FOLDER)
    leave_untranslated(root)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return root


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", SITUATIONS)
def test_what_is_recommended_can_be_typed(name: str, lang: str, elsewhere: Path, run: Callable[..., Ran]) -> None:
    """Each command, typed as it was told in a folder that is neither the project's nor the site's, does its work."""
    situation = SITUATIONS[name]
    situation.before(elsewhere)
    ran = run(*situation.typed, "--root", elsewhere, "--lang", lang, "--today", "2024-12-01")
    told = told_in(ran.out + "\n" + ran.err)
    assert told, ran
    situation.after(elsewhere)
    for words in told:
        assert words[words.index("--root") + 1] == str(elsewhere)
        again = run(*words)
        broken_setup = again.status == 2 and words[0] == "check" and "[" in again.out
        assert again.status in (0, 1) or broken_setup, (words, again)
        assert words[0] != "fix" or again.out or situation.typed[0] == "explain", (words, again)


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Tiáº¿ng Viá»\ufffdt bá»‹\n---\n".encode(),
        "---\ntitle: C«ng ty cæ phÇn cña bÖnh viÖn\n---\nXÿþq §zzµ Wþx ßqß jþþ.\n".encode("latin-1"),
    ],
)
def test_a_repair_that_is_not_certain_is_not_recommended(data: bytes, elsewhere: Path, run: Callable[..., Ran]) -> None:
    """Where `fix` would change nothing, it is not named as a cure."""
    (elsewhere / ABOUT).write_bytes(data)
    assert "Nothing to repair" in run("--root", elsewhere, "--lang", "en", "fix", ABOUT).err
    told = run("--root", elsewhere, "--lang", "en", "check", ABOUT).out
    assert re.search(r"error\[(mojibake|legacy-encoding)\]", told) and "build.py" not in told


def test_every_sentence_with_a_command_is_met_by_a_situation(elsewhere: Path, run: Callable[..., Ran]) -> None:
    """No message that recommends a command is left out above."""
    said = [run("--help", "--lang", "en").out]
    for situation in SITUATIONS.values():
        folder = elsewhere.parent / f"{len(said)}"
        copy = _copied(elsewhere, folder)
        situation.before(copy)
        ran = run(*situation.typed, "--root", copy, "--lang", "en", "--today", "2024-12-01")
        said += [ran.out, ran.err]
        if situation.after is translated:
            said.append((copy / ENGLISH).read_text(encoding="utf-8"))
    text = "\n".join(said)
    for sentence in _with_commands():
        pattern = re.sub(r"\\\{command\\\}", "python .*build\\.py", re.escape(sentence))
        assert re.search(re.sub(r"\\\{\w+\\\}", ".+", pattern), text), sentence


def _copied(root: Path, folder: Path) -> Path:
    for file in root.rglob("*"):
        if file.is_file():
            copy = folder / file.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    return folder


def _with_commands() -> list[str]:
    return [sentence for sentence in sentences() if "{command}" in sentence]


def test_no_sentence_writes_a_command_by_hand() -> None:
    """Sentences leave commands to the one place that writes them, and put them last, so that nothing sticks to them."""
    with (PROJECT / "locales/vi.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    for entry in entries:
        for text in (*_forms(entry.id), *_forms(entry.string)):
            assert not re.search(r"\bpython |build\.(py|bat) ?[\w-]|--(root|write|confirm|status|no-print)\b", text), (
                text
            )
            assert "{command}" not in text or text.endswith("{command}"), text
    assert len(_with_commands()) > 10


def _forms(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def test_a_translation_says_how_it_is_confirmed(elsewhere: Path, run: Callable[..., Ran]) -> None:
    """The comment in a new file holds the whole command, be the file made alone or with its source."""
    run("--root", elsewhere, "translate", SOURCE)
    run("--root", elsewhere, "new", "page", "--title", "Liên hệ", "--yes", "--also", "en")
    for file in (ENGLISH, "content/pages/lien-he.en.md"):
        (words,) = told_in((elsewhere / file).read_text(encoding="utf-8"))
        assert words == ["translate", "--confirm", file, "--root", str(elsewhere)]


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
    context = _commands(Catalogue("en")).make_context("build.py", in_front(list(words)))
    while isinstance(context.command, click.Group):
        name, inner, rest = context.command.resolve_command(context, [*context._protected_args, *context.args])
        assert inner is not None, line
        context = inner.make_context(name, rest, parent=context)
    assert [w for w in words if w.startswith("content/") and not (PROJECT / w).is_file()] == []


def test_the_documents_hold_commands() -> None:
    """The walk above finds what it looks for."""
    assert {"README.md", "CONTRIBUTING.md", "docs/codes.md"} <= {file for file, _ in in_documents()}
