"""The forms in which findings are told to other programs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from support.program import Ran
from support.site import SITES, leave_untranslated

CODES = ["bad-date", "not-nfc", "criterion-unmet", "untranslated", "bad-catalogue", "name-collision"]
SHAPE = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name", "rules"]}}},
                    "results": {"type": "array", "items": {"$ref": "#/definitions/result"}},
                },
            },
        },
    },
    "definitions": {
        "result": {
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"required": ["text"], "properties": {"text": {"type": "string", "minLength": 10}}},
                "locations": {
                    "minItems": 1,
                    "items": {
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "required": ["artifactLocation", "region"],
                                "properties": {
                                    "artifactLocation": {
                                        "required": ["uri"],
                                        "properties": {"uri": {"pattern": r"^[A-Za-z0-9/._~%-]+$"}},
                                    },
                                    "region": {
                                        "required": ["startLine"],
                                        "additionalProperties": {"type": "integer", "minimum": 1},
                                    },
                                },
                            }
                        },
                    },
                },
            },
        }
    },
}
"""What SARIF 2.1.0 demands of the parts that are written here."""


@pytest.mark.parametrize("code", CODES)
def test_all_forms_tell_the_same(code: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """SARIF and GitHub's commands hold the findings of JSON: code, level, file, place, message; same exit status."""
    root = site("good", Path("broken") / code)
    ran = {form: run("--root", root, "check", "--format", form) for form in ("json", "sarif", "github")}
    findings = json.loads(ran["json"].out)["findings"]
    assert findings and len({r.status for r in ran.values()}) == 1
    log = json.loads(ran["sarif"].out)
    jsonschema.Draft7Validator(SHAPE).validate(log)
    (whole,) = log["runs"]
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert [_plain(r, whole) for r in whole["results"]] == [
        (f["code"], levels[f["severity"]], f["file"], f["line"], f["column"], f["end_line"], f["end_column"])
        for f in findings
    ]
    lines = ran["github"].out.splitlines()
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        assert re.match(
            r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+(,endColumn=\d+)?,title=", line
        )
        assert f"file={finding['file']},line={finding['line']}," in line
        told = finding["message"].replace("%", "%25")
        assert f"title={finding['code']}::{told[:1].upper()}{told[1:]}" in line


def _plain(result: dict[str, Any], whole: dict[str, Any]) -> tuple[object, ...]:
    at = result["locations"][0]["physicalLocation"]
    region = at["region"]
    assert whole["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    places = [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]
    return (result["ruleId"], result["level"], at["artifactLocation"]["uri"], *places)


def test_signs_that_would_break_a_command_are_escaped(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Per cent signs, colons and commas of contributors cannot end a property, nor begin another command."""
    root = site()
    (root / "content/pages/a,b%25.vi.md").write_text("---\ntitel%: x\n---\n", encoding="utf-8")
    out = run("--root", root, "check", "--format", "github", "content/pages").out
    assert "file=content/pages/a%2Cb%2525.vi.md,line=" in out
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in out.splitlines())


def test_a_site_without_findings_is_an_empty_list(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """No findings are no lines for GitHub and no results in SARIF."""
    root = site()
    file = "content/campaigns/2024.en.md"
    assert run("--root", root, "check", "--format", "github", file).out == ""
    assert json.loads(run("--root", root, "check", "--format", "sarif", file).out)["runs"][0]["results"] == []


def test_files_limit_what_is_told_and_what_fails(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The whole site is read, but only the named files are told, and only they decide the exit status."""
    root = site("good", Path("broken") / "bad-date")
    assert (SITES / "broken/bad-date").is_dir()
    leave_untranslated(root, "plans/2024/noi")
    assert run("--root", root, "check").status == 1
    ran = run("--root", root, "check", "--format", "json", "content/plans")
    assert ran.status == 0 and {f["file"] for f in json.loads(ran.out)["findings"]} == {"content/plans/2024/noi.vi.md"}
    assert run("--root", root, "check", "--strict", "content/plans").status == 1
