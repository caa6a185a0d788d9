"""The papers of whole sites: which there are, what stands on them and what must not, in every layout and language."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import page
import pytest
import zxingcpp
from PIL import Image

from guongsang import cli
from guongsang.model.site import Site
from guongsang.outputs import Folders, list_files
from guongsang.pipeline import HOME, check_site
from guongsang.render.images import ImageStore
from guongsang.render.paper.papers import Paper, list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.typst.printers import TypstPool
from support.pdf import assert_conforms, pages_with, plain_objects, text_of
from support.program import Ran
from support.site import SITES, edit, tree

CONSTRUCTS = """## Bối cảnh

Khoa có **bốn mươi** giường, *đủ* cả ~~năm~~ mười `hai` phòng.[^1] Xem [trang mẫu](https://mau.example/).

[^1]: Số liệu ghi chân trang.

## Cách làm

1. **Ghi tên.** Lên từng khay.
   - cỡ chữ lớn
     - mực xanh
2. Đọc tên trước khi phát.
3. **Đi một vòng**, từ cao xuống thấp.

Y tá nói:

> Khay nào cũng có chủ.

> “Có tên thì không nhầm.”
>
> Một người bệnh

| Tuần | Kiểm lại |
|---|---:|
| Tuần đầu | 12 |
| Tuần cuối | 6 |

---

    lệnh in nhãn

![Hình vẽ ô cửa](noi-02.png)

## Cách áp dụng

### Điều kiện

Cần một cây bút.
"""
WORDS = """bốn mươi|giường|đủ|cả ~~năm~~|hai|trang mẫu|Số liệu ghi chân trang|Ghi tên|cỡ chữ lớn|mực xanh|Đọc tên
Khay nào|Có tên|Một người bệnh|Tuần cuối|Kiểm lại|lệnh in nhãn|Cách áp dụng|Điều kiện
cây bút""".replace("\n", "|").split("|")
UNNAMED = "Trần Thử Khuyết"
GONE = "Vũ Mẫu Vắng"
LONG = "Khoa Điều trị nội trú ban ngày, Phục hồi chức năng và Chăm sóc sức khỏe người bệnh cao tuổi tại nhà"
PERSON = """---
title: {title}
name: {name}
category: nurse
staff_category: worker
position: Hộ lý
unit: {unit}
summary: {summary}
{consent}
progress: {{registered: {{on: 2024-03-12}}, honoured: {{on: 2024-05-01, document: {n}/QĐ-BVM}}}}
evidence:
  - {{id: e1, serves: [A-1], text: Việc làm., on: 2024-03-01, source: BB-{n}, measure: {{before: 1200000, after: 3}}}}
  - {{id: e2, serves: [A-3], text: Tốt., years: [2022, 2023]}}
{rest}---
## Cách làm

Mỗi tối đi một vòng, nghe từng người kể một câu chuyện.
"""
ALL = "consent: {on: 2024-03-02, name: [site, print], photo: [], story: [site, print]}"


def person(root: Path, slug: str, name: str, consent: str = ALL, **more: str) -> None:
    """Write a profile of the sample hospital."""
    given = {"title": f"Một vòng mỗi tối của {slug}", "unit": "duoc", "summary": "Nghe kể rồi mới hỏi.", "rest": ""}
    text = PERSON.format(n=slug, name=name, consent=consent, **{**given, **more})
    (root / f"content/exemplars/2024/{slug}.vi.md").write_text(text, encoding="utf-8", newline="\n")


def built(root: Path) -> dict[str, bytes]:
    """Build a site and give its papers."""
    assert cli.main(["--root", str(root), "build"]) == 0
    return {path: data for path, data in tree(root / "output").items() if path.endswith(".pdf")}


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample hospital with every construct of Markdown, long names, and people who are not to be named."""
    root = tmp_path_factory.mktemp("ward") / "trang"
    shutil.copytree(SITES / "good", root)
    edit(root, "site_config.yaml", "languages:", "base_url: https://benhvien.example/viechay/\nlanguages:")
    edit(root, "content/units.yaml", "Khoa Dược", f'"{LONG}"')
    source = (root / "content/exemplars/2024/noi-01.vi.md").read_text(encoding="utf-8")
    head = source.split("---\n")[1]
    for file, kept in (("exemplars/2024/noi-01", head), ("plans/2024/noi", None), ("reviews/2024", None)):
        path = root / f"content/{file}.vi.md"
        kept = kept or path.read_text(encoding="utf-8").split("---\n")[1]
        (path.parent / "noi-02.png").write_bytes((root / "content/exemplars/2024/noi-02.png").read_bytes())
        path.write_text(f"---\n{kept}---\n{CONSTRUCTS}", encoding="utf-8", newline="\n")
    person(root, "an-01", UNNAMED, ALL.replace("name: [site, print]", "name: []"))
    person(root, "an-02", "Lý Thử Chỉ Trang", ALL.replace("print]", "]").replace(", ]", "]"))
    person(root, "an-03", GONE, rest="withdrawn: {on: 2024-06-01, reason: consent}\n")
    person(root, "an-04", "Tôn Nữ Thử Công Huyền Mẫu Diễm Quỳnh Hương Nguyệt Ánh", title="Nghe " + "từng người kể " * 9)
    person(root, "an-05", "Đỗ Thử Ân")
    edit(root, "content/bulletins/2024-05.vi.md", "select:", "exemplars: [2024/an-03, 2024/an-04]\nselect:")
    return root


@pytest.fixture(scope="module")
def papers(ward: Path) -> dict[str, bytes]:
    """Build it once for all tests of this module."""
    return built(ward)


def test_each_kind_of_paper_stands_in_each_language(papers: Mapping[str, bytes]) -> None:
    """Posters and yearbook lie beside their pages, what is for the Office lies apart."""
    wanted = {
        "site/vi/ban-tin/2024-05.pdf",
        "site/en/bulletins/2024-05.pdf",
        "site/vi/guong/2024/noi-01-a3.pdf",
        "site/en/exemplars/2024/noi-01-a4.pdf",
        "site/vi/dot/2024.pdf",
        "site/en/campaigns/2024.pdf",
        "office/2024/plan-noi.vi.pdf",
        "office/2024/registration.en.pdf",
        "office/2024/review.vi.pdf",
    }
    assert wanted <= set(papers)
    assert not [p for p in papers if "an-02" in p or "an-03" in p]


def test_every_paper_conforms(papers: Mapping[str, bytes]) -> None:
    """Each file is PDF/UA-1 and PDF/A-2a."""
    for path in papers:
        if "-a4" not in path:  # the same sheet as A3, drawn smaller
            assert_conforms(papers[path])


@pytest.mark.parametrize(
    "path",
    ["site/vi/ban-tin/2024-05.pdf", "site/vi/dot/2024.pdf", "office/2024/plan-noi.vi.pdf", "office/2024/review.vi.pdf"],
)
def test_every_construct_of_markdown_is_printed(papers: Mapping[str, bytes], path: str) -> None:
    """Nothing that Markdown allows is lost on paper, tildes are text, and every word is found in composed letters."""
    text = text_of(papers[path])
    assert [w for w in WORDS if "".join(w.split()).upper() not in text.upper()] == []
    assert text == unicodedata.normalize("NFC", text)


def test_steps_of_a_poster_read_as_they_were_written(papers: Mapping[str, bytes]) -> None:
    """What begins a step keeps the sign that follows it, a full stop, a comma or none."""
    text = text_of(papers["site/vi/guong/2024/noi-01-a3.pdf"])
    assert "Ghitên.Lêntừngkhay" in text and "Đimộtvòng,từcaoxuốngthấp." in text


def test_no_paper_names_those_who_did_not_consent(papers: Mapping[str, bytes]) -> None:
    """Names without consent for print, and withdrawn people, stand in no paper; position and unit stand instead."""
    for path, pdf in papers.items():
        text = text_of(pdf)
        assert "".join(GONE.split()) not in text, path
        assert "".join(UNNAMED.split()) not in text, path
        assert "LýThửChỉTrang" not in text or path.startswith("office/"), path
        for name in (GONE, UNNAMED):
            assert written(name) not in plain_objects(pdf), path
    assert written("Một vòng mỗi tối của an-05") in plain_objects(papers["site/vi/dot/2024.pdf"])
    assert "Hộlý" in text_of(papers["site/vi/guong/2024/an-01-a3.pdf"])


def written(text: str) -> bytes:
    """Return a text as bookmarks and alternative texts hold it."""
    return text.encode("utf-16-be").hex().upper().encode()


def papers_of(site: Site) -> list[Paper]:
    """Return the papers of a site, with all its pictures."""
    return list(list_papers(site, ImageStore(site.pictures, site.paper_pictures), SystemFonts()))


def test_a_signature_never_stands_alone_and_its_annex_follows(ward: Path) -> None:
    """However long a report is, its last lines stand with the signature, and the figures come on a later page."""
    checked = check_site(ward, date(2024, 12, 1))
    report = next(p for p in papers_of(checked.site) if "review.vi" in p.path)
    sheet, pictures = sheet_of(report)
    sheet = {**sheet, "recipients": ["Các khoa"]}
    pool = TypstPool({p.name: p.read_bytes() for p in (HOME / "templates/print").glob("*.typ")})
    line = {"tag": "p", "children": ["Hai khoa làm theo."]}
    items = [{"tag": "li", "children": ["Ghi tên lên từng khay."]}] * 3
    for end in ([line], [{"tag": "ol", "children": items}]):
        broken = 0
        for lines in range(10, 40):
            pdf = pool.print("formal", {**sheet, "body": [line] * lines + end}, pictures, report.issued)
            signed, annex = pages_with(pdf, "Nơi nhận:"), pages_with(pdf, "PHỤ LỤC")
            assert len(signed) == len(annex) == 1 and signed[0][0] < annex[0][0]
            assert re.search("làm theo|từng khay", signed[0][1].partition("Nơi nhận:")[0]), lines
            broken += signed[0][0] > 1
        assert 0 < broken < 30


def test_what_a_document_rests_on_is_marked_in_its_language(site: Callable[..., Path]) -> None:
    """The issuer and the title of a legal basis that have only one language are marked where they stand in another."""
    root, basis = site(), "{number: 1/KL-BYT, issuer: Bộ Thử, title: {vi: Kết luận, en: Conclusion}}"
    edit(root, "content/campaigns/2024.vi.md", "quota:", f"legal_bases: [{basis}]\nquota:")
    checked = check_site(root, date(2024, 12, 1))
    papers = [p for p in papers_of(checked.site) if "plan-" in p.path]
    bases = {p.context.lang: sheet_of(p)[0]["bases"] for p in papers}
    assert bases == {
        "vi": ["Căn cứ 1/KL-BYT của Bộ Thử: Kết luận;"],
        "en": [["Pursuant to 1/KL-BYT by ", {"text": "Bộ Thử", "lang": "vi"}, ": Conclusion;"]],
    }


def test_bulletins_with_withdrawn_exemplars_are_to_be_recalled(ward: Path, run: Callable[..., Ran]) -> None:
    """The build ends with the bulletins whose older prints must be destroyed, and names nobody."""
    ran = run("--root", ward, "--lang", "en", "build")
    assert "Bulletins to recall" in ran.err
    assert "content/bulletins/2024-05.vi.md: 2024/an-03" in ran.err
    assert GONE not in ran.err


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


def test_index_of_names_follows_the_vietnamese_order(papers: Mapping[str, bytes]) -> None:
    """Persons stand by given name, letter by letter: Ân under Â, behind Ánh under A."""
    text = text_of(papers["site/vi/dot/2024.pdf"])
    _, index, by_category = re.split("Bảngtratên(?=A)|Bảngtratheoloạigương(?=Điềudưỡng)", text)
    assert "LêThửMai" in by_category or "Khaythuốccótên" in by_category
    order = [index.index("".join(name.split())) for name in ("NguyệtÁnh", "Đỗ Thử Ân", "Buồng số 3", "Lê Thử Mai")]
    assert order == sorted(order)


def test_codes_are_read_from_a_picture(papers: Mapping[str, bytes], tmp_path: Path) -> None:
    """Codes of posters, bulletin and yearbook are read at 150 dots an inch and lead to their pages."""
    codes = {
        "site/vi/guong/2024/noi-01-a3.pdf": "vi/guong/2024/noi-01.html",
        "site/en/exemplars/2024/noi-01-a4.pdf": "en/exemplars/2024/noi-01.html",
        "site/vi/ban-tin/2024-05.pdf": "vi/ban-tin/2024-05.html",
        "site/en/campaigns/2024.pdf": "en/campaigns/2024.html",
    }
    for path, url in codes.items():
        file = tmp_path / "paper.pdf"
        file.write_bytes(papers[path])
        pages = re.search(r"Pages:\s+(\d+)", _poppler("pdfinfo", file))
        last = pages[1] if pages else "1"
        _poppler("pdftoppm", "-r", "150", "-f", last, "-l", last, "-png", "-singlefile", file, tmp_path / "page")
        found = zxingcpp.read_barcodes(Image.open(tmp_path / "page.png"))
        assert [code.text for code in found] == [f"https://benhvien.example/viechay/{url}"], path


def _poppler(*words: object) -> str:
    if shutil.which(str(words[0])) is None:
        pytest.fail(f"{words[0]} (poppler-utils) is needed to look at papers")
    return subprocess.run([str(w) for w in words], capture_output=True, check=True).stdout.decode()


def test_pages_link_to_their_papers(ward: Path, papers: Mapping[str, bytes]) -> None:
    """A profile leads to its posters, a campaign to its yearbook; without papers nothing leads to them."""
    site = ward / "output/site"
    assert 'href="noi-01-a3.pdf"' in (site / "vi/guong/2024/noi-01.html").read_text(encoding="utf-8")
    assert 'href="2024.pdf"' in (site / "en/campaigns/2024.html").read_text(encoding="utf-8")
    assert ".pdf" not in (site / "vi/guong/2024/an-02.html").read_text(encoding="utf-8")
    assert {"site/vi/guong/2024/noi-01-a3.pdf", "site/en/campaigns/2024.pdf"} <= set(papers)


def test_other_folder_same_bytes(ward: Path, papers: Mapping[str, bytes], tmp_path: Path) -> None:
    """The same site in a folder of another name gives the same papers, and from what was kept too."""
    other = tmp_path / "Thư mục khác"
    shutil.copytree(ward, other, ignore=shutil.ignore_patterns("output", ".cache"))
    assert built(other) == papers
    assert built(other) == papers


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
    for name in ("common", "formal", "stories"):
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
    } | {"office/2023-2024/registration.en.pdf", "office/2023-2024/registration.fr.pdf"}
    for path, pdf in papers.items():
        assert_conforms(pdf)
        assert "VIETNAM" not in text_of(pdf).upper(), path
    assert "Lesclésperdues" in text_of(papers["site/fr/gens/2023-2024/keys-a3.pdf"])
    assert "Lesclésperdues" not in text_of(papers["site/en/people/2023-2024/keys-a3.pdf"])
