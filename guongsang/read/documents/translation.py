"""The words of a translation, read against its source.

A translation holds `translates: <fingerprint>` and words. It is read by a table of its own, which the table of its kind
and what stands in the source make: items are named by id where the source's have one (with the text itself, or its
words by name), else by position in a list of equal length. A fact here would be a second truth, so it is an error that
shows both places; a word that the source does not have is told as a mismatch.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, Message, say
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.words import field_has_words, first_word
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    Field,
    FieldPath,
    Group,
    ItemsById,
    ItemsInOrder,
    Kind,
    ListOf,
    PlainText,
    Reading,
    Refused,
    Tree,
    Unread,
    Value,
    field_name,
)
from guongsang.read.tables.documents import DOCUMENTS

_TEXT = PlainText(may_be_empty=True)


@dataclass(frozen=True)
class _At:
    """A place in the source: its path by ids, as translations name it, and by positions, as its keys are kept."""

    by_id: FieldPath = ()
    by_position: FieldPath = ()

    def inside(self, name: str | int, position: int | None = None) -> "_At":
        """Return the place of a member: its name or id, and its position where it is an item of a list."""
        return _At((*self.by_id, name), (*self.by_position, name if position is None else position))


def read_words(
    document: OpenedDocument, source: Document, findings: list[Finding], catalogues: Sequence[Catalogue] = ()
) -> Document:
    """Read the words of a translation against its source; what is wrong is added to `findings`."""
    reading = Reading(document.source, (document.lang,), findings, marks=True, catalogues=tuple(catalogues))
    values = read_tree(reading, document.fields, _table(source), document.fence)
    translates = values.pop("translates", None)
    words = {path: text for path, text in _texts(values) if path in source.words and path not in reading.unfilled}
    return Document(
        file=document.file,
        kind=document.kind,
        lang=document.lang,
        source=document.source,
        data={},
        body=document.body,
        fence=document.fence,
        words=words,
        spans=reading.spans,
        keys=reading.keys,
        translates=translates if isinstance(translates, str) and translates else None,
        unfilled=dict.fromkeys(reading.unfilled, False),
    )


def _texts(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, (*path, name))
    elif isinstance(value, Sequence):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*path, i))


def _table(source: Document) -> Group:
    """Return the fields that a translation of the document may have."""
    stamp = Field(_TEXT, say("Fingerprint"))
    return Group({"translates": stamp, **_group(source, DOCUMENTS[source.kind], source.data, _At()).fields})


def _group(source: Document, group: Group, data: Tree, at: _At) -> Group:
    fields = {
        name: Field(Unread() if name == group.key else _kind(source, spec, data.get(name), at.inside(name)), spec.label)
        for name, spec in group.fields.items()
    }
    return Group(fields, alone=first_word(group))


def _kind(source: Document, spec: Field, value: Value | None, at: _At) -> Kind:
    kind = spec.kind
    if not field_has_words(spec):
        return _fact(source, spec, at)
    if value is None:
        return _nothing_there(source, at)
    if isinstance(kind, ListOf) and isinstance(value, list):
        return _items(source, kind.kind, value, at)
    if isinstance(kind, Group) and isinstance(value, Mapping):
        return replace(_group(source, kind, value, at), alone=None)
    return replace(kind, may_be_empty=True) if isinstance(kind, PlainText) else _TEXT


def _items(source: Document, kind: Kind, rows: Sequence[Value], at: _At) -> Kind:
    if not isinstance(kind, Group):
        return ItemsInOrder(
            tuple(replace(kind, may_be_empty=True) if isinstance(kind, PlainText) else _TEXT for _ in rows)
        )
    groups = [(i, row) for i, row in enumerate(rows) if isinstance(row, Mapping)]
    if kind.key is None:
        return ItemsInOrder(tuple(_group(source, kind, row, at.inside(i)) for i, row in groups))
    named = [(name, i, row) for i, row in groups if isinstance(name := row.get(kind.key), str)]
    return ItemsById({name: _group(source, kind, row, at.inside(name, i)) for name, i, row in named})


def _nothing_there(source: Document, at: _At) -> Kind:
    """Return the kind of words that the source does not have; where its own are wrong, that is told there."""
    if at.by_position in source.keys:
        return Unread()
    return Refused("translation-mismatch", lambda: _told_nothing_there(at))


def _told_nothing_there(at: _At) -> tuple[Message, Message]:
    return (
        say("the source has nothing at {name}", name=".".join(map(str, at.by_id))),
        say("remove it here, or add it to the source first"),
    )


def _fact(source: Document, spec: Field, at: _At) -> Kind:
    return Refused("fact-in-translation", lambda: _told_fact(source, spec, at), at_key=True)


def _told_fact(source: Document, spec: Field, at: _At) -> tuple[Message, Message]:
    there, field = source.key_place(*at.by_position), field_name(spec.label, at.by_id)
    message = say("{field} is a fact; facts stand only in {file}", field=field, file=there.file)
    if at.by_position in source.keys:
        message = say(
            "{field} is a fact; facts stand only in {file} (line {line})",
            field=field,
            file=there.file,
            line=str(there.line),
        )
    return message, say("remove it here; a translation holds words only")
