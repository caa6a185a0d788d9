"""One slip is one finding: what follows from it is silent, and `fix` writes what is certain."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit

PLAN = "content/plans/2024/noi.vi.md"
CAMPAIGN = "content/campaigns/2024.vi.md"
BULLETIN = "content/bulletins/2024-05.vi.md"
REVIEW = "content/reviews/2024.vi.md"
CRITERIA = "content/criteria/2024.yaml"
UNITS = "content/units.yaml"
CONFIG = "site_config.yaml"
CONSENT = "consent: {on: 2024-03-02, document: DY-01, name: [site, print], photo: [], story: [site, print]}"
EVIDENCE = "check: {evidence: {min: 1, requires: [source], expects: [measure]}}"
SELECT = "{campaign: 2024, stage: registered}"

MENDED = [
    (PLAN, "part: teach", "part: Hướng dẫn", "bad-value"),
    (PLAN, "[noi-01, noi-02]", "[Lê Thử Mai, noi-02]", "unknown-exemplar"),
    (PLAN, "[noi-01, noi-02]", "[2024/noi-01, noi-02]", "unknown-exemplar"),
    (PLAN, "[noi-01, noi-02]", "[noi-01, noi-02.vi.md]", "unknown-exemplar"),
    (PLAN, "[noi-01, noi-02]", "[noi-01, Buồng số 3 tự chia ca]", "unknown-exemplar"),
    (CAMPAIGN, "quota: {min: 1", "quota: {counts: [Điều dưỡng], min: 1", "unknown-category"),
    (CAMPAIGN, "publish_from: registered", "publish_from: registered\nclosed: không", "wrong-type"),
    (BULLETIN, "masthead: {internal: true}", "masthead: {internal: có}", "wrong-type"),
    (BULLETIN, SELECT, "{campaign: 2024, category: Điều dưỡng}", "unknown-category"),
    (BULLETIN, SELECT, "{campaign: Việc hay năm 2024}", "unknown-campaign"),
    (PLAN, "exemplars: [noi-01, noi-02]", "exemplars: noi-01, noi-02", "wrong-type"),
    (P1, "unit: noi", "unit: NỘI", "unknown-unit"),
    (P1, "staff_category: public-employee", "staff_category: Public employee", "bad-value"),
    (P1, "serves: [A-1]", "serves: A-1", "wrong-type"),
    (P1, "years: [2022, 2023]", "years: 2022-2023", "wrong-type"),
    (P1, "years: [2022, 2023]", "years: từ năm 2022 đến năm 2023", "wrong-type"),
    (P1, "years: [2022, 2023]", "years: 2022 và 2023", "wrong-type"),
    (PLAN, "status: done", "status: xong", "bad-value"),
    (PLAN, "status: done", "status: Đã hoàn thành", "bad-value"),
    (PLAN, "status: done", "status: finished", "bad-value"),
    (PLAN, "lead: {name: Phan Thử Hà, position: Trưởng khoa}", "lead: Phan Thử Hà", "wrong-type"),
    (PLAN, "lead: {name: Phan Thử Hà, position: Trưởng khoa}", "lead: Phan Thử Hà, Trưởng khoa", "wrong-type"),
    (CAMPAIGN, "publish_from: registered", "publish_from: đã đăng ký", "bad-value"),
    (CAMPAIGN, "publish_from: registered", "publish_from: đã duyệt", "bad-value"),
    (P1, "  approved: {on", "  đã duyệt: {on", "unknown-field"),
    (REVIEW, "held_on: 2024-11-20", "held_on: 20/11/2024", "bad-date"),
    (CRITERIA, "criteria:\n", "tiêu chí:\n", "unknown-field"),
    (CRITERIA, "for: {category: [nurse]}", "for: {Loại gương: [nurse]}", "unknown-field"),
    (CRITERIA, "for: {category: [nurse]}", "for: {category: [Điều dưỡng]}", "unknown-category"),
    (CRITERIA, "{discovered: info", "{phát hiện: info", "unknown-field"),
    (CRITERIA, "set_by: {unit: noi", "set_by: {unit: khoa nội", "unknown-unit"),
    (CRITERIA, "internal: true", "internal: có", "wrong-type"),
    (UNITS, "units:", "Đơn vị:", "unknown-field"),
    (UNITS, "name: {vi: Khoa Nội", "Tên: {vi: Khoa Nội", "unknown-field"),
    (UNITS, "quota: false", "chỉ tiêu: false", "unknown-field"),
    (CONFIG, "title:", "tiêu đề:", "unknown-field"),
    (CONFIG, "organisation:", "cơ quan:", "unknown-field"),
    (CONFIG, "languages:", "ngôn ngữ:", "unknown-field"),
]
"""A file, what stands there, the slip, its code; `fix` can mend it."""


def _codes(run: Callable[..., Ran], root: Path, today: str = "2024-12-01") -> list[str]:
    ran = run("--root", root, "--today", today, "check", "--format", "json")
    return [found["code"] for found in ran.findings()]


@pytest.mark.parametrize(("file", "old", "new", "code"), MENDED)
def test_a_label_in_place_of_an_id_or_a_field_is_one_finding_that_fix_mends(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str, code: str
) -> None:
    """In documents as in data files."""
    root = site()
    edit(root, file, old, new)
    assert _codes(run, root) == [code]
    run("--root", root, "fix", "--write")
    assert _codes(run, root) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (P1, "category: nurse", "categroy: nurse", "unknown-field"),
        (P1, "category: nurse", "Category: nurse", "unknown-field"),
        (P1, "category: nurse\n", "", "missing-field"),
        (P1, "category: nurse", "category: Điều dưỡng", "unknown-category"),
        (P1, "unit: noi", "đơn vị: noi", "unknown-field"),
        (P1, "unit: noi", "unit: Khoa Nội", "unknown-unit"),
        (P1, "progress:", "progres:", "unknown-field"),
        (P1, "registered: {on: 2024-03-10}", "registered: {on: 2024-02-31}", "bad-date"),
        (P1, "consent:", "consents:", "unknown-field"),
        (P1, CONSENT, "consent: yes", "wrong-type"),
        (P1, "name: [site, print]", "name: [sit, print]", "bad-value"),
        (P1, "consent: {on: 2024", "consent: {on:2024", "unknown-field"),
        (P1, "evidence:", "evidences:", "unknown-field"),
        (P1, "serves: [A-1]", "serves: [A-9]", "unknown-criterion"),
        (P1, "- id: e1", "- di: e1", "unknown-field"),
        (P1, "summary: Điều", "sumary: Điều", "unknown-field"),
        (P1, "title: Khay", "titel: Khay", "unknown-field"),
        (P1, "name: Lê", "nam: Lê", "unknown-field"),
        (P1, "title: Khay", 'title: "Khay', "bad-yaml"),
        (P1, CONSENT, "consent: [on", "bad-yaml"),
        (P1, "evidence:\n", "evidence: [\n", "bad-yaml"),
        (P1, "  discovered:", "\tdiscovered:", "bad-yaml"),
        (P1, "sample: true\n---\n", "sample: true\n", "unclosed-front-matter"),
        (PLAN, "exemplars:", "exemplar:", "unknown-field"),
        (CAMPAIGN, "windows:", "window:", "unknown-field"),
        (CRITERIA, "label:", "lable:", "unknown-field"),
        (CRITERIA, "check:", "chek:", "unknown-field"),
        (CONFIG, "organisation:", "organization:", "unknown-field"),
        (PLAN, "[noi-01, noi-02]", "[noi-01, noi-2]", "unknown-exemplar"),
        (PLAN, "part: teach", "part: teech", "bad-value"),
        (PLAN, "lead: {name: Phan Thử Hà, position: Trưởng khoa}", "lead: {Phan Thử Hà, Trưởng khoa}", "wrong-type"),
        (P1, "category: nurse", " category: nurse", "bad-yaml"),
        (P1, "progress:\n", "", "bad-yaml"),
        (P1, "evidence:\n", "", "bad-yaml"),
        (P1, "title: Khay thuốc", "title: Khay #1 thuốc", "cut-by-hash"),
        (CRITERIA, "categories:\n", "", "bad-yaml"),
        (CAMPAIGN, "{id: teach, label", "{label", "missing-field"),
        (CAMPAIGN, "parts:\n    - {id", "parts:\n    {id", "wrong-type"),
        (BULLETIN, "masthead: {internal: true}", "masthead: nội bộ", "wrong-type"),
        (CRITERIA, "id: nurse", "id: Điều dưỡng", "bad-value"),
        (CRITERIA, EVIDENCE, "check: evidence", "wrong-type"),
        (CRITERIA, EVIDENCE, "check: {việc làm: {min: 1}}", "unknown-field"),
        (CRITERIA, "one_of: [public-employee, worker]", "one_of: public-employee", "wrong-type"),
        (UNITS, "id: noi", "id: nội", "bad-value"),
        (UNITS, "id: noi, name", "name", "missing-field"),
        (UNITS, "name: {vi: Khoa Nội, en: Internal Medicine}", "name: Khoa Nội", "wrong-type"),
    ],
)
def test_what_follows_from_a_slip_is_not_told_beside_it(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str, code: str
) -> None:
    """Neither in its own file nor in those that refer to it."""
    root = site()
    edit(root, file, old, new)
    assert _codes(run, root) == [code]


@pytest.mark.parametrize(
    ("file", "old", "new", "period"),
    [
        (P1, "discovered: {on: 2024-02-20}", "discovered: {on: tháng 2/2024}", False),
        (P1, "consent: {on: 2024-03-02", "consent: {on: 3/2024", False),
        (PLAN, "due: 2024-05-30", "due: tháng 5 năm 2024", False),
        (BULLETIN, "date: 2024-05-15", "date: Quý II/2024", False),
        (CAMPAIGN, "register: {from: 2024-03-01", "register: {from: tháng 3/2024", False),
        (P1, "    period: 2024-01/2024-02", "    on: Quý I/2024", True),
    ],
)
def test_a_period_is_offered_only_where_one_may_stand(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str, period: bool
) -> None:
    """Elsewhere the field `period` would be the next finding."""
    root = site()
    edit(root, file, old, new)
    (found,) = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings("bad-date")
    assert ("period:" in found["hint"]) is period


def test_a_review_without_its_day_is_due_and_not_to_be_made_anew(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """`new` would refuse: the file stands there, and lacks a line."""
    root = site()
    edit(root, REVIEW, "held_on: 2024-11-20\n", "")
    (found,) = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings("review-due")
    assert REVIEW in found["hint"] and "held_on: 2024-11-01" in found["hint"]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (P1, "discovered: {on: 2024-02-20}", "discovered: {on: 2024-02-20", 11),
        (P1, "adopted_by:\n  - {unit: duoc, on: 2024-05-06", "adopted_by:\n  - {unit: duoc, on: {2024-05-06", 28),
        (PLAN, "position: Trưởng khoa}", "position: Trưởng khoa", 4),
        (PLAN, "[noi-01, noi-02]", "[noi-01, noi-02", 5),
        (CRITERIA, "en: A deed with a source}", "en: A deed with a source", 7),
        (UNITS, "en: Pharmacy}, quota: false}", "en: Pharmacy}, quota: false", 3),
    ],
)
def test_a_bracket_that_is_not_closed_is_told_where_it_opens(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str, line: int
) -> None:
    """The parser notices it only on the line below."""
    root = site()
    edit(root, file, old, new)
    found = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings()
    assert [(f["code"], f["line"]) for f in found] == [("bad-yaml", line)]


def test_a_year_far_ahead_is_told_at_its_day_and_once_as_the_wrong_order(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Not at each step that it passes."""
    root = site()
    edit(root, P1, "discovered: {on: 2024-02-20}", "discovered: {on: 2042-02-20}")
    assert _codes(run, root) == ["contradiction", "year-mismatch", "date-order"]


@pytest.mark.parametrize("slips", [(CONFIG,), (UNITS,), (CRITERIA,), (UNITS, CRITERIA), (CONFIG, UNITS, CRITERIA)])
def test_slips_of_documents_are_told_beside_those_of_data_files(
    site: Callable[..., Path], run: Callable[..., Ran], slips: tuple[str, ...]
) -> None:
    """In the first run, though nothing can be judged yet."""
    root = site()
    wrong = {CONFIG: "organisation:", UNITS: "quota:", CRITERIA: "internal:"}
    for file in slips:
        edit(root, file, wrong[file], f"x{wrong[file]}")
    edit(root, P1, "unit: noi", 'unit: "noi')
    edit(root, PLAN, "status: done", "status: dnoe")
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2 and {f["file"] for f in ran.findings()} == {*slips, P1, PLAN}


@pytest.mark.parametrize("name", ["noi-2.png", "noi_02.png", "noii-02.png", "noi-02a.png", "Noi-02.PNG"])
def test_a_picture_that_was_renamed_is_not_told_as_unused_too(
    site: Callable[..., Path], run: Callable[..., Ran], name: str
) -> None:
    """Where it is proposed for the one that is missing."""
    root = site()
    (root / "content/exemplars/2024/noi-02.png").rename(root / "content/exemplars/2024" / name)
    found = run("--root", root, "--today", "2024-12-01", "check", "--format", "json").findings()
    assert [f["code"] for f in found] == ["missing-image"] and name in found[0]["hint"]
