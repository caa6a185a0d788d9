"""Reads a tree by a table of fields.

`convert` brings a YAML node to the value of its kind: text stays what was typed, and true/false, numbers and dates are
read only where the field is one (contract, section 2). What does not fit is a finding at the value, with an example of
a right one.
"""

import re

from guongsang.findings import find
from guongsang.i18n.messages import say
from guongsang.read.fields.cursor import Cursor, Wrong
from guongsang.read.fields.kinds import (
    Date,
    Either,
    Field,
    FieldPath,
    Group,
    Kind,
    ListOf,
    LocalizedText,
    MappingOf,
    Period,
    PlainText,
    Reading,
    Ref,
    Value,
    example,
    field_name,
)
from guongsang.read.fields.labels import read_label, report_placeholder
from guongsang.read.fields.scalars import Scalar, read_scalar
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.placeholders import placeholder_in
from guongsang.text.suggestions import closest

_QUOTED = re.compile(r"[“”„‟‘’«»]\s*(.*?)\s*[“”„‟‘’«»]")


def read_tree(reading: Reading, node: Node, group: Group, fence: tuple[int, int] | None = None) -> dict[str, Value]:
    """Return the values of a whole tree by its table; what is missing at its top is reported at `fence`."""
    if node.members is None:
        top = Cursor(reading, node, (), (node.start, node.end), say("Field"))
        first = next(iter(group.fields))
        top.report(say("fields are expected here"), say("write indented lines like: {name}: …", name=first))
        return {}
    return _members(reading, node, group, (), fence)


def convert(at: Cursor, kind: Kind) -> Value:
    """Return the value of a node by its kind; what is wrong is kept as a finding. Raises Wrong where there is none."""
    reading, node = at.reading, at.node
    reading.spans[at.path] = (node.start, node.end)
    if reading.marks and (asked := placeholder_in(node)) and (asked[1] or isinstance(kind, PlainText)):
        report_placeholder(at, asked[0])
        reading.unfilled[at.path] = isinstance(kind, PlainText)
        if not (isinstance(kind, PlainText) and node.text is not None):
            raise Wrong
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
    return _scalar(at, kind)


def _group(at: Cursor, group: Group) -> dict[str, Value]:
    if at.node.members is None:
        first = next(iter(group.fields))
        at.report(
            say("{field} must be a group of fields", field=at.name),
            say("write indented lines like: {name}: …", name=first),
        )
        return {}
    return _members(at.reading, at.node, group, at.path, at.key)


def _members(
    reading: Reading, node: Node, group: Group, path: FieldPath, missing_at: tuple[int, int] | None
) -> dict[str, Value]:
    out: dict[str, Value] = {}
    seen = set()
    for name, member in (node.members or {}).items():
        spec, key = group.fields.get(name), (member.start, member.end)
        if spec is None:
            _report_unknown(reading, name, key, group)
            continue
        reading.keys[(*path, name)] = key
        if member.node.empty:
            continue
        seen.add(name)
        try:
            out[name] = convert(Cursor(reading, member.node, (*path, name), key, spec.label), spec.kind)
        except Wrong:
            continue
    for name, spec in group.fields.items():
        if spec.required and name not in seen:
            _report_missing(
                reading, name, spec, reading.keys.get((*path, name)) or missing_at or (node.start, node.end)
            )
    return out


def _report_missing(reading: Reading, name: str, spec: Field, at: tuple[int, int]) -> None:
    reading.findings.append(
        find(
            "missing-field",
            reading.source.place(*at),
            say("{field} is missing", field=field_name(spec.label, (name,))),
            say("add a line: {line}", line=f"{name}: {example(spec.kind)}"),
        )
    )


def _report_unknown(reading: Reading, name: str, at: tuple[int, int], group: Group) -> None:
    near = closest(name, group.fields)
    hint = (
        say("did you mean {name} (“{label}”)?", name=near, label=group.fields[near].label)
        if near
        else say("remove it; the fields here are: {names}", names=", ".join(group.fields))
    )
    if (bare := name.replace("\xa0", " ").strip()) != name:
        hint = say("before {name} stands a blank that is none for YAML; delete it and type ordinary blanks", name=bare)
    if name.isdigit():
        hint = say("a comma parts two fields here; write decimals with a point, like 27.5")
    reading.findings.append(
        find("unknown-field", reading.source.place(*at), say("there is no field {name} here", name=name), hint)
    )


def _list(at: Cursor, kind: ListOf) -> list[Value]:
    if at.node.items is None:
        raise at.wrong(
            say("{field} must be a list", field=at.name),
            say("write each item on a line of its own that begins with - , or use [ ]"),
        )
    out: list[Value] = []
    for i, item in enumerate(at.node.items):
        try:
            out.append(convert(at.item(item, i), kind.kind))
        except Wrong:
            continue
    if len(at.node.items) < kind.least:
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
        try:
            out[name] = convert(at.item(member.node, name, key), kind.kind)
        except Wrong:
            continue
    return out


def _either(at: Cursor, kind: Either) -> Value:
    """Take the first kind that fits without a finding; where none does, report by the one of the same form."""
    reading, node = at.reading, at.node
    form = "map" if node.members is not None else "list" if node.items is not None else "text"
    for one in kind.kinds:
        trial = Reading(reading.source, reading.languages, marks=reading.marks)
        try:
            value = convert(Cursor(trial, node, at.path, at.key, at.label), one)
        except Wrong:
            continue
        if not trial.findings:
            reading.spans.update(trial.spans)
            reading.keys.update(trial.keys)
            return value
    fitting = [k for k in kind.kinds if _form(k) == form] or list(kind.kinds)
    return convert(at, fitting[0])


def _form(kind: Kind) -> str:
    if isinstance(kind, (Group, MappingOf)):
        return "map"
    return "list" if isinstance(kind, ListOf) else "text"


def _scalar(at: Cursor, kind: Kind) -> Scalar:
    text = _one_text(at, kind)
    if not isinstance(kind, (PlainText, Ref)) and (quoted := _QUOTED.fullmatch(text)):
        message = say("{field} stands between the quotation marks of texts: {value}", field=at.name, value=text)
        code = "bad-date" if isinstance(kind, (Date, Period)) else "wrong-type"
        raise at.wrong(message, say("write it without quotation marks: {value}", value=quoted[1]), code)
    return read_scalar(at, text, kind)


def _one_text(at: Cursor, kind: Kind) -> str:
    node = at.node
    if node.text is not None:
        return node.text.strip()
    if isinstance(kind, PlainText) and (colon := _colon_in_words(node)):
        message = say("a colon followed by a space stands inside the text")
        hint = say('put the whole text between quotes: "…"')
        at.reading.findings.append(find("wrong-type", at.reading.source.place(colon, colon + 1), message, hint))
        raise Wrong
    raise at.wrong(
        say("{field} must be a single value, not a list or group", field=at.name),
        say(
            "write it on one line, between quotes if it holds a colon, a bracket or a brace: {example}",
            example=example(kind),
        ),
    )


def _colon_in_words(node: Node) -> int | None:
    """Return the place of the colon where words were read as one field and its value: `- Một điều: làm ngay`."""
    if not node.members or len(node.members) != 1:
        return None
    name, member = next(iter(node.members.items()))
    return member.end if " " in name and member.node.text is not None else None
