"""The papers of a whole site: which there are, what stands on them and what must not, and the ways to and from them."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from support.paper_sites import GONE, UNNAMED, WORDS, built
from support.pdf import assert_conforms, plain_objects, text_of
from support.program import Ran


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
    assert not [p for p in papers if p.startswith("site/") and ("an-02" in p or "an-03" in p)]


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


def test_no_published_paper_names_those_who_did_not_consent(papers: Mapping[str, bytes]) -> None:
    """Position and unit stand instead; only the Office's own papers name them, and those of removals the withdrawn."""
    for path, pdf in papers.items():
        text = text_of(pdf)
        gone = "".join(GONE.split()) in text or written(GONE) in plain_objects(pdf)
        assert gone is path.startswith("office/2024/removed"), path
        if not path.startswith("office/"):
            assert "".join(UNNAMED.split()) not in text and "LýThửChỉTrang" not in text, path
            assert written(UNNAMED) not in plain_objects(pdf), path
    registered = text_of(papers["office/2024/registration.vi.pdf"])
    assert "".join(UNNAMED.split()) in registered and "LýThửChỉTrang" in registered
    assert "Nộibộ,đểgiảiquyếtcôngviệc" in registered
    assert written("Một vòng mỗi tối của an-05") in plain_objects(papers["site/vi/dot/2024.pdf"])
    assert "Hộlý" in text_of(papers["site/vi/guong/2024/an-01-a3.pdf"])


def written(text: str) -> bytes:
    """Return a text as bookmarks and alternative texts hold it."""
    return text.encode("utf-16-be").hex().upper().encode()


def test_bulletins_with_withdrawn_exemplars_are_to_be_recalled(ward: Path, run: Callable[..., Ran]) -> None:
    """The build ends with the bulletins whose older prints must be destroyed, and names nobody."""
    ran = run("--root", ward, "--lang", "en", "build")
    assert "Bulletins to recall" in ran.err
    assert "content/bulletins/2024-05.vi.md: 2024/an-03" in ran.err
    assert GONE not in ran.err


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
