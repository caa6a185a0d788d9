"""Consent: which profiles, names and photos may not be shown, and where they stand all the same."""

import io
from pathlib import Path

import pytest
from PIL import Image

from guongsang.judge.people.consent import Withheld, allows
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, judge_site, told

PAGE = "content/pages/about.vi.md"
BULLETIN = "content/bulletins/2024-05.vi.md"
NO_NAME = ("name: [site, print]", "name: []")
NOT_ON_PAPER = ("name: [site, print]", "name: [site]")
QUIET = ("summary: Điều dưỡng Lê Thử Mai ghi", "summary: Điều dưỡng ghi")


def page(text: str) -> dict[str, str]:
    """Return a free page."""
    return {PAGE: f"---\ntitle: Về chúng tôi\n---\n{text}\n"}


def bulletin() -> dict[str, str]:
    """Return a bulletin of the profile."""
    head = "title: Bản tin\nnumber: 1\ndate: 2024-05-01\nmasthead: {internal: true}\n"
    return {BULLETIN: f"---\n{head}exemplars: [2024/noi-01]\n---\n"}


def withheld(root: Path, *layers: dict[str, str]) -> Withheld:
    """Return what consent leaves out."""
    return judge_site(root, *layers)[1].consent


def test_with_consent_nothing_is_left_out(tmp_path: Path) -> None:
    """A name may stand wherever it is used."""
    content, judgement = judge_site(tmp_path, page("Bà Lê Thử Mai làm ở đây."), bulletin())
    assert judgement.consent == Withheld()
    (entry,) = content.exemplars
    assert allows(entry, "name", "site") and not allows(entry, "photo", "site")


def test_without_consent_to_the_story_the_profile_is_told(tmp_path: Path) -> None:
    """At the field that is wanting."""
    assert told(tmp_path, changed(MAI, ("story: [site, print]", "story: [print]"))) == [("no-consent", "[print]")]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Bà Lê Thử Mai nói.", "Lê Thử Mai"),
        ("Bà LÊ  THỬ *MAI* nói.", "LÊ  THỬ *MAI"),
        ("Bà Le Thu Mai nói.", "Le Thu Mai"),
        ("![Lê Thử Mai](x.png)", "Lê Thử Mai"),
        ("[x](https://a.example/le-thu-mai)", "le-thu-mai"),
        ("a[^1]\n\n[^1]: Lê Thử Mai", "Lê Thử Mai"),
        ("<!-- Lê Thử Mai -->", None),
        ("Bà Lê Thử Mài nói.", None),
        ("Bà Mai nói.", None),
    ],
)
def test_a_name_without_consent_is_found_wherever_it_can_be_read(tmp_path: Path, text: str, marked: str | None) -> None:
    """The file is left out, because the name cannot be cut out of it."""
    layers = [changed(MAI, NO_NAME, QUIET), page(text)]
    found = [text for code, text in told(tmp_path / "a", *layers) if code == "no-consent"]
    assert found == ([marked] if marked else [])
    assert (("page", "about") in withheld(tmp_path / "b", *layers).withheld) is bool(marked)


@pytest.mark.parametrize(
    ("file", "change", "severity"),
    [
        (PLAN, ("Hướng dẫn Khoa Dược.", "Lê Thử Mai hướng dẫn."), "warning"),
        (CAMPAIGN, ("Mỗi khoa kể một việc hay.", "Như việc của Lê Thử Mai."), "error"),
        ("content/units.yaml", ("vi: Khoa Dược", "vi: Khoa của Lê Thử Mai"), "error"),
        ("content/criteria/2024.yaml", ("vi: Điều dưỡng", "vi: Lê Thử Mai"), "error"),
    ],
)
def test_in_a_campaign_or_data_file_a_name_is_an_error(
    tmp_path: Path, file: str, change: tuple[str, str], severity: str
) -> None:
    """They cannot be left out without the whole year."""
    _, judgement = judge_site(tmp_path, changed(MAI, NO_NAME, QUIET), changed(file, change))
    assert [f.severity for f in judgement.findings if f.code == "no-consent"] == [severity]


def test_a_name_in_an_address_is_told(tmp_path: Path) -> None:
    """The notice of a withdrawal has it too."""
    files = {MAI: None, "content/exemplars/2024/le-thu-mai.vi.md": changed(MAI, NO_NAME, QUIET)[MAI]}
    found = told(tmp_path, files)
    assert ("no-consent", "") in found


def test_a_team_that_bears_the_name_of_its_unit_has_no_name_to_hide(tmp_path: Path) -> None:
    """The name of a unit stands everywhere."""
    team = changed(MAI, ("name: Lê Thử Mai", "name: Khoa Nội"), NO_NAME, QUIET)
    assert [one for one in told(tmp_path, team, page("Khoa Nội ở đây.")) if one[0] == "no-consent"] == []


def test_the_name_of_a_withdrawn_profile_is_hidden_whatever_was_agreed(tmp_path: Path) -> None:
    """In other files; its own is a notice only."""
    gone = changed(MAI, ("unit: noi", "unit: noi\nwithdrawn: {on: 2024-05-01, reason: revoked}"))
    left = withheld(tmp_path, gone, page("Bà Lê Thử Mai nói."))
    assert left.withheld == {("page", "about")}


def test_a_profile_that_cannot_be_read_hides_its_name(tmp_path: Path) -> None:
    """No consent of it is known."""
    broken = {MAI: SITE[MAI].replace("category: nurse", "category: [")}
    assert ("page", "about") in withheld(tmp_path, broken, page("Bà Lê Thử Mai nói.")).withheld


def test_consent_for_the_site_only_keeps_a_text_off_paper(tmp_path: Path) -> None:
    """It stands on the site; without bulletins nothing is printed."""
    assert withheld(tmp_path / "a", changed(MAI, NOT_ON_PAPER)) == Withheld()
    left = withheld(tmp_path / "b", changed(MAI, NOT_ON_PAPER), bulletin())
    assert left.off_paper == {("exemplar", "2024/noi-01")} and left.withheld == frozenset()


def test_photos_without_consent_are_hidden_and_told_in_bodies(tmp_path: Path) -> None:
    """On the site, on paper, or on both."""
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "PNG")
    photo = ("unit: noi\n", "unit: noi\nphoto: mai.png\nphoto_alt: Ảnh\n")
    files: dict[str, str | bytes | None] = {
        "content/exemplars/2024/mai.png": out.getvalue(),
        PAGE: "---\ntitle: A\n---\n![ảnh](../exemplars/2024/mai.png)\n",
    }
    file = "content/exemplars/2024/mai.png"
    _, judgement = judge_site(tmp_path / "a", changed(MAI, photo), files)
    assert judgement.consent.photos == judgement.consent.photos_on_paper == {file}
    assert [f.place.file for f in judgement.findings if f.code == "no-consent"] == [PAGE]
    _, judgement = judge_site(tmp_path / "b", changed(MAI, photo, ("photo: []", "photo: [site]")), files)
    assert judgement.consent.photos == frozenset() and judgement.consent.photos_on_paper == {file}
