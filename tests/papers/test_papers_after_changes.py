"""Whatever changed since the last build, papers are those of a clean build, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from support.good import P1, P1_EN, P2
from support.program import Ran
from support.site import PROJECT, edit, tree, write

CAMPAIGN = "content/campaigns/2024.vi.md"
OVER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Before"\nmsgstr "Khi trước"\n'
LAYOUT = "templates/print/poster.typ"


def texts(root: Path) -> None:
    """Change a body, the title of another exemplar and its translation's."""
    write(root, P1, (root / P1).read_text("utf-8") + "\n\nThêm một dòng.\n")
    edit(root, P2, "title: ", "title: Lại ")
    edit(root, P1_EN, "title: ", "title: Again ")


def surroundings(root: Path) -> None:
    """Change a photo, a unit and the campaign, damage a paper of the output and take one away."""
    Image.new("RGB", (60, 40), (1, 80, 120)).save(root / "content/exemplars/2024/noi-02.png")
    edit(root, "content/units.yaml", "vi: Khoa ", "vi: Khoa Lại ")
    edit(root, CAMPAIGN, "title: ", "title: Lại ")
    (root / "output/site/vi/guong/2024/noi-01-a3.pdf").write_bytes(b"x")
    (root / "output/site/vi/guong/2024/noi-01-a4.pdf").unlink()


def whole_site(root: Path) -> None:
    """Lay a sentence and a print template over the project's, change the configuration, keep an exemplar back."""
    write(root, "locales/vi.po", OVER)
    write(root, LAYOUT, (PROJECT / LAYOUT).read_text("utf-8") + "\n#place(bottom)[.]\n")
    edit(root, "site_config.yaml", "title: {vi: ", "title: {vi: Lại ")
    edit(root, P2, "---\n", "---\ndraft: true\n")


def papers(run: Callable[..., Ran], root: Path) -> dict[str, bytes]:
    """Build, and return the papers."""
    ran = run("--root", root, "--today", "2024-12-01", "build", "--skip-invalid", "--shrink")
    assert ran.status == 0, ran
    return {path: data for path, data in tree(root / "output").items() if path.endswith(".pdf")}


def test_papers_after_any_changes_are_those_of_a_clean_build(
    site: Callable[..., Path], run: Callable[..., Ran], tmp_path: Path
) -> None:
    """Texts, pictures, what all papers share, and what somebody did to the output."""
    root, clean = site(), tmp_path / "clean"
    before = papers(run, root)
    for change in (texts, surroundings, whole_site):
        change(root)
        found = papers(run, root)
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output", ".cache"))
        assert found == papers(run, clean), change.__name__
        assert found != before
        shutil.rmtree(clean)
        before = found
    assert "site/vi/guong/2024/noi-01-a3.pdf" in before and "site/vi/guong/2024/noi-02-a3.pdf" not in before
