"""Findings for other programs."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Catalogue, say
from guongsang.report.folding import apart
from guongsang.report.machines import ForMachines

ENGLISH = Catalogue("en")


def sarif(findings: list[Finding], version: str = "1") -> str:
    """Tell findings as SARIF."""
    return ForMachines(ENGLISH).sarif(findings, version)


def github(findings: list[Finding]) -> str:
    """Tell findings one by one to GitHub."""
    return ForMachines(ENGLISH).github(apart(findings), command("check", "--all"))


def finding(code: str = "bad-value", place: Place | None = None, message: str = "wrong", **named: str) -> Finding:
    """Make a finding."""
    return find(code, place or Place("a.md", 2, 3, 2, 5), say("{m}", m=message), say("mend"), **named)


def test_sarif_names_rules_levels_and_places() -> None:
    """Each rule once, in the order of their names; places by letters of the real file."""
    findings = [finding("late", rule="A-1"), finding("bad-value"), finding("not-nfc"), finding("late", section="2")]
    log = json.loads(sarif(findings, "1.2"))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (log["version"], driver["version"], run["columnKind"]) == ("2.1.0", "1.2", "unicodeCodePoints")
    assert [rule["id"] for rule in driver["rules"]] == ["bad-value", "late", "not-nfc"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note", "warning"]
    assert all(driver["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert [r.get("properties") for r in run["results"]] == [{"rule": "A-1"}, None, None, {"section": "2"}]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5}
    assert run["results"][0]["message"] == {"text": "wrong. Mend."}


def test_no_findings_are_an_empty_log() -> None:
    """Which a scanner takes for a clean run."""
    (run,) = json.loads(sarif([], "1"))["runs"]
    assert run["results"] == [] and run["tool"]["driver"]["rules"] == []
    assert github([]) == ""


def test_paths_are_written_as_addresses() -> None:
    """Blanks and marks are not allowed in a URI."""
    log = json.loads(sarif([finding(place=Place("content/Ánh a.md"))], "1"))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "content/%C3%81nh%20a.md", "uriBaseId": "ROOT"}


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place("a.md", 2, 3, 2, 5), "file=a.md,line=2,endLine=2,col=3,endColumn=5"),
        (Place("a.md", 2, 3, 4, 1), "file=a.md,line=2,endLine=4,col=3"),
        (Place("a,b:c%.md", 1, 1, 1, 1), "file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=1"),
    ],
)
def test_a_workflow_command_names_the_place(place: Place, where: str) -> None:
    """Signs that would end a property are escaped; over several lines there is no last column."""
    assert github([finding(place=place)]) == f"::error {where},title=bad-value::wrong. Mend."


@pytest.mark.parametrize(("code", "level"), [("bad-value", "error"), ("late", "warning"), ("not-nfc", "notice")])
def test_levels_have_the_names_of_each_tool(code: str, level: str) -> None:
    """A note is a notice on GitHub."""
    assert github([finding(code)]).startswith(f"::{level} ")


def test_personal_data_is_covered() -> None:
    """In both forms."""
    one = finding(message="gọi 0912345678")
    assert "0912345678" not in sarif([one], "1") + github([one])


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=20), max_size=4))
def test_each_finding_stays_on_one_line(messages: list[str]) -> None:
    """Whatever a contributor's words hold, no line of them is a command of its own."""
    told = github([finding(message=message) for message in messages])
    lines = told.split("\n") if told else []
    assert len(lines) == len(messages)
    assert all(line.startswith("::error file=a.md,") for line in lines)
    assert len(json.loads(sarif([finding(message=m) for m in messages], "1"))["runs"][0]["results"]) == len(messages)
