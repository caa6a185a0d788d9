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
    hint = hint_of(block.first, catalogue)
    one_hint = all(f.hint == block.first.hint or hint_of(f, catalogue) == hint for f in block.findings)
    of_each = block.first.severity == "error" and not one_hint
    limit = _limit(block.first) or len(block.findings)
    looked_at = _in_first_files(block.findings, limit)
    what = [hint_of(f, catalogue) for f in looked_at] if of_each else _what(block, looked_at, catalogue, named=named)
    shown = _rows(looked_at, what)[:limit]
    left = len(block.findings) - sum(count for _, count in shown)
    more = say("… and {n} more; to see each: {command}", n=left, command=every)
    label = say("hint") if one_hint else say("hint for the first")
    told_hint = "" if of_each else f"{catalogue.tell(label)}: {hint}"
    return Told(text, tuple(row for row, _ in shown), catalogue.tell(more) if left else "", told_hint)


def _in_first_files(findings: Sequence[Finding], number: int) -> list[Finding]:
    """Return the findings of so many files that stand first; each gives a row at least, so no others are shown."""
    files: dict[str, None] = {}
    for finding in findings:
        if len(files) == number:
            break
        files[finding.place.file] = None
    return [finding for finding in findings if finding.place.file in files]


def _limit(finding: Finding) -> int:
    """Return how many rows are shown, 0 for all."""
    if finding.severity == "error":
        return 0
    return _LISTED if finding.code == TO_FILL_IN else _FEW


def _what(block: Block, shown: Sequence[Finding], catalogue: Catalogue, *, named: bool) -> list[str]:
    """Return what stands beside each place: what differs, unless the headline names it."""
    return ["" for _ in shown] if named else [_short(text) for text in details(block.findings, shown, catalogue)]


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
