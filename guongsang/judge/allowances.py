"""What a document lets pass: findings of a code (`allow`, with a reason) are brought down to information."""

from collections.abc import Iterator
from dataclasses import replace

from guongsang.codes import CODES
from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry

ALLOWABLE = frozenset(name for name, code in CODES.items() if code.allowable)


def allowance(entry: AnyEntry, code: str) -> Message:
    """Return how findings of a code are let pass in a document, as a line to be copied; only its source can say so."""
    item = f"{{code: {code}, reason: …}}"
    if entry.facts.allow:
        return say("add to allow in {file}: {line}", file=entry.source.file, line=item)
    return say("write in {file}: {line}", file=entry.source.file, line=f"allow: [{item}]")


def apply_allowances(content: Content, findings: list[Finding]) -> Iterator[Finding]:
    """Bring down what a file allows, and tell what it cannot allow."""
    reasons: dict[tuple[str, str], str] = {}
    for entry in content.entries:
        for i, allowance in enumerate(entry.facts.allow):
            if allowance.code in ALLOWABLE and allowance.reason:
                reasons.update({(d.file, allowance.code): allowance.reason for d in entry.documents})
            elif allowance.code:
                yield _not_allowable(entry, i, allowance.code)
    for finding in findings:
        reason = reasons.get((finding.place.file, finding.code))
        if reason is None:
            yield finding
        else:
            message = say("{message} (allowed: {reason})", message=finding.message, reason=reason)
            yield replace(finding.at_level("info"), message=message)


def _not_allowable(entry: AnyEntry, i: int, code: str) -> Finding:
    these = say("these can: {names}", names=", ".join(sorted(ALLOWABLE)))
    return find(
        "bad-value",
        entry.source.place("allow", i, "code"),
        say("findings of the code {code} cannot be allowed", code=code),
        these if code in CODES else suggest(code, ALLOWABLE, these),
    )
