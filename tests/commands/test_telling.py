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
        "$schema": {"pattern": "^https://[^ ]*sarif[^ ]*2\\.1\\.0[^ ]*$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {"required": ["driver"], "properties": {"driver": {"$ref": "#/definitions/driver"}}},
                    "results": {"type": "array", "items": {"$ref": "#/definitions/result"}},
                },
            },
        },
    },
    "definitions": {
        "words": {"required": ["text"], "properties": {"text": {"type": "string", "minLength": 10}}},
        "driver": {
            "required": ["name", "version", "rules"],
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "rules": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
                        "properties": {
                            "id": {"pattern": "^[a-z0-9-]+$"},
                            "shortDescription": {"$ref": "#/definitions/words"},
                            "fullDescription": {"$ref": "#/definitions/words"},
                            "help": {"$ref": "#/definitions/words"},
                        },
                    },
                },
            },
        },
        "result": {
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "message": {"$ref": "#/definitions/words"},
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
                                        "properties": {"uri": {"pattern": r"^([A-Za-z0-9/._~-]|%[0-9A-F]{2})+$"}},
                                    },
                                    "region": {
                                        "required": ["startLine", "startColumn"],
                                        "additionalProperties": {"type": "integer", "minimum": 1},
                                    },
                                },
                            }
                        },
                    },
                },
            },
        },
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


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("tên có dấu.vi.md", "t%C3%AAn%20c%C3%B3%20d%E1%BA%A5u.vi.md"),
        ("50% [x].vi.md", "50%25%20%5Bx%5D.vi.md"),
        ("a#b.vi.md", "a%23b.vi.md"),
        ("a&b;c.vi.md", "a%26b%3Bc.vi.md"),
        ("គំរូ.vi.md", "%E1%9E%82%E1%9F%86%E1%9E%9A%E1%9E%BC.vi.md"),
    ],
)
def test_any_name_of_a_file_is_a_uri(name: str, uri: str, site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Signs that mean something in an address are written as it wants them."""
    root = site()
    (root / "content/pages" / name).write_text("x", encoding="utf-8")
    log = json.loads(run("--root", root, "check", "--format", "sarif").out)
    jsonschema.Draft7Validator(SHAPE).validate(log)
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert f"content/pages/{uri}" in [place["artifactLocation"]["uri"] for place in places]


@pytest.mark.parametrize("config", [b"languages: [vi", b"\xff\xfe", b"", b"a: b", b"languages: [xx]"])
def test_a_broken_configuration_is_told_in_sarif_too(
    config: bytes, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Where nothing can be checked, the log still says why."""
    root = site()
    (root / "site_config.yaml").write_bytes(config)
    ran = run("--root", root, "check", "--format", "sarif")
    log = json.loads(ran.out)
    jsonschema.Draft7Validator(SHAPE).validate(log)
    assert ran.status == 2 and log["runs"][0]["results"]
