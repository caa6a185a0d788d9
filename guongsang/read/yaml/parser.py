"""Strict YAML with positions: what a contributor typed is what is read.

YAML is read as events, never as objects: every scalar stays the text that was typed, and the field that it stands in
decides later what it means. So `0345671234`, `no`, `10:00` and `2022` cannot change under way. What YAML can do
beyond plain data (aliases, tags, more documents, endless nesting) is refused with its line before anything is built,
which also disarms the known bombs. This is the only room that imports yaml.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Message, say
from guongsang.read.odd_characters import without_holes
from guongsang.read.source import Source, normalize_decoded, odd_decoded
from guongsang.read.yaml.causes import explain
from guongsang.read.yaml.node import Member, Node

DEPTH_LIMIT = 20
NODE_LIMIT = 5_000
_CUT = re.compile(r"[ \t]*#\w[^\n]*")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class _Builder:
    """Builds nodes from events and gathers what is refused on the way."""

    source: Source
    offset: int
    remarks: bool
    findings: list[Finding] = field(default_factory=list)
    nodes: int = 0


class _Refused(Exception):
    """Reading cannot go on; the finding is already kept."""


def read_yaml(source: Source, start: int = 0, end: int | None = None) -> tuple[Node | None, list[Finding]]:
    """Read one YAML document out of a stretch of the source; None where it cannot be read."""
    text = source.text[start : len(source.text) if end is None else end]
    build = _Builder(source, start, remarks="#" in source.text)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        node = _document(build, events)
    except _Refused:
        node = None
    except yaml.YAMLError as fault:
        build.findings.append(_bad_yaml(build, text, fault))
        node = None
    return node, build.findings


def _document(build: _Builder, events: Iterator[yaml.Event]) -> Node | None:
    node: Node | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                _refuse(
                    build,
                    "bad-yaml",
                    event,
                    say("a second document begins here"),
                    say("a file holds one set of fields; remove the line ---"),
                )
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
            node = _node(build, event, events, 1)
    return node if node is not None else Node(build.offset, build.offset, text="")


def _node(build: _Builder, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    build.nodes += 1
    if depth > DEPTH_LIMIT or build.nodes > NODE_LIMIT or _is_no_plain_data(event):
        _guard(build, event, depth)
    start, end = _stretch(build, event)
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style in (None, "")
        block = event.style in ("|", ">")
        if plain and build.remarks and (cut := _CUT.match(build.source.text, end)):
            build.findings.append(_cut_off(build.source, cut))
        return Node(
            start,
            _trimmed(build.source.text, start, end) if block else end,
            text=_decoded(build, event, (start, end)),
            plain=plain,
        )
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                end = _stretch(build, item)[1] if event.flow_style else end
                break
            items.append(_node(build, item, events, depth + 1))
        return Node(start, max([end, *(item.end for item in items)]), items=tuple(items))
    return _mapping(build, event, events, depth)


def _decoded(build: _Builder, event: yaml.ScalarEvent, at: tuple[int, int]) -> str:
    """Return what a scalar stands for; what its escapes decode to is held to the same rules as typed letters."""
    source, value = build.source, without_holes(event.value)
    if event.style == '"' and "\\" in source.text[slice(*at)]:
        build.findings += odd_decoded(value, source.file, lambda *_: source.place(*at))
        return normalize_decoded(value, source.file)
    return unicodedata.normalize("NFC", value)


def _cut_off(source: Source, cut: re.Match[str]) -> Finding:
    """Report words behind a # that were hardly meant as a remark, because no blank follows the sign."""
    start = source.text.index("#", cut.start())
    return find(
        "cut-by-hash",
        source.place(start, cut.end()),
        say("from # on, this is a remark and not read"),
        say('put the whole text between quotes: "…"; or, if it is a remark, put a blank after the #'),
    )


def _stretch(build: _Builder, event: yaml.Event) -> tuple[int, int]:
    first, last = event.start_mark, event.end_mark
    return build.offset + (first.index if first else 0), build.offset + (last.index if last else 0)


def _mapping(build: _Builder, opening: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    members: dict[str, Member] = {}
    start, end = _stretch(build, opening)
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            end = max(end, _stretch(build, event)[1]) if getattr(opening, "flow_style", False) else end
            break
        key = _node(build, event, events, depth + 1)
        value = _node(build, next(events), events, depth + 1)
        end = max(end, value.end)
        if key.text is None:
            _refuse_at(
                build,
                "bad-yaml",
                key,
                say("a field's name must be a plain word"),
                say("write the name without brackets"),
            )
            continue
        if key.text in members:
            first = build.source.place(members[key.text].start)
            build.findings.append(
                find(
                    "duplicate-key",
                    build.source.place(key.start, key.end),
                    say("the field {key} stands twice; the first is on line {line}", key=key.text, line=first.line),
                    say("keep one of the two"),
                )
            )
            continue
        members[key.text] = Member(key.start, key.end, value)
    return Node(start, end, members=members)


def _is_no_plain_data(event: yaml.Event) -> bool:
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))


def _guard(build: _Builder, event: yaml.Event, depth: int) -> None:
    """Refuse what is not plain data (references have the anchor they lead to), and what is too deep or too much."""
    if depth > DEPTH_LIMIT:
        _refuse(
            build,
            "too-deep",
            event,
            *_TOO_DEEP,
        )
    if build.nodes > NODE_LIMIT:
        _refuse(
            build,
            "too-large",
            event,
            say("there are more than {n} values in these fields", n=NODE_LIMIT),
            say("split the file, or move text into the body"),
        )
    if getattr(event, "anchor", None):
        _refuse(
            build,
            "yaml-alias",
            event,
            say("references with & or * are not allowed"),
            say("write the value out, or put it in quotes if it begins with & or *"),
        )
    if getattr(event, "tag", None):
        _refuse(
            build,
            "yaml-tag",
            event,
            say("types with ! are not allowed"),
            say("remove the word with !, or put the value in quotes"),
        )


def _refuse(build: _Builder, code: str, event: yaml.Event, message: Message, hint: Message) -> None:
    start, end = _stretch(build, event)
    end = max(end, start + 1)
    build.findings.append(
        find(code, build.source.place(start, min(end, _line_end(build.source.text, start))), message, hint)
    )
    raise _Refused


def _refuse_at(build: _Builder, code: str, node: Node, message: Message, hint: Message) -> None:
    build.findings.append(find(code, build.source.place(node.start, node.end), message, hint))


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else max(end, index)


def _trimmed(text: str, start: int, end: int) -> int:
    """End a block scalar at its last letter, not at the next field."""
    return start + len(text[start:end].rstrip())


_TOO_DEEP = (
    say("fields are nested more than {n} deep", n=DEPTH_LIMIT),
    say("bring the fields nearer to the margin, or close a bracket"),
)


def _open_brackets(text: str) -> int:
    return text.count("[") + text.count("{") - text.count("]") - text.count("}")


def _bad_yaml(build: _Builder, text: str, fault: yaml.YAMLError) -> Finding:
    mark, context = getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None)
    at = min(mark.index if mark else 0, len(text.rstrip("\n")))
    began = min(context.index, at) if context else at
    if _open_brackets(text[:at]) > DEPTH_LIMIT:
        return find("too-deep", build.source.place(build.offset + at, build.offset + at + 1), *_TOO_DEEP)
    cause = explain(text, str(getattr(fault, "problem", None) or fault), at, began)
    start, end = build.offset + cause.start, build.offset + max(cause.end, cause.start + 1)
    return find("bad-yaml", build.source.place(start, end), cause.message, cause.hint)
