"""Repairs of fields: what YAML cannot read but a person can, and dates and quotation marks in fields that have none.

A text and its table of fields come in, the repaired text and what was repaired go out. What cannot be read is mended
line by line, and kept only if the fields can be read better afterwards. What can be read is changed only at values
whose kind is no text, so no words ever change their meaning.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from guongsang.findings import Finding
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.kinds import CRITERIA
from guongsang.read.data.abbreviations import ABBREVIATIONS_FILE
from guongsang.read.data.loader import CONFIG_FILE
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
from guongsang.read.odd_characters import replaced
from guongsang.read.source import Source, read_text
from guongsang.read.tables.abbreviations import ABBREVIATIONS
from guongsang.read.tables.config import CONFIG
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.tables.units import UNITS, UNITS_FILE
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml

_OPEN, _CLOSE = "“„«‘‟", "”“»’‟"
_KEY = r"(?P<indent>[ \t]*(?:- +)?)(?P<key>[A-Za-z_]+)"
_NO_BLANK = re.compile(_KEY + r"(?P<colon>:|：|∶|︓)(?P<gap>[ \t]*)(?P<value>[^\s/].*)")
_TABS = re.compile(r"[ \t\xa0\u2007\u202f\u3000]*")
_TAB_BEHIND_DASH = re.compile(r" *-([ \t]*\t[ \t]*)")
_PLAIN_START = re.compile(r"[^\s\"'\[\]{}|>&*!%@`#?,:-]")
_LIKE_A_FENCE = re.compile(r"[ \t]*(?:[–—−‐‑-]{1,5}|-[ -]+-)[ \t]*")
_LIKE_A_FIELD = re.compile(r"\s*(?:#.*|-.*|[A-Za-z_]+\s*[:：].*|[\]}].*)?|[ \t]+.*")


@dataclass(frozen=True)
class Edit:
    """One replacement in a text, and what it repairs."""

    start: int
    end: int
    new: str
    what: Message


def table_for(file: str) -> Group | None:
    """Return the table of fields of a file by its path; None where it is no file with fields."""
    parts = file.split("/")
    if file == CONFIG_FILE:
        return CONFIG
    if file == UNITS_FILE:
        return UNITS
    if file == ABBREVIATIONS_FILE:
        return ABBREVIATIONS
    if len(parts) > 2 and parts[1] == "criteria" and file.endswith(".yaml"):
        return CRITERIA
    return DOCUMENTS[FOLDERS[parts[1]][0]] if len(parts) > 2 and parts[1] in FOLDERS and file.endswith(".md") else None


def repair_fences(lines: list[str]) -> Iterator[tuple[int, Message]]:
    """Bring the lines that open and close the front matter to ---, in place; blank lines before it stay empty."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None or not _LIKE_A_FENCE.fullmatch(lines[first]):
        return
    last = next((i for i in range(first + 1, len(lines)) if re.fullmatch(r"---[ \t]*", lines[i])), None)
    if last is None:
        last = next((i for i in range(first + 1, len(lines)) if _LIKE_A_FENCE.fullmatch(lines[i])), None)
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


def repair_fields(text: str, file: str) -> tuple[str, list[tuple[int, Message]]]:
    """Repair fields that cannot be read, and values of fields that are no text; give the text and lines with what."""
    table = table_for(file)
    if table is None:
        return text, []
    done: list[tuple[int, Message]] = []
    for _ in range(40):
        before = _read(text, file)
        if before is None:
            return text, done
        node, faults, _ = before
        edit = (
            next((e for e in _mends(text, table, faults) if _better(text, e, file, faults)), None) if faults else None
        )
        if edit is None:
            break
        done.append((text.count("\n", 0, edit.start) + 1, edit.what))
        text = text[: edit.start] + edit.new + text[edit.end :]
    if node is not None:
        edits = list(_values(text, node, table))
        done += [(text.count("\n", 0, edit.start) + 1, edit.what) for edit in edits]
        text = replaced(text, [(edit.start, edit.end, edit.new) for edit in edits])
    return text, done


def _read(text: str, file: str) -> tuple[Node | None, list[Finding], Source] | None:
    """Read the fields of a clean text: their tree, and the faults that stand in its way."""
    source, _ = read_text(text.encode("utf-8", "surrogatepass"), file)
    if source is None or source.text != text:
        return None
    if file.endswith(".md"):
        front, faults = read_front(source)
        return front.node, [f for f in faults if f.code != "cut-by-hash"], source
    node, faults = read_yaml(source)
    return node, [f for f in faults if f.code != "cut-by-hash"], source


def _better(text: str, edit: Edit, file: str, faults: list[Finding]) -> bool:
    """Return whether an edit brings the reader further: no fault is left, or the next one stands further down."""
    after = _read(text[: edit.start] + edit.new + text[edit.end :], file)
    if after is None:
        return False
    return not after[1] or (after[1][0].place.line > faults[0].place.line and after[1][0].code == "bad-yaml")


def _mends(text: str, table: Group, faults: list[Finding]) -> Iterator[Edit]:
    """Propose mends at the line of the first fault and the lines above it that belong to it."""
    names = set(_names(table))
    row = faults[0].place.line
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for number in (row, row - 1):
        if 0 < number <= len(starts):
            start = starts[number - 1]
            end = text.find("\n", start)
            yield from _mends_of_line(start, text[start : len(text) if end < 0 else end], names)


def _mends_of_line(start: int, line: str, names: set[str]) -> Iterator[Edit]:
    blanks = _TABS.match(line)
    if blanks and any(c != " " for c in blanks[0]):
        yield Edit(
            start,
            start + blanks.end(),
            blanks[0].replace("\t", "  ").translate(_BLANKS),
            say("blanks instead of tabs before a field"),
        )
    if dash := _TAB_BEHIND_DASH.match(line):
        yield Edit(start + dash.start(1), start + dash.end(1), " ", say("blanks instead of tabs before a field"))
    field = _NO_BLANK.fullmatch(line)
    if field is None or field["key"] not in names:
        return
    at = start + field.start("colon")
    if field["colon"] != ":" or not field["gap"]:
        yield Edit(at, start + field.start("value"), ": ", say("a colon and a blank after the name of a field"))
    value = field["value"].rstrip()
    end = start + field.start("value") + len(value)
    if value[0] in _OPEN and value[-1] in _CLOSE and len(value) > 2 and not re.search(r"[\"\\]", value):
        yield Edit(at, end, f': "{value[1:-1].strip()}"', say("straight quotes around a text instead of “ ”"))
    elif _PLAIN_START.match(value) and not re.search(r"[\"\\]| #", value):
        yield Edit(at, end, f': "{value}"', say("quotes around a text with a colon"))


_BLANKS = {ord(c): " " for c in "\xa0\u2007\u202f\u3000"}


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


def _values(text: str, node: Node, kind: Kind) -> Iterator[Edit]:
    """Yield a tree by its table and repair values of kinds that are no text."""
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


def _value(text: str, node: Node, kind: Kind) -> Iterator[Edit]:
    typed = text[node.start : node.end]
    if node.text is None or not node.plain or "\n" in typed:
        return
    value = typed.strip()
    if len(value) > 2 and value[0] in _OPEN and value[-1] in _CLOSE:
        value = value[1:-1].strip()
        if re.fullmatch(r"[\w./-]+", value):
            yield Edit(node.start, node.end, _iso(value, kind) or value, say("no quotation marks around a date or id"))
    elif better := _iso(value, kind):
        yield Edit(node.start, node.end, better, say("a date as year-month-day"))


def _iso(value: str, kind: Kind) -> str | None:
    if isinstance(kind, Date) and (parts := day_typed(value)):
        with suppress(ValueError):
            iso = date(*parts).isoformat()
            return iso if iso != value else None
    return None
