"""Profiles against the criteria of their campaign."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guongsang.i18n.messages import Label
from guongsang.judge.criteria.verdicts import Verdict, as_text, has, is_internal, level_at, values_at
from guongsang.read.content import Content
from guongsang.read.data.types import Criterion
from unit.support import MAI, changed, judge_site, told

CRITERIA = "content/criteria/2024.yaml"
HEAD = """\
categories:
  - {id: nurse, label: {vi: Điều dưỡng, en: Nurse}}
  - {id: ward, subject: collective, label: {vi: Buồng bệnh, en: Ward}}
criteria:
  - {id: A-1, label: {vi: Một, en: One}, check: {evidence: {}}}
"""


def criterion(check: str, more: str = "") -> dict[str, str]:
    """Return a criteria file with one more criterion, X."""
    return {CRITERIA: f"{HEAD}  - {{id: X, section: '5', label: {{vi: Xét, en: X}}, check: {check}{more}}}\n"}


def verdict(root: Path, check: str, *changes: tuple[str, str], more: str = "") -> tuple[Verdict | None, list[str]]:
    """Judge the profile by one criterion; return the verdict and the codes of what is told because of it."""
    _, judgement = judge_site(root, criterion(check, more), changed(MAI, *changes))
    made = {v.criterion.id: v for v in judgement.verdicts["2024/noi-01"]}
    return made.get("X"), [f"{f.code} {f.severity}" for f in judgement.findings if f.rule == "X"]


SERVES = ("serves: [A-1]", "serves: [A-1, X]")
YEARS = ("period: 2024-01/2024-02", "years: [2022, 2023]")


@pytest.mark.parametrize(
    ("check", "changes", "status", "found"),
    [
        ("{evidence: {}}", [SERVES], "met", []),
        ("{evidence: {}}", [], "unmet", ["criterion-unmet error"]),
        ("{evidence: {min: 2}}", [SERVES], "unmet", ["criterion-unmet error"]),
        ("{evidence: {requires: [source, when]}}", [SERVES], "met", []),
        ("{evidence: {requires: [measure]}}", [SERVES], "unmet", ["criterion-unmet error"]),
        ("{evidence: {requires: [attested.by]}}", [SERVES], "met", []),
        ("{evidence: {expects: [measure]}}", [SERVES], "thin", ["thin-evidence warning"]),
        ("{evidence: {expects: [source]}}", [SERVES], "met", []),
        ("{evidence: {continuous_years: 2}}", [SERVES, YEARS], "met", []),
        ("{evidence: {continuous_years: 3}}", [SERVES, YEARS], "unmet", ["criterion-unmet error"]),
        ("{evidence: {continuous_years: true}}", [SERVES, YEARS], "met", []),
        (
            "{evidence: {continuous_years: true}}",
            [SERVES, (YEARS[0], "years: [2021, 2023]")],
            "unmet",
            ["criterion-unmet error"],
        ),
        ("{evidence: {continuous_years: 1}}", [SERVES, (YEARS[0], "on: 2023-05-06")], "met", []),
        ("{evidence: {continuous_years: 2}}", [SERVES, (YEARS[0], "period: 2022-05/2023-02")], "met", []),
        ("{field: {path: position, present: true}}", [], "met", []),
        ("{field: {path: leader, present: true}}", [], "unmet", ["criterion-unmet error"]),
        ("{field: {path: position, present: false}}", [], "unmet", ["criterion-unmet error"]),
        ("{field: {path: staff_category, one_of: [public-employee, worker]}}", [], "met", []),
        ("{field: {path: staff_category, one_of: [worker]}}", [], "unmet", ["criterion-unmet error"]),
        ("{field: {path: leader, equals: 'false'}}", [], "met", []),
        ("{field: {path: 'evidence[].source', equals: BC-02/NOI}}", [], "met", []),
        ("{section: {heading: {vi: Cách làm, en: How}}}", [], "met", []),
        ("{section: {heading: {vi: cách  làm, en: How}, min_words: 4}}", [], "met", []),
        ("{section: {heading: {vi: Cách làm, en: How}, min_words: 5}}", [], "unmet", ["criterion-unmet error"]),
        ("{section: {heading: {vi: Bối cảnh, en: Why}}}", [], "unmet", ["criterion-unmet error"]),
        ("{unit_criteria: {min: 1}}", [], "unmet", ["no-unit-criteria error"]),
    ],
)
def test_each_kind_of_check_is_kept_and_broken(
    tmp_path: Path, check: str, changes: list[tuple[str, str]], status: str, found: list[str]
) -> None:
    """A verdict for each, and at most one finding, with the rule and its section."""
    made, codes = verdict(tmp_path, check, *changes)
    assert made is not None and made.status == status
    assert codes == found


def test_criteria_of_the_unit_itself_count(tmp_path: Path) -> None:
    """Those that were set by it and apply to the profile."""
    own = "  - {id: N-1, label: {vi: A, en: A}, for: {unit: [noi]}, check: {evidence: {}}, set_by: {unit: noi}}\n"
    files = criterion("{unit_criteria: {min: 1}}")
    _, judgement = judge_site(tmp_path, {CRITERIA: files[CRITERIA] + own})
    made = {v.criterion.id: v.status for v in judgement.verdicts["2024/noi-01"]}
    assert made["X"] == "met"


@pytest.mark.parametrize(
    ("applies", "there"),
    [
        ("{category: nurse}", True),
        ("{category: ward}", False),
        ("{category: [ward, nurse]}", True),
        ("{subject: individual}", True),
        ("{subject: collective}", False),
        ("{unit: noi}", True),
        ("{unit: [duoc]}", False),
        ("{leader: 'false'}", True),
        ("{leader: 'true'}", False),
        ("{category: nurse, unit: duoc}", False),
    ],
)
def test_a_criterion_is_asked_only_of_those_it_is_for(tmp_path: Path, applies: str, there: bool) -> None:
    """Every key must hold; there is no verdict of the others."""
    made, _ = verdict(tmp_path, "{evidence: {}}", more=f", for: {applies}")
    assert (made is not None) is there


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


@pytest.mark.parametrize(
    ("item", "path", "there"),
    [
        ({"a": 1}, "a", True),
        ({"a": ""}, "a", False),
        ({"a": []}, "a", False),
        ({"a": False}, "a", True),
        ({"a": {"b": 1}}, "a.b", True),
        ({"a": 1}, "a.b", False),
        ({}, "a", False),
        ({"years": [2020]}, "when", True),
        ({"on": date(2024, 1, 1)}, "when", True),
        ({"text": "x"}, "when", False),
    ],
)
def test_an_item_has_a_field_or_not(item: dict[str, Any], path: str, there: bool) -> None:
    """By a dotted path; any kind of time for `when`."""
    assert has(item, path) is there


@pytest.mark.parametrize(
    ("path", "values"),
    [("a", [1]), ("b[].c", [2, 3]), ("b.c", [2, 3]), ("d", [4, 5]), ("e.f", []), ("g", []), ("a.b", [])],
)
def test_all_values_at_a_path(path: str, values: list[Any]) -> None:
    """Through lists; empty ones are none."""
    data = {"a": 1, "b": [{"c": 2}, {"c": 3}, {}], "d": [4, 5], "g": ""}
    assert values_at(data, path) == values


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (date(2024, 6, 1), "2024-06-01"), (5, "5"), (Label({"vi": "a"}, "vi"), "a"), ("x", "x")],
)
def test_a_value_is_compared_as_it_is_typed(value: object, text: str) -> None:
    """In the source language."""
    assert as_text(value) == text


def test_levels_hold_from_their_stage_on(tmp_path: Path) -> None:
    """Until the next stage that has one."""
    content, _ = judge_site(tmp_path, criterion("{evidence: {}}", ", severity: {selected: info, approved: error}"))
    one = content.criteria["2024"].criteria["X"]
    assert isinstance(one, Criterion)
    stages = [None, "discovered", "selected", "registered", "approved", "reviewed"]
    assert [level_at(one, stage) for stage in stages] == [None, None, "info", "info", "error", "error"]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Read the small site with an internal criterion."""
    return judge_site(tmp_path_factory.mktemp("site"), criterion("{evidence: {}}", ", internal: true"))[0]


@pytest.mark.parametrize(
    ("item", "internal"),
    [
        ({"serves": ["X"]}, True),
        ({"serves": ["X", "A-1"]}, False),
        ({"serves": ["A-1"]}, False),
        ({"serves": []}, False),
        ({"serves": ["unknown"]}, False),
        ({"serves": ["X"], "internal": False}, False),
        ({"serves": ["A-1"], "internal": True}, True),
    ],
)
def test_evidence_is_internal_as_marked_or_where_all_that_it_serves_is(
    content: Content, item: dict[str, Any], internal: bool
) -> None:
    """What serves one public criterion is public."""
    assert is_internal(item, content.criteria["2024"]) is internal
