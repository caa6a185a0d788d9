"""The words of a document by path, found by the table of its fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from guongsang.read.fields.kinds import Field, FieldPath, Group, ListOf


def word_paths(
    data: Mapping[str, Any], group: Group, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, FieldPath, str]]:
    """Yield the words of a source tree: path by ids, path by positions, text."""
    yield from _walk_words(data, group, path, path)


def _walk_words(
    data: Mapping[str, Any], group: Group, by_id: FieldPath, by_place: FieldPath
) -> Iterator[tuple[FieldPath, FieldPath, str]]:
    for name, spec in group.fields.items():
        if name not in data:
            continue
        value = data[name]
        if spec.words and isinstance(value, str):
            yield (*by_id, name), (*by_place, name), value
        elif spec.words and isinstance(value, list):
            for i, text in enumerate(value):
                yield (*by_id, name, i), (*by_place, name, i), text
        elif isinstance(spec.kind, ListOf) and isinstance(spec.kind.kind, Group) and has_words(spec.kind.kind):
            key = spec.kind.kind.key
            for i, item in enumerate(value):
                mark = item.get(key, i) if key else i
                yield from _walk_words(item, spec.kind.kind, (*by_id, name, mark), (*by_place, name, i))
        elif isinstance(spec.kind, Group) and has_words(spec.kind):
            yield from _walk_words(value, spec.kind, (*by_id, name), (*by_place, name))


def has_words(group: Group) -> bool:
    """Return whether a group of fields holds any words."""
    return any(field_has_words(f) for f in group.fields.values())


def field_has_words(spec: Field) -> bool:
    """Return whether a field is words or holds some."""
    if spec.words:
        return True
    inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    return isinstance(inner, Group) and has_words(inner)
