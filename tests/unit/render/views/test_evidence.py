"""Evidence as it is shown, and figures before and after."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue, Text
from guongsang.model.profiles import Profile
from guongsang.render.images import ImageStore
from guongsang.render.views.context import RenderContext, make_context, name_of
from guongsang.render.views.evidence import evidence_item, evidence_rows, period_text, public_evidence
from guongsang.render.views.measures import before_after_rows
from unit.support import MAI, changed, made_site

ENGLISH = Catalogue("en")
MEASURE = (
    "source: BC-02/NOI\n    measure: {before: 12, after: 6, unit: {vi: lần, en: times}, label: {vi: Kiểm, en: Checks}}"
)


def view(root: Path, *changes: tuple[str, str], lang: str = "en") -> tuple[RenderContext, Profile]:
    """Prepare views of the small site's profile."""
    site = made_site(root, changed(MAI, *changes))
    return make_context(site, ImageStore({}), lang), site.profiles[0]


def meta(root: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is told of the first item of evidence, in English."""
    context, profile = view(root, *changes)
    item = evidence_item(context, profile, profile.entry.get("evidence")[0])
    return [ENGLISH.tell(message) for message in item["meta"]]


def test_evidence_stands_under_the_criteria_that_it_serves(tmp_path: Path) -> None:
    """With its words, in the order of the criteria."""
    context, profile = view(tmp_path)
    (row,) = evidence_rows(context, profile)
    assert (row["id"], row["label"], row["section"]) == ("A-1", Text("A deed with a source", "en"), "2")
    assert row["url"].startswith("en/") and row["url"].endswith("/2024/a-1.html")
    assert [item["text"].value for item in row["items"]] == ["Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6."]


def test_internal_evidence_is_in_no_view(tmp_path: Path) -> None:
    """No template can let it out."""
    context, profile = view(
        tmp_path, ("source: BC-02/NOI", MEASURE), ("serves: [A-1]", "serves: [A-1]\n    internal: true")
    )
    assert public_evidence(profile) == []
    assert evidence_rows(context, profile) == [] and before_after_rows(context, profile) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], ["Period January 2024 – February 2024", "Source: BC-02/NOI", "Attested by Trưởng khoa on 5 March 2024"]),
        (
            [("period: 2024-01/2024-02", "on: 2024-02-03"), (", on: 2024-03-05", "")],
            ["On 3 February 2024", "Source: BC-02/NOI", "Attested by Trưởng khoa"],
        ),
        (
            [("period: 2024-01/2024-02", "years: [2022, 2023]"), ("attested: {by: Trưởng khoa, on: 2024-03-05}", "")],
            ["Years 2022, 2023", "Source: BC-02/NOI"],
        ),
    ],
)
def test_an_item_tells_its_time_source_and_attestation(
    tmp_path: Path, changes: list[tuple[str, str]], told: list[str]
) -> None:
    """In this order, as far as they are given."""
    assert meta(tmp_path, *changes) == told


@pytest.mark.parametrize(
    ("period", "lang", "text"),
    [
        ("2024-01/2024-05", "vi", "01/2024 – 5/2024"),
        ("2024-01/2024-05", "en", "January 2024 – May 2024"),
        ("2024-03/2024-03", "en", "March 2024"),
        ("2024-01-05/2024-02-06", "vi", "05/01/2024 – 06/02/2024"),
        ("2024-01-05 / 2024-02", "en", "5 January 2024 – February 2024"),
        ("2024-02-31/2024-03", "vi", "2024-02-31 – 3/2024"),
    ],
)
def test_a_period_has_both_its_ends(period: str, lang: str, text: str) -> None:
    """Months or days, as the language writes them; once where both are the same."""
    assert period_text(period, lang) == text


@pytest.mark.parametrize(
    ("before", "after", "widths", "change", "falls"),
    [
        ("12", "6", ("100", "50"), "6", True),
        ("6", "12", ("50", "100"), "6", False),
        ("0", "0", ("0", "0"), "0", False),
        ("-4", "2", ("100", "50"), "6", False),
        ("0.3", "0.1", ("100", "33.33"), "0.2", True),
    ],
)
def test_figures_before_and_after_are_lengths_from_zero(
    tmp_path: Path, before: str, after: str, widths: tuple[str, str], change: str, falls: bool
) -> None:
    """The larger one is the full length; the change is told too."""
    measure = MEASURE.replace("before: 12", f"before: {before}").replace("after: 6", f"after: {after}")
    context, profile = view(tmp_path, ("source: BC-02/NOI", measure))
    (row,) = before_after_rows(context, profile)
    assert (row.before_width, row.after_width) == widths
    assert (row.change, row.falls) == (change, falls)
    assert (row.label, row.unit) == (Text("Checks", "en"), Text("times", "en"))
    assert len(row.meta) == 3


def test_a_figure_without_a_label_is_told_by_the_words_of_its_item(tmp_path: Path) -> None:
    """And may have no unit."""
    measure = MEASURE.replace(", unit: {vi: lần, en: times}, label: {vi: Kiểm, en: Checks}", "")
    context, profile = view(tmp_path, ("source: BC-02/NOI", measure))
    (row,) = before_after_rows(context, profile)
    assert row.label.value.startswith("Số lần kiểm lại") and not row.unit


def test_a_name_is_shown_only_where_consent_covers_it(tmp_path: Path) -> None:
    """With its language."""
    assert name_of(view(tmp_path / "a")[1]) == Text("Lê Thử Mai", "vi")
    quiet = [("name: [site, print]", "name: []"), ("Điều dưỡng Lê Thử Mai ghi", "Điều dưỡng ghi")]
    assert name_of(view(tmp_path / "b", *quiet)[1]) is None


def test_a_context_knows_what_is_published_and_where(tmp_path: Path) -> None:
    """In its own language."""
    context, profile = view(tmp_path, lang="vi")
    assert context.shown(profile.entry) and context.url(profile.entry).startswith("vi/")
    assert context.published["exemplar", "2024/noi-01"] == context.url(profile.entry)
    assert not make_context(made_site(tmp_path / "b", {MAI: None}), ImageStore({}), "vi").shown(profile.entry)
