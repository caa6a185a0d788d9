"""How findings are told: as text with an excerpt for people, as JSON for programs, in `machines` for other tools.

One finding, one form for each reader; nothing here decides anything. The text form follows the best compilers: what is
wrong, the place, the line itself with a caret below, what to do, and the rule that it comes from.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guongsang.codes import Severity
from guongsang.commands import Command
from guongsang.findings import Excerpts, Finding, count, covered
from guongsang.i18n.messages import Catalogue, Message, say, say_n
from guongsang.judge.people.masking import masked
from guongsang.report.blocks import told_of
from guongsang.report.folding import TO_FILL_IN, Block
from guongsang.report.words import hint_of, message_of, shown_path
from guongsang.text.personal_data.search import personal_in_markup

LEVELS: Mapping[Severity, Message] = {"error": say("error"), "warning": say("warning"), "info": say("note")}
_COLOURS: Mapping[Severity, str] = {"error": "\033[1;31m", "warning": "\033[1;33m", "info": "\033[1;36m"}
_BOLD, _PLAIN = "\033[1m", "\033[0m"
_WIDEST = 160


@dataclass(frozen=True)
class TerminalReport:
    """Tells findings in one language, in colour or not, with excerpts from sources."""

    catalogue: Catalogue
    sources: Mapping[str, Excerpts]
    colour: bool = False

    def text(self, finding: Finding) -> str:
        """Write one finding as a few lines."""
        place = finding.place
        lines = [self._head(finding, message_of(finding, self.catalogue))]
        lines.append(f"  --> {shown_path(place.file)}:{place.line}:{place.column}")
        lines += self._excerpt(finding)
        cure = self.catalogue.tell(say("hint"))
        lines.append(f"   = {cure}: {hint_of(finding, self.catalogue)}")
        if finding.rule or finding.section:
            lines.append(f"   = {self._rule(finding)}")
        return "\n".join(lines)

    def block(self, block: Block, every: Command) -> str:
        """Write one finding, or those that are told as one; `every` is the command that tells each."""
        if not block.folded:
            return self.text(block.first)
        told, first = told_of(block, self.catalogue, every), block.first
        width = max(len(row.place) for row in told.rows)
        arrow = "     " if first.code == TO_FILL_IN else " --> "
        lines = [self._head(first, told.headline)]
        lines += [f" {arrow}{row.place:<{width}}  {row.what}".rstrip() for row in told.rows]
        lines += [f"      {told.more}"] if told.more else []
        lines += [f"   = {told.hint}"] if told.hint else []
        if len({(f.rule, f.section) for f in block.findings}) == 1 and (first.rule or first.section):
            lines.append(f"   = {self._rule(first)}")
        return "\n".join(lines)

    def _head(self, finding: Finding, sentence: str) -> str:
        head = f"{self.catalogue.tell(LEVELS[finding.severity])}[{finding.code}]"
        return f"{self._paint(head, _COLOURS[finding.severity])}: {self._paint(sentence, _BOLD)}"

    def _rule(self, finding: Finding) -> str:
        if finding.rule and finding.section:
            return self.catalogue.tell(
                say("criterion {rule}, section {section} of the plan", rule=finding.rule, section=finding.section)
            )
        if finding.rule:
            return self.catalogue.tell(say("criterion {rule}", rule=finding.rule))
        return self.catalogue.tell(say("section {section} of the plan", section=finding.section or ""))

    def _excerpt(self, finding: Finding) -> list[str]:
        """Show the line and mark the place; wide letters count as two columns, marks as none."""
        place = finding.place
        source = self.sources.get(place.file)
        if source is None:
            return []
        line = source.typed_line(place.line).replace("\t", " ")
        line = _without_personal_data(line, finding)
        if not line.strip():
            return []
        start = max(0, min(place.column - 1, len(line)) - _WIDEST // 2) if len(line) > _WIDEST else 0
        shown = line[start : start + _WIDEST]
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        before = _width(line[start : place.column - 1])
        marked = max(1, min(_width(line[place.column - 1 : end]), max(1, _WIDEST - before)))
        number = str(place.line)
        margin = " " * len(number)
        return [
            f" {margin} |",
            f" {number} | {_visible(shown)}",
            f" {margin} | {' ' * before}{self._paint('^' * marked, _COLOURS[finding.severity])}",
        ]

    def _paint(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_PLAIN}" if self.colour else text

    def summary(self, findings: Sequence[Finding], files: int) -> str:
        """Return how many findings of each level there are."""
        parts = [
            say_n("{n} error", "{n} errors", n=count(findings, "error")),
            say_n("{n} warning", "{n} warnings", n=count(findings, "warning")),
            say_n("{n} note", "{n} notes", n=count(findings, "info")),
        ]
        return self.catalogue.tell(say_n("{parts} in {n} file", "{parts} in {n} files", n=files, parts=parts))

    def json(self, findings: Iterable[Finding], files: int) -> str:
        """Write findings as one JSON object."""
        findings = list(findings)
        whole = {
            "schema_version": 1,
            "summary": {
                "files": files,
                "errors": count(findings, "error"),
                "warnings": count(findings, "warning"),
                "infos": count(findings, "info"),
            },
            "findings": [self._plain(f) for f in findings],
        }
        return json.dumps(whole, ensure_ascii=False, indent=1)

    def _plain(self, finding: Finding) -> dict[str, object]:
        place = finding.place
        return {
            "code": finding.code,
            "severity": finding.severity,
            "file": shown_path(place.file),
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
            "message": message_of(finding, self.catalogue),
            "hint": hint_of(finding, self.catalogue),
            "rule": finding.rule,
            "section": finding.section,
        }


def _without_personal_data(line: str, finding: Finding) -> str:
    """Cover personal data in an excerpt, be it what the finding is about or not."""
    shown = masked(line)
    if finding.covered:
        one_line = finding.place.end_line == finding.place.line
        own = (finding.place.column - 1, finding.place.end_column - 1 if one_line else len(line))
        if own not in [(found.start, found.end) for found in personal_in_markup(line)]:
            shown = shown[: own[0]] + covered(shown[own[0] : own[1]]) + shown[own[1] :]
    return shown


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _visible(text: str) -> str:
    """Keep control characters of a contributor's file from steering the terminal."""
    return "".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in text)
