"""Whether legal bases are in force on the day of the campaign's document."""

from datetime import date
from pathlib import Path

import pytest

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from unit.support import CAMPAIGN, changed, judge_site

LAWS = """\
laws:
  - {number: 1/2010/A, title: {vi: Luật cũ, en: Old law}, from: 2010-01-01, replaced_by: 2/2015/A}
  - {number: 2/2015/A, title: {vi: Luật giữa, en: Middle law}, from: 2015-01-01, replaced_by: [3/2020/A, 4/2024/A]}
  - {number: 3/2020/A, title: {vi: Luật mới, en: New law}, from: 2020-01-01}
  - {number: 4/2024/A, title: {vi: Luật phụ, en: Second law}, from: 2024-01-01, confirmed: false}
  - {number: 5/2019/A, title: {vi: Hết hạn, en: Expired}, from: 2019-01-01, to: 2024-02-29}
  - {number: 6/2024/A, title: {vi: Sau này, en: Later}, from: 2024-03-02}
"""


def found(root: Path, basis: str, *, window: str = "2024-03-01", document: str = "") -> list[Finding]:
    """Judge the small site with one legal basis on a day."""
    lines = f"criteria: 2024\n{document}legal_bases:\n  - {{{basis}}}\n"
    campaign = changed(CAMPAIGN, ("criteria: 2024\n", lines), ("from: 2024-03-01", f"from: {window}"))
    _, judgement = judge_site(root, campaign, {"content/laws.yaml": LAWS})
    return [f for f in judgement.findings if f.code == "basis-not-in-force"]


def hint(finding: Finding) -> str:
    """Return the hint of a finding in English."""
    return Catalogue("en").tell(finding.hint)


@pytest.mark.parametrize(
    ("basis", "window", "cure"),
    [
        ("number: 1/2010/A", "2012-03-01", None),
        ("number: 1/2010/A", "2014-12-31", None),
        ("number: Luật số 01/2010/a", "2015-01-01", "cite what replaced it: 2/2015/A (Middle law)"),
        (
            "number: 1/2010/A",
            "2024-01-01",
            "cite what replaced it: 3/2020/A (New law), 4/2024/A (Second law); first look",
        ),
        ("number: 2/2015/A", "2023-12-31", None),
        ("number: 3/2020/A", "2014-03-01", "cite what it replaced: 1/2010/A (Old law)"),
        ("number: 3/2020/A", "2009-03-01", "content/laws.yaml names nothing that it replaced"),
        ("number: 5/2019/A", "2024-02-29", None),
        ("number: 5/2019/A", "2024-03-01", "content/laws.yaml names nothing that replaced it"),
        ("number: 6/2024/A", "2024-03-01", "content/laws.yaml names nothing that it replaced"),
        ("number: 6/2024/A", "2024-03-02", None),
        ("number: 809/QĐ-UBND", "2024-03-01", None),
    ],
)
def test_a_basis_is_in_force_from_its_first_to_its_last_day(
    tmp_path: Path, basis: str, window: str, cure: str | None
) -> None:
    """Both days are within; what is in force instead is named, however many steps away, and nothing that is not."""
    told = found(tmp_path, basis, window=window)
    assert [hint(one)[: len(cure or "")] for one in told] == ([cure] if cure else [])
    assert all(one.severity == "warning" and one.place.file == CAMPAIGN for one in told)


def test_the_day_is_that_of_the_document(tmp_path: Path) -> None:
    """Registration opens later; without either nothing is told."""
    document = "document: {number: 1/KH, on: 2024-02-29}\n"
    assert found(tmp_path / "a", "number: 5/2019/A", document=document) == []
    assert len(found(tmp_path / "b", "number: 5/2019/A")) == 1
    lines = "criteria: 2024\nlegal_bases:\n  - {number: 5/2019/A}\n"
    window = '  register: {from: 2024-03-01, to: 2024-03-31, section: "3"}\n'
    campaign = changed(CAMPAIGN, ("criteria: 2024\n", lines), (window, ""))
    _, judgement = judge_site(tmp_path / "c", campaign, {"content/laws.yaml": LAWS})
    assert "basis-not-in-force" not in {f.code for f in judgement.findings}


def test_a_document_with_a_wrong_date_leaves_the_day_open(tmp_path: Path) -> None:
    """Then only the date is told."""
    assert found(tmp_path, "number: 5/2019/A", document="document: {number: 1/KH, on: 2024-02-31}\n") == []


def test_it_may_be_allowed(tmp_path: Path) -> None:
    """A campaign that is over cannot be mended any more; then it is information."""
    allowed = 'allow: [{code: basis-not-in-force, reason: "Văn bản đã ban hành."}]\n'
    assert [f.severity for f in found(tmp_path, "number: 5/2019/A", document=allowed)] == ["info"]


def test_successors_that_begin_on_the_first_day_of_all(tmp_path: Path) -> None:
    """No day comes before it."""
    first = "title: A, from: 0001-01-01"
    laws = f"laws:\n  - {{number: 1/A, {first}, replaced_by: 2/A}}\n  - {{number: 2/A, {first}}}\n"
    campaign = changed(CAMPAIGN, ("criteria: 2024\n", "criteria: 2024\nlegal_bases: [{number: 1/A}]\n"))
    _, judgement = judge_site(tmp_path, campaign, {"content/laws.yaml": laws}, today=date(2024, 6, 1))
    assert "basis-not-in-force" in {f.code for f in judgement.findings}
