"""Evidence as it is shown."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Catalogue, Text
from guongsang.render.views.evidence import evidence_item, evidence_rows, period_text
from unit.render.views.view import view

ENGLISH = Catalogue("en")


def meta(root: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is told of the first item of evidence, in English."""
    context, profile = view(root, *changes)
    item = evidence_item(context, profile, profile.facts.evidence[0])
    return [ENGLISH.tell(message) for message in item.meta]


def test_evidence_stands_under_the_criteria_that_it_serves(tmp_path: Path) -> None:
    """With its words, in the order of the criteria."""
    context, profile = view(tmp_path)
    (row,) = evidence_rows(context, profile)
    assert (row.id, row.label, row.section) == ("A-1", Text("A deed with a source", "en"), "2")
    assert row.url.startswith("en/") and row.url.endswith("/2024/a-1.html")
    assert [item.text.value for item in row.items] == ["Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6."]


def test_a_criterion_without_public_evidence_has_no_row(tmp_path: Path) -> None:
    """Though its verdict names the item that serves it."""
    context, profile = view(tmp_path, ("serves: [A-1]", "serves: [A-1]\n    internal: true"))
    assert [verdict.evidence for verdict in profile.verdicts] == [("e1",)]
    assert evidence_rows(context, profile) == []


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
