"""What other programs leave beside a writer's files is passed over by every command and never published."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles

from guongsang.author.preview.watch import Watch
from guongsang.text.file_names import is_litter
from support.program import Ran
from support.site import tree

LITTER = (
    "~$i-01.vi.md",
    "~$noi-01.jpg",
    "~WRL0003.tmp",
    ".~lock.noi-01.vi.md#",
    ".~noi-01.vi.md",
    ".#noi-01.vi.md",
    "#noi-01.vi.md#",
    "._noi-01.vi.md",
    "._anh.jpg",
    ".noi-01.vi.md.swp",
    ".noi-01.vi.md.SWO",
    ".noi-01.vi.md.kate-swp",
    ".0f3a9c.tmp",
    "noi-01.vi.md~",
    "noi-01.vi.md___jb_tmp___",
    ".DS_Store",
    "Thumbs.db",
    "THUMBS.DB",
    "ehthumbs.db",
    "noi-01.vi.md.crdownload",
    "anh.jpg.part",
    ".sync_0a1b.db",
    "Desktop.ini",
)
FOLDERS = (".AppleDouble", ".obsidian", "__MACOSX", "@eaDir", "$RECYCLE.BIN")
MEANT = ("noi-01.vi.md.bak", "noi-01 - Copy.vi.md", "tmp.vi.md", "thumbs.vi.md", "swp.vi.md", "a~b.vi.md", "x.tmp")
PLACES = (
    "content",
    "content/exemplars/2024",
    "content/criteria",
    "content/pages",
    "locales",
    "static",
    "templates/print",
    "templates/web",
)
JUNK = b"\x05\x00Nguy\xcc\xffn"


@pytest.fixture
def littered(site: Callable[..., Path]) -> Iterator[Path]:
    """Yield a good site with all litter in all its folders; a lock of Emacs is a link that leads nowhere."""
    root = site()
    for place in PLACES:
        (root / place).mkdir(parents=True, exist_ok=True)
        for name in LITTER:
            (root / place / name).write_bytes(JUNK)
        for name in FOLDERS:
            (root / place / name).mkdir()
            (root / place / name / "noi-09.vi.md").write_bytes(JUNK)
    for name in ("._newsletter.typ", "newsletter.typ~", "~$common.typ"):
        (root / "templates/print" / name).write_bytes(JUNK)
    try:
        (root / "content/pages/.#about.vi.md").symlink_to("writer@machine.4711:1735689600")
        (root / "templates/print/.#common.typ").symlink_to("writer@machine.4711:1735689600")
    except OSError:  # Windows lets only some people make links, and Emacs writes a plain file there
        (root / "content/pages/.#about.vi.md").write_bytes(b"writer@machine.4711:1735689600")
    yield root


@pytest.mark.parametrize("name", [*LITTER, *FOLDERS])
def test_litter_is_known_in_any_letter_case(name: str) -> None:
    """Each name is litter as it is typed and in small and capital letters."""
    assert is_litter(name) and is_litter(name.lower()) and is_litter(name.upper())


@pytest.mark.parametrize("name", [*MEANT, "noi-01.vi.md", "units.yaml", "anh.jpg", "2024", "style.css", "CNAME"])
def test_what_might_be_meant_is_no_litter(name: str) -> None:
    """A copy, a backup with an ending of its own, and every ordinary name are never passed over."""
    assert not is_litter(name)


def test_litter_changes_nothing_that_is_told(
    littered: Path, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Findings and the number of files are those of the same site without any litter."""
    told = json.loads(run("--root", littered, "--today", "2025-01-15", "check", "--format", "json", "--strict").out)
    for path in sorted(littered.rglob("*"), reverse=True):
        if is_litter(path.name) or is_litter(path.parent.name):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    clean = json.loads(run("--root", littered, "--today", "2025-01-15", "check", "--format", "json", "--strict").out)
    assert told == clean


def test_litter_is_never_published(littered: Path, run: Callable[..., Ran]) -> None:
    """A littered site is published, papers too, without a byte of the litter; litter in the output does no harm."""
    words = ("--root", littered, "--today", "2025-01-15", "build")
    assert run(*words, "--output", littered / "first").status == 0
    for name in (".DS_Store", "thumbs.DB", "Desktop.ini", "~$manifest.json", ".~lock.manifest.json#"):
        (littered / "first" / name).write_bytes(JUNK)
    assert run(*words, "--output", littered / "first").status == 0
    published = tree(littered / "first")
    assert any(name.endswith(".pdf") for name in published)
    assert not [name for name, data in published.items() if any(map(is_litter, name.split("/"))) or JUNK in data]
    named = [name for name in published if not name.startswith("office/")]
    assert not [name for name in named if "noi-09" in name or "i-01.vi" in name or "thumbs" in name.lower()]


def test_other_commands_pass_over_litter(littered: Path, run: Callable[..., Ran]) -> None:
    """Repairs, states of translations and the next free number are as if no litter were there."""
    repaired = run("--root", littered, "--lang", "en", "fix")
    assert (repaired.status, repaired.out) == (0, "") and "Nothing to repair" in repaired.err
    listed = run("--root", littered, "translate", "--status", "--format", "json")
    assert listed.status == 0 and not [
        d for d in json.loads(listed.out)["documents"] if is_litter(Path(d["file"]).name)
    ]
    new = "new exemplar --campaign 2024 --unit noi --category nurse --yes".split()
    made = run("--root", littered, "--today", "2025-01-15", *new)
    assert made.status == 0 and "noi-03.vi.md" in made.out
    lock = "content/exemplars/2024/~$i-01.vi.md"
    told = run("--root", littered, "--lang", "en", "explain", lock)
    assert (told.status, told.out.strip()) == (0, f"{lock} is what another program left there; it is passed over.")


def test_what_might_be_meant_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A copy and a backup are told, each at its own file, because a text may be in them."""
    root = site()
    for name in MEANT:
        (root / "content/pages" / name).write_text("---\ntitle: Thử\n---\nBài.\n", encoding="utf-8")
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    told = {f["file"].rpartition("/")[2] for f in json.loads(ran.out)["findings"]}
    assert {"noi-01.vi.md.bak", "noi-01 - Copy.vi.md", "a~b.vi.md", "x.tmp"} <= told


def test_the_preview_builds_nothing_for_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is watched for leaves out litter, hidden files and half-loaded ones, and nothing else."""
    (tmp_path / "content").mkdir()
    asked: list[Callable[[watchfiles.Change, str], bool]] = []

    def watched(*_: Path, watch_filter: Callable[[watchfiles.Change, str], bool], **__: object) -> Iterator[object]:
        asked.append(watch_filter)
        watch.stop()
        return iter(())

    monkeypatch.setattr(watchfiles, "watch", watched)
    watch = Watch(tmp_path, (), lambda: None)
    watch._folders()
    wanted = asked[0]
    names = (*LITTER, ".hidden", "anh.jpg.crdownload", "x.tmp", "noi-01.vi.md", "thumbs.vi.md", "a~b.vi.md")
    seen = [name for name in names if wanted(watchfiles.Change.modified, str(tmp_path / "content" / name))]
    assert seen == ["noi-01.vi.md", "thumbs.vi.md", "a~b.vi.md"]
