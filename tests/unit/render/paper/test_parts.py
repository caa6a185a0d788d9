"""The part of a site that a paper is made of holds all that its sheet says, and its digest tells when that changed."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from guongsang import HOME
from guongsang.model.site import Site, Wishes
from guongsang.pipeline.checking import check_site
from guongsang.render.images import ImageStore
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.views.context import RenderContext
from support.good import P1, P1_EN, P2
from support.site import SITES, edit, lay_out, write

NURSE, WARD, YEARBOOK = "guong/2024/noi-01-a3.pdf", "guong/2024/noi-02-a3.pdf", "dot/2024.pdf"
CANDIDATES = "office/2024/council/candidates-noi.vi.pdf"
LINKED = ("guong/2024/noi-01.html", "about.html", "guong/2024/noi-02.html")
OVER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Before"\nmsgstr "Khi trước"\n'


def made_of_parts(root: Path) -> tuple[Site, ImageStore, list[Paper]]:
    """Return a site, its pictures, and the papers of it that are made of parts."""
    site = check_site(root, date(2024, 12, 1), Wishes()).site
    images = ImageStore(site.pictures, site.paper_pictures)
    return site, images, [p for p in list_papers(site, images, SystemFonts()) if p.part]


def digests(root: Path) -> dict[str, bytes]:
    """Return the digests of the parts that papers in Vietnamese are made of, by the ends of their paths."""
    return {p.path.removeprefix("site/vi/"): p.part.digest() for p in made_of_parts(root)[2] if p.part}


@pytest.mark.parametrize("linked", [True, False])
def test_a_sheet_is_the_same_of_a_part_and_of_the_whole(tmp_path: Path, linked: bool) -> None:
    """Links to other documents, headings and the web, pictures, quotations and figures among it."""
    root = lay_out(tmp_path / "trang", "good")
    if linked:
        edit(root, "site_config.yaml", "languages:", "base_url: https://guong.example/\nlanguages:")
        body = (root / P2).read_text("utf-8")
        more = "[a](noi-01.vi.md) [b](../../pages/about.vi.md) [c](#viec-da-lam) [d](https://example.org)"
        write(root, P2, f"{body}\n## Việc đã làm\n\n> Lời nói: {more}\n> ![Ảnh](noi-02.png)\n\n![Ảnh](noi-02.png)\n")
    site, images, papers = made_of_parts(root)
    assert {p.layout for p in papers} == {"poster", "yearbook", "candidates", "consent"}
    book = next(p for p in papers if p.path.endswith(YEARBOOK))
    assert not linked or all(f"https://guong.example/vi/{page}" in str(sheet_of(book)) for page in LINKED)
    for paper in papers:
        whole = replace(paper, context=RenderContext(site, images, paper.context.lang))
        assert sheet_of(paper) == sheet_of(whole)


def in_text(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what changes a text of a site."""
    return lambda root: edit(root, file, old, new)


def another_photo(root: Path) -> None:
    """Take another picture of the ward."""
    Image.new("RGB", (60, 40), (1, 80, 120)).save(root / "content/exemplars/2024/noi-02.png")


def another_word(root: Path) -> None:
    """Lay a sentence over those of the project."""
    write(root, "locales/vi.po", OVER)


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (in_text(P1, "title: ", "title: Lại "), {NURSE, YEARBOOK, CANDIDATES}),
        (in_text(P1_EN, "title: ", "title: Again "), {NURSE, YEARBOOK, CANDIDATES}),
        (in_text(P2, "title: ", "title: Lại "), {WARD, YEARBOOK, CANDIDATES}),
        (another_photo, {WARD, YEARBOOK}),
        (in_text("content/campaigns/2024.vi.md", "title: ", "title: Lại "), {YEARBOOK, CANDIDATES}),
        (in_text("content/units.yaml", "vi: Khoa ", "vi: Khoa Lại "), {NURSE, WARD, YEARBOOK, CANDIDATES}),
        (
            in_text("content/criteria/2024.yaml", "label: {vi: ", "label: {vi: Lại "),
            {NURSE, WARD, YEARBOOK, CANDIDATES},
        ),
        (in_text("site_config.yaml", "title: {vi: ", "title: {vi: Lại "), {NURSE, WARD, YEARBOOK, CANDIDATES}),
        (another_word, {NURSE, WARD, YEARBOOK, CANDIDATES}),
        (in_text("content/plans/2024/noi.vi.md", "title: ", "title: Lại "), set()),
        (in_text("content/pages/about.vi.md", "title: ", "title: Lại "), set()),
    ],
)
def test_a_digest_tells_what_changed(tmp_path: Path, change: Callable[[Path], None], changed: set[str]) -> None:
    """What all share counts for all; beside it a poster depends on its exemplar, the others on all of theirs."""
    root = lay_out(tmp_path / "trang", "good")
    before = digests(root)
    change(root)
    after = digests(root)
    assert {name for name in (NURSE, WARD, YEARBOOK, CANDIDATES) if before[name] != after[name]} == changed


def test_another_process_finds_the_same_digests(tmp_path: Path) -> None:
    """They do not depend on the order in which a process keeps sets of texts."""
    root = lay_out(tmp_path / "trang", "good")
    script = (
        "import sys; sys.path[:0] = sys.argv[1:3]; from pathlib import Path;"
        "from unit.render.paper.test_parts import digests;"
        "print(sorted((path, found.hex()) for path, found in digests(Path(sys.argv[3])).items()))"
    )
    command = [sys.executable, "-X", "utf8", "-c", script, str(HOME), str(SITES.parent), str(root)]
    told = {
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1 and b"noi-01" in told.pop()


@pytest.mark.parametrize(("parts", "there"), [("registered, honoured", [True, False]), ("state", [False, False])])
def test_a_yearbook_shows_of_each_unit_what_the_site_may(tmp_path: Path, parts: str, there: list[bool]) -> None:
    """It lies on the site; where nothing that it shows may be shown, the table is not there."""
    root = lay_out(tmp_path / "trang", "good")
    edit(root, "content/campaigns/2024.vi.md", "publish_from", f"public_board: [{parts}]\npublish_from")
    book = next(p for p in made_of_parts(root)[2] if p.path.endswith(YEARBOOK))
    assert [head in str(sheet_of(book)) for head in ("Ngày đăng ký", "Kế hoạch hoàn thành")] == there
