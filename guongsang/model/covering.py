"""Covers names without consent in texts, so that the preview can show a document that is withheld for their sake.

The site leaves such a document out, because nobody reads it before it is public; its writer must see it to mend it.
What is covered is what consent is judged by; a document in which a name is found all the same is not handed on.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from guongsang.i18n.messages import Label, say
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.consent import hidden_names
from guongsang.judge.people.public_texts import NOT_SHOWN, public_texts
from guongsang.judge.people.withdrawn_names import withdrawn_in_name
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry, Entry, as_exemplar
from guongsang.read.fields.kinds import Value
from guongsang.read.fields.table import build
from guongsang.read.markdown.tree import BLOCKS, Body, Element, Node, plain_text, without_notes
from guongsang.read.tables.documents import KINDS
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.person_names import Names

COVERED = say("[name hidden]")
_Cover: TypeAlias = Callable[[str], str]


def with_names_covered(content: Content, judgement: Judgement) -> Content:
    """Return the content with each withheld entry covered, without those in which a name would still be read."""
    withheld = judgement.consent.withheld
    if not withheld:
        return content
    names, _ = hidden_names(content)
    entries = (_covered(content, e, names) if e.key in withheld else e for e in content.entries)
    return replace(content, entries=tuple(e for e in entries if e is not None))


def without_withdrawn(content: Content, entry: Entry[Exemplar], names: Names) -> Entry[Exemplar] | None:
    """Return a profile with the names of withdrawn people covered, internal evidence too; None where one stays.

    A person's own name is left: it may be that of another one.
    """
    if not names:
        return entry
    if withdrawn_in_name(content, entry, names):
        mark = content.config.catalogues[entry.source.lang].tell(COVERED)
        entry = replace(entry, facts=replace(entry.facts, name=cover_names(entry.facts.name, names, mark)))
    if not any(_holds(document, names) for document in entry.documents):
        return entry
    made = _covered(content, entry, names)
    profile = as_exemplar(made) if made else None
    return replace(profile, facts=replace(profile.facts, name=entry.facts.name)) if profile else None


def _holds(document: Document, names: Names) -> bool:
    """Return whether any value or the body of a document holds one of some names."""
    values = (text for key, value in document.data.items() if key not in ("name", *NOT_SHOWN) for text in _texts(value))
    texts = (*values, *document.words.values(), plain_text(document.body.nodes))
    return any(any(names.found_in(text)) for text in texts)


def _texts(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Label():
            yield from value.texts.values()
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


def _covered(content: Content, entry: AnyEntry, names: Names) -> AnyEntry | None:
    source = _document(content, entry.source, names)
    translations = {lang: _document(content, d, names) for lang, d in entry.translations.items()}
    made = replace(entry, source=source, facts=build(KINDS[entry.kind], source.data), translations=translations)
    texts = (text for document in made.documents for _, text in public_texts(content, made, document))
    return None if any(any(names.found_in(text)) for text in texts) else made


def _document(content: Content, document: Document, names: Names) -> Document:
    mark = content.config.catalogues[document.lang].tell(COVERED)

    def cover(text: str) -> str:
        return cover_names(text, names, mark)

    data = {key: value if key in (*NOT_SHOWN, "name") else _value(value, cover) for key, value in document.data.items()}
    words = {path: cover(text) for path, text in document.words.items()}
    return replace(document, data=data, words=words, body=_body(document.body, names, mark))


def cover_names(text: str, names: Names, mark: str) -> str:
    """Return a text with a mark in the place of each name."""
    for found in reversed(list(names.found_in(text))):
        text = text[: found.start] + mark + text[found.end :]
    return text


def _value(value: Value, cover: _Cover) -> Value:
    match value:
        case str():
            return cover(value)
        case Label():
            return replace(value, texts={lang: cover(text) for lang, text in value.texts.items()})
        case dict():
            return {name: _value(inner, cover) for name, inner in value.items()}
        case list():
            return [_value(inner, cover) for inner in value]
    return value


def _body(body: Body, names: Names, mark: str) -> Body:
    """Cover the names in a body; a link or picture whose address holds one leads nowhere."""

    def cover(text: str) -> str:
        return cover_names(text, names, mark)

    nodes = cover_nodes(body.nodes, names, mark)
    return replace(
        body,
        text=plain_text(nodes),
        nodes=nodes,
        links=tuple(link for link in body.links if cover(link.to) == link.to),
        images=tuple(replace(image, alt=cover(image.alt)) for image in body.images),
        headings=tuple(replace(heading, text=cover(heading.text)) for heading in body.headings),
    )


def cover_nodes(nodes: tuple[Node, ...], names: Names, mark: str) -> tuple[Node, ...]:
    """Return a tree with a mark in the place of each name, also of one that markup parts; notes are read apart."""
    found = [(f.start, f.end) for f in names.found_in(plain_text(without_notes(nodes)))]
    return tuple(_Walk(found, names, mark).nodes(nodes))


class _Walk:
    """Walks through a tree and counts what is read, as `plain_text` writes it."""

    def __init__(self, found: list[tuple[int, int]], names: Names, mark: str) -> None:
        self.found, self.names, self.mark, self.at = found, names, mark, 0

    def nodes(self, nodes: tuple[Node, ...]) -> Iterator[Node]:
        for node in nodes:
            if isinstance(node, str):
                yield self._text(node)
            elif node.tag == "note":
                yield replace(node, children=cover_nodes(node.children, self.names, self.mark))
            else:
                attrs = {name: cover_names(value, self.names, self.mark) for name, value in node.attrs.items()}
                yield Element(node.tag, attrs, tuple(self.nodes(node.children)))
                self.at += node.tag in BLOCKS or node.tag == "br"

    def _text(self, text: str) -> str:
        first, self.at = self.at, self.at + len(text)
        for start, end in reversed(self.found):
            if start < self.at and end > first:
                mark = self.mark if start >= first else ""
                text = text[: max(start - first, 0)] + mark + text[max(min(end, self.at) - first, 0) :]
        return text
