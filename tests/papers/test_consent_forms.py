"""Forms of consent: for whom there is one, what it says, and that no box on it is ticked."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guongsang.judge.people.consent_seen import seen_fingerprint
from guongsang.pipeline.checking import check_site
from guongsang.render.images import ImageStore
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from support.good import P1, P2
from support.paper_sites import built
from support.pdf import assert_conforms, text_of
from support.program import Ran
from support.site import edit

CONSENT = "consent: {on: 2024-03-02, document: DY-01, name: [site, print], photo: [], story: [site, print]}"


def forms(root: Path) -> dict[str, Paper]:
    """Return the forms of a site by the ends of their paths."""
    site = check_site(root, date(2024, 12, 1)).site
    papers = list_papers(site, ImageStore(site.pictures, site.paper_pictures), SystemFonts())
    start = "office/2024/consent/"
    return {p.path.removeprefix(start): p for p in papers if p.path.startswith(start)}


@pytest.mark.parametrize(
    ("consent", "needed"),
    [
        (CONSENT, False),
        ("", True),
        (CONSENT.replace("document: DY-01, ", ""), True),
        (CONSENT.replace("on: 2024-03-02, ", ""), True),
        (CONSENT.replace("story: [site, print]", "story: [print]"), True),
        (CONSENT.replace("document: DY-01", "document: DY-01, until: employment"), False),
        (CONSENT.replace("document: DY-01", "document: DY-01, until: 2030-01-01"), True),
    ],
)
def test_there_is_a_form_as_long_as_one_is_needed(
    site: Callable[..., Path], run: Callable[..., Ran], consent: str, needed: bool
) -> None:
    """Whoever agreed to the present text, on a day, by a document, without an end, is not asked again."""
    root = site()
    if consent != CONSENT:
        edit(root, P1, CONSENT, consent)
    if consent:
        run("--root", root, "fix", "--consent", "--write", P1)
    assert ("noi-01.vi.pdf" in forms(root)) is needed
    edit(root, P1, "Ghi tên lên khay.", "Ghi họ tên lên khay.")
    assert "noi-01.vi.pdf" in forms(root)


def test_nobody_who_is_withdrawn_is_asked(site: Callable[..., Path]) -> None:
    """Nor is anybody of a draft, as on all papers of the Office."""
    root = site()
    edit(root, P1, "sample: true", "withdrawn: {on: 2024-06-01, reason: consent}\nsample: true")
    edit(root, P2, "category: ward", "category: ward\ndraft: true")
    assert forms(root) == {}


def test_a_form_says_what_there_is_to_know(site: Callable[..., Path]) -> None:
    """It names the person without any consent, bears the fingerprint, and cites the law of the country alone."""
    root = site()
    edit(root, P1, CONSENT, "")
    sheet, pictures = sheet_of(forms(root)["noi-01.vi.pdf"])
    checked = check_site(root, date(2024, 12, 1))
    (entry,) = [e for e in checked.content.exemplars if e.slug == "noi-01"]
    assert seen_fingerprint(checked.content, entry) in str(sheet["seen"])
    said = str(sheet)
    for text in (
        "Lê Thử Mai",
        "Khay thuốc có tên",
        "Bệnh viện Mẫu",
        "91/2025/QH15",
        "2 ngày làm việc",
        "15 ngày",
        "20 ngày",
    ):
        assert text in said
    assert pictures == {} and len(list(sheet["agree"])) == 2  # type: ignore[arg-type]
    assert len(list(sheet_of(forms(root)["noi-02.vi.pdf"])[0]["agree"])) == 3  # type: ignore[arg-type]
    edit(root, "site_config.yaml", "languages:", "print: {formal: {national: false}}\nlanguages:")
    assert sheet_of(forms(root)["noi-01.vi.pdf"])[0]["law"] is None


def test_forms_are_printed_on_one_page(site: Callable[..., Path]) -> None:
    """They keep to the standards; consent that was given before ticks nothing."""
    root = site()
    edit(root, P1, "summary: Điều dưỡng Lê Thử Mai", f"summary: {'việc ' * 36}Điều dưỡng Lê Thử Mai")
    first = built(root)
    for lang in ("vi", "en"):
        pdf = first[f"office/2024/consent/noi-01.{lang}.pdf"]
        assert_conforms(pdf, 1)
        assert "LêThửMai" in text_of(pdf)
    assert "Nộibộ,đểgiảiquyếtcôngviệc" in text_of(first["office/2024/consent/noi-01.vi.pdf"])
    shutil.rmtree(root / "output")
    edit(root, P1, "name: [site, print], photo: [], story: [site, print]", "story: []")
    again = built(root)
    assert again["office/2024/consent/noi-01.vi.pdf"] == first["office/2024/consent/noi-01.vi.pdf"]
    assert again["office/2024/consent/noi-02.vi.pdf"] == first["office/2024/consent/noi-02.vi.pdf"]
