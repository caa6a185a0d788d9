"""How findings that are told as one are written: what is said of all, their places, what to do, how to see each.

Of warnings and notes the first few places stand there; of errors, and of what is to be filled in, all of them, because
somebody must go to each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from guongsang.commands import Command
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, say
from guongsang.report.folding import TO_FILL_IN, Block
from guongsang.report.general import details, headline
from guongsang.report.words import hint_of, shown_path

_FEW, _LISTED, _JOINED, _WIDEST = 5, 40, 12, 100


@dataclass(frozen=True)
class Row:
    """Places of one file about which the same is to be told."""

    file: str
    lines: tuple[int, ...]
    what: str = ""

    @property
    def place(self) -> str:
        """Write file and lines: content/a.vi.md:2, 5."""
        return f"{shown_path(self.file)}:{', '.join(map(str, self.lines))}"


@dataclass(frozen=True)
class Told:
    """What is written of a block, line by line: what holds for all, the places, how many more there are."""

    headline: str
    rows: tuple[Row, ...]
    more: str
    hint: str


def told_of(block: Block, catalogue: Catalogue, every: Command) -> Told:
    """Bring a folded block into words; `every` is the command that tells all findings one by one."""
    text, named = headline(block.findings, catalogue)
    hints = list(dict.fromkeys(hint_of(f, catalogue) for f in block.findings))
    of_each = block.first.severity == "error" and len(hints) > 1
    rows = _rows(block.findings, _what(block.findings, catalogue, named=named, of_each=of_each))
    shown = rows[: _limit(block.first) or len(rows)]
    left = len(block.findings) - sum(count for _, count in shown)
    more = say("… and {n} more; to see each: {command}", n=left, command=every)
    label = say("hint") if len(hints) == 1 else say("hint for the first")
    hint = "" if of_each else f"{catalogue.tell(label)}: {hints[0]}"
    return Told(text, tuple(row for row, _ in shown), catalogue.tell(more) if left else "", hint)


def _limit(finding: Finding) -> int:
    """Return how many rows are shown, 0 for all."""
    if finding.severity == "error":
        return 0
    return _LISTED if finding.code == TO_FILL_IN else _FEW


def _what(findings: Sequence[Finding], catalogue: Catalogue, *, named: bool, of_each: bool) -> list[str]:
    """Return what stands beside each place: what differs, or of errors the hint where each has its own."""
    if of_each:
        return [hint_of(f, catalogue) for f in findings]
    if named:
        return ["" for _ in findings]
    return [_short(text) for text in details(findings, catalogue)]


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _rows(findings: Sequence[Finding], what: Sequence[str]) -> list[tuple[Row, int]]:
    """Put places of one file together, each row with the number of its findings.

    Lines stand in one row where the same is said of them; things stand in one row where they are said of one line.
    """
    lines: dict[tuple[str, str], list[int]] = {}
    for finding, text in zip(findings, what, strict=True):
        lines.setdefault((finding.place.file, text), []).append(finding.place.line)
    texts: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    counts: dict[tuple[str, tuple[int, ...]], int] = {}
    for (file, text), numbers in lines.items():
        key = (file, tuple(dict.fromkeys(numbers)))
        texts.setdefault(key, []).append(text)
        counts[key] = counts.get(key, 0) + len(numbers)
    return [(Row(*key, _joined(told)), counts[key]) for key, told in texts.items()]


def _joined(told: Sequence[str]) -> str:
    """Join what is said of one place, the first dozen of it."""
    said = [text for text in told if text]
    return "; ".join(said[:_JOINED]) + ("; …" if len(said) > _JOINED else "")
