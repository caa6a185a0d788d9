"""Edits of a file that is taken over for a new one: stretches of its text, and what comes in their place.

A value that is not known yet becomes a mark on a line of its own, without quotes, so that what is typed in its place
can be read. A group between braces is written on lines for that; the other values of it stay as they were typed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guongsang.read.documents.document import Document
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.yaml.placeholders import placeholder
from guongsang.text.lines import line_end, line_start


@dataclass(frozen=True)
class Edit:
    """A stretch of a text and what comes in its place."""

    start: int
    end: int
    text: str


def marks_in_place(document: Document, group: str, asked: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that put marks in place of values of a group; what does not stand in it is not asked."""
    there = {name: what for name, what in asked.items() if (group, name) in document.spans}
    if not there:
        return
    start, _ = document.spans[(group,)]
    if document.source.text.startswith("{", start):
        yield _on_lines(document, group, there)
        return
    for name, what in there.items():
        yield from _mark(document, (group, name), what)


def _mark(document: Document, path: FieldPath, what: str) -> Iterator[Edit]:
    """Yield the edits that put a mark below its field; a remark behind the old value stays."""
    text = document.source.text
    start, end = document.spans[path]
    key = document.keys[path][0]
    mark = f"\n{' ' * (key - line_start(text, key) + 2)}{placeholder(what)}"
    last = line_end(text, end)
    if text[start] in ">|" or not text[end:last].strip():
        yield Edit(start, end, f">-{mark}")
    else:
        yield Edit(start, end, ">-")
        yield Edit(last, last, mark)


def _on_lines(document: Document, group: str, asked: Mapping[str, str]) -> Edit:
    """Return the edit that writes a group between braces on lines, with its marks; remarks stand above their fields."""
    text = document.source.text
    start, end = document.spans[(group,)]
    last = line_end(text, end)
    before = len(text[:start].rstrip())
    lines = [f" {text[end:last].strip()}".rstrip()]
    at = start
    names = [str(path[1]) for path in document.keys if len(path) == 2 and path[0] == group]
    for name in names:
        value = document.spans[(group, name)] if (group, name) in document.spans else document.keys[(group, name)]
        lines += [f"  {remark}" for remark in re.findall(r"#[^\n]*", text[at : document.keys[(group, name)][0]])]
        lines += ["  " + name + ": >-", f"    {placeholder(asked[name])}"] if name in asked else []
        if name not in asked and (group, name) in document.spans:
            lines.append(f"  {name}: {' '.join(text[slice(*value)].split())}")
        at = value[1]
    lines += [f"  {remark}" for remark in re.findall(r"#[^\n]*", text[at : end - 1])]
    return Edit(before, last, "\n".join(lines))
