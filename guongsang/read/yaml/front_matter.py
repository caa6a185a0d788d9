"""The fences of a document and the fields between them."""

import re
from dataclasses import dataclass

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Message, say
from guongsang.read.source import Source
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


_LIKE_A_FENCE = re.compile(r"^[ \t]*(?:[–—−‐‑-]{1,5}|-[ -]+-)[ \t]*$", re.MULTILINE)


_FIRST_LINE = re.compile(r"\s*^(?P<line>[^\n]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Front:
    """The front matter of a document.

    Its tree (None if it cannot be read), the opening fence, where the body starts.
    """

    node: Node | None
    fence: tuple[int, int]
    body: int


def read_front(source: Source) -> tuple[Front, list[Finding]]:
    """Split a document at its fences and read what lies between them."""
    opening = _FENCE.match(source.text)
    if not opening:
        return Front(None, (0, 0), 0), [no_front(source)]
    closing = _FENCE.search(source.text, opening.end())
    fence = (opening.start(), opening.start() + 3)
    if not closing:
        return Front(None, fence, len(source.text)), [
            find(
                "unclosed-front-matter",
                source.place(*fence),
                say("the front matter that opens here is never closed"),
                _closing_hint(source, opening.end()),
            )
        ]
    node, findings = read_yaml(source, opening.end() + 1, max(closing.start(), opening.end() + 1))
    body = min(closing.end() + 1, len(source.text))
    if node is not None and node.members is None:
        if not node.empty:
            findings.append(_not_fields(source, node))
        node = Node(*fence, members={}) if node.empty else None
    return Front(node, fence, body), findings


def _closing_hint(source: Source, start: int) -> Message:
    """Return where to close; a line of other dashes is what was meant as the end."""
    meant = _LIKE_A_FENCE.search(source.text, start)
    if meant is None:
        return say("put a line with --- after the last field, before the text")
    line = source.place(meant.start()).line
    return say("on line {line}, write exactly three hyphens: ---", line=str(line))


def no_front(source: Source) -> Finding:
    """Report that a document does not begin with its fields, and what in its first line is amiss."""
    first = _FIRST_LINE.match(source.text)
    if first and _LIKE_A_FENCE.fullmatch(first["line"]):
        return find(
            "no-front-matter",
            source.place(first.start("line"), first.end("line")),
            say("the line that opens the front matter is not exactly ---"),
            say("write three short hyphens and nothing else on the very first line of the file: ---"),
        )
    return find(
        "no-front-matter",
        source.place(0, len(source.line(1))),
        say("the file does not begin with front matter"),
        say("begin the first line with --- , then the fields, then another line with ---"),
    )


def _not_fields(source: Source, node: Node) -> Finding:
    return find(
        "bad-yaml",
        source.place(node.start, node.end),
        say("fields are expected here"),
        say("write each field as a name, a colon, a space and a value, like: title: …"),
    )
