"""Repairs of fields: what YAML cannot read but a person can, and dates and quotation marks in fields that have none.

A text and its table of fields come in, the repaired text and what was repaired go out. What cannot be read is mended
line by line (`mends`), and a mend is kept only if the fields can be read better afterwards. What can be read is changed
only at values whose kind is no text, so no words ever change their meaning.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from guongsang.author.repair.mends import CLOSING, OPENING, Replacement, mends_of_line
from guongsang.findings import Finding
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.kinds import CRITERIA
from guongsang.read.data.abbreviations import ABBREVIATIONS_FILE
from guongsang.read.documents.names import FOLDERS
from guongsang.read.fields.kinds import (
    Date,
    Either,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    MappingOf,
    Number,
    OneOf,
    Period,
    PlainText,
    Slug,
)
from guongsang.read.fields.typed_dates import day_typed
from guongsang.read.files import CONFIG_FILE
from guongsang.read.odd_characters import replaced
from guongsang.read.source import read_text
from guongsang.read.tables.abbreviations import ABBREVIATIONS
from guongsang.read.tables.config import CONFIG
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.tables.laws import LAWS, LAWS_FILE
from guongsang.read.tables.units import UNITS, UNITS_FILE
from guongsang.read.yaml.front_matter import LIKE_A_FENCE, fields_end, read_front
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.recovery import read_fields

_MOST_MENDS = 40
_LIKE_A_FIELD = re.compile(r"\s*(?:#.*|-.*|[A-Za-z_]+\s*[:：].*|[\]}].*)?|[ \t]+.*")


@dataclass(frozen=True)
class Reading:
    """A text, the tree of its fields as far as they can be read, and the faults that stand in its way."""

    text: str
    node: Node | None
    faults: list[Finding]

    def with_replacement(self, edit: Replacement) -> str:
        """Return the text with one edit made."""
        return self.text[: edit.start] + edit.new + self.text[edit.end :]

    def describe(self, edit: Replacement) -> tuple[int, Message]:
        """Return the line (from 1) of an edit and what it repairs."""
        return self.text.count("\n", 0, edit.start) + 1, edit.what


def table_for(file: str) -> Group | None:
    """Return the table of fields of a file by its path; None where it is no file with fields."""
    parts = file.split("/")
    if file == CONFIG_FILE:
        return CONFIG
    if file == UNITS_FILE:
        return UNITS
    if file == LAWS_FILE:
        return LAWS
    if file == ABBREVIATIONS_FILE:
        return ABBREVIATIONS
    if len(parts) > 2 and parts[1] == "criteria" and file.endswith(".yaml"):
        return CRITERIA
    return DOCUMENTS[FOLDERS[parts[1]][0]] if len(parts) > 2 and parts[1] in FOLDERS and file.endswith(".md") else None


def repair_fences(lines: list[str]) -> Iterator[tuple[int, Message]]:
    """Bring the lines that open and close the front matter to ---, in place; blank lines before it stay empty."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return
    if not LIKE_A_FENCE.fullmatch(lines[first]):
        yield from _opened(lines, first)
        return
    last = next((i for i in range(first + 1, len(lines)) if re.fullmatch(r"---[ \t]*", lines[i])), None)
    if last is None:
        last = next((i for i in range(first + 1, len(lines)) if LIKE_A_FENCE.fullmatch(lines[i])), None)
    if last is None and first == 0:
        last = fields_end("\n".join(lines), len(lines[0]) + 1)
        last = "\n".join(lines)[:last].count("\n")
        if 1 < last < len(lines) and any(line.strip() for line in lines[last:]):
            lines.insert(last, "---")
            yield last + 1, say("the line --- before or after the fields")
            return
        last = None
    inside = lines[first + 1 : last] if last is not None else []
    if not any(":" in line or "：" in line for line in inside) or not all(map(_LIKE_A_FIELD.fullmatch, inside)):
        return
    for i in (first, last):
        if i is not None and lines[i].rstrip() != "---":
            lines[i] = "---"
            yield i + 1, say("the line --- before or after the fields")
    if first > 0:
        del lines[:first]
        yield 1, say("empty lines before the front matter")


def _opened(lines: list[str], first: int) -> Iterator[tuple[int, Message]]:
    """Put the line that opens the fields before the first of them, where one closes them."""
    last = next((i for i in range(first, len(lines)) if re.fullmatch(r"---[ \t]*", lines[i])), first)
    if last > first and re.match(r"[a-z_]+:(?: |$)", lines[first]) and all(map(_LIKE_A_FIELD.fullmatch, lines[:last])):
        lines.insert(first, "---")
        del lines[:first]
        yield 1, say("the line --- before or after the fields")


def repair_fields(text: str, file: str) -> tuple[str, list[tuple[int, Message]]]:
    """Repair fields that cannot be read, and values of fields that are no text; give the text and lines with what."""
    table = table_for(file)
    reading = _read(text, file) if table else None
    if table is None or reading is None:
        return text, []
    names = set(_names(table))
    done: list[tuple[int, Message]] = []
    for _ in range(_MOST_MENDS):
        edit, after = _mended(reading, names, file)
        if edit is None:
            break
        done.append(reading.describe(edit))
        reading = after
    if reading.node is None:
        return reading.text, done
    edits = list(_values(reading.text, reading.node, table))
    done += map(reading.describe, edits)
    return replaced(reading.text, [(edit.start, edit.end, edit.new) for edit in edits]), done


def _read(text: str, file: str) -> Reading | None:
    """Read the fields of a clean text; None where reading would clean it further."""
    source, _ = read_text(text.encode("utf-8", "surrogatepass"), file)
    if source is None or source.text != text:
        return None
    if file.endswith(".md"):
        front, faults = read_front(source)
        node = front.node
    else:
        node, faults = read_fields(source)
    return Reading(text, node, [f for f in faults if f.code != "cut-by-hash"])


def _mended(before: Reading, names: set[str], file: str) -> tuple[Replacement | None, Reading]:
    """Make the first edit that brings the reader further; none where nothing is in its way, or nothing helps."""
    for edit in _proposed(before, names):
        after = _read(before.with_replacement(edit), file)
        if after and _further(before, after):
            return edit, after
    return None, before


def _further(before: Reading, after: Reading) -> bool:
    """Return whether fewer faults are left, or the first one stands further down."""
    if len(after.faults) != len(before.faults):
        return len(after.faults) < len(before.faults)
    fault = after.faults[0]
    return fault.code == "bad-yaml" and fault.place.line > before.faults[0].place.line


def _proposed(reading: Reading, names: set[str]) -> Iterator[Replacement]:
    """Propose mends at the lines of faults and at the lines above them, which may be what they come from."""
    rows = dict.fromkeys(row for fault in reading.faults for row in (fault.place.line, fault.place.line - 1))
    text = reading.text
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for number in rows:
        if 0 < number <= len(starts):
            start = starts[number - 1]
            end = text.find("\n", start)
            yield from mends_of_line(text[start : len(text) if end < 0 else end], start, names)


def _names(kind: Kind) -> Iterator[str]:
    """Yield the names of all fields of a table."""
    match kind:
        case Group():
            for name, spec in kind.fields.items():
                yield name
                yield from _names(spec.kind)
        case ListOf() | MappingOf():
            yield from _names(kind.kind)
        case Either():
            for one in kind.kinds:
                yield from _names(one)


def _values(text: str, node: Node, kind: Kind) -> Iterator[Replacement]:
    """Go through a tree by its table and yield the edits of values whose kinds are no text."""
    match kind:
        case Group():
            for name, member in (node.members or {}).items():
                if spec := kind.fields.get(name):
                    yield from _values(text, member.node, spec.kind)
        case ListOf():
            for item in node.items or ():
                yield from _values(text, item, kind.kind)
        case MappingOf():
            for member in (node.members or {}).values():
                yield from _values(text, member.node, kind.kind)
        case Either():
            if not any(isinstance(one, PlainText) for one in kind.kinds):
                for one in kind.kinds:
                    yield from _values(text, node, one)
        case Date() | Period() | Flag() | Integer() | Number() | OneOf() | Slug():
            yield from _value(text, node, kind)


def _value(text: str, node: Node, kind: Kind) -> Iterator[Replacement]:
    typed = text[node.start : node.end]
    if node.text is None or not node.plain or "\n" in typed:
        return
    value = typed.strip()
    if len(value) > 2 and value[0] in OPENING and value[-1] in CLOSING:
        value = value[1:-1].strip()
        if re.fullmatch(r"[\w./-]+", value):
            yield Replacement(
                node.start, node.end, _iso(value, kind) or value, say("no quotation marks around a date or id")
            )
    elif better := _iso(value, kind):
        yield Replacement(node.start, node.end, better, say("a date as year-month-day"))


def _iso(value: str, kind: Kind) -> str | None:
    if isinstance(kind, Date) and (parts := day_typed(value)):
        with suppress(ValueError):
            iso = date(*parts).isoformat()
            return iso if iso != value else None
    return None
