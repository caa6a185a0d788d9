"""What to do about a finding is a command or a line to be copied, and it stands at what must change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.good import P1
from support.program import Ran
from support.site import edit

PLAN = "content/plans/2024/noi.vi.md"
CAMPAIGN = "content/campaigns/2024.vi.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            P1,
            "approved: {on: 2024-04-02, by: Giám đốc}",
            "approved: 2024-04-02",
            "approved: {on: 2024-04-02, document: …}",
        ),
        (P1, "discovered: {on: 2024-02-20}", "discovered: 20/2/2024", "discovered: {on: 2024-02-20, document: …}"),
        (
            P1,
            "registered: {on: 2024-03-10}",
            "registered: ngày 10 tháng 3 năm 2024",
            "registered: {on: 2024-03-10, document: …}",
        ),
        (P1, "sample: true", "withdrawn: 2024-11-20", "withdrawn: {on: 2024-11-20, reason: …, document: …}"),
        (P1, "sample: true", "allow: [similar-text]", ""),
        (CAMPAIGN, "quota: {min: 1", "signer: {name: A, b: c}\nquota: {min: 1", ""),
    ],
)
def test_a_value_where_fields_are_meant_is_shown_as_them(
    site: Callable[..., Path], told: Callable[..., Any], file: str, old: str, new: str, line: str
) -> None:
    """With what was typed in its place; where nothing is certain, the first field is named."""
    root = site()
    edit(root, file, old, new)
    hints = [f["hint"] for f in told(root, "wrong-type") if f["file"] == file]
    assert [h for h in hints if line in h] if line else all("2024" not in h for h in hints)


def test_fix_writes_the_fields_that_are_certain(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A day alone becomes the day of the step; what needs more stays."""
    root = site()
    edit(root, P1, "approved: {on: 2024-04-02, by: Giám đốc}", "approved: 02/4/2024")
    edit(root, P1, "sample: true", "withdrawn: 2024-11-20")
    run("--root", root, "fix", "--write", P1)
    after = (root / P1).read_text(encoding="utf-8")
    assert "  approved: {on: 2024-04-02}\n" in after and "\nwithdrawn: 2024-11-20\n" in after


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("personal-data", f"write in {P1}: allow: [{{code: personal-data, reason: …}}]"),
        ("similar-text", "allow: [{code: similar-text, reason: …}]"),
    ],
)
def test_what_lets_a_finding_pass_can_be_copied(
    site: Callable[..., Path], told: Callable[..., Any], code: str, line: str
) -> None:
    """As a line for the source, also where the finding is in a translation; without a second list where one stands."""
    root = site()
    text = (root / P1).read_text(encoding="utf-8").replace("noi-02", "noi-01")
    (root / "content/exemplars/2024/noi-03.vi.md").write_text(text, encoding="utf-8")
    edit(root, P1, "Khoa có", "Gọi 0912 345 678. Khoa có")
    edit(root, "content/exemplars/2024/noi-01.en.md", "translates:", "summary: Call 0912 345 678\ntranslates:")
    found = told(root, code)
    assert found and any(line in f["hint"] for f in found)
    if code == "personal-data":
        assert {f["file"] for f in found if line in f["hint"]} == {P1, P1.replace(".vi.", ".en.")}
        edit(root, P1, "sample: true", "allow: [{code: similar-text, reason: Cùng một tổ}]\nsample: true")
        assert all("add to allow in" in f["hint"] for f in told(root, code))


def test_what_a_unit_owes_is_told_with_the_command_and_to_the_unit(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """`check` of a unit tells what the campaign's file says of it, and nothing of other units."""
    root = site()
    for file in (PLAN, PLAN.replace(".vi.", ".en.")):
        (root / file).unlink()
    edit(root, CAMPAIGN, "quota: {min: 1", "quota: {min: 5")
    of_the_unit = run("--root", root, "check", "noi", "--format", "json").findings()
    assert {f["code"] for f in of_the_unit} >= {"plan-missing", "quota-unmet"}
    hints = {f["code"]: f["hint"] for f in of_the_unit}
    assert "new plan --campaign 2024 --unit noi" in hints["plan-missing"]
    assert "new exemplar --campaign 2024 --unit noi" in hints["quota-unmet"]
    other = run("--root", root, "check", "duoc", "--format", "json").findings()
    assert not any(f["code"] == "plan-missing" for f in other)


def test_thin_evidence_is_told_at_its_item(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """At the item that lacks least; unmet criteria stay at the category."""
    root = site()
    text = (root / P1).read_text(encoding="utf-8")
    measure = next(line for line in text.split("\n") if "measure:" in line)
    edit(root, P1, measure + "\n", "")
    (thin,) = told(root, "thin-evidence")
    line = (root / P1).read_text(encoding="utf-8").split("\n")[thin["line"] - 1]
    assert line == "  - id: e1"
    edit(root, P1, "    source: BC-02/NOI\n", "")
    (unmet,) = told(root, "criterion-unmet")
    assert (root / P1).read_text(encoding="utf-8").split("\n")[unmet["line"] - 1] == "category: nurse"


def test_a_day_of_another_year_is_not_outside_its_window_too(
    site: Callable[..., Path], told: Callable[..., Any]
) -> None:
    """The window follows from the year; a day of the right year outside it is told."""
    root = site()
    edit(root, P1, "registered: {on: 2024-03-10}", "registered: {on: 2023-03-10}")
    assert told(root, "year-mismatch") and not told(root, "outside-window")
    edit(root, P1, "registered: {on: 2023-03-10}", "registered: {on: 2024-04-01}")
    assert told(root, "outside-window") and not told(root, "year-mismatch")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", "Tựa đề"),
        ("name", "họ tên"),
        ("name", "Ho va ten"),
        ("category", "loại"),
        ("unit", "phòng ban"),
        ("summary", "tóm lược"),
        ("position", "Chức danh"),
        ("consent", "đồng ý"),
        ("evidence", "dẫn chứng"),
        ("progress", "tiến độ"),
        ("unit", "Department"),
    ],
)
def test_what_people_call_a_field_is_read_as_the_field(
    site: Callable[..., Path], run: Callable[..., Ran], field: str, typed: str
) -> None:
    """One slip is one finding that names the field, and fix writes its name."""
    root = site()
    before = (root / P1).read_bytes()
    edit(root, P1, f"\n{field}:", f"\n{typed}:")
    (found,) = run("--root", root, "check", "--format", "json").findings()
    assert found["code"] == "unknown-field" and f"{field} (" in found["hint"]
    run("--root", root, "fix", "--write", P1)
    assert (root / P1).read_bytes() == before
