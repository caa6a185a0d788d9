"""Translations: the file to fill, with the source's words beside each place; the stamp; how all of them stand.

A new file holds nothing but empty fields and comments, so it counts as no translation until somebody writes into it,
and the source's words can never be published as if they were translated.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from guongsang.author.new.yaml_writer import comment
from guongsang.commands import command
from guongsang.i18n.messages import Catalogue, Language, Message, say
from guongsang.judge.criteria.evidence import is_internal
from guongsang.read.content import Content
from guongsang.read.data.types import Config
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.words import field_has_words, has_words
from guongsang.read.fields.kinds import Group, ListOf, Tree
from guongsang.read.markdown.source import fences_in
from guongsang.read.site import read_entry
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.tables.exemplar import Exemplar

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_STAMP = re.compile(r"""^(\s*["']?translates["']?[ \t]*:)[^#\r\n]*?((?:[ \t]+\#[^\r\n]*)?\r?\n?)$""")

STATES: Mapping[str, Message] = {
    "none": say("none"),
    "draft": say("draft"),
    "ready": say("ready"),
    "stale": say("stale"),
}


def file_of(entry: AnyEntry, lang: str) -> str:
    """Return the file of an entry's translation."""
    return entry.source.file.removesuffix(f"{entry.source.lang}.md") + f"{lang}.md"


def skeletons(content: Content, files: Mapping[str, bytes], lang: str, catalogue: Catalogue) -> dict[str, bytes]:
    """Make the translation files of source files that are not on disk yet."""
    out = {}
    for file, data in files.items():
        entry = read_entry(content.config, file, data) if file.endswith(".md") else None
        if entry is not None:
            out[file_of(entry, lang)] = skeleton(entry, lang, catalogue, internal_items(content, entry)).encode()
    return out


def internal_items(content: Content, entry: AnyEntry) -> frozenset[str]:
    """Return the ids of the evidence that is never published, so that nobody has to translate it."""
    facts, criteria = entry.facts, content.criteria_of(entry.campaign)
    items = facts.evidence if isinstance(facts, Exemplar) else ()
    return frozenset(item.id for item in items if is_internal(item, criteria))


def skeleton(entry: AnyEntry, lang: str, words: Catalogue, internal: Collection[str] = ()) -> str:
    """Write the file of a translation, all its places empty, with comments in the language of a catalogue.

    Of the evidence, the items of some ids are left out.
    """
    name = entry.source.file.rpartition("/")[2]
    head: tuple[Message, ...] = (
        say("Translation of {file} into {language}.", file=name, language=Language(lang)),
        say("Write each text behind its colon or dash, below the comment that shows it in the source."),
    )
    confirm = say("When all is done, run: {command}", command=command("translate", "--confirm", file_of(entry, lang)))
    lines = ["---", *(line for message in head for line in comment(words.tell(message)))]
    lines.append("# " + "".join(c if c.isprintable() else " " for c in words.tell(confirm)))
    lines += _fields(_offered(entry.source.data, internal), DOCUMENTS[entry.kind], "")
    body = [f"<!--\n{_in_comment(block)}\n-->\n" for block in blocks(entry.source.body.text)]
    if body:
        note = say("Write the translation of each part below its comment; comments are not published.")
        body.insert(0, f"<!-- {words.tell(note)} -->\n")
    return "\n".join([*lines, "---", *body]) + "\n"


def _offered(data: Tree, internal: Collection[str]) -> Mapping[str, Any]:
    """Return the fields of a document without the evidence that is not to be translated."""
    rows = data.get("evidence")
    if not internal or not isinstance(rows, list):
        return data
    kept = [row for row in rows if not (isinstance(row, Mapping) and row.get("id") in internal)]
    return {**data, "evidence": kept}


def _in_comment(block: str) -> str:
    return block.replace("-->", "-- >").replace("<!--", "< !--")


def blocks(text: str) -> Iterator[str]:
    """Part a body at its empty lines; fenced code stays whole."""
    lines = text.split("\n")
    fenced, _ = fences_in(lines, indent=True)
    block: list[str] = []
    for i, line in enumerate(lines):
        if line.strip() or i in fenced:
            block.append(line.rstrip())
        elif block:
            yield "\n".join(block)
            block = []
    if block:
        yield "\n".join(block)


def _fields(data: Mapping[str, Any], group: Group, pad: str) -> Iterator[str]:
    """Write the words of a group as empty fields, each below its text in the source."""
    for name, spec in group.fields.items():
        if name not in data or not field_has_words(spec):
            continue
        value, kind = data[name], spec.kind
        inner = kind.kind if isinstance(kind, ListOf) else kind
        if isinstance(value, str):
            yield from comment(value, pad)
            yield f"{pad}{name}:"
        elif spec.translated:
            yield f"{pad}{name}:"
            for text in value:
                yield from comment(str(text), f"{pad}  ")
                yield f"{pad}  -"
        elif isinstance(inner, Group) and any(_has_any(row, inner) for row in _rows(value)):
            yield f"{pad}{name}:"
            if isinstance(value, list):
                yield from _items(value, inner, f"{pad}  ")
            else:
                yield from _fields(value, inner, f"{pad}  ")


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return value if isinstance(value, list) else [value]


def _has_any(row: Mapping[str, Any], group: Group) -> bool:
    """Return whether a group of values holds any words."""
    return any(True for _ in _fields(row, group, ""))


def _items(rows: list[Mapping[str, Any]], group: Group, pad: str) -> Iterator[str]:
    """Write a list: by ids where its items have them, else by position, so that its length stays that of the source."""
    words = [name for name, spec in group.fields.items() if spec.translated]
    for row in rows:
        if not has_words(group) or (group.key and not _has_any(row, group)):
            continue
        if not group.key:
            lines = list(_fields(row, group, f"{pad}  "))
            yield f"{pad}-"
            yield from lines
        elif len(words) == 1:
            yield from comment(str(row[words[0]]), pad)
            yield f"{pad}{row[group.key]}:"
        else:
            yield f"{pad}{row[group.key]}:"
            yield from _fields(row, group, f"{pad}  ")


def missing_words(entry: AnyEntry, translation: Document, internal: Collection[str] = ()) -> list[str]:
    """List the words of the source that a translation leaves out, the body last; evidence of some ids may be left out.

    A path is written with dots.
    """
    paths = [p for p in entry.source.words if not (len(p) > 1 and p[0] == "evidence" and p[1] in internal)]
    out = [".".join(map(str, path)) for path in paths if path not in translation.words]
    return out + (["…"] if entry.source.body.text.strip() and not translation.written else [])


def stamped(data: bytes, document: Document, fingerprint: str) -> bytes | None:
    """Write into a translation's bytes what it translates, all else kept byte for byte; None where no place is found.

    The line of `translates` is changed where there is one; otherwise it is put behind the opening fence.
    """
    text = data.decode("utf-8")
    lines = _LINE.findall(text)
    key = document.keys.get(("translates",))
    row = document.source.place(*key).line - 1 if key else document.source.place(*document.fence).line
    if key:
        changed, n = _STAMP.subn(lambda m: f"{m[1]} {fingerprint}{m[2]}", lines[row], count=1)
        return "".join([*lines[:row], changed, *lines[row + 1 :]]).encode() if n else None
    end = lines[row - 1][len(lines[row - 1].rstrip("\r\n")) :]
    return "".join([*lines[:row], f"translates: {fingerprint}{end}", *lines[row:]]).encode()


def states(entry: AnyEntry, config: Config) -> dict[str, str]:
    """Return for each language but the source's how an entry's translation stands."""
    return {lang: entry.state(lang) for lang in config.languages[1:]}
