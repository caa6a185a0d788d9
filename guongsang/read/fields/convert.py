"""Kinds of field: what a value must look like, and what becomes of it.

A kind is plain data. `convert` brings a YAML node to the value of its kind: text stays what was typed, and
true/false, numbers and dates are read only where the field is one (contract, section 2). What does not fit is a
finding at the value, with an example of a right one. Nothing here knows a document; the tables of fields are in
`fields`.
"""

import re
from typing import Any

from guongsang.findings import find, unknown_language
from guongsang.i18n.languages import codes_for, serves
from guongsang.i18n.messages import Label, Message, say
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
    example,
    field_name,
)
from guongsang.read.fields.scalars import READERS, Wrong, tell_wrong, wrong
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.placeholders import placeholder_in
from guongsang.text.suggestions import closest


def read_group(
    reading: Reading,
    node: Node,
    group: Group,
    path: FieldPath = (),
    at: tuple[int, int] | None = None,
    label: Message | None = None,
) -> dict[str, Any]:
    """Read a mapping by its table; `at` is where a missing field is told (the parent key, or the opening fence)."""
    out: dict[str, Any] = {}
    if node.members is None:
        tell_wrong(
            reading,
            node,
            say("{field} must be a group of fields", field=field_name(label, path))
            if label
            else say("fields are expected here"),
            say("write indented lines like: {name}: …", name=next(iter(group.fields))),
        )
        return out
    seen = set()
    for name, member in node.members.items():
        spec = group.fields.get(name)
        if spec is None:
            _unknown(reading, name, (member.start, member.end), group)
            continue
        reading.keys[(*path, name)] = (member.start, member.end)
        if member.node.empty:
            continue
        seen.add(name)
        try:
            out[name] = convert(reading, member.node, spec.kind, (*path, name), (member.start, member.end), spec.label)
        except Wrong:
            continue
    for name, spec in group.fields.items():
        if spec.required and name not in seen:
            _missing(reading, name, spec, reading.keys.get((*path, name)) or at or (node.start, node.end))
    return out


def _missing(reading: Reading, name: str, spec: Field, at: tuple[int, int]) -> None:
    reading.findings.append(
        find(
            "missing-field",
            reading.source.place(*at),
            say("{field} is missing", field=field_name(spec.label, (name,))),
            say("add a line: {line}", line=f"{name}: {example(spec.kind)}"),
        )
    )


_QUOTED = re.compile(r"[“”„‟‘’«»]\s*(.*?)\s*[“”„‟‘’«»]")


def _unknown(reading: Reading, name: str, at: tuple[int, int], group: Group) -> None:
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


def convert(reading: Reading, node: Node, kind: Kind, path: FieldPath, at: tuple[int, int], label: Message) -> Any:
    """Bring a node to the value of its kind, or keep a finding and raise _Wrong."""
    reading.spans[path] = (node.start, node.end)
    if reading.marks and (asked := placeholder_in(node)) and (asked[1] or isinstance(kind, PlainText)):
        _to_fill(reading, node, path, label, asked[0])
        reading.unfilled[path] = isinstance(kind, PlainText)
        if not (isinstance(kind, PlainText) and node.text is not None):
            raise Wrong
    match kind:
        case Group():
            return read_group(reading, node, kind, path, at, label)
        case ListOf():
            return _list(reading, node, kind, path, at, label)
        case MappingOf():
            return _map(reading, node, kind, path, label)
        case LocalizedText():
            return _named(reading, node, kind, path, label)
        case Either():
            return _either(reading, node, kind, path, at, label)
    field = field_name(label, path)
    text = _scalar(reading, node, field, kind)
    if not isinstance(kind, (PlainText, Ref)) and (quoted := _QUOTED.fullmatch(text)):
        code = "bad-date" if isinstance(kind, (Date, Period)) else "wrong-type"
        message = say("{field} stands between the quotation marks of texts: {value}", field=field, value=text)
        raise wrong(reading, node, code, message, say("write it without quotation marks: {value}", value=quoted[1]))
    return READERS[type(kind)](reading, node, text, kind, field)


def _to_fill(reading: Reading, node: Node, path: FieldPath, label: Message, what: str) -> None:
    reading.findings.append(
        find(
            "to-fill-in",
            reading.source.place(node.start, node.end),
            say("{field} is still to be filled in: {what}", field=field_name(label, path), what=what),
            say("write it in place of the brackets [[ ]] and all that is between them"),
        )
    )


def _list(
    reading: Reading, node: Node, kind: ListOf, path: FieldPath, at: tuple[int, int], label: Message
) -> list[Any]:
    if node.items is None:
        tell_wrong(
            reading,
            node,
            say("{field} must be a list", field=field_name(label, path)),
            say("write each item on a line of its own that begins with - , or use [ ]"),
        )
        raise Wrong
    out = []
    for i, item in enumerate(node.items):
        try:
            out.append(convert(reading, item, kind.kind, (*path, i), (item.start, item.end), label))
        except Wrong:
            out.append(None)
    if len(out) < kind.least:
        reading.findings.append(
            find(
                "bad-value",
                reading.source.place(*at),
                say("{field} has no items", field=field_name(label, path)),
                say("write at least one"),
            )
        )
    return out if None not in out else [v for v in out if v is not None]


def _map(reading: Reading, node: Node, kind: MappingOf, path: FieldPath, label: Message) -> dict[str, Any]:
    if node.members is None:
        tell_wrong(
            reading,
            node,
            say("{field} must be a group of fields", field=field_name(label, path)),
            say("write indented lines like: name: value"),
        )
        raise Wrong
    out = {}
    for name, member in node.members.items():
        reading.keys[(*path, name)] = (member.start, member.end)
        try:
            out[name] = convert(reading, member.node, kind.kind, (*path, name), (member.start, member.end), label)
        except Wrong:
            continue
    return out


def _named(reading: Reading, node: Node, kind: LocalizedText, path: FieldPath, label: Message) -> Label:
    source = reading.languages[0]
    if node.text is not None and kind.plain:
        return Label({source: node.text.strip()}, source)
    if not node.members:
        tell_wrong(
            reading,
            node,
            say("{field} must have a text for each language", field=field_name(label, path)),
            say("write it as {example}", example="{" + ", ".join(f"{code}: …" for code in reading.languages) + "}"),
        )
        raise Wrong
    texts: dict[str, str] = {}
    for code, member in node.members.items():
        if not serves(code, reading.languages):
            place = reading.source.place(member.start, member.end)
            reading.findings.append(unknown_language(place, code, reading.languages))
        elif member.node.text is None:
            tell_wrong(
                reading,
                member.node,
                say("{field} must be a text", field=field_name(label, (*path, code))),
                say("write plain words, between quotes if they hold a colon or a bracket"),
            )
        elif reading.marks and (asked := placeholder_in(member.node)):
            _to_fill(reading, member.node, (*path, code), label, asked[0])
            reading.unfilled[(*path, code)] = False
        elif not member.node.empty:
            texts[code] = member.node.text.strip()
        reading.spans[(*path, code)] = (member.node.start, member.node.end)
    if not texts:
        raise Wrong
    return Label(_for_all(reading, texts, path), source)


def _for_all(reading: Reading, texts: dict[str, str], path: FieldPath) -> dict[str, str]:
    """Return a text for each language of the site; where a variant has none, that of its wider language."""
    out = {code: text for code, text in texts.items() if code in reading.languages}
    for lang in reading.languages:
        if lang not in out and (code := next((c for c in codes_for(lang) if c in texts), None)):
            out[lang] = texts[code]
            reading.spans[(*path, lang)] = reading.spans[(*path, code)]
    return out


def _either(reading: Reading, node: Node, kind: Either, path: FieldPath, at: tuple[int, int], label: Message) -> Any:
    """Take the first kind that fits without a finding; where none does, tell what the one of the same form misses."""
    shape = "map" if node.members is not None else "list" if node.items is not None else "text"
    for one in kind.kinds:
        trial = Reading(reading.source, reading.languages, marks=reading.marks)
        try:
            value = convert(trial, node, one, path, at, label)
        except Wrong:
            continue
        if not trial.findings:
            reading.spans.update(trial.spans)
            reading.keys.update(trial.keys)
            return value
    fitting = [k for k in kind.kinds if _shape(k) == shape] or list(kind.kinds)
    return convert(reading, node, fitting[0], path, at, label)


def _shape(kind: Kind) -> str:
    if isinstance(kind, (Group, MappingOf)):
        return "map"
    return "list" if isinstance(kind, ListOf) else "text"


def _scalar(reading: Reading, node: Node, field: Message, kind: Kind) -> str:
    if node.text is None and isinstance(kind, PlainText) and (at := _colon_in_words(node)):
        message = say("a colon followed by a space stands inside the text")
        hint = say('put the whole text between quotes: "…"')
        reading.findings.append(find("wrong-type", reading.source.place(at, at + 1), message, hint))
        raise Wrong
    if node.text is None:
        tell_wrong(
            reading,
            node,
            say("{field} must be a single value, not a list or group", field=field),
            say(
                "write it on one line, between quotes if it holds a colon, a bracket or a brace: {example}",
                example=example(kind),
            ),
        )
        raise Wrong
    return node.text.strip()


def _colon_in_words(node: Node) -> int | None:
    """Return the place of the colon where words were read as one field and its value: `- Một điều: làm ngay`."""
    if not node.members or len(node.members) != 1:
        return None
    name, member = next(iter(node.members.items()))
    return member.end if " " in name and member.node.text is not None else None
