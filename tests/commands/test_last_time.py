"""A call is told again word for word where nothing that it read has changed, and run anew wherever anything has."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang import cli
from guongsang.cli.again import last_time
from support.good import ABOUT
from support.program import Ran
from support.site import PROJECT, edit, tree, write

BUILD = ("build", "--no-print")


class Runs:
    """Runs of the program, and how many of them were told again."""

    def __init__(self, root: Path, run: Callable[..., Ran], patch: pytest.MonkeyPatch) -> None:
        """Count calls that are really run."""
        self.root, self.run, self.really = root, run, 0
        real = cli._run

        def counted(typed: list[str]) -> int:
            self.really += 1
            return real(typed)

        patch.setattr(cli, "_run", counted)

    def __call__(self, *words: str, day: str = "2024-12-01") -> tuple[Ran, bool]:
        """Run the program; return what it told, and whether it was told again without being run."""
        before = self.really
        ran = self.run(*words, "--root", self.root, "--today", day)
        return ran, self.really == before


@pytest.fixture
def runs(site: Callable[..., Path], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Make a site with something to tell."""
    root = site()
    edit(root, "content/units.yaml", "en: Pharmacy}, quota: false}", "en: Pharmacy}}")
    return Runs(root, run, monkeypatch)


@pytest.mark.parametrize(
    "words", [BUILD, ("check",), ("check", "--all"), ("check", "--format", "json"), ("--no-print",)]
)
def test_it_is_told_again_word_for_word(runs: Runs, words: tuple[str, ...]) -> None:
    """On both streams, in the same status."""
    first, _ = runs(*words)
    second, again = runs(*words)
    third, still = runs(*words)
    assert again and still and first == second == third
    assert first.out + first.err


def test_errors_are_told_again(runs: Runs) -> None:
    """What stops a build, be it a document or the configuration, stops it the next time too."""
    write(runs.root, ABOUT, "---\ntitle: a\n---\n[x](nowhere.vi.md)\n")
    assert runs(*BUILD)[0].status == 1
    assert runs(*BUILD) == (runs(*BUILD)[0], True)
    write(runs.root, "content/units.yaml", "units: []\n")
    first, again = runs("check")
    assert (first.status, again) == (2, False)
    assert runs("check") == (first, True)


@pytest.mark.parametrize(
    "file",
    [
        ABOUT,
        "content/units.yaml",
        "site_config.yaml",
        "content/pages/new.vi.md",
        "templates/web/page.html",
        "static/note.txt",
        "locales/vi.po",
        "fonts/note.txt",
        "output/site/index.html",
        "output/manifest.json",
        "output/site/foreign.txt",
        ".output.new-1/x",
    ],
)
def test_any_file_that_matters_makes_it_run(runs: Runs, file: str) -> None:
    """Sources, what is laid over the project, and the output."""
    runs(*BUILD)
    path = runs.root / file
    write(runs.root, file, (path.read_text(encoding="utf-8") if path.is_file() else "") + "\n")
    assert not runs(*BUILD)[1]


@pytest.mark.parametrize("file", ["output", "output/site/vi/index.html", ".cache/told"])
def test_what_is_gone_makes_it_run(runs: Runs, file: str) -> None:
    """A damaged output is made whole."""
    runs(*BUILD)
    before = tree(runs.root / "output")
    (runs.root / file).rename(runs.root / "away")
    assert not runs(*BUILD)[1]
    assert tree(runs.root / "output") == before


def test_another_day_makes_it_run(runs: Runs) -> None:
    """Judging depends on the day."""
    runs("check")
    assert not runs("check", day="2024-01-01")[1]
    assert runs("check", day="2024-01-01")[1]


def test_other_words_make_it_run(runs: Runs) -> None:
    """Each way of asking has an answer of its own."""
    for words in (("check",), ("check", "--all"), ("check", "--strict"), ("check", "--lang", "en"), BUILD, ("build",)):
        assert not runs(*words)[1]


def test_another_folder_makes_it_run(runs: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are told as they are typed from where the reader is."""
    runs("check")
    monkeypatch.chdir(tmp_path)
    assert not runs("check")[1]


def test_another_way_to_start_makes_it_run(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are told for build.bat too."""
    runs("check")
    monkeypatch.setenv("GUONGSANG_STARTED_BY", "build.bat")
    assert not runs("check")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("check", ABOUT),
        ("check", "--format", "sarif"),
        ("check", "--format", "github"),
        ("explain", ABOUT),
        ("translate", "--status"),
        ("check", "--nothing"),
    ],
)
def test_what_depends_on_more_is_never_told_again(runs: Runs, words: tuple[str, ...]) -> None:
    """A word may be a path from the present folder, and a folder may be kept by Git."""
    runs(*words)
    assert not runs(*words)[1]


def test_a_page_that_moved_is_told_once(runs: Runs) -> None:
    """The next build finds nothing that moved."""
    runs(*BUILD)
    edit(
        runs.root,
        "site_config.yaml",
        "languages: [vi, en]",
        "languages: [vi, en]\nsections: {exemplars: {vi: nguoi-tot}}",
    )
    moved, again = runs(*BUILD)
    assert "nguoi-tot" in moved.err and not again
    after, again = runs(*BUILD)
    assert "nguoi-tot" not in after.err and not again
    assert runs(*BUILD) == (after, True)


@pytest.mark.parametrize("data", [b"", b"x", b"[]", b"[1, 2, 3, 4, 5, 6]", b"\xff" * 100])
def test_what_is_kept_may_be_damaged(runs: Runs, data: bytes) -> None:
    """Then it is as if nothing were kept."""
    first, _ = runs("check")
    (kept,) = (runs.root / ".cache/told").iterdir()
    kept.write_bytes(data)
    assert runs("check") == (first, False)


def test_a_fault_of_the_program_is_not_kept(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is what a machine refused: it may be otherwise the next time."""

    def broken(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("guongsang.cli.check.tell_checked", broken)
        assert runs("check")[0].status == 3
    ran, again = runs("check")
    assert ran.status == 0 and not again


def test_all_that_a_build_opens_is_looked_at(site: Callable[..., Path], tmp_path: Path) -> None:
    """No file of the site or the project is read that would not make the next build run."""
    root = site()
    code = (
        "import sys; opened = set()\n"
        "sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == 'open' else None)\n"
        "from guongsang import cli\n"
        f"cli.main(['build', '--root', {str(root)!r}, '--today', '2024-12-01'])\n"
        f"open({str(tmp_path / 'opened')!r}, 'w', encoding='utf-8').write('\\n'.join(opened))\n"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=PROJECT, check=True, capture_output=True)
    opened = {(PROJECT / line) for line in (tmp_path / "opened").read_text(encoding="utf-8").splitlines()}
    looked_at = [*(root / name for name in last_time.OF_A_SITE), *(PROJECT / name for name in last_time.PROGRAM)]
    ours = [*looked_at, root / ".cache", root / "output"]
    missed = {
        path
        for path in opened
        if (path.is_relative_to(root) or path.is_relative_to(PROJECT)) and not path.is_relative_to(PROJECT / ".venv")
        if not any(path.is_relative_to(known) for known in ours) and not path.name.startswith(".output")
    }
    assert {p for p in missed if p.is_file()} == set()
    assert any(path.is_relative_to(root / "content") for path in opened)
