"""What is wrong in a translation, told against its source."""

from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.words import field_has_words
from guongsang.read.fields.kinds import Field, FieldPath, Group, Tree, Value, field_name
from guongsang.read.yaml.node import Member, Node
from guongsang.text.suggestions import closest


@dataclass
class TranslationReading:
    """The state of reading one translation."""

    document: OpenedDocument
    source: Document
    words: dict[FieldPath, str]
    spans: dict[FieldPath, tuple[int, int]]
    keys: dict[FieldPath, tuple[int, int]]
    unfilled: dict[FieldPath, bool]
    findings: list[Finding]


def report_unknown_field(reading: TranslationReading, name: str, member: Member, group: Group) -> None:
    words = ["translates", *(n for n, f in group.fields.items() if field_has_words(f))]
    near = closest(name, words)
    hint = say("remove it; the fields here are: {names}", names=", ".join(words))
    if near:
        known = group.fields.get(near)
        hint = say("did you mean {name}?", name=near)
        if known:
            hint = say("did you mean {name} (“{label}”)?", name=near, label=known.label)
    reading.findings.append(
        find(
            "unknown-field",
            _place(reading, (member.start, member.end)),
            say("there is no field {name} here", name=name),
            hint,
        )
    )


def report_fact(reading: TranslationReading, spec: Field, member: Member, path: FieldPath) -> None:
    there = reading.source.key_place(*path_in_source(reading.source.data, path))
    reading.findings.append(
        find(
            "fact-in-translation",
            _place(reading, (member.start, member.end)),
            _fact_message(reading, spec, path, there),
            say("remove it here; a translation holds words only"),
        )
    )


def _fact_message(reading: TranslationReading, spec: Field, path: FieldPath, there: Place) -> Message:
    if path_in_source(reading.source.data, path) in reading.source.keys:
        return say(
            "{field} is a fact; facts stand only in {file} (line {line})",
            field=field_name(spec.label, path),
            file=there.file,
            line=str(there.line),
        )
    return say("{field} is a fact; facts stand only in {file}", field=field_name(spec.label, path), file=there.file)


def path_in_source(data: Value | Tree | None, path: FieldPath) -> FieldPath:
    """Turn a path by ids into the path by positions that the source's keys have."""
    out: list[str | int] = []
    for part in path:
        if isinstance(data, list) and isinstance(part, str):
            part = next((i for i, row in enumerate(data) if isinstance(row, Mapping) and row.get("id") == part), 0)
        out.append(part)
        data = (
            data[part]
            if isinstance(data, list) and isinstance(part, int) and part < len(data)
            else data.get(part)
            if isinstance(data, Mapping) and isinstance(part, str)
            else None
        )
    return tuple(out)


def report_mismatch(reading: TranslationReading, node: Node, message: Message, hint: Message) -> None:
    report_mismatch_at(reading, (node.start, node.end), message, hint)


def report_mismatch_at(reading: TranslationReading, at: tuple[int, int], message: Message, hint: Message) -> None:
    reading.findings.append(find("translation-mismatch", _place(reading, at), message, hint))


def report(reading: TranslationReading, code: str, node: Node, message: Message, hint: Message) -> None:
    reading.findings.append(find(code, _place(reading, (node.start, node.end)), message, hint))


def _place(reading: TranslationReading, at: tuple[int, int]) -> Place:
    return reading.document.source.first_line(*at)
