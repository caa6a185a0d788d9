"""The rules of a campaign, each kept and broken, on a site whose criteria are not those of the sample."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.program import Ran
from support.site import edit, leave_untranslated, owe

P1 = "content/exemplars/2024/noi-01.vi.md"
P2 = "content/exemplars/2024/noi-02.vi.md"
CRITERIA = "content/criteria/2024.yaml"
CAMPAIGN = "content/campaigns/2024.vi.md"


@pytest.fixture
def told(run: Callable[..., Ran]) -> Callable[..., list[dict[str, Any]]]:
    """Return the findings of some codes for a site."""

    def findings(root: Path, *codes: str, today: str = "2025-01-15") -> list[dict[str, Any]]:
        ran = run("--root", root, "--lang", "en", "--today", today, "check", "--format", "json")
        return [f for f in json.loads(ran.out)["findings"] if f["code"] in codes]

    return findings


def test_the_good_site_keeps_every_criterion(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A site in order has no finding; where a unit owes and a text is not translated, those are warnings."""
    root = site()
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    counts = {"errors": 0, "warnings": 0, "infos": 0}
    assert ran.status == 0
    assert json.loads(ran.out) == {"schema_version": 1, "summary": {"files": 18, **counts}, "findings": []}
    owe(root)
    leave_untranslated(root)
    ran = run("--root", root, "--today", "2025-01-15", "check", "--format", "json")
    assert ran.status == 0
    assert json.loads(ran.out)["summary"] == {"files": 17, **counts, "warnings": 3}
    assert {f["code"] for f in ran.findings()} == {"untranslated", "quota-unmet", "plan-missing"}


def test_a_criterion_takes_its_level_from_the_stage(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """The level is that of the last stage reached; before the first stage that has one, nothing is told."""
    root = site()
    edit(root, P2, "## Cách làm", "## Khác")
    assert [f["severity"] for f in told(root, "criterion-unmet")] == ["warning"]
    edit(root, P2, "  registered: {on: 2024-03-12}", "  selected: {on: 2024-03-02}")
    assert [f["severity"] for f in told(root, "criterion-unmet")] == ["info"]
    edit(root, CRITERIA, "severity: {discovered: info, registered", "severity: {registered")
    assert told(root, "criterion-unmet") == []


def test_finding_of_a_criterion_names_rule_section_and_category(
    site: Callable[..., Path], told: Callable[..., Any]
) -> None:
    """An unmet criterion points at `category` and names its id and the section of the plan."""
    root = site()
    edit(root, P1, "    source: BC-02/NOI\n", "")
    finding = told(root, "criterion-unmet")[0]
    assert (finding["rule"], finding["section"], finding["file"], finding["line"]) == ("A-1", "2", P1, 4)


@pytest.mark.parametrize(
    ("years", "asked", "unmet"),
    [
        ("[2022, 2023]", "2", False),
        ("[2023]", "2", True),
        ("[2022]", "2", True),
        ("[2019, 2020, 2021, 2022, 2023]", "true", False),
        ("[2019, 2021, 2022, 2023]", "true", True),
        ("[2023, 2024]", "true", False),
        ("[2024]", "true", True),
        ("[2020, 2021, 2022]", "true", True),
    ],
)
def test_continuous_years(
    site: Callable[..., Path], told: Callable[..., Any], years: str, asked: str, unmet: bool
) -> None:
    """`true` allows no gap up to the year before the campaign; a number asks for so many years up to then."""
    root = site()
    edit(root, P1, "years: [2022, 2023]", f"years: {years} # changed")
    edit(root, CRITERIA, "continuous_years: 2}", f"continuous_years: {asked} }}")
    assert bool(told(root, "criterion-unmet")) is unmet


@pytest.mark.parametrize(
    ("check", "unmet"),
    [
        ("path: staff_category, present: true", False),
        ("path: movements, present: true", True),
        ("path: movements, present: false", False),
        ("path: leader, equals: true", True),
        ("path: position, equals: Điều dưỡng", False),
        ("'path': 'adopted_by[].unit', one_of: [vp, duoc]", False),
        ("path: adopted_by.unit, one_of: [vp]", True),
        ("path: progress.approved.by, present: true", False),
    ],
)
def test_field_checks(site: Callable[..., Path], told: Callable[..., Any], check: str, unmet: bool) -> None:
    """A field is asked to be present, absent, equal to a value or one of some; in a list any item may satisfy it."""
    root = site()
    edit(root, CRITERIA, "path: staff_category, one_of: [public-employee, worker]", check)
    assert bool(told(root, "criterion-unmet")) is unmet


@pytest.mark.parametrize(
    "bad",
    [
        ("check: {evidence: {min: 1, requires: [source], expects: [measure]}}", "check: {evidence: {min: 0}}"),
        ("requires: [source]", "requires: [sorce]"),
        ("path: staff_category", "path: staff_catgory"),
        (", one_of: [public-employee, worker]", ""),
        ("for: {category: [nurse]}", "for: {category: [nurses]}"),
        ("for: {unit: [noi]", "for: {unit: [nuoi]"),
        ("check: {unit_criteria: {min: 1}}", "check: {unit_criteria: {min: 1}, evidence: {min: 1}}"),
        ("check: {unit_criteria: {min: 1}}", "check: {}"),
        ("check: {unit_criteria: {min: 1}}", "check: {votes: {min: 1}}"),
        ("- id: A-5", "- id: A-4"),
        ("severity: {discovered: info", "severity: {discoverd: info"),
        ("continuous_years: 2", "continuous_years: maybe"),
        ("set_by: {unit: noi", "set_by: {unit: nobody"),
        ("  - id: A-2\n", "  - label: {vi: x}\n"),
    ],
)
def test_a_wrong_criteria_file_is_told_and_ends_with_two(
    site: Callable[..., Path], run: Callable[..., Ran], bad: tuple[str, str]
) -> None:
    """The criteria file is itself checked: status 2, findings in that file, nothing else judged."""
    root = site()
    edit(root, CRITERIA, *bad)
    ran = run("--root", root, "check", "--format", "json")
    assert ran.status == 2
    found = json.loads(ran.out)["findings"]
    assert found and {f["file"] for f in found} == {CRITERIA}
    assert run("--root", root, "build").status == 2 and not (root / "output").exists()


def test_what_is_asked_depends_on_the_day_and_on_closing(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Nothing is owed before registration opens, a review only once its window has.

    And nothing in a closed campaign.
    """
    root = site()
    owe(root)
    owed = ("quota-unmet", "plan-missing", "review-due")
    edit(root, "content/reviews/2024.vi.md", "held_on: 2024-11-20\n", "")
    assert told(root, *owed, today="2024-02-29") == []
    assert {f["code"] for f in told(root, *owed, today="2024-03-01")} == {"quota-unmet", "plan-missing"}
    assert {f["code"] for f in told(root, *owed, today="2024-11-01")} == set(owed)
    edit(root, CAMPAIGN, "publish_from: registered", "publish_from: registered\nclosed: true")
    assert told(root, *owed) == []


def test_quota_counts_only_what_counts(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Categories outside `counts`, withdrawn and unregistered profiles do not fill a quota."""
    root = site()
    assert told(root, "quota-unmet") == []
    edit(root, CAMPAIGN, "quota: {min: 1", "quota: {min: 2")
    assert len(told(root, "quota-unmet")) == 0
    edit(root, CAMPAIGN, "quota: {min: 2", "quota: {min: 2, counts: [ward]")
    assert len(told(root, "quota-unmet")) == 1
    edit(root, CAMPAIGN, "quota: {min: 2, counts: [ward]", "quota: {min: 1, counts: [ward]")
    assert told(root, "quota-unmet") == []
    edit(root, P2, "photo: noi-02.png", "withdrawn: {on: 2024-06-01, reason: revoked}\nphoto: noi-02.png")
    assert len(told(root, "quota-unmet")) == 1
    edit(root, P2, "withdrawn: {on: 2024-06-01, reason: revoked}\n", "")
    assert told(root, "quota-unmet") == []
    edit(root, P2, "  registered: {on: 2024-03-12}", "  discovered: {on: 2024-03-12}")
    assert len(told(root, "quota-unmet")) == 1


def test_allow_brings_a_finding_down_with_its_reason(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """An allowed finding becomes information with the reason; one that hinders reading cannot be allowed."""
    root = site()
    edit(root, P1, "registered: {on: 2024-03-10}", "registered: {on: 2024-04-01}")
    edit(root, P1, "sample: true", "sample: true\nallow: [{code: outside-window, reason: Thư đến muộn}]")
    finding = told(root, "outside-window")[0]
    assert finding["severity"] == "info" and "Thư đến muộn" in finding["message"]
    edit(root, P1, "code: outside-window", "code: missing-image")
    assert [f["line"] for f in told(root, "bad-value")]


def test_drafts_do_not_block(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Errors of a draft are told and do not stop a build; the draft is nowhere in the output."""
    root = site()
    edit(root, P2, "category: ward", "category: no-such\ndraft: true")
    assert run("--root", root, "check").status == 0
    ran = run("--root", root, "build", "--no-print")
    assert ran.status == 0 and not (root / "output/site/vi/guong/2024/noi-02.html").exists()
    assert run("--root", root, "--today", "2025-01-15", "check", "--strict").status == 0
    edit(root, P2, "\ndraft: true", "")
    assert run("--root", root, "check").status == 1


def test_files_limit_what_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The whole site is read, only the named files are told and decide the status."""
    root = site()
    edit(root, P1, "category: nurse", "category: nobody")
    assert run("--root", root, "check", root / P2).status == 0
    ran = run("--root", root, "check", "--format", "json", P1)
    assert ran.status == 1 and {f["file"] for f in json.loads(ran.out)["findings"]} == {P1}
    assert run("--root", root, "check", "content/khong-co.md").status == 2


def test_an_approval_holds_for_text_and_facts(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Consent, progress, adoption and withdrawal may change after an approval; a word or another fact may not."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}")
    hint = told(root, "stale-approval")[0]["hint"]
    edit(root, P1, "000000000000", hint.rpartition(" ")[2])
    assert told(root, "stale-approval") == []
    edit(root, P1, "Dùng cho tủ thuốc trực.", "Dùng cho hai tủ thuốc.")
    edit(root, P1, "document: DY-01", "document: DY-02")
    edit(root, P1, "discovered: {on: 2024-02-20}", "discovered: {on: 2024-02-21}")
    assert told(root, "stale-approval") == []
    edit(root, P1, "source: BC-02/NOI", "source: BC-03/NOI")
    assert len(told(root, "stale-approval")) == 1


def test_a_stale_approval_keeps_the_profile_out(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A profile that was changed after its approval is not on the site, and the build says why."""
    root = site()
    edit(root, P1, "by: Giám đốc}", "by: Giám đốc, fingerprint: 000000000000}")
    ran = run("--root", root, "--lang", "en", "build", "--no-print")
    assert ran.status == 0 and f"{P1}: it was changed after its approval" in ran.err
    assert not (root / "output/site/vi/guong/2024/noi-01.html").exists()


@pytest.mark.parametrize(
    ("by", "own"),
    [
        ("Lê Thử Mai", True),
        ("lê  thử mai", True),
        ("'Lê Thử Mai, điều dưỡng'", True),
        ("Trưởng khoa của Lê Thử Mai", False),
        ("Điều dưỡng", False),
    ],
)
def test_nobody_attests_for_themselves(site: Callable[..., Path], told: Callable[..., Any], by: str, own: bool) -> None:
    """The own name, alone or with a position behind it, is the person; a text that merely holds the name is not."""
    root = site()
    edit(root, P1, "attested: {by: Trưởng khoa", f"attested: {{by: {by}")
    assert bool(told(root, "self-attested")) is own


def test_a_leader_does_not_attest_by_position(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """For a leader the own position is the person; for others it is not."""
    root = site()
    edit(root, P1, "attested: {by: Trưởng khoa", "attested: {by: Điều dưỡng")
    assert told(root, "self-attested") == []
    edit(root, P1, "category: nurse", "category: nurse\nleader: true")
    assert len(told(root, "self-attested")) == 1


def test_errors_in_what_only_drafts_use_do_not_block(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A draft's broken picture and its unreadable translation do not stop a build either."""
    root = site()
    edit(root, P2, "unit: noi", "unit: noi\ndraft: true")
    (root / "content/exemplars/2024/noi-02.png").write_bytes(b"no picture")
    (root / "content/exemplars/2024/noi-02.en.md").write_text("no front matter", encoding="utf-8")
    assert run("--root", root, "build", "--no-print").status == 0


def test_a_closed_campaign_is_silent(site: Callable[..., Path], told: Callable[..., Any]) -> None:
    """Nothing of the process is told of a campaign that is closed."""
    silenced = ("year-mismatch", "quota-unmet", "plan-missing")
    root = site()
    owe(root)
    edit(root, CAMPAIGN, "register: {from: 2024-03-01", "register: {from: 2023-03-01")
    assert {f["code"] for f in told(root, *silenced)} == set(silenced)
    edit(root, CAMPAIGN, "publish_from: registered", "publish_from: registered\nclosed: true")
    assert told(root, *silenced) == []
