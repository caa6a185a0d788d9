"""Front matter as text: a tree of values becomes YAML that says exactly what was typed, with comments for its writer.

In come a tree (groups, lists, texts, and bare values such as dates), the table of fields that gives the order, and
notes by path; out come lines. Whatever could be read as anything but itself stands in quotes; what is still to
be written stands on a line of its own, so that whatever is typed in its place can be read.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from guongsang.read.fields.kinds import FieldPath, Group, ListOf
from guongsang.read.yaml.placeholders import PLACEHOLDER

Notes: TypeAlias = Mapping[FieldPath, tuple[str, ...]]

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/“”…–+-]*[\w.)”…])?")
_NOT_TEXT = frozenset("true false null yes no on off y n".split())
_BLOCK = ">-"
"""How a text to be filled in begins: on lines of its own it may hold any signs, quotation marks and colons too."""
_ID = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)


def quoted(text: str) -> str:
    """Write a text so that YAML reads exactly it, in quotes wherever another reading is possible."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT and text.isprintable():
        return text
    return _in_quotes(text)


def _in_quotes(text: str) -> str:
    return "".join(_escaped(c) if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in _json(text))


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def comment(text: str, pad: str = "") -> list[str]:
    """Write a text as comment lines."""
    lines = [" ".join("".join(c if c.isprintable() else " " for c in line).split()) for line in text.split("\n")]
    return [f"{pad}# {line}".rstrip() for line in lines]


def front_lines(tree: Mapping[str, Any], group: Group, notes: Notes, path: FieldPath = ()) -> Iterator[str]:
    """Write a group of fields in the order of its table."""
    order = list(group.fields)
    pad = "  " * len(path)
    for name in sorted(tree, key=lambda n: order.index(n) if n in order else len(order)):
        here = (*path, name)
        for note in notes.get(here, ()):
            yield from comment(note, pad)
        yield from _field(name, tree[name], group, notes, here)


def _field(name: str, value: Any, group: Group, notes: Notes, path: FieldPath) -> Iterator[str]:
    pad = "  " * (len(path) - 1)
    spec = group.fields.get(name)
    kind = spec.kind if spec else None
    match value:
        case Mapping() if not value:
            yield f"{pad}{name}: {{}}"
        case Mapping():
            yield f"{pad}{name}:"
            yield from front_lines(value, kind if isinstance(kind, Group) else Group({}), notes, path)
        case list() if value and isinstance(value[0], Mapping):
            yield f"{pad}{name}:"
            inner = kind.kind if isinstance(kind, ListOf) else None
            for i, item in enumerate(value):
                yield from _item(item, inner if isinstance(inner, Group) else Group({}), notes, (*path, i), pad)
        case str() if PLACEHOLDER.fullmatch(value):
            yield f"{pad}{name}: {_BLOCK}"
            yield f"{pad}  {value}"
        case list() if value and _are_marks(value):
            yield f"{pad}{name}:"
            for text in value:
                yield from (f"{pad}  - {_BLOCK}", f"{pad}    {text}")
        case _:
            yield f"{pad}{name}: {scalar(value)}"


def _are_marks(values: list[Any]) -> bool:
    """Return whether a list holds nothing but marks."""
    return all(isinstance(v, str) and PLACEHOLDER.fullmatch(v) for v in values)


def _item(item: Mapping[str, Any], group: Group, notes: Notes, path: FieldPath, pad: str) -> Iterator[str]:
    """Write one item of a list: its fields stand four blanks in, the first behind the dash."""
    for note in notes.get(path, ()):
        yield from comment(note, f"{pad}  ")
    dash = True
    deeper = {key[len(path) :]: texts for key, texts in notes.items() if key[: len(path)] == path and key != path}
    for line in front_lines(item, group, deeper):
        first = dash and not line.lstrip().startswith("#")
        yield f"{pad}  {'- ' if first else '  '}{line}"
        dash = dash and not first


def scalar(value: Any) -> str:
    """Write a text, a bare value or a list of them on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | float():
            return str(value)
        case list():
            return f"[{', '.join(_in_list(v) for v in value)}]"
    return quoted(str(value))


def _in_list(value: Any) -> str:
    """Write a value between brackets, where a comma parts two of them."""
    if not isinstance(value, str) or (_ID.fullmatch(value) and value.casefold() not in _NOT_TEXT):
        return str(value) if isinstance(value, str) else scalar(value)
    return _in_quotes(value)
