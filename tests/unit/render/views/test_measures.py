"""Figures before and after."""

from pathlib import Path

import pytest

from guongsang.i18n.messages import Text
from guongsang.render.views.measures import before_after_rows
from unit.render.views.view import view

MEASURE = (
    "source: BC-02/NOI\n    measure: {before: 12, after: 6, unit: {vi: lần, en: times}, label: {vi: Kiểm, en: Checks}}"
)


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


@pytest.mark.parametrize("measure", ["{before: 12}", "{after: 6}", "{label: Kiểm}"])
def test_a_figure_needs_both_its_ends(tmp_path: Path, measure: str) -> None:
    """Half of it compares nothing."""
    context, profile = view(tmp_path, ("source: BC-02/NOI", f"source: BC-02/NOI\n    measure: {measure}"))
    assert before_after_rows(context, profile) == []


def test_internal_figures_are_not_shown(tmp_path: Path) -> None:
    """The public profile does not hold their evidence."""
    context, profile = view(
        tmp_path, ("source: BC-02/NOI", MEASURE), ("serves: [A-1]", "serves: [A-1]\n    internal: true")
    )
    assert before_after_rows(context, profile) == []
