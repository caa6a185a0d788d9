"""What renderers are handed."""

from pathlib import Path

import pytest

from guongsang.read.documents.links import LinkTarget
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext, pdf_url
from unit.render.views.view import view
from unit.support import made_site

ISSUE = "---\ntitle: T\nnumber: 1\ndate: 2024-05-01\nmasthead: {internal: true}\nexemplars: [2024/noi-01]\n---\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_document_has_a_page_in_the_language_of_the_context(tmp_path: Path, lang: str) -> None:
    """A link to it leads to the same page, whatever heading it names."""
    context, profile = view(tmp_path, lang=lang)
    url = context.url(profile)
    assert url.startswith(f"{lang}/") and url.endswith("/2024/noi-01.html")
    assert context.url_of_target(LinkTarget("exemplar", "2024", "noi-01", "vi", {"vi": ()})) == url


def test_a_target_that_is_not_published_has_no_page(tmp_path: Path) -> None:
    """So a link to it is shown as its words."""
    context, _ = view(tmp_path)
    assert context.url_of_target(LinkTarget("exemplar", "2024", "noi-02", "vi", {"vi": ()})) is None


@pytest.mark.parametrize("papers", [True, False])
def test_the_paper_of_an_issue_lies_beside_its_page(tmp_path: Path, papers: bool) -> None:
    """There is no address where no paper is made."""
    site = made_site(tmp_path, {"content/bulletins/2024-05.vi.md": ISSUE}, papers=papers)
    context = RenderContext(site, ImageStore({}, {}), "en")
    (issue,) = site.bulletins
    page = context.url(issue.entry)
    assert pdf_url(context, issue) == (f"{page.removesuffix('.html')}.pdf" if papers else None)
