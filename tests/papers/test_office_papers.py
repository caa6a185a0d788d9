"""Papers for the Office: where their pages end, and what they rest on in the language of each."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from guongsang import HOME
from guongsang.model.site import Site
from guongsang.pipeline.checking import check_site
from guongsang.render.images import ImageStore
from guongsang.render.paper.paper import Paper
from guongsang.render.paper.papers import list_papers, sheet_of
from guongsang.render.paper.system_fonts import SystemFonts
from guongsang.render.typst.printers import TypstPool
from support.pdf import pages_with
from support.site import edit


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
