"""A build that would publish far fewer exemplars than the last one stops, and says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran
from support.site import edit, tree

FOLDER = "content/exemplars/2024"
BUILD = ("--lang", "en", "build", "--no-print")


@pytest.fixture
def many(site: Callable[..., Path], run: Callable[..., Ran]) -> Path:
    """Build a site of six exemplars in one language, four of which differ in their name only."""
    root = site()
    for path in root.rglob("*.en.md"):
        path.unlink()
    text = (root / FOLDER / "noi-02.vi.md").read_text(encoding="utf-8")
    for n in range(3, 7):
        (root / FOLDER / f"noi-0{n}.vi.md").write_text(text.replace("số 3", f"số {n}9"), encoding="utf-8", newline="\n")
    assert run("--root", root, *BUILD).status == 0
    return root


def without(root: Path, *numbers: int) -> None:
    """Take profiles away."""
    for n in numbers:
        (root / FOLDER / f"noi-0{n}.vi.md").unlink()


def stopped(ran: Ran, before: int, now: int) -> bool:
    """Return whether a build stopped for want of exemplars."""
    told = f"the last build published {before} exemplar{'s' if before != 1 else ''}, this one would publish {now}."
    return ran.status == 1 and told in ran.err


def drafted(root: Path) -> None:
    """Make the campaign a draft."""
    edit(root, "content/campaigns/2024.vi.md", "criteria: 2024", "criteria: 2024\ndraft: true")


def without_consent(root: Path) -> None:
    """Take the consent of four away."""
    for n in range(3, 7):
        edit(root, f"{FOLDER}/noi-0{n}.vi.md", "story: [site, print]", "story: []")


def moved_away(root: Path) -> None:
    """Give the folder of profiles another name."""
    (root / FOLDER).rename(root / "content/exemplars/2025")
    (root / "content/plans/2024/noi.vi.md").unlink()


def by_a_broken_line(root: Path) -> None:
    """Break four profiles."""
    for n in range(3, 7):
        edit(root, f"{FOLDER}/noi-0{n}.vi.md", "category: ward", "category: wart")


@pytest.mark.parametrize(
    ("change", "reason", "options"),
    [
        (drafted, "draft", ()),
        (without_consent, "there is no consent", ()),
        (by_a_broken_line, "it has errors: 4", ("--skip-invalid",)),
        (lambda root: without(root, 3, 4, 5, 6), "its file is not there any more: 4", ()),
        (moved_away, "", ("--skip-invalid",)),
    ],
    ids=["campaign a draft", "consent", "errors", "files gone", "folder renamed"],
)
def test_far_fewer_exemplars_stop_the_build(
    many: Path, run: Callable[..., Ran], change: Callable[[Path], None], reason: str, options: tuple[str, ...]
) -> None:
    """Nothing is written; numbers, reasons and the command that goes on are told, and that command goes on."""
    before = tree(many / "output")
    change(many)
    ran = run("--root", many, *BUILD, *options)
    assert ran.status == 1 and "the last build published 6 exemplars" in ran.err and reason in ran.err
    assert " build --shrink " in ran.err and all(option in ran.err for option in ("--no-print", *options))
    assert tree(many / "output") == before
    assert run("--root", many, *BUILD, *options, "--shrink").status == 0
    assert run("--root", many, *BUILD, *options).status == 0, "what was meant once is the last build from then on"


def test_a_third_may_go(many: Path, run: Callable[..., Ran]) -> None:
    """Two of six may be left out; of the four that stay, one more; of three, two are too many."""
    without(many, 5, 6)
    assert run("--root", many, *BUILD).status == 0
    without(many, 4)
    assert run("--root", many, *BUILD).status == 0
    without(many, 3)
    edit(many, f"{FOLDER}/noi-01.vi.md", "[buồng số 3](noi-02.vi.md)", "buồng số 3")
    (many / "content/plans/2024/noi.vi.md").unlink()
    without(many, 2)
    assert stopped(run("--root", many, *BUILD), 3, 1)


def test_a_withdrawal_stops_nothing(many: Path, run: Callable[..., Ran]) -> None:
    """Who withdraws is taken off the site at once, be it all of them."""
    for n in range(1, 7):
        edit(many, f"{FOLDER}/noi-0{n}.vi.md", "consent: {", "withdrawn: {on: 2024-06-01, reason: consent}\nconsent: {")
    assert run("--root", many, *BUILD).status == 0


def test_drafts_that_were_shown_do_not_count(many: Path, run: Callable[..., Ran]) -> None:
    """A build with drafts is no measure for one without; a draft among what was published is."""
    for n in range(3, 7):
        edit(many, f"{FOLDER}/noi-0{n}.vi.md", "category: ward", "category: ward\ndraft: true")
    assert stopped(run("--root", many, *BUILD), 6, 2)
    assert run("--root", many, *BUILD, "--drafts").status == 0
    assert run("--root", many, *BUILD).status == 0


def test_each_output_has_a_last_build_of_its_own(many: Path, run: Callable[..., Ran], tmp_path: Path) -> None:
    """The first build into a folder is compared with nothing, a broken manifest is no build of ours."""
    without(many, 3, 4, 5, 6)
    other = tmp_path / "khác"
    assert run("--root", many, *BUILD, "--output", other).status == 0
    ran = run("--root", many, *BUILD)
    assert stopped(ran, 6, 2)
    manifest = json.loads((many / "output/manifest.json").read_text(encoding="utf-8"))
    for row in manifest["files"]:
        row["source"] = 7
    (many / "output/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert run("--root", many, *BUILD).status == 0


def test_nothing_was_published_names_files_and_what_helps(many: Path, run: Callable[..., Ran]) -> None:
    """After errors the files with errors are named, and the command that leaves them out; or that none can be."""
    edit(many, "content/pages/about.vi.md", "title", "titel")
    told = run("--root", many, *BUILD).err
    assert "content/pages/about.vi.md" in told and " build --skip-invalid --no-print" in told
    assert "content/pages/about.vi.md" in run("--root", many, "build", "--no-print").err
    edit(many, "content/units.yaml", "vi: Khoa Nội", "vi: Khoa của Lê Thử Mai")
    edit(many, f"{FOLDER}/noi-01.vi.md", "name: [site, print]", "name: []")
    ran = run("--root", many, *BUILD, "--skip-invalid")
    assert ran.status == 1 and "mend them first: content/units.yaml" in ran.err and "--skip-invalid" not in ran.err
