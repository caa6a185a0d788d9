"""Tables of fields, written as frozen classes: a class is the table of a group and the type of its values.

A field of such a class is made by `required`, `optional`, `words` or `shared`, which keep its kind, label and help in
the metadata of the dataclass field. `table` gives the group by which YAML is read; `build` turns what was read into a
value of the class. What was left out is "" for text, False for a flag, () for a list, an empty value for a group that
is `always` there, and None for everything else.
"""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from dataclasses import Field as DataclassField
from dataclasses import field as dataclass_field
from functools import cache
from typing import Any, TypeVar, cast

from guongsang.i18n.messages import Message
from guongsang.read.fields.kinds import (
    Either,
    Field,
    Flag,
    Group,
    Kind,
    ListOf,
    OneOf,
    Period,
    PlainText,
    Ref,
    Slug,
    Url,
    Value,
)

_TEXT = (PlainText, Ref, OneOf, Slug, Url, Period)
Facts = TypeVar("Facts")


def required(kind: Kind, label: Message, help: Message | None = None) -> Any:
    """Declare a fact that must stand; a document with a finding may still lack it."""
    return _declared(Field(kind, label, required=True, help=help), _left_out(kind))


def optional(kind: Kind, label: Message, help: Message | None = None, *, default: object = MISSING) -> Any:
    """Declare a fact that may stand; `default` is its value where it was left out."""
    return _declared(Field(kind, label, help=help), _left_out(kind) if default is MISSING else default)


def always(cls: type[Any], label: Message, help: Message | None = None, *, required: bool = False) -> Any:
    """Declare a group whose value is there, empty, where the group was left out."""
    spec = Field(table(cls), label, required=required, help=help)
    return dataclass_field(default_factory=cls, metadata={"spec": spec})


def words(label: Message, help: Message | None = None, *, required: bool = False, limit: int | None = None) -> Any:
    """Declare words that are translated, of at most `limit` words."""
    return _declared(Field(PlainText(limit), label, required=required, translated=True, help=help), "")


def word_list(label: Message, help: Message | None = None) -> Any:
    """Declare a list of words that are translated."""
    return _declared(Field(ListOf(PlainText()), label, translated=True, help=help), ())


def shared(spec: Field) -> Any:
    """Declare a field whose kind, label and help stand elsewhere, because several kinds of document have it."""
    return _declared(spec, _left_out(spec.kind))


def table(cls: type[Any], key: str | None = None) -> Group:
    """Return the table of a class; `key` is the field by which translations refer to an item of a list of it."""
    return _table(cast(Hashable, cls), key)


@cache
def _table(of: Hashable, key: str | None) -> Group:
    cls = cast("type[Any]", of)
    return Group({_name(f): f.metadata["spec"] for f in fields(cls)}, key, cls)


def build(cls: type[Facts], tree: Mapping[str, Value]) -> Facts:
    """Return what was read by the table of a class as a value of it."""
    given = {
        _attribute(name): _value(spec.kind, tree[name])
        for name, spec in table(cls).fields.items()
        if tree.get(name, {}) != {}
    }
    return cls(**given)


def _declared(spec: Field, default: object) -> Any:
    return dataclass_field(default=default, metadata={"spec": spec})


def _left_out(kind: Kind) -> object:
    if isinstance(kind, _TEXT):
        return ""
    if isinstance(kind, Flag):
        return False
    return () if isinstance(kind, ListOf) else None


def _name(field: DataclassField[object]) -> str:
    """Return the name of a field in files: `from_` is `from`, which Python keeps for itself."""
    return field.name.rstrip("_")


def _attribute(name: str) -> str:
    return f"{name}_" if name in ("from", "for") else name


def _value(kind: Kind, value: Value) -> object:
    if isinstance(kind, Either):
        kind = next((k for k in kind.kinds if isinstance(k, Group) == isinstance(value, Mapping)), kind.kinds[0])
    if isinstance(kind, Group) and isinstance(value, Mapping) and kind.makes:
        return build(kind.makes, value)
    if isinstance(kind, ListOf) and isinstance(value, list):
        return tuple(_value(kind.kind, item) for item in value)
    return value
