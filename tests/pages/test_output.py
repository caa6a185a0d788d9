"""The output folder: replaced by a build that succeeds and by no other, and never one that holds anything else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit, tree


def test_errors_change_nothing(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A build with an error ends with 1, says so, and leaves the last good output byte for byte."""
    root = built("good")
    before = tree(root / "output")
    edit(root, P1, "category: nurse", "category: nobody")
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 1 and "Nothing was published" in ran.err
    assert tree(root / "output") == before


def test_skip_invalid_leaves_out_and_says_so(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """With --skip-invalid the faulty documents are left out with their reason and the status is 0."""
    root = built("good")
    edit(root, P1, "category: nurse", "category: nobody")
    (root / "content/pages/hong.vi.md").write_bytes(b"\xff\xfe\x00")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid", "--shrink")
    assert ran.status == 0
    assert f"{P1}: it has errors" in ran.err and "content/pages/hong.vi.md: it cannot be read" in ran.err
    assert not (root / "output/site/vi/guong/2024/noi-01.html").exists()
    assert (root / "output/site/vi/guong/2024/noi-02.html").exists()


def test_what_left_the_sources_leaves_the_output(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A removed page is gone after the next build, and nothing of the building lies beside the output."""
    root = built("good")
    (root / "content/pages/about.vi.md").unlink()
    (root / "content/pages/about.en.md").unlink()
    assert run("--root", root, "build", "--no-print").status == 0
    assert not (root / "output/site/vi/about.html").exists()
    assert {p.name for p in root.iterdir()} - {".cache"} == {"content", "output", "site_config.yaml"}


def test_a_foreign_folder_is_never_touched(site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path) -> None:
    """An output folder that holds something else is refused and left as it is."""
    other = tmp_path / "của tôi"
    other.mkdir()
    (other / "thu.txt").write_text("quan trọng", encoding="utf-8")
    assert run("--root", site(), "build", "--output", other).status == 2
    assert tree(other) == {"thu.txt": "quan trọng".encode()}


@pytest.mark.parametrize("left", ["manifest.json", ".git/HEAD", "luan-van.doc"])
def test_what_no_build_made_is_never_deleted(
    built: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path, left: str
) -> None:
    """Neither a foreign manifest, a hidden folder nor a file put beside the site is removed; the build is refused."""
    root = built("good")
    for folder in (tmp_path / "nơi khác", root / "output"):
        if left == "manifest.json" and folder.name == "output":
            continue
        (folder / left).parent.mkdir(parents=True, exist_ok=True)
        (folder / left).write_text("{}", encoding="utf-8")
        assert run("--root", root, "build", "--no-print", "--output", folder).status == 2
        assert (folder / left).read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("place", ["content/out", "templates", "output/site/x", ".", "content"])
def test_the_output_may_not_lie_in_the_sources(built: Callable[..., Path], run: Callable[..., Ran], place: str) -> None:
    """An output inside the sources or inside an output, or one that holds the site, is refused."""
    root = built("good")
    before = tree(root)
    assert run("--root", root, "build", "--no-print", "--output", root / place).status == 2
    assert tree(root) == before


def test_a_killed_build_leaves_the_old_output(built: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What a killed build left beside the output is swept, and an output lost between two renames is put back."""
    root = built("good")
    before = tree(root / "output")
    (root / "output").rename(root / ".output.old-1")
    (root / ".output.new-1/site").mkdir(parents=True)
    (root / ".output.new-1/site/index.html").write_text("half", encoding="utf-8")
    edit(root, P1, "category: nurse", "category: nobody")
    assert run("--root", root, "build").status == 1
    edit(root, P1, "category: nobody", "category: nurse")
    assert run("--root", root, "--today", "2025-01-15", "build", "--no-print").status == 0
    assert tree(root / "output") == before
    assert {p.name for p in root.iterdir()} - {".cache"} == {"content", "output", "site_config.yaml"}
