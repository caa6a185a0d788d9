"""What tests of single rooms share: texts and small sites as values."""

from collections.abc import Iterable

from guongsang.findings import Finding, Place
from guongsang.read.source import Source, read_text


def source_of(text: str, file: str = "content/mau.vi.md") -> Source:
    """Read a text that may hold anything, without its findings."""
    source, _ = read_text(text.encode("utf-8"), file)
    assert source is not None
    return source


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes of findings in their order."""
    return [finding.code for finding in findings]


def shown(text: str, place: Place) -> str:
    """Return what stands at a place of a text with LF, as somebody would mark it in an editor."""
    lines = text.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first = lines[place.line - 1][place.column - 1 :]
    last = lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([first, *lines[place.line : place.end_line - 1], last])
