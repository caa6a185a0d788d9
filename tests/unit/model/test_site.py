"""What is published, and why the rest is not."""

import io
from pathlib import Path

import pytest
from PIL import Image

from guongsang.i18n.messages import Catalogue, Label
from guongsang.model.site import Site, unit_name
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, made_site

ENGLISH = Catalogue("en")
BULLETIN = "content/bulletins/2024-05.vi.md"
PAGE = "content/pages/about.vi.md"
INTERNAL = "\n    internal: true"


def reasons(site: Site) -> dict[str, str]:
    """Return why each document is left out."""
    return {out.file: ENGLISH.tell(out.reason) for out in site.left_out}


def bulletin(rest: str = "exemplars: [2024/noi-01]") -> dict[str, str]:
    """Return a bulletin."""
    head = "title: Bản tin\nnumber: 1\ndate: 2024-05-01\nmasthead: {internal: true}\n"
    return {BULLETIN: f"---\n{head}{rest}\n---\n"}


def test_the_small_site_is_published_whole(tmp_path: Path) -> None:
    """Its profile, plan and campaign; nothing is left out."""
    site = made_site(tmp_path)
    assert [p.id for p in site.profiles] == ["2024/noi-01"] == [p.id for p in site.office]
    assert [document.id for document in site.documents] == ["2024/noi-01", "2024/noi", "2024"]
    assert site.left_out == ()
    assert site.by_id["2024/noi-01"].stage == "registered"
    assert site.campaign("2024") is site.campaigns[0] and site.campaign("2023") is None
    assert list(site.progress) == ["2024"] and list(site.criteria) == ["2024"]
    assert not site.sample


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ([("unit: noi", "unit: noi\ndraft: true")], "it is a draft"),
        ([("unit: noi", "unit: x")], "it has errors"),
        ([("position: Điều dưỡng", "position: '[[chức vụ]]'")], "there are places in it still to be filled in"),
        ([("name: [site, print]", "name: []")], "its text uses a name without consent"),
        ([("  registered: {on: 2024-03-10}\n", "")], "its stage has not reached “Registered”"),
        ([("story: [site, print]", "story: [print]")], "there is no consent to show the story on the site"),
        (
            [("registered: {on: 2024-03-10}", "approved: {on: 2024-03-10, by: A, fingerprint: '000000000000'}")],
            "it was changed after its approval",
        ),
        (
            [("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}")],
            "it is withdrawn; a notice stands in its place",
        ),
    ],
)
def test_what_is_left_out_has_its_reason(tmp_path: Path, changes: list[tuple[str, str]], reason: str) -> None:
    """A writer asks why."""
    site = made_site(tmp_path, changed(MAI, *changes))
    assert site.profiles == ()
    assert reasons(site)[MAI] == reason
    assert len(site.withdrawn) == ("withdrawn" in reason)


def test_a_campaign_that_is_not_published_takes_its_documents_with_it(tmp_path: Path) -> None:
    """Profiles, plans, reviews and bulletins of it alone."""
    files = {"content/reviews/2024.vi.md": "---\ntitle: Tổng kết năm 2024\nheld_on: 2024-11-20\n---\na\n", **bulletin()}
    site = made_site(tmp_path, changed(CAMPAIGN, ("criteria: 2024", "criteria: 2024\ndraft: true")), files)
    assert site.documents == () and site.criteria == {} and site.progress == {}
    told = reasons(site)
    assert told.pop(CAMPAIGN) == "it is a draft"
    assert set(told.values()) == {"its campaign is a draft"}
    assert set(told) == {MAI, PLAN, "content/reviews/2024.vi.md", BULLETIN}


def test_drafts_are_let_in_where_that_is_asked(tmp_path: Path) -> None:
    """With marks, as long as only words are wanting."""
    draft = ("unit: noi", "unit: noi\ndraft: true")
    words = ("position: Điều dưỡng", "position: '[[chức vụ]]'")
    facts = ("registered: {on: 2024-03-10}", "registered: {on: '[[ngày]]'}")
    assert len(made_site(tmp_path / "a", changed(MAI, draft, words), drafts=True).profiles) == 1
    assert len(made_site(tmp_path / "b", changed(MAI, draft, facts), drafts=True).profiles) == 0


@pytest.mark.parametrize(
    ("wanted", "published"),
    [("discovered", True), ("registered", True), ("approved", False), (None, False)],
)
def test_a_campaign_says_from_which_stage_on_it_publishes(tmp_path: Path, wanted: str | None, published: bool) -> None:
    """From the approval on where it says nothing."""
    line = f"publish_from: {wanted}\n" if wanted else ""
    site = made_site(tmp_path, changed(CAMPAIGN, ("publish_from: registered\n", line)))
    assert bool(site.profiles) is published


def test_profiles_stand_with_the_newest_first(tmp_path: Path) -> None:
    """By their last step, then by their ids."""
    text = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")
    files = {
        MAI.replace("01", "02"): text.replace("2024-03-10", "2024-03-12"),
        MAI.replace("01", "03"): text.replace("2024-03-10", "2024-03-12"),
        MAI.replace("01", "04"): text.replace("2024-03-10", "2024-03-05"),
    }
    assert [p.slug for p in made_site(tmp_path, files).profiles] == ["noi-02", "noi-03", "noi-01", "noi-04"]


def test_pages_of_the_menu_stand_first(tmp_path: Path) -> None:
    """In the order that they give, the others by name."""
    rows = {"c": "", "a": "", "z": "menu: 1\n", "b": "menu: 2\n"}
    files = {f"content/pages/{name}.vi.md": f"---\ntitle: T\n{menu}---\na\n" for name, menu in rows.items()}
    assert [page.slug for page in made_site(tmp_path, files).pages] == ["z", "b", "a", "c"]


def test_without_papers_nothing_is_printable(tmp_path: Path) -> None:
    """Bulletins have pages all the same."""
    site = made_site(tmp_path / "a", bulletin(), papers=False)
    assert site.printable() == () and [b.has_paper for b in site.bulletins] == [False]
    site = made_site(tmp_path / "b", bulletin())
    assert len(site.printable()) == len(site.printable("2024")) == 1 and site.printable("2023") == ()
    assert [b.has_paper for b in site.bulletins] == [True]


def test_sample_data_is_known(tmp_path: Path) -> None:
    """Pages say so."""
    assert made_site(tmp_path, changed(MAI, ("unit: noi", "unit: noi\nsample: true"))).sample


def test_a_unit_is_named_or_told_by_its_id(tmp_path: Path) -> None:
    """In the source language where it is not known."""
    site = made_site(tmp_path)
    assert unit_name(site, "noi").texts["en"] == "Medicine"
    assert unit_name(site, "x") == Label({"vi": "x"}, "vi")


def test_profiles_are_found_by_what_they_belong_to(tmp_path: Path) -> None:
    """By id, unit, category, campaign, and by the public criteria that their evidence serves."""
    text = SITE[MAI].replace("Lê Thử Mai", "Trần Mẫu Cúc").replace("BC-02", "BC-05").replace("12 xuống 6", "9 xuống 5")
    two = text.replace("unit: noi", "unit: duoc").replace("2024-03-10", "2024-03-09")
    site = made_site(tmp_path, {MAI.replace("01", "02"): two})
    first, second = site.profiles
    assert site.by_id == {"2024/noi-01": first, "2024/noi-02": second}
    assert site.by_unit == {"noi": (first,), "duoc": (second,)}
    assert site.by_category == {"nurse": (first, second)}
    assert site.by_campaign == {"2024": (first, second)}
    assert site.by_criterion == {("2024", "A-1"): (first, second)}


@pytest.mark.parametrize(
    ("serves", "found"), [("[A-1, A-2]", ["A-1"]), ("[A-2]", []), (f"[A-1]{INTERNAL}", [])], ids=["both", "one", "item"]
)
def test_internal_criteria_and_evidence_lead_to_nobody(tmp_path: Path, serves: str, found: list[str]) -> None:
    """A list of those who serve a criterion would tell of them."""
    check = "    check: {evidence: {min: 1, requires: [source]}}\n"
    later = "severity: {approved: error}"
    inner = f"  - {{id: A-2, label: {{vi: Điểm, en: Score}}, check: {{evidence: {{}}}}, internal: true, {later}}}\n"
    criteria = changed("content/criteria/2024.yaml", (check, f"    {later}\n{check}{inner}"))
    site = made_site(tmp_path, criteria, changed(MAI, ("serves: [A-1]", f"serves: {serves}")))
    assert len(site.profiles) == 1 and [name for _, name in site.by_criterion] == found


def test_every_page_has_its_address_and_the_file_it_comes_from(tmp_path: Path) -> None:
    """The notice of a withdrawn profile too; a language without a translation has the source's file."""
    gone = changed(MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"))
    english = {CAMPAIGN.replace(".vi.", ".en."): "---\ntitle: Good work\n---\nBody.\n"}
    site = made_site(tmp_path, gone, english)
    assert set(site.urls_of["vi"]) == {("exemplar", "2024/noi-01"), ("plan", "2024/noi"), ("campaign", "2024")}
    assert site.sources["vi/guong/2024/noi-01.html"] == site.sources["en/exemplars/2024/noi-01.html"] == MAI
    assert site.sources["vi/dot/2024.html"] == CAMPAIGN
    assert site.sources["en/campaigns/2024.html"] == CAMPAIGN.replace(".vi.", ".en.")


@pytest.mark.parametrize(("tags", "tagged"), [("tags: [khay]", True), ("tags: []", False), ("leader: false", False)])
def test_a_site_with_topics_is_known(tmp_path: Path, tags: str, tagged: bool) -> None:
    """Only then is there a list of them."""
    assert made_site(tmp_path, changed(MAI, ("unit: noi", f"unit: noi\n{tags}"))).tagged is tagged


def test_the_office_sees_what_is_registered_before_it_is_published(tmp_path: Path) -> None:
    """Without consent to the story, or before the stage from which the campaign publishes."""
    later = changed(CAMPAIGN, ("publish_from: registered", "publish_from: approved"))
    no_story = changed(MAI, ("story: [site, print]", "story: []"))
    for name, layer in (("a", later), ("b", no_story)):
        site = made_site(tmp_path / name, layer)
        assert site.profiles == () and [p.id for p in site.office] == ["2024/noi-01"]
    gone = changed(MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"))
    assert made_site(tmp_path / "c", gone).office == ()


def test_photos_without_consent_are_not_among_the_pictures(tmp_path: Path) -> None:
    """Those of pages and those of paper are kept apart."""
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "PNG")
    photo = {"content/exemplars/2024/mai.png": out.getvalue()}
    shown = []
    for n, agreed in enumerate(("[]", "[site]", "[site, print]")):
        named = changed(
            MAI, ("photo: []", f"photo: {agreed}"), ("unit: noi", "unit: noi\nphoto: mai.png\nphoto_alt: A")
        )
        site = made_site(tmp_path / str(n), named, photo)
        shown.append((len(site.pictures), len(site.paper_pictures)))
    assert shown == [(0, 0), (1, 0), (1, 1)]
