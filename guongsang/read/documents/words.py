"""The words of a document by path, found by the table of its fields."""

from collections.abc import Iterator, Mapping

from guongsang.read.fields.kinds import Field, FieldPath, Group, ListOf, Tree


def word_paths(data: Tree, group: Group, path: FieldPath = ()) -> Iterator[tuple[FieldPath, FieldPath, str]]:
    """Yield the words of a source tree: path by ids, path by positions, text."""
    yield from _walk_words(data, group, path, path)


def _walk_words(
    data: Tree, group: Group, by_id: FieldPath, by_place: FieldPath
) -> Iterator[tuple[FieldPath, FieldPath, str]]:
    for name, spec in group.fields.items():
        value = data.get(name)
        inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
        if spec.translated and isinstance(value, str):
            yield (*by_id, name), (*by_place, name), value
        elif isinstance(value, list):
            for i, item in enumerate(value):
                if spec.translated and isinstance(item, str):
                    yield (*by_id, name, i), (*by_place, name, i), item
                elif isinstance(inner, Group) and isinstance(item, Mapping):
                    known = item.get(inner.key) if inner.key else None
                    mark = known if isinstance(known, str) else i
                    yield from _walk_words(item, inner, (*by_id, name, mark), (*by_place, name, i))
        elif isinstance(inner, Group) and isinstance(value, Mapping):
            yield from _walk_words(value, inner, (*by_id, name), (*by_place, name))


def has_words(group: Group) -> bool:
    """Return whether a group of fields holds any words."""
    return any(field_has_words(f) for f in group.fields.values())


def field_has_words(spec: Field) -> bool:
    """Return whether a field is words or holds some."""
    if spec.translated:
        return True
    inner = spec.kind.kind if isinstance(spec.kind, ListOf) else spec.kind
    return isinstance(inner, Group) and has_words(inner)


def first_word(group: Group) -> str | None:
    """Return the first field of a group that is words, for which a text in the group's place stands."""
    return next((name for name, f in group.fields.items() if f.translated), None)
