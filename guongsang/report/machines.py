"""Findings for other programs: SARIF 2.1.0 for code scanning, workflow commands for GitHub.

Both say where with lines and columns that count code points from 1 in the real file, the end exclusive.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from guongsang.codes import CODES, Severity
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from guongsang.report.masking import hint_of, message_of

_SARIF: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Iterable[Finding], catalogue: Catalogue, version: str) -> str:
    """Write findings as one SARIF log; the criterion and section that a finding is about are its properties."""
    findings = list(findings)
    codes = sorted({f.code for f in findings})
    driver = {
        "name": "Gương Sáng",
        "version": version,
        "rules": [{"id": c, "name": c, "defaultConfiguration": {"level": _SARIF[CODES[c].level]}} for c in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder of the site"}}},
        "results": [_result(f, codes.index(f.code), catalogue) for f in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(finding: Finding, index: int, catalogue: Catalogue) -> dict[str, Any]:
    place = finding.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": max(place.end_column, place.column) if place.line == place.end_line else place.end_column,
    }
    location = {"uri": quote(place.file), "uriBaseId": "ROOT"}
    named = {"rule": finding.rule, "section": finding.section}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _SARIF[finding.severity],
        "message": {"text": f"{message_of(finding, catalogue)}. {hint_of(finding, catalogue)}"},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
    }
    properties = {key: value for key, value in named.items() if value is not None}
    return {**result, "properties": properties} if properties else result


def github(findings: Iterable[Finding], catalogue: Catalogue) -> str:
    """Write findings as workflow commands, one a line, which GitHub shows beside the lines of a pull request."""
    return "\n".join(_command(f, catalogue) for f in findings)


def _command(finding: Finding, catalogue: Catalogue) -> str:
    place = finding.place
    where: dict[str, Any] = {"file": place.file, "line": place.line}
    if place.line == place.end_line:
        where |= {"endLine": place.end_line, "col": place.column, "endColumn": max(place.end_column, place.column)}
    else:
        where |= {"endLine": place.end_line, "col": place.column}
    where["title"] = finding.code
    told = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    words = f"{message_of(finding, catalogue)}. {hint_of(finding, catalogue)}"
    return f"::{_GITHUB[finding.severity]} {told}::{_data(words)}"


def _data(text: str) -> str:
    """Keep a text on its line: per cent signs and line ends are written as GitHub's runner reads them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Keep a property apart from the next: colons and commas too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
