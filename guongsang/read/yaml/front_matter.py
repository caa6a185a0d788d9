"""The fences of a document and the fields between them."""

import re
from dataclasses import dataclass, replace

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.source import Source
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.recovery import read_fields

LIKE_A_FENCE = re.compile(r"^[ \t]*(?:[–—−‐‑-]{1,5}|-[ -]+-)[ \t]*$", re.MULTILINE)
"""A line that was meant as the one that opens or closes the fields."""
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"[a-z_]+:(?:[ \t]|$)")
_PART = re.compile(r"[ \t]+\S|- |[\]}]")
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
    meant = None if opening else _opening_meant(source.text)
    if not opening and not meant:
        return Front(None, (0, 0), 0), [no_front(source)]
    fence, begin = meant or ((0, 3), min(source.line_end(3) + 1, len(source.text)))
    closing = _FENCE.search(source.text, begin)
    if closing:
        end, body = max(closing.start(), begin), min(closing.end() + 1, len(source.text))
    else:
        end, body = _meant_end(source, begin)
    node, findings = read_fields(source, begin, end)
    if not closing:
        findings.insert(0, _unclosed(source, fence, body))
        node = node and replace(node, unread=node.unread | {"---"})
    if meant:
        findings.insert(0, no_front(source))
        node = node and replace(node, unread=node.unread | {"---"})
    if node is not None and node.members is None:
        if not node.empty:
            findings.append(_not_fields(source, node))
        node = Node(*fence, members={}) if node.empty else None
    return Front(node, fence, body), findings


def _opening_meant(text: str) -> tuple[tuple[int, int], int] | None:
    """Return where the line stands that was meant to open the fields, or was left out, and where they begin."""
    first = _FIRST_LINE.match(text)
    if first is None or not LIKE_A_FENCE.search(text, first.end() + 1):
        return None
    if LIKE_A_FENCE.fullmatch(first["line"]) and _FIELD.match(text, first.end() + 1):
        return first.span("line"), first.end() + 1
    if _FIELD.match(text, first.start("line")) and _FENCE.search(text, first.end()):
        return first.span("line"), first.start("line")
    return None


def _meant_end(source: Source, begin: int) -> tuple[int, int]:
    """Return where fields without a closing line seem to end, and where the body begins.

    That is at a line of other dashes, else behind the last line that looks like a field.
    """
    if meant := LIKE_A_FENCE.search(source.text, begin):
        return meant.start(), min(meant.end() + 1, len(source.text))
    end = fields_end(source.text, begin)
    return end, end


def fields_end(text: str, begin: int) -> int:
    """Return the index of the line behind the last field that begins at the margin from an index on."""
    end = at = begin
    goes_on = True
    for line in text[begin:].split("\n"):
        at += len(line) + 1
        if _FIELD.match(line) or (goes_on and _PART.match(line)):
            end, goes_on = min(at, len(text)), True
        else:
            goes_on = False
    return end


def _unclosed(source: Source, fence: tuple[int, int], body: int) -> Finding:
    meant = LIKE_A_FENCE.search(source.text, fence[1] + 1)
    line = source.place(meant.start() if meant else min(body, len(source.text))).line
    hint = (
        say("on line {line}, write exactly three hyphens: ---", line=str(line))
        if meant
        else say("put a line with --- before line {line}, behind the last field", line=str(line))
    )
    message = say("the front matter that opens here is never closed")
    return find("unclosed-front-matter", source.place(*fence), message, hint)


def no_front(source: Source) -> Finding:
    """Report that a document does not begin with its fields, and what in its first line is amiss."""
    first = _FIRST_LINE.match(source.text)
    if first and _FENCE.fullmatch(first["line"]):
        return find(
            "no-front-matter",
            source.place(first.start("line"), first.end("line")),
            say("empty lines stand before the line that opens the front matter"),
            say("delete them, so that --- is the very first line of the file"),
        )
    if first and LIKE_A_FENCE.fullmatch(first["line"]):
        return find(
            "no-front-matter",
            source.place(first.start("line"), first.end("line")),
            say("the line that opens the front matter is not exactly ---"),
            say("write three short hyphens and nothing else on the very first line of the file: ---"),
        )
    if first and _FIELD.match(first["line"]) and _FENCE.search(source.text):
        return find(
            "no-front-matter",
            source.place(first.start("line"), first.end("line")),
            say("the line --- that opens the front matter is missing before the fields"),
            say("put a line with --- before this one, as the very first line of the file"),
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
