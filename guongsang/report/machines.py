"""Findings for other programs: SARIF 2.1.0 for code scanning, workflow commands for GitHub.

Both say where with lines and columns that count code points from 1 in the real file, the end exclusive.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from guongsang.codes import CODES, Severity
from guongsang.commands import Command
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, say
from guongsang.report.blocks import told_of
from guongsang.report.folding import Block
from guongsang.report.words import in_sentences, shown_path

_SARIF: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "ROOT"
_FIRST = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True)
class ForMachines:
    """Tells findings in one language; `folder` is the path of the site from the folder that paths begin at, "" there.

    `explained` holds what the page of codes says of each, in the language of the catalogue, as Markdown.
    """

    catalogue: Catalogue
    folder: str = ""
    explained: Mapping[str, str] = field(default_factory=dict)

    def path(self, file: str) -> str:
        """Return the path of a file of the site as other programs are told it."""
        return shown_path(f"{self.folder}/{file}" if self.folder else file)

    def sarif(self, findings: Iterable[Finding], version: str) -> str:
        """Write findings as one SARIF log; the criterion and section that a finding is about are its properties."""
        findings = list(findings)
        codes = sorted({f.code for f in findings})
        driver = {"name": "Gương Sáng", "version": version, "rules": [self._rule(code) for code in codes]}
        base = self.catalogue.tell(say("The folder that the paths begin at"))
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {_ROOT: {"description": {"text": base}}},
            "results": [self._result(f, codes.index(f.code)) for f in findings],
        }
        return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)

    def _rule(self, code: str) -> dict[str, Any]:
        """Describe a code: its first sentence, all that is said of it, and that with its examples."""
        rule: dict[str, Any] = {"id": code, "name": code, "defaultConfiguration": {"level": _SARIF[CODES[code].level]}}
        if page := self.explained.get(code):
            words = " ".join(page.split("\n\n    ")[0].replace("`", "").split())
            rule["shortDescription"] = {"text": _sentences(words)[0]}
            rule["fullDescription"] = {"text": words}
            rule["help"] = {"text": page.replace("`", ""), "markdown": page}
        return rule

    def _result(self, finding: Finding, index: int) -> dict[str, Any]:
        place = finding.place
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": max(place.end_column, place.column) if place.line == place.end_line else place.end_column,
        }
        location = {"uri": quote(self.path(place.file)), "uriBaseId": _ROOT}
        named = {"rule": finding.rule, "section": finding.section}
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": index,
            "level": _SARIF[finding.severity],
            "message": {"text": in_sentences(finding, self.catalogue)},
            "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        }
        properties = {key: value for key, value in named.items() if value is not None}
        return {**result, "properties": properties} if properties else result

    def github(self, blocks: Iterable[Block], every: Command) -> str:
        """Write findings as workflow commands, one a line, which GitHub shows beside the lines of a pull request.

        Those that are told as one are one command at the first place, with a list; `every` tells each.
        """
        return "\n".join(self._command(block, every) for block in blocks)

    def _command(self, block: Block, every: Command) -> str:
        place = block.first.place
        where: dict[str, Any] = {"file": self.path(place.file), "line": place.line, "endLine": place.end_line}
        where["col"] = place.column
        if place.line == place.end_line:
            where["endColumn"] = max(place.end_column, place.column)
        where["title"] = block.first.code
        told = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
        words = self._listed(block, every) if block.folded else in_sentences(block.first, self.catalogue)
        return f"::{_GITHUB[block.first.severity]} {told}::{_data(words)}"

    def _listed(self, block: Block, every: Command) -> str:
        """Write findings that are told as one: what holds for all, then a line for each place."""
        told = told_of(block, self.catalogue, every)
        rows = [f"{self.path(row.place)}  {row.what}".rstrip() for row in told.rows]
        return "\n".join(part for part in (told.headline, *rows, told.more, told.hint) if part)


def _sentences(words: str) -> list[str]:
    """Part what is said of a code into sentences, without the level that it begins with."""
    parts = _FIRST.split(words)
    return parts[1:] if len(parts) > 1 and len(parts[0].split()) < 4 else parts


def _data(text: str) -> str:
    """Keep a text on its line: per cent signs and line ends are written as GitHub's runner reads them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Keep a property apart from the next: colons and commas too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
