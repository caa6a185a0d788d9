"""Dotted paths, such as `movements[].role`, into the tables of fields and into values that were read by them."""

from collections.abc import Mapping
from typing import cast

from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import (
    Field,
    Flag,
    Group,
    Kind,
    ListOf,
    Tree,
    Value,
)


def label_at(group: Group, path: str) -> Message:
    """Return the label of the field at a dotted path, such as `movements[].role`."""
    spec = field_at(group, path)
    return spec.label if spec else say("Field")


def is_flag(group: Group, path: str) -> bool:
    """Return whether the field at a dotted path is true or false, and so false where it is left out."""
    spec = field_at(group, path)
    return spec is not None and isinstance(spec.kind, Flag)


def field_at(group: Group, path: str) -> Field | None:
    """Return the field at a dotted path; `[]` after a name, or a list on the way, steps into its items."""
    kind: Kind = group
    spec: Field | None = None
    for part in path.split("."):
        name = part.removesuffix("[]")
        if not isinstance(kind, Group) or name not in kind.fields:
            return None
        spec = kind.fields[name]
        kind = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    return spec


def group_at(group: Group, path: str) -> Group:
    """Return the group at a dotted path, or that of the items of a list there."""
    spec = field_at(group, path)
    kind = spec.kind.kind if spec and isinstance(spec.kind, ListOf) else spec.kind if spec else None
    return kind if isinstance(kind, Group) else Group({})


def values_at(value: Value | Tree, path: str) -> list[Value]:
    """Return all values at a dotted path; `[]` or a list on the way stands for any of its items; nothing empty."""
    found: list[Value | Tree] = [value]
    for part in path.split("."):
        name = part.removesuffix("[]")
        inner = [v[name] for v in found if isinstance(v, Mapping) and name in v]
        found = [item for v in inner for item in (v if isinstance(v, list) else [v])]
    return [cast(Value, v) for v in found if v not in ("", {}, [])]


def has_value(value: Value | Tree, path: str) -> bool:
    """Return whether anything stands at a dotted path."""
    return bool(values_at(value, path))
