"""One more item at the end of a list in a data file, without another byte of the file changed.

In come the bytes of the file and the item; out come the bytes with it, or nothing where the list is written in a way
that no place is found in. What comes out is read again: it must hold all that the file held, and the item.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guongsang.author.new.yaml_writer import front_lines
from guongsang.read.fields.kinds import Group
from guongsang.read.source import Source, read_text
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml
from guongsang.read.yaml.placeholders import PLACEHOLDER
from guongsang.text.lines import line_end, line_start

_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class Item:
    """An item of a list: the name of the list, the table around it, the fields of the item."""

    of: str
    table: Group
    fields: Mapping[str, Any]

    def lines(self, pad: str = "  ") -> list[str]:
        """Write the item on lines, its dash behind some blanks."""
        written = list(front_lines({self.of: [dict(self.fields)]}, self.table, {}))[1:]
        return [pad + line.removeprefix("  ") for line in written]


@dataclass(frozen=True)
class _Raw:
    """The lines of a file as they lie on disk, each with its end."""

    text: str
    lines: tuple[str, ...]

    def index(self, source: Source, at: int) -> int:
        """Return where an index of the clean text is in the text on disk."""
        place = source.place(at)
        mark = 1 if place.line == 1 and self.text.startswith("\ufeff") else 0
        return sum(map(len, self.lines[: place.line - 1])) + mark + place.column - 1

    def end_at(self, at: int) -> str:
        """Return the line end that is used where a text is put in."""
        here = _END.match(self.text, at)
        before = _END.findall(self.text, 0, at)
        return here[0] if here else str(before[-1]) if before else "\n"


def appended(data: bytes, file: str, item: Item) -> bytes | None:
    """Return the bytes of a file with one more item at the end of a list; None where there is no place for it."""
    source, node = _read(data, file)
    rows = node.members.get(item.of) if source and node and node.members else None
    if source is None or node is None or rows is None or rows.node.items is None:
        return None
    text = data.decode("utf-8")
    raw = _Raw(text, tuple(_LINE.findall(text)))
    last = rows.node.items[-1] if rows.node.items else None
    if not source.text.startswith("[", rows.node.start):
        made = _below(source, raw, rows.node, item)
    elif last is None and not source.text.startswith("{", node.start):
        made = _in_place_of_none(source, raw, rows.node, item)
    else:
        made = _between_brackets(source, raw, rows.node, item)
    new = made.encode("utf-8")
    after = _read(new, file)[1]
    return new if after is not None and _holds(after, node, item) else None


def _read(data: bytes, file: str) -> tuple[Source | None, Node | None]:
    """Read a file; no node where anything is wrong with it."""
    source = read_text(data, file)[0]
    if source is None:
        return None, None
    node, faults = read_yaml(source)
    return source, None if faults else node


def _below(source: Source, raw: _Raw, rows: Node, item: Item) -> str:
    """Put an item on lines below the last one, and below remarks that belong to it."""
    pad = " " * (rows.start - line_start(source.text, rows.start))
    end = line_end(source.text, rows.end)
    while (following := source.text[end + 1 : line_end(source.text, end + 1)]).lstrip().startswith("#"):
        if not following.startswith(pad + " "):
            break
        end = line_end(source.text, end + 1)
    return _put_lines(raw, raw.index(source, end), item.lines(pad))


def _in_place_of_none(source: Source, raw: _Raw, rows: Node, item: Item) -> str:
    """Put an item on lines where the list is two brackets with nothing between, which go."""
    start, end = raw.index(source, rows.start), raw.index(source, rows.end)
    last = raw.index(source, line_end(source.text, rows.end))
    kept = raw.text[:start].rstrip(" ") + raw.text[end:last]
    added = _put_lines(raw, last, item.lines())
    return kept + added[last:]


def _put_lines(raw: _Raw, at: int, lines: list[str]) -> str:
    """Put lines in behind the line that ends at an index."""
    end = raw.end_at(at)
    return raw.text[:at] + "".join(end + line for line in lines) + raw.text[at:]


def _between_brackets(source: Source, raw: _Raw, rows: Node, item: Item) -> str:
    """Put an item behind the last one of a list between brackets."""
    written = json.dumps(_plain(item.fields), ensure_ascii=False)
    if not rows.items:
        at = raw.index(source, rows.start + 1)
        return raw.text[:at] + written + raw.text[at:]
    at = raw.index(source, rows.items[-1].end)
    return f"{raw.text[:at]}, {written}{raw.text[at:]}"


def _plain(value: Any) -> Any:
    """Return a value as JSON writes it; marks are left out, because there they would need quotation marks."""
    match value:
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items() if not _is_mark(inner)}
        case list():
            return [_plain(inner) for inner in value]
        case date():
            return value.isoformat()
    return value


def _is_mark(value: Any) -> bool:
    return isinstance(value, str) and PLACEHOLDER.fullmatch(value) is not None


def _holds(after: Node, before: Node, item: Item) -> bool:
    """Return whether a file holds what it held, and one more item in the list."""
    new, old = _values(after), _values(before)
    if not isinstance(new, dict) or not isinstance(old, dict) or list(new) != list(old):
        return False
    rows = new[item.of]
    return isinstance(rows, list) and {**new, item.of: rows[:-1]} == old and set(rows[-1]) == set(item.fields)


def _values(node: Node) -> Any:
    """Return what stands in a tree, without places."""
    if node.members is not None:
        return {name: _values(member.node) for name, member in node.members.items()}
    return [_values(inner) for inner in node.items] if node.items is not None else node.text
