"""Reads a tree by a table of fields.

`convert` brings a YAML node to the value of its kind: text stays what was typed, and true/false, numbers and dates are
read only where the field is one. What does not fit is a finding at the value, with an example of
a right one.
"""

from contextlib import suppress

from guongsang.findings import find, suggest
from guongsang.i18n.messages import say, say_n
from guongsang.read.fields.cursor import Cursor, Wrong
from guongsang.read.fields.group_faults import report_missing, report_no_group, report_unknown
from guongsang.read.fields.kinds import (
    Either,
    FieldPath,
    Group,
    ItemsById,
    ItemsInOrder,
    Kind,
    ListOf,
    LocalizedText,
    MappingOf,
    PlainText,
    Reading,
    Refused,
    Unread,
    Value,
)
from guongsang.read.fields.labels import read_label, report_placeholder
from guongsang.read.fields.scalars import SCALARS, read_scalar
from guongsang.read.fields.typed_lists import list_typed
from guongsang.read.left_out_languages import is_left_out
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.placeholders import placeholder_in


def read_tree(reading: Reading, node: Node, group: Group, fence: tuple[int, int] | None = None) -> dict[str, Value]:
    """Return the values of a whole tree by its table; what is missing at its top is reported at `fence`."""
    if node.members is None:
        top = Cursor(reading, node, (), (node.start, node.end), say("Field"))
        first = (group.names or tuple(group.fields))[0]
        top.report(say("fields are expected here"), say("write indented lines like: {name}: …", name=first))
        return {}
    return _members(reading, node, group, (), fence)


def convert(at: Cursor, kind: Kind) -> Value:
    """Return the value of a node by its kind; what is wrong is kept as a finding. Raises Wrong where there is none."""
    reading, node = at.reading, at.node
    if isinstance(kind, Group) and kind.alone and node.text is not None:
        spec = kind.fields[kind.alone]
        return {kind.alone: convert(Cursor(reading, node, (*at.path, kind.alone), at.key, spec.label), spec.kind)}
    reading.spans[at.path] = (node.start, node.end)
    if reading.marks and (asked := placeholder_in(node)) and (asked[1] or isinstance(kind, PlainText)):
        report_placeholder(at, asked[0])
        reading.unfilled[at.path] = isinstance(kind, PlainText)
        if not (isinstance(kind, PlainText) and node.text is not None):
            raise Wrong
    if isinstance(kind, SCALARS):
        return read_scalar(at, kind)
    match kind:
        case Group():
            return _group(at, kind)
        case ListOf():
            return _list(at, kind)
        case MappingOf():
            return _mapping(at, kind)
        case LocalizedText():
            return read_label(at, kind)
        case Either():
            return _either(at, kind)
        case ItemsById():
            return _items_by_id(at, kind)
        case ItemsInOrder():
            return _items_in_order(at, kind)
        case Refused():
            raise at.wrong(*kind.tell(), kind.code)
        case Unread():
            raise Wrong
    return read_scalar(at, kind)


def _group(at: Cursor, group: Group) -> dict[str, Value]:
    members = at.node.members
    bare = members and not set(members) & set(group.fields) and all(one.node.empty for one in members.values())
    if members is None or bare:
        report_no_group(at, group)
        return {}
    return _members(at.reading, at.node, group, at.path, at.key)


def _members(
    reading: Reading, node: Node, group: Group, path: FieldPath, missing_at: tuple[int, int] | None
) -> dict[str, Value]:
    out: dict[str, Value] = {}
    seen = set(node.unread)
    reading.wrong |= node.unread if not path else set()
    known = set(node.members or {}) | node.unread
    for name, member in (node.members or {}).items():
        key = (member.start, member.end)
        if name not in group.fields:
            meant = report_unknown(reading, name, key, group, known)
            reading.blame(path)
            if meant is None or meant in known:
                continue
            name = meant
            known.add(name)
            seen.add(name)
        spec = group.fields[name]
        here = (*path, name)
        reading.keys[here] = key
        if isinstance(spec.kind, Refused) and spec.kind.at_key:
            reading.findings.append(find(spec.kind.code, reading.source.first_line(*key), *spec.kind.tell()))
            continue
        if member.node.empty:
            continue
        seen.add(name)
        try:
            out[name] = convert(Cursor(reading, member.node, here, key, spec.label), spec.kind)
        except Wrong:
            continue
    for name, spec in group.fields.items():
        if spec.required and name not in seen and not _fields_of(spec.kind) & node.unread:
            reading.blame((*path, name))
            at = reading.keys.get((*path, name)) or missing_at or (node.start, node.end)
            report_missing(reading, (*path, name), spec, at)
    return out


def _fields_of(kind: Kind) -> set[str]:
    """Return the names of fields below a field, by which it is known where its own line is missing."""
    inner = kind.kind if isinstance(kind, ListOf) else kind
    return set(inner.fields) if isinstance(inner, Group) else set()


def _list(at: Cursor, kind: ListOf) -> list[Value]:
    items = _items(at, list_typed(at.node.text or "", kind.kind))
    out: list[Value] = []
    for i, item in enumerate(items):
        with suppress(Wrong):
            out.append(convert(at.item(item, i), kind.kind))
    if len(items) < kind.least:
        at.reading.blame(at.path)
        at.reading.findings.append(
            find(
                "bad-value",
                at.reading.source.place(*at.key),
                say("{field} has no items", field=at.name),
                say("write at least one"),
            )
        )
    return out


def _mapping(at: Cursor, kind: MappingOf) -> dict[str, Value]:
    if at.node.members is None:
        raise at.wrong(
            say("{field} must be a group of fields", field=at.name), say("write indented lines like: name: value")
        )
    out: dict[str, Value] = {}
    for name, member in at.node.members.items():
        key = (member.start, member.end)
        at.reading.keys[(*at.path, name)] = key
        with suppress(Wrong):
            out[name] = convert(at.item(member.node, name, key), kind.kind)
    return out


def _items_by_id(at: Cursor, kind: ItemsById) -> dict[str, Value]:
    known = kind.kinds
    if at.node.members is None:
        raise at.wrong(
            say("the items are named by their ids here"),
            say("write lines like: {name}: …", name=next(iter(known), "e1")),
        )
    out: dict[str, Value] = {}
    for name, member in at.node.members.items():
        key = (member.start, member.end)
        at.reading.keys[(*at.path, name)] = key
        if name not in known:
            hint = suggest(name, known, say("the source has: {names}", names=", ".join(known)))
            message = say("the source has no item {name}", name=name)
            at.reading.findings.append(find("translation-mismatch", at.reading.source.place(*key), message, hint))
        elif not member.node.empty:
            with suppress(Wrong):
                out[name] = convert(at.item(member.node, name, key), known[name])
    return out


def _items_in_order(at: Cursor, kind: ItemsInOrder) -> list[Value]:
    """Return the items, an empty text for one that is left out or wrong."""
    items, many = _items(at), len(kind.kinds)
    if len(items) != many:
        at.report(
            say_n(
                "{field} has {n} item here and {many} in the source",
                "{field} has {n} items here and {many} in the source",
                field=at.name,
                n=len(items),
                many=many,
            ),
            say("write the same number of items, in the same order"),
            "translation-mismatch",
        )
    out: list[Value] = []
    for i, (item, one) in enumerate(zip(items, kind.kinds, strict=False)):
        value: Value = ""
        if not item.empty:
            with suppress(Wrong):
                value = convert(at.item(item, i), one)
        out.append(value)
    return out


def _items(at: Cursor, meant: str | None = None) -> tuple[Node, ...]:
    """Return the items of a list; `meant` is how it is written if one text holds them. Raises Wrong if it is none."""
    if at.node.items is None:
        hint = say("write each item on a line of its own that begins with - , or use [ ]")
        if meant and isinstance(at.path[-1], str):
            hint = say("write it as {example}", example=f"{at.path[-1]}: {meant}")
        raise at.wrong(say("{field} must be a list", field=at.name), hint, replacement=meant)
    return at.node.items


def _either(at: Cursor, kind: Either) -> Value:
    """Take the first kind that fits, words of a language that is left out aside; else report by that of its form."""
    reading, node = at.reading, at.node
    form = "map" if node.members is not None else "list" if node.items is not None else "text"
    for one in kind.kinds:
        trial = Reading(reading.source, reading.languages, marks=reading.marks, catalogues=reading.catalogues)
        try:
            value = convert(Cursor(trial, node, at.path, at.key, at.label), one)
        except Wrong:
            continue
        if all(is_left_out(finding) for finding in trial.findings):
            reading.findings += trial.findings
            reading.spans.update(trial.spans)
            reading.keys.update(trial.keys)
            return value
    fitting = [k for k in kind.kinds if _form(k) == form] or list(kind.kinds)
    return convert(at, fitting[0])


def _form(kind: Kind) -> str:
    if isinstance(kind, (Group, MappingOf)):
        return "map"
    return "list" if isinstance(kind, ListOf) else "text"
