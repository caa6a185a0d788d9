"""What to open first and which command comes next, for the last lines below findings."""

from collections.abc import Iterator, Sequence

from guongsang.author.repair.fields import table_for
from guongsang.author.repair.letters import repair
from guongsang.cli.call import Call
from guongsang.commands import command
from guongsang.findings import Finding
from guongsang.i18n.messages import Language, Message, say
from guongsang.read.files import Found, read_file
from guongsang.report.words import shown_path

_REPAIRABLE = frozenset(
    (
        "not-utf8",
        "legacy-encoding",
        "mojibake",
        "control-character",
        "bidi-control",
        "invisible-character",
        "lookalike-letter",
        "no-front-matter",
        "unclosed-front-matter",
        "bad-yaml",
        "wrong-type",
        "bad-date",
        "bad-value",
        "office-list",
    )
)
"""The codes of what a repair may put right; whether it does is seen by trying."""
_TRIED = 20


def next_steps(
    call: Call, findings: Sequence[Finding], words: Sequence[str], *, building: bool = False
) -> Iterator[Message]:
    """Yield what to open first, and at most one command: to repair, to translate, or to publish."""
    errors = [f for f in findings if f.severity == "error"]
    first = next(iter(errors or [f for f in findings if f.severity == "warning"]), None)
    if first is None:
        return
    yield say("Open first: {file}, line {line}", file=shown_path(first.place.file), line=str(first.place.line))
    repaired = _repaired(call, findings)
    untranslated = next(_untranslated(call, findings), None)
    if repaired:
        files = repaired if len(repaired) == 1 else words
        yield say("To see what can be repaired without your writing: {command}", command=command("fix", *files))
    elif untranslated and not errors:
        yield say("To begin that translation: {command}", command=untranslated)
    elif not errors and not building:
        yield say("Nothing of this keeps the site from being published: {command}", command=command("build"))


def _repaired(call: Call, findings: Sequence[Finding]) -> list[str]:
    """Return the first two files in which `fix` would change a line that was told."""
    lines: dict[str, set[int]] = {}
    for finding in findings:
        if finding.code in _REPAIRABLE and table_for(finding.place.file):
            lines.setdefault(finding.place.file, set()).add(finding.place.line)
    files = [file for file in list(lines)[:_TRIED] if _changes(call, file) & lines[file]]
    return files[:2]


def _changes(call: Call, file: str) -> set[int]:
    """Return the lines of a file that `fix` would change."""
    data = read_file(Found(file, call.root / file))
    if isinstance(data, Finding):
        return set()
    return {line for change in repair(data, file).changes for line in change.lines}


def _untranslated(call: Call, findings: Sequence[Finding]) -> Iterator[object]:
    """Yield the commands that make the translations which are missing altogether."""
    for finding in findings:
        language, file = finding.message.args.get("language"), finding.hint.args.get("file")
        if (
            finding.code == "untranslated"
            and isinstance(language, Language)
            and file
            and not (call.root / file).exists()
        ):
            yield command("translate", finding.place.file, "--to", language.code)
