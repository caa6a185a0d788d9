"""Fields that can be read beside one that cannot: a slip in one value hides neither the other fields nor the body.

In comes a stretch of a source; out comes its tree and all faults. Where YAML gives up, each field at the margin is read
by itself; the names of those that cannot be read are kept with the tree, so that nothing else is told of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.source import Source
from guongsang.read.yaml.node import Member, Node
from guongsang.read.yaml.parser import read_yaml

_GOES_ON = re.compile(r"[ \t]|-(?:[ \t]|$)|[\]}]|#|$")
_NAME = re.compile(r"[\w-]+(?:[ ][\w-]+){0,4}(?=[ ]*:)|[\w-]+")
_INNER_NAME = re.compile(r"(?:^[ \t]*|[{,] *|- +)([\w-]+):(?=\s)", re.MULTILINE)
_REMARKS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_HOPELESS = frozenset(("too-large", "too-deep"))
_PARTS_LIMIT = 200
"""Fields at the margin that are read one by one; no group has half as many."""


@dataclass(frozen=True)
class _Part:
    """A field at the margin: its name as far as it can be made out, and its stretch of the source."""

    name: str
    start: int
    end: int


def read_fields(source: Source, start: int = 0, end: int | None = None) -> tuple[Node | None, list[Finding]]:
    """Read one group of fields out of a stretch of a source; None where none of them can be read."""
    end = len(source.text) if end is None else end
    node, findings = read_yaml(source, start, end)
    if node is not None or any(f.code in _HOPELESS for f in findings):
        return node, findings
    parts = list(islice(_parts(source.text, start, end), _PARTS_LIMIT + 1))
    if len(parts) > _PARTS_LIMIT:
        return None, findings
    members: dict[str, Member] = {}
    unread: set[str] = set()
    faults: list[Finding] = []
    for part in parts:
        read, told = read_yaml(source, part.start, part.end)
        faults += told
        if read is None or read.members is None:
            unread |= {part.name, *_INNER_NAME.findall(source.text, part.start, part.end)}
            if not told:
                faults.append(_no_field(source, part))
            continue
        for name, member in read.members.items():
            if name in members:
                faults.append(_twice(source, name, members[name], member))
            members.setdefault(name, member)
    return (
        (Node(start, end, members=members, unread=frozenset(unread)), faults)
        if members and unread
        else (None, findings)
    )


def _parts(text: str, start: int, end: int) -> Iterator[_Part]:
    """Part a text before each line at the margin that goes on with nothing."""
    begin, name, at = start, "", start
    for line in text[start:end].split("\n"):
        if not _GOES_ON.match(line):
            if name or not _REMARKS.fullmatch(text, begin, at):
                yield _Part(name, begin, at)
                begin = at
            name = match[0] if (match := _NAME.match(line)) else ""
        at += len(line) + 1
    if text[begin:end].strip():
        yield _Part(name, begin, end)


def _no_field(source: Source, part: _Part) -> Finding:
    return find(
        "bad-yaml",
        source.first_line(part.start, part.end),
        say("this line is no field"),
        say("write the name, a colon and a space; indent the further lines of a long text"),
    )


def _twice(source: Source, name: str, first: Member, second: Member) -> Finding:
    line = source.place(first.start).line
    return find(
        "duplicate-key",
        source.place(second.start, second.end),
        say("the field {key} stands twice; the first is on line {line}", key=name, line=line),
        say("keep one of the two"),
    )
