"""The words of a translation, read against its source (contract, section 2).

A translation holds `translates: <fingerprint>` and words. Its items are named by id where the source's have one (with
the text itself, or its words by name), else by position in a list of equal length. A fact here would be a second
truth, so it is an error that shows both places; a word that the source does not have is told as a mismatch.
"""

from collections.abc import Mapping, Sequence

from guongsang.findings import Finding, suggest
from guongsang.i18n.messages import say
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.translation_faults import (
    TranslationReading,
    path_in_source,
    report,
    report_fact,
    report_mismatch,
    report_mismatch_at,
    report_unknown_field,
)
from guongsang.read.documents.words import field_has_words, has_words
from guongsang.read.fields.kinds import Field, FieldPath, Group, ListOf, PlainText, Tree, Value, field_name
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.yaml.node import Member, Node
from guongsang.read.yaml.placeholders import placeholder_in
from guongsang.text.vietnamese import count_words


def read_words(document: OpenedDocument, source: Document, findings: list[Finding]) -> Document:
    """Read the words of a translation against its source; what is wrong is added to `findings`."""
    reading = TranslationReading(
        document=document, source=source, words={}, spans={}, keys={}, unfilled={}, findings=findings
    )
    translates = None
    for name, member in (document.fields.members or {}).items():
        reading.keys[(name,)] = (member.start, member.end)
        if name == "translates":
            translates = _translates(reading, member)
        else:
            _field(reading, name, member, DOCUMENTS[document.kind], (), source.data)
    return Document(
        file=document.file,
        kind=document.kind,
        lang=document.lang,
        source=document.source,
        data={},
        body=document.body,
        fence=document.fence,
        words=reading.words,
        spans=reading.spans,
        keys=reading.keys,
        translates=translates,
        unfilled=reading.unfilled,
    )


def _translates(reading: TranslationReading, member: Member) -> str | None:
    reading.spans[("translates",)] = (member.node.start, member.node.end)
    if member.node.empty:
        return None
    if member.node.text is None:
        report(
            reading,
            "wrong-type",
            member.node,
            say("translates must be a fingerprint"),
            say("write its 12 letters and digits"),
        )
        return None
    return member.node.text.strip()


def _field(reading: TranslationReading, name: str, member: Member, group: Group, path: FieldPath, data: Tree) -> None:
    spec = group.fields.get(name)
    here = (*path, name)
    reading.keys[here] = (member.start, member.end)
    if spec is None:
        report_unknown_field(reading, name, member, group)
    elif not field_has_words(spec):
        report_fact(reading, spec, member, here)
    elif member.node.empty:
        return
    elif spec.translated and isinstance(spec.kind, PlainText):
        _word(reading, spec, member.node, here)
    elif name not in data:
        if path_in_source(reading.source.data, here) not in reading.source.keys:
            report_mismatch(
                reading,
                member.node,
                say("the source has nothing at {name}", name=name),
                say("remove it here, or add it to the source first"),
            )
    elif isinstance(spec.kind, ListOf) and isinstance(rows := data[name], list):
        _items(reading, spec, spec.kind, member.node, here, rows)
    elif isinstance(spec.kind, Group) and isinstance(row := data[name], Mapping):
        _group(reading, spec.kind, member.node, here, row)


def _word(reading: TranslationReading, spec: Field, node: Node, path: FieldPath) -> None:
    reading.spans[path] = (node.start, node.end)
    if node.text is None:
        report(
            reading,
            "wrong-type",
            node,
            say("{field} must be a text", field=field_name(spec.label, path)),
            say("write plain words, between quotes if they hold a colon or a bracket"),
        )
        return
    if asked := placeholder_in(node):
        report(
            reading,
            "to-fill-in",
            node,
            say("{field} is still to be filled in: {what}", field=field_name(spec.label, path), what=asked[0]),
            say("write it in place of the brackets [[ ]] and all that is between them"),
        )
        reading.unfilled[path] = False
        return
    text = node.text.strip()
    limit = spec.kind.limit if isinstance(spec.kind, PlainText) else None
    if limit and (n := count_words(text)) > limit:
        report(
            reading,
            "bad-value",
            node,
            say(
                "{field} has {n} words; at most {limit} are allowed",
                field=field_name(spec.label, path),
                n=n,
                limit=limit,
            ),
            say("shorten it"),
        )
    if path not in reading.source.words:
        if path_in_source(reading.source.data, path) in reading.source.keys:
            return
        report_mismatch(
            reading,
            node,
            say("the source has nothing at {name}", name=".".join(map(str, path))),
            say("remove it here, or add it to the source first"),
        )
    elif text:
        reading.words[path] = text


def _items(
    reading: TranslationReading, spec: Field, kind: ListOf, node: Node, path: FieldPath, rows: Sequence[Value]
) -> None:
    inner = kind.kind
    if isinstance(inner, Group) and inner.key:
        known = {str(row.get(inner.key)): row for row in rows if isinstance(row, Mapping)}
        if node.members is None:
            report(
                reading,
                "wrong-type",
                node,
                say("the items are named by their ids here"),
                say("write lines like: {name}: …", name=next(iter(known), "e1")),
            )
            return
        for name, member in node.members.items():
            reading.keys[(*path, name)] = (member.start, member.end)
            if name not in known:
                hint = suggest(name, known, say("the source has: {names}", names=", ".join(known)))
                report_mismatch_at(
                    reading, (member.start, member.end), say("the source has no item {name}", name=name), hint
                )
            else:
                _item(reading, inner, member.node, (*path, name), known[name])
        return
    if node.items is None:
        report(
            reading,
            "wrong-type",
            node,
            say("{field} must be a list", field=field_name(spec.label, path)),
            say("write each item on a line of its own that begins with - , or use [ ]"),
        )
        return
    if len(node.items) != len(rows):
        report_mismatch(
            reading,
            node,
            say(
                "{field} has {n} items here and {many} in the source",
                field=field_name(spec.label, path),
                n=len(node.items),
                many=len(rows),
            ),
            say("write the same number of items, in the same order"),
        )
    for i, item in enumerate(node.items[: len(rows)]):
        row = rows[i]
        if isinstance(inner, Group) and isinstance(row, Mapping):
            _item(reading, inner, item, (*path, i), row)
        elif not item.empty:
            _word(reading, spec, item, (*path, i))


def _item(reading: TranslationReading, group: Group, node: Node, path: FieldPath, row: Tree) -> None:
    """Read one item: its first word alone, or its words by name."""
    if node.empty:
        return
    if node.text is not None:
        name, spec = next((n, f) for n, f in group.fields.items() if f.translated)
        _word(reading, spec, node, (*path, name))
    else:
        _group(reading, group, node, path, row)


def _group(reading: TranslationReading, group: Group, node: Node, path: FieldPath, row: Tree) -> None:
    if node.members is None or not has_words(group):
        report(
            reading,
            "wrong-type",
            node,
            say("fields are expected here"),
            say("write indented lines like: {name}: …", name=next(n for n, f in group.fields.items() if f.translated)),
        )
        return
    for name, member in node.members.items():
        if name != group.key:
            _field(reading, name, member, group, path, row)
