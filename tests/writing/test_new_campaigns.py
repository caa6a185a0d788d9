"""New campaigns: the rules of the old one carried over, and what it decided left behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.new_files import findings_in
from support.program import Ran
from support.site import edit

OLD = "content/campaigns/2024.vi.md"
NEW = "content/campaigns/2025.vi.md"


def test_a_new_campaign_carries_rules_over(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Windows and due dates move, comments and words stay, what was of the old year goes, and the rest is listed."""
    root = site()
    edit(root, OLD, "publish_from: registered", "closed: true\n# Lời của Văn phòng\npublish_from: registered # sớm")
    edit(root, OLD, "criteria: 2024", 'criteria: "2024"\ndocument: {number: 12/KH, on: 2024-02-29}')
    edit(root, OLD, "quota: {", "office_advice: {on: 2024-03-20}\nreport:\n  number: 9\n  on: 2024-12-01\nquota: {")
    edit(
        root,
        OLD,
        "quota: {",
        "readings:\n  - decided: {by: A, on: 2024-01-02}\n    reading: R\n"
        "  - {reading: S, decided: {by: A, on: 2024-01-02}}\n  - {decided: {by: A}, reading: T}\nquota: {",
    )
    edit(root, OLD, "from: 2024-03-01", "from: 2024-02-29")
    assert run("--root", root, "check", "--format", "json", OLD).status == 0
    ran = run("--root", root, "--lang", "en", "new", "campaign", "2025", "--yes")
    assert ran.status == 0, ran.err
    assert ran.out.split() == [NEW, "content/campaigns/2025.en.md", "content/criteria/2025.yaml"]
    text = (root / NEW).read_text(encoding="utf-8")
    assert "register: {from: 2025-02-28, to: 2025-03-31" in text and "before: 2025-04-15" in text
    assert "# Lời của Văn phòng\npublish_from: registered # sớm" in text and 'criteria: "2025"' in text
    assert "document:\n  number: >-\n    [[" in text and "draft: true\n---" in text
    assert not [word for word in ("closed", "office_advice", "report:", "decided", "12/KH") if word in text]
    assert "  - reading: R\n  - {reading: S}\n  - {reading: T}\n" in text
    assert f"{NEW}:2: title: Việc hay năm 2024" in ran.err and "set_by: {unit: noi, on: 2024-03-01}" in ran.err
    told = findings_in(run, root, *ran.out.split())
    assert {f["code"] for f in told} <= {"to-fill-in", "stale-translation", "year-mismatch"}, told
    made = run("--root", root, "new", "exemplar", "--yes", "--unit", "noi", "--category", "ward")
    assert made.out == "content/exemplars/2025/noi-01.vi.md\n"


def test_a_new_campaign_asks_who_sits_on_the_council(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Posts and units are taken over; each name becomes a mark that says who it was, between braces and on lines."""
    root = site()
    members = "  members: [{name: 'Phan Thử Hà', unit: noi}]\n"
    chair = "  chair:\n    name: Lê Thử An # mới\n    position: Giám đốc\n"
    edit(root, OLD, "quota: {", f"council:\n  name: Hội đồng\n{chair}{members}quota: {{")
    ran = run("--root", root, "--lang", "en", "new", "campaign", "2025", "--from", "2024", "--yes")
    assert ran.status == 0, ran.err
    text = (root / NEW).read_text(encoding="utf-8")
    asked = "[[họ tên thành viên; đợt trước là {}]]"
    assert f'    name: "{asked.format("Lê Thử An")}" # mới\n    position: Giám đốc\n' in text
    assert f'  members: [{{name: "{asked.format("Phan Thử Hà")}", unit: noi}}]\n' in text and "name: Hội đồng\n" in text
    told = findings_in(run, root, NEW)
    assert [f["code"] for f in told].count("to-fill-in") == 2 and all(f["severity"] != "error" for f in told), told


def test_odd_old_campaigns(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Criteria that are not of one year are kept, one written between braces is refused, none is asked."""
    root = site("other")
    ran = run("--root", root, "new", "campaign", "2024-2025", "--yes")
    assert ran.status == 0 and "criteria: museum" in (root / ran.out.strip()).read_text(encoding="utf-8")
    old = root / "content/campaigns/2024-2025.en.md"
    old.write_text("---\n{title: T, criteria: museum, windows: {register: {from: 2024-01-01, to: 2024-02-01}}}\n---\n")
    ran = run("--root", root, "new", "campaign", "2026", "--from", "2024-2025", "--yes")
    assert ran.status == 2 and "by hand" in ran.err
    for file in (root / "content/campaigns").iterdir():
        file.unlink()
    ran = run("--root", root, "new", "campaign", "2026", "--yes")
    assert ran.status == 0 and {f["code"] for f in findings_in(run, root, *ran.out.split())} == {"to-fill-in"}
    assert run("--root", root, "new", "exemplar", "--yes").out == "content/exemplars/2026/new-01.en.md\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "document: {number: 12/KH, on: 2024-02-29}",
            "document:\n  number: >-\n    [[{number}]]\n  on: >-\n    [[{on}]]\n",
        ),
        (
            "document: {number: 12/KH, issuer: {vi: Sở, en: Department}} # cũ",
            "document: # cũ\n  number: >-\n    [[{number}]]\n  issuer: {vi: Sở, en: Department}\n",
        ),
        (
            'document: {\n    on: 2024-02-29, # ký\n    issuer: "Sở: A"\n  }',
            'document:\n  on: >-\n    [[{on}]]\n  # ký\n  issuer: "Sở: A"\n',
        ),
        (
            "document:\n  number: 12/KH # số\n  on: 2024-02-29\n  issuer: Sở",
            "document:\n  number: >- # số\n    [[{number}]]\n  on: >-\n    [[{on}]]\n  issuer: Sở\n",
        ),
        (
            "document:\n    number: >-\n      12/KH\n    issuer: Sở",
            "document:\n    number: >-\n      [[{number}]]\n    issuer: Sở\n",
        ),
        ("document:\n  {issuer: Sở}", "document:\n  {issuer: Sở}\n"),
    ],
)
def test_the_new_document_is_asked_for_on_lines_of_its_own(
    old: str, new: str, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Without quotation marks, however the old one was written; what else stands there stays."""
    root = site()
    edit(root, OLD, "criteria: 2024", f"criteria: 2024\n{old}")
    ran = run("--root", root, "--lang", "en", "new", "campaign", "2025", "--yes")
    text = (root / NEW).read_text(encoding="utf-8")
    asked = {"number": "số văn bản mới, ví dụ 15/KH-SXD", "on": "ngày của văn bản mới, ví dụ 2022-06-10"}
    wanted = new.replace("{number}", asked["number"]).replace("{on}", asked["on"])
    assert ran.status == 0 and wanted in text, text
    assert {f["code"] for f in findings_in(run, root, NEW)} <= {"to-fill-in", "stale-translation", "year-mismatch"}
