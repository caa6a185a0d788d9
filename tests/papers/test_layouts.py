"""Bulletins and yearbooks of whole sites: set by any layout, of any length, in any language."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import page
import pytest

from guongsang import HOME
from guongsang.outputs import Folders, list_files
from guongsang.pipeline.checking import check_site
from guongsang.render.paper.system_fonts import SystemFonts
from support.paper_sites import built, person
from support.pdf import assert_conforms, text_of
from support.program import Ran
from support.site import edit


def test_a_bulletin_too_long_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """More than 16 pages are told by language, from what was kept too, with what helps; it is no fault."""
    root, bulletin = site(), "content/bulletins/2024-05.vi.md"
    for lang in ("vi", "en"):
        file = root / f"content/exemplars/2024/noi-01.{lang}.md"
        long = "Mỗi tối đi một vòng, nghe từng người kể một câu chuyện.\n\n" * 640
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{long}", encoding="utf-8", newline="\n")
    ran = run("--root", root, "--lang", "en", "build")
    papers = [root / "output/site" / path for path in ("vi/ban-tin/2024-05.pdf", "en/bulletins/2024-05.pdf")]
    vi, en = (page.validate_pdf_bytes(p.read_bytes(), profile="ua1").document.page_count for p in papers)
    assert ran.status == 0 and vi > 16 and en > 16
    lengths = f"{bulletin}: {vi} pages in Vietnamese, {en} pages in English; divide it into several"
    assert f"Bulletins of more than 16 pages:\n  {lengths}" in ran.err
    ran = run("--root", root, "build")
    assert ran.status == 0
    assert f"bản tiếng Việt {vi} trang, bản tiếng Anh {en} trang; hãy chia thành nhiều số" in ran.err
    edit(root, bulletin, "select: {campaign: 2024, stage: registered}", "exemplars: [2024/noi-01]")
    assert "pages in English; shorten its texts" in run("--root", root, "--lang", "en", "build").err
    edit(root, bulletin, 'number: "01"', 'number: "01"\nlayout: yearbook')
    assert "more than 16 pages" not in run("--root", root, "--lang", "en", "build").err


def test_a_site_brings_its_own_layout(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Adding a layout is one .typ file; a name that is none is told with the one that was meant."""
    root = site()
    folder = root / "templates/print"
    folder.mkdir(parents=True)
    layout = '#import "common.typ": *\n#set document(title: plain(sheet.issue.title))\n#show: base\n= Tờ rơi\n'
    layout += "#for it in sheet.articles { heading(level: 2, words(it.title)); flow(it.body, top: true, shift: 1) }\n"
    (folder / "to-roi.typ").write_text(layout, encoding="utf-8", newline="\n")
    edit(root, "content/bulletins/2024-05.vi.md", 'number: "01"', 'number: "01"\nlayout: to-roi')
    papers = built(root)
    assert "Tờrơi" in text_of(papers["site/vi/ban-tin/2024-05.pdf"])
    assert_conforms(papers["site/en/bulletins/2024-05.pdf"])
    edit(root, "content/bulletins/2024-05.vi.md", "layout: to-roi", "layout: newsleter")
    ran = run("--root", root, "--lang", "en", "check")
    assert ran.status == 1 and "there is no layout newsleter" in ran.out and "did you mean newsletter?" in ran.out
    for name in ("candidates", "common", "consent", "formal", "stories"):
        edit(root, "content/bulletins/2024-05.vi.md", "layout: newsleter", f"layout: {name}")
        assert run("--root", root, "check").status == 1
        edit(root, "content/bulletins/2024-05.vi.md", f"layout: {name}", "layout: newsleter")


@pytest.mark.parametrize("layout", ["poster", "yearbook"])
def test_a_bulletin_may_be_set_by_any_layout(site: Callable[..., Path], layout: str) -> None:
    """A bulletin can be a set of posters or a small yearbook."""
    root = site()
    edit(root, "content/bulletins/2024-05.vi.md", 'number: "01"', f'number: "01"\nlayout: {layout}')
    pdf = built(root)["site/vi/ban-tin/2024-05.pdf"]
    assert_conforms(pdf)
    assert "Buồngsố3tựchiaca" in text_of(pdf)


def test_fifty_exemplars_fit_a_yearbook(site: Callable[..., Path]) -> None:
    """Fifty exemplars make fifty stories, each of a page or two, and all are in the index."""
    root = site()
    for n in range(48):
        person(root, f"so-{n:02}", f"Lê Mẫu Số{n:02}")
    checked = check_site(root, date(2024, 6, 1))
    listed = list_files(Folders(root, HOME), checked.site, SystemFonts())
    pdf = next(p for p in listed.files if p.path == "site/vi/dot/2024.pdf").made().data
    text = text_of(pdf)
    assert all(text.count(f"LêMẫuSố{n:02}") == 2 for n in range(48))
    assert_conforms(pdf)


def test_a_site_in_other_languages_has_its_papers(site: Callable[..., Path]) -> None:
    """An organisation without Vietnamese has papers in its own languages, without a national title."""
    root = site("other")
    keys = "content/exemplars/2023-2024/keys.en.md"
    text = (root / keys).read_text(encoding="utf-8")
    (root / keys).write_text(re.sub(r"\[site\]", "[site, print]", text), encoding="utf-8", newline="\n")
    papers = built(root)
    assert set(papers) == {
        f"site/{lang}/{path}.pdf"
        for lang, people in (("en", "people"), ("fr", "gens"))
        for path in ("campaigns/2023-2024", f"{people}/2023-2024/keys-a3", f"{people}/2023-2024/keys-a4")
    } | {
        f"office/2023-2024/{name}.{lang}.pdf"
        for name in ("board", "leadership", "registration", "consent/keys")
        for lang in ("en", "fr")
    }
    for path, pdf in papers.items():
        assert_conforms(pdf)
        assert "VIETNAM" not in text_of(pdf).upper(), path
    assert "Lesclésperdues" in text_of(papers["site/fr/gens/2023-2024/keys-a3.pdf"])
    assert "Lesclésperdues" not in text_of(papers["site/en/people/2023-2024/keys-a3.pdf"])
