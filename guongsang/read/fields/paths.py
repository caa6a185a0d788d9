"""Dotted paths into the tables of fields, such as `movements[].role`."""

from guongsang.i18n.messages import Message, say
from guongsang.read.fields.kinds import (
    Field,
    Flag,
    Group,
    Kind,
    ListOf,
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
