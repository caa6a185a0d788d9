"""Pages that would have one address."""

from dataclasses import replace
from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue
from guongsang.model.addresses import collisions
from guongsang.model.assembly import make_site
from guongsang.model.site import Wishes
from unit.support import MAI, SITE, changed, judge_site

ENGLISH = Catalogue("en")
PAGE = "content/pages/about.vi.md"
TWO = MAI.replace("01", "02")
OTHER = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")


def told(root: Path, files: dict[str, str], **moved: str) -> list[tuple[str, str]]:
    """Return the file and the message of each collision; pages are moved in the site, as no file name allows."""
    content, judgement = judge_site(root, files)
    site = make_site(content, judgement, Wishes())
    site = replace(site, pages=tuple(replace(page, slug=moved.get(page.slug, page.slug)) for page in site.pages))
    return [(f.place.file, ENGLISH.tell(f.message)) for f in collisions(site, content)]


def test_the_pages_of_a_usual_site_have_each_its_own_address(tmp_path: Path) -> None:
    """In every language."""
    assert told(tmp_path, {PAGE: "---\ntitle: T\n---\na\n", TWO: OTHER}) == []


@pytest.mark.parametrize("slug", ["index", "INDEX"])
def test_a_page_at_the_address_of_another_is_told(tmp_path: Path, slug: str) -> None:
    """On Windows names that differ in case are one file."""
    found = told(tmp_path, {PAGE: "---\ntitle: T\n---\na\n"}, about=slug)
    assert found == [
        (PAGE, f"its page would have the same address as that of site_config.yaml ({lang}/{slug}.html)")
        for lang in ("vi", "en")
    ]


def test_a_former_address_at_which_a_page_stands_is_told(tmp_path: Path) -> None:
    """At the field, once for each language."""
    files = {**changed(MAI, ("unit: noi", "unit: noi\nmoved_from: [noi-02]")), TWO: OTHER}
    content, judgement = judge_site(tmp_path, files)
    found = collisions(make_site(content, judgement, Wishes()), content)
    assert [(f.code, f.place.file, f.place.line) for f in found] == [("name-collision", MAI, 8)] * 2
    assert ENGLISH.tell(found[0].message) == f"the former address vi/guong/2024/noi-02.html is that of {TWO}"


def test_two_documents_that_claim_one_former_address_are_told(tmp_path: Path) -> None:
    """The second of them; a document may name its own twice."""
    files = {
        **changed(MAI, ("unit: noi", "unit: noi\nmoved_from: [noi-07, noi-07]")),
        TWO: OTHER.replace("unit: noi", "unit: noi\nmoved_from: [noi-07]"),
    }
    found = told(tmp_path, files)
    assert len(found) == 2
    assert {message.partition(" is that of ")[0] for _, message in found} == {
        "the former address vi/guong/2024/noi-07.html",
        "the former address en/exemplars/2024/noi-07.html",
    }
