"""Figures that reviews name: checked when judged, put in when the site is made, in each language."""

from pathlib import Path

import pytest

from guongsang.text.figure_names import names_in, with_figures
from unit.support import found_in, judge_site, made_site

REVIEW = "content/reviews/2024.vi.md"
EARLIER = {"content/campaigns/2023.vi.md": "---\ntitle: Việc hay năm 2023\ncriteria: 2024\n---\nLời.\n"}


def review(body: str, title: str = "Tổng kết") -> dict[str, str]:
    """Return a review with a body."""
    return {REVIEW: f"---\ntitle: {title}\nheld_on: 2024-11-20\n---\n{body}\n"}


@pytest.mark.parametrize(
    "name", ["registered", "registered.nurse", "units-without", "2023.found", " honoured ", "2024.registered"]
)
def test_a_figure_may_be_named(tmp_path: Path, name: str) -> None:
    """Of the review's own campaign, of a category, of another campaign."""
    _, judgement = judge_site(tmp_path, EARLIER, review(f"Có {{{{{name}}}}} gương."))
    assert "unknown-figure" not in found_in(judgement, REVIEW)


@pytest.mark.parametrize("name", ["registred", "registered.driver", "2022.found", "x", "đăng-ký"])
def test_an_unknown_name_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    """With what may be meant, else all that there are."""
    _, judgement = judge_site(tmp_path, EARLIER, review(f"Có {{{{{name}}}}} gương."))
    (finding,) = [f for f in judgement.findings if f.code == "unknown-figure"]
    assert (finding.place.file, finding.place.line, finding.place.column) == (REVIEW, 5, 4)


def test_numbers_stand_in_text_headings_and_title(tmp_path: Path) -> None:
    """What stands in code stays, so that a text can say how figures are named."""
    table = "| {{found}} |\n|---|\n| {{leaders}} |"
    line = "Có **{{registered}}** gương, {{units-without}} đơn vị chưa có, viết `{{registered}}`."
    body = f"{line}\n\n## Cả năm {{{{found}}}}\n\n{table}"
    words = "---\ntitle: Review of {{found}}\n---\nIt had {{registered}} exemplar.\n"
    english = {REVIEW.replace(".vi.", ".en."): words}
    (made,) = made_site(tmp_path, review(body, "Tổng kết {{found}} gương"), english).reviews
    text = made.texts.body("vi").body
    assert made.word(("title",), "vi").value == "Tổng kết 1 gương"
    assert "{{" not in repr([n for n in text.nodes if "code" not in repr(n)]) and "{{registered}}" in repr(text.nodes)
    assert [h.text for h in text.headings] == ["Cả năm 1"]
    assert "It had 1 exemplar." in repr(made.texts.body("en").body.nodes)


@pytest.mark.parametrize("text", ["{{}}", "{{a b}}", "{registered}", "{{registered", "registered}}", "{{ {{", "{%x%}"])
def test_what_is_no_name_stays(text: str) -> None:
    """Braces alone mean nothing."""
    assert names_in(text) == [] and with_figures(text, lambda _: "1") == text
