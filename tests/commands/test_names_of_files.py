"""check, explain, fix and translate take the same names: paths as any system writes them, ids, units, campaigns."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
ENGLISH = "content/exemplars/2024/noi-01.en.md"
OF_THE_PROFILE = [
    PROFILE,
    f"./{PROFILE}",
    PROFILE.replace("/", "\\"),
    f".\\{PROFILE}".replace("/", "\\"),
    "content/exemplars/2024/noi-01",
    "exemplars/2024/noi-01",
    "2024/noi-01",
    "2024\\noi-01",
    "noi-01",
    "exemplars/2024/../2024/noi-01",
    "ROOT/" + PROFILE,
]


@pytest.fixture
def mangled(site: Callable[..., Path]) -> Path:
    """Make a site with one slip in each of its profiles, in a plan, in a page, in the campaign."""
    root = site()
    for file in (PROFILE, "content/exemplars/2024/noi-02.vi.md", "content/plans/2024/noi.vi.md"):
        edit(root, file, "title: ", "title: \u200b")
    edit(root, "content/pages/about.vi.md", "title: ", "title: \u200b")
    edit(root, "content/campaigns/2024.vi.md", "title: ", "title: \u200b")
    return root


def told(root: Path, run: Callable[..., Ran], word: str) -> set[str]:
    """Return the files of which `check` tells something."""
    ran = run("--root", root, "check", "--format", "json", word.replace("ROOT", str(root)))
    return {str(f["file"]).removeprefix("content/") for f in ran.findings("invisible-character")}


@pytest.mark.parametrize("word", OF_THE_PROFILE)
def test_a_profile_has_many_names(word: str, mangled: Path, run: Callable[..., Ran]) -> None:
    """Each of them means it for every command."""
    assert told(mangled, run, word) == {"exemplars/2024/noi-01.vi.md"}
    word = word.replace("ROOT", str(mangled))
    assert "noi-01.vi.md" in run("--root", mangled, "explain", word).out
    repaired = run("--root", mangled, "fix", word)
    assert repaired.status == 0 and "noi-01.vi.md" in repaired.out and "about" not in repaired.out
    (mangled / ENGLISH).unlink()
    assert run("--root", mangled, "translate", word, "--to", "en").out.strip() == ENGLISH


@pytest.mark.parametrize(
    ("word", "files"),
    [
        ("noi", {"exemplars/2024/noi-01.vi.md", "exemplars/2024/noi-02.vi.md", "plans/2024/noi.vi.md"}),
        (
            "2024",
            {
                "exemplars/2024/noi-01.vi.md",
                "exemplars/2024/noi-02.vi.md",
                "plans/2024/noi.vi.md",
                "campaigns/2024.vi.md",
            },
        ),
        ("content/exemplars/", {"exemplars/2024/noi-01.vi.md", "exemplars/2024/noi-02.vi.md"}),
        ("content\\exemplars\\2024", {"exemplars/2024/noi-01.vi.md", "exemplars/2024/noi-02.vi.md"}),
        ("plans/2024/noi", {"plans/2024/noi.vi.md"}),
        ("about", {"pages/about.vi.md"}),
        (ENGLISH, set()),
        ("duoc", set()),
        ("A-1", set()),
    ],
)
def test_a_name_may_mean_several_files(word: str, files: set[str], mangled: Path, run: Callable[..., Ran]) -> None:
    """A unit means its profiles and plans, a campaign all that belongs to it, a folder what lies in it."""
    if word == "duoc":
        ran = run("--root", mangled, "--lang", "en", "check", word)
        assert ran.status == 0 and not told(mangled, run, word)
        return
    assert told(mangled, run, word) == files
    assert run("--root", mangled, "--lang", "en", "explain", word).status == 0
    repaired = run("--root", mangled, "--lang", "en", "fix", word)
    assert repaired.status == 0 and all(f"content/{file}" in repaired.out for file in files)


def test_a_path_begins_at_the_present_folder(
    mangled: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or at the root of the site."""
    monkeypatch.chdir(mangled / "content/exemplars/2024")
    for word in ("noi-01.vi.md", "./noi-01.vi.md", "../2024/noi-01.vi.md", "..\\2024\\noi-01.vi.md", PROFILE):
        assert told(mangled, run, word) == {"exemplars/2024/noi-01.vi.md"}, word
    assert told(mangled, run, ".") == {"exemplars/2024/noi-01.vi.md", "exemplars/2024/noi-02.vi.md"}


def test_a_profile_that_cannot_be_read_keeps_its_id(mangled: Path, run: Callable[..., Ran]) -> None:
    """Its file is known by its name."""
    edit(mangled, PROFILE, "title: ", "title: [")
    for word in ("noi-01", "2024/noi-01"):
        ran = run("--root", mangled, "check", "--format", "json", word)
        assert {f["file"] for f in ran.findings("bad-yaml")} == {PROFILE}
        assert run("--root", mangled, "explain", word).status == 0


@pytest.mark.parametrize("broken", ["site_config.yaml", "content/units.yaml"])
def test_fix_needs_no_site_that_can_be_judged(broken: str, mangled: Path, run: Callable[..., Ran]) -> None:
    """Paths and ids mean files there too."""
    (mangled / broken).write_text("titel: [", encoding="utf-8")
    for word in (PROFILE, "noi-01", "2024/noi-01", "content/exemplars"):
        assert "noi-01.vi.md" in run("--root", mangled, "fix", word).out, word


@pytest.mark.parametrize("command", ["check", "explain", "fix", "translate"])
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("nio-01", "did you mean noi-01"),
        ("2024/nio-01", "did you mean 2024/noi-01"),
        ("content/exemplars/2024/noi-01.vi.mb", f"did you mean {PROFILE}"),
        ("content/page/", "there is no folder content/page/"),
        ("content/page", "there is no file or folder content/page"),
        ("qqqqqq.md", "there is no file qqqqqq.md"),
        ("../../etc/passwd", "in this site"),
    ],
)
def test_what_is_not_there_is_one_line(
    command: str, word: str, said: str, mangled: Path, run: Callable[..., Ran]
) -> None:
    """With what was nearly meant."""
    ran = run("--root", mangled, "--lang", "en", command, word)
    assert ran.status == 2 and said in ran.err and len(ran.err.splitlines()) == 1 and not ran.out


@pytest.mark.parametrize("command", ["build", "check", "explain", "fix", "todo-is-no-command"])
def test_a_folder_that_is_not_there_is_called_so(
    command: str, site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path
) -> None:
    """Whatever is to be done in it; a file in its place is called a file."""
    words = [command, "noi-01"] if command in ("explain",) else [command]
    missing = tmp_path / "không có"
    if command == "todo-is-no-command":
        words, missing = ["check"], site() / "site_config.yaml"
    ran = run("--root", missing, "--lang", "en", *words)
    assert ran.status == 2 and len(ran.err.splitlines()) == 1 and not ran.out
    assert ran.err == (
        f"{missing} is a file; name the folder of the site\n"
        if missing.is_file()
        else f"the folder {missing} does not exist\n"
    )


@pytest.mark.parametrize("word", ["A-1", "A-2"])
def test_a_criterion_is_explained(word: str, mangled: Path, run: Callable[..., Ran]) -> None:
    """By its label, its file, whom it is for, its levels, and what is told of it."""
    lines = run("--root", mangled, "--lang", "en", "explain", word).out.splitlines()
    assert lines[0].startswith(f"{word} “") and "content/criteria/2024.yaml, line " in lines[0]
    assert any(line.startswith("- asked of") for line in lines)
    assert lines[-1] == "Nothing is told of it at present." or "told of below" in "\n".join(lines)


@pytest.mark.skipif(os.name == "nt", reason="needs a right there")
def test_a_site_behind_a_link_has_both_paths(mangled: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """The one that was typed and the one it leads to."""
    link = tmp_path / "link"
    link.symlink_to(mangled)
    assert told(link, run, str(link / PROFILE)) == told(link, run, str(mangled / PROFILE)) != set()
