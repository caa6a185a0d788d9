"""Notes and references of a body: marks that lead nowhere, definitions that nobody uses or that stand twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guongsang.findings import Finding, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.engine import reference
from guongsang.read.markdown.odd_blocks import Typed

_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\[\s]+)\]")
_REFERENCE = re.compile(r"(?<![\\\]])\[(?P<words>(?!\^)[^\[\]]*)\]\[(?P<label>(?!\^)[^\[\]]*)\](?!\()")
_BRACKETED = re.compile(r"(?<!\\)\[([^\[\]]+)\]")


@dataclass(frozen=True)
class _Definition:
    """A note or the target of a link by reference: its name, and the stretch of the file that defines it."""

    name: str
    start: int
    end: int


def odd_references(typed: Typed, root: Block) -> Iterator[Finding]:
    """Report marks of notes and links by reference without a definition, and definitions without a mark."""
    text = typed.scan.searchable
    notes = [_Definition(f"^{b.label}", *typed.stretch(b.start, b.start + len(b.label) + 3)) for b in root.all("note")]
    targets = [_Definition(reference(b.label), *typed.stretch(b.start, b.end)) for b in root.all("definition")]
    begins = {d.start - typed.start for d in notes}
    marks = [m for m in _MARK.finditer(text) if m.start() not in begins]
    yield from _lost_marks(typed, marks, notes)
    yield from _unused(
        typed, notes, {f"^{m['label']}" for m in marks}, say("no mark [{name}] stands in the text", name="")
    )
    begins = {d.start - typed.start for d in targets}
    used = {reference(m[1]) for m in _BRACKETED.finditer(text) if m.start() not in begins}
    yield from _lost_references(typed, targets)
    yield from _unused(typed, targets, used, say("no link of the text leads to [{name}]", name=""))


def _lost_marks(typed: Typed, marks: list[re.Match[str]], notes: list[_Definition]) -> Iterator[Finding]:
    known = [note.name.removeprefix("^") for note in notes]
    for mark in marks:
        if mark["label"] not in known:
            line = say("write the note on a line of its own: {line}", line=f"[^{mark['label']}]: …")
            yield find(
                "unresolved-footnote",
                typed.source.place(typed.start + mark.start(), typed.start + mark.end()),
                say("there is no note [^{name}]", name=mark["label"]),
                suggest(mark["label"], known, line),
            )


def _lost_references(typed: Typed, targets: list[_Definition]) -> Iterator[Finding]:
    known = [target.name for target in targets]
    for match in _REFERENCE.finditer(typed.scan.searchable):
        label = match["label"] or match["words"]
        if label.strip() and reference(label) not in known:
            line = say("write where it leads on a line of its own: {line}", line=f"[{label}]: https://…")
            yield find(
                "unresolved-reference",
                typed.source.place(typed.start + match.start(), typed.start + match.end()),
                say("nothing says where [{name}] leads", name=label),
                suggest(reference(label), known, line),
            )


def _unused(typed: Typed, definitions: list[_Definition], used: set[str], unused: Message) -> Iterator[Finding]:
    """Report each definition that no mark uses, and each after the first of its name."""
    first: dict[str, int] = {}
    for definition in definitions:
        place = typed.source.place(definition.start, definition.end)
        if definition.name in first:
            line = typed.source.place(first[definition.name]).line
            yield find(
                "unused-definition",
                place,
                say(
                    "[{name}] is defined on line {line} already; this one is not shown", name=definition.name, line=line
                ),
                say("give one of the two another name, or remove it"),
            )
            continue
        first[definition.name] = definition.start
        if definition.name not in used:
            message = replace(unused, args={"name": definition.name})
            yield find("unused-definition", place, message, say("put its mark where it belongs, or remove it"))
