"""Profiles against the criteria of their campaign."""

from pathlib import Path

import pytest

from guongsang.judge.criteria.verdicts import Verdict, level_at
from unit.judge.criteria.cases import CRITERIA, HEAD, SERVES, row
from unit.support import MAI, changed, judge_site, told


def criterion(check: str, more: str = "") -> dict[str, str]:
    """Return a criteria file with one more criterion, X."""
    return {CRITERIA: HEAD + row(check, more)}


def verdict(root: Path, check: str, *changes: tuple[str, str], more: str = "") -> tuple[Verdict | None, list[str]]:
    """Judge the profile by one criterion; return the verdict and the codes of what is told because of it."""
    _, judgement = judge_site(root, criterion(check, more), changed(MAI, *changes))
    made = {v.criterion.id: v for v in judgement.verdicts["2024/noi-01"]}
    return made.get("X"), [f"{f.code} {f.severity}" for f in judgement.findings if f.rule == "X"]


@pytest.mark.parametrize(
    ("check", "changes", "status", "found"),
    [
        ("{evidence: {}}", [SERVES], "met", []),
        ("{evidence: {}}", [], "unmet", ["criterion-unmet error"]),
        ("{evidence: {expects: [measure]}}", [SERVES], "thin", ["thin-evidence warning"]),
        ("{field: {path: position, present: true}}", [], "met", []),
        ("{field: {path: photo, present: true}}", [], "unmet", ["criterion-unmet error"]),
        ("{section: {heading: {vi: Cách làm, en: How}}}", [], "met", []),
        ("{section: {heading: {vi: Bối cảnh, en: Why}}}", [], "unmet", ["criterion-unmet error"]),
        ("{unit_criteria: {min: 1}}", [], "unmet", ["no-unit-criteria error"]),
    ],
)
def test_a_criterion_gives_one_verdict_and_at_most_one_finding(
    tmp_path: Path, check: str, changes: list[tuple[str, str]], status: str, found: list[str]
) -> None:
    """Each kind of check has a code for what is unmet."""
    made, codes = verdict(tmp_path, check, *changes)
    assert made is not None and made.status == status
    assert codes == found


def test_a_finding_names_the_rule_its_section_and_the_place_where_it_began(tmp_path: Path) -> None:
    """The category decides which criteria are asked."""
    content, judgement = judge_site(tmp_path, criterion("{evidence: {}}"))
    (finding,) = (f for f in judgement.findings if f.rule == "X")
    source = content.exemplars[0].source
    assert (finding.section, finding.place) == ("5", source.place("category"))


def test_a_verdict_names_the_evidence_that_serves_it(tmp_path: Path) -> None:
    """None where nothing does."""
    made, _ = verdict(tmp_path / "a", "{evidence: {}}", SERVES)
    assert made is not None and made.evidence == ("e1",)
    made, _ = verdict(tmp_path / "b", "{evidence: {}}")
    assert made is not None and made.evidence == ()


def test_criteria_that_do_not_apply_have_no_verdict(tmp_path: Path) -> None:
    """Nothing is told of them."""
    assert verdict(tmp_path, "{evidence: {}}", more=", for: {category: ward}") == (None, [])


@pytest.mark.parametrize(
    ("severity", "status", "found"),
    [
        ("{registered: error}", "unmet", ["criterion-unmet error"]),
        ("{discovered: info}", "unmet", ["criterion-unmet info"]),
        ("{discovered: info, registered: warning, approved: error}", "unmet", ["criterion-unmet warning"]),
        ("{approved: error}", "not-due", []),
    ],
)
def test_a_criterion_weighs_what_its_stage_says(tmp_path: Path, severity: str, status: str, found: list[str]) -> None:
    """From the last stage reached that has a level; before the first, nothing is due."""
    made, codes = verdict(tmp_path, "{evidence: {}}", more=f", severity: {severity}")
    assert made is not None and made.status == status
    assert codes == found


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("{section: {heading: {vi: Bối cảnh, en: Why}}}", ("Ghi tên lên khay.", "[[viết ở đây]]")),
        ("{field: {path: staff_category, one_of: [worker]}}", ("public-employee", "'[[loại]]'")),
        (
            "{evidence: {requires: [measure]}}",
            ("text: Số lần kiểm lại mỗi tuần giảm từ 12 xuống 6.", "text: '[[việc]]'"),
        ),
    ],
)
def test_what_is_still_to_be_written_is_not_told_twice(tmp_path: Path, check: str, change: tuple[str, str]) -> None:
    """The mark at the place that a criterion looks at is told already."""
    changes = [SERVES, change] if "evidence" in check else [change]
    made, codes = verdict(tmp_path, check, *changes)
    assert made is not None and made.status in ("unmet", "met") and codes == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("serves: [A-1]", "serves: [A-1, A-2]"), [("unknown-criterion", "A-2")]),
        (("serves: [A-1]", "serves: [A-1, W-1]"), [("criterion-not-applicable", "W-1")]),
    ],
)
def test_evidence_serves_criteria_that_are_and_that_apply(
    tmp_path: Path, change: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    """A name that is none, and one that is not asked of this profile."""
    ward = "  - {id: W-1, label: {vi: A, en: A}, for: {category: ward}, check: {evidence: {}}}\n"
    assert told(tmp_path, {CRITERIA: HEAD + ward}, changed(MAI, change)) == found


def test_levels_hold_from_their_stage_on(tmp_path: Path) -> None:
    """Until the next stage that has one."""
    content, _ = judge_site(tmp_path, criterion("{evidence: {}}", ", severity: {selected: info, approved: error}"))
    one = content.criteria["2024"].criteria["X"]
    stages = [None, "discovered", "selected", "registered", "approved", "reviewed"]
    assert [level_at(one, stage) for stage in stages] == [None, None, "info", "info", "error", "error"]
