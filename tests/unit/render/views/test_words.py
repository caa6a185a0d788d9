"""Lists and labels in the language of a page."""

from datetime import date
from pathlib import Path

from guongsang.i18n.messages import Label, Text
from guongsang.read.tables.campaign import LegalBasis
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext
from guongsang.render.views.words import CitedDocument, cited_document, label_in, lessons, replications
from unit.support import MAI, changed, made_site


def test_units_that_copied_a_profile_are_listed_with_their_result(tmp_path: Path) -> None:
    """In the order in which they were written, in the words of the language where there are any."""
    rows = "adopted_by:\n  - {unit: duoc, on: 2024-05-06, result: Dùng tốt.}\n  - {unit: noi, on: 2024-05-07}"
    english = {
        MAI.replace(".vi.", ".en."): "---\ntitle: T\nadopted_by: [{result: Works well.}]\n---\n## How\n\nBody.\n"
    }
    site = made_site(tmp_path, changed(MAI, ("unit: noi", f"unit: noi\n{rows}")), english)
    duoc, noi = replications(RenderContext(site, ImageStore({}, {}), "en"), site.profiles[0])
    assert (duoc.unit, duoc.on) == (Text("Pharmacy", "en"), date(2024, 5, 6))
    assert duoc.url is not None and duoc.url.startswith("en/") and "/duoc/" in duoc.url
    assert duoc.result.value == "Works well." and not noi.result


def test_a_list_of_words_falls_back_item_by_item(tmp_path: Path) -> None:
    """Each says in which language it is."""
    english = {MAI.replace(".vi.", ".en."): "---\ntitle: T\nlessons: [One]\n---\n## How\n\nBody.\n"}
    site = made_site(tmp_path, changed(MAI, ("unit: noi", "unit: noi\nlessons: [Một, Hai]")), english)
    (profile,) = site.profiles
    assert [(text.value, text.lang) for text in lessons(profile, "en")] == [("One", "en"), ("Hai", "vi")]
    assert [text.value for text in lessons(profile, "vi")] == ["Một", "Hai"]


def test_a_cited_document_has_its_parts() -> None:
    """Those that are not given are none."""
    row = LegalBasis(number="12/QĐ", on=date(2024, 1, 2), issuer=Label({"vi": "Sở", "en": "Department"}, "vi"))
    assert cited_document(row, "en", "vi") == CitedDocument(
        number=Text("12/QĐ", "vi"), on=date(2024, 1, 2), issuer=Text("Department", "en"), title=None
    )
    assert label_in(None, "en") is None
