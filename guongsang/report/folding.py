"""Which findings are told as one: many that say the same, so that what is rare is not lost among them.

In come findings in their order; out come blocks, each where its first finding stood. Warnings and notes are alike if
they are of one code and one sentence, whatever stands in its places; errors only if they say the very same words,
because each is to be put right at its own place. What is to be filled in is one list. Formats for programs that read
each finding (JSON, SARIF) fold nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, Message
from guongsang.report.words import message_of

_SOME, _MANY = 3, 5
"""More than so many in several files, or at one place, are told as one; more than so many in one file."""
TO_FILL_IN = "to-fill-in"


@dataclass(frozen=True)
class Block:
    """One finding, or all those that are told with it."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """Return the finding that stands first."""
        return self.findings[0]

    @property
    def folded(self) -> bool:
        """Return whether it holds more than one finding."""
        return len(self.findings) > 1


def apart(findings: Iterable[Finding]) -> list[Block]:
    """Return a block for each finding."""
    return [Block((finding,)) for finding in findings]


def fold(findings: Iterable[Finding], catalogue: Catalogue) -> list[Block]:
    """Put together what is told as one."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_key(finding, catalogue), []).append(finding)
    blocks: list[Block] = []
    for group in alike.values():
        blocks += [Block(tuple(group))] if _many(group) else apart(group)
    return sorted(blocks, key=lambda block: (block.first.place, block.first.code))


def _key(finding: Finding, catalogue: Catalogue) -> tuple[str, ...]:
    head = (finding.code, finding.severity, finding.rule or "")
    if finding.severity == "error":
        return (*head, message_of(finding, catalogue))
    return head if finding.code == TO_FILL_IN else (*head, *_sentences(finding.message))


def _sentences(message: Message) -> Iterator[str]:
    """Yield the sentence of a message and those inside it."""
    yield message.text
    for value in message.args.values():
        if isinstance(value, Message):
            yield from _sentences(value)


def _many(group: list[Finding]) -> bool:
    """Return whether findings are so many that they are told as one."""
    spread = len({f.place.file for f in group}) > 1 or len({f.place for f in group}) == 1
    return len(group) > (_SOME if spread else _MANY)
