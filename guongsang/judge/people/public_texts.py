"""Every text of a document that can be published."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import unquote

from guongsang.i18n.messages import Label
from guongsang.judge.criteria.evidence import is_internal
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.markdown.tree import running_texts
from guongsang.read.tables.exemplar import Exemplar

NOT_SHOWN = frozenset(
    ("consent", "allow", "sample", "draft", "moved_from", "related", "photo", "unit", "category", "criteria")
)


def public_texts(content: Content, entry: AnyEntry, document: Document) -> Iterator[tuple[FieldPath, str]]:
    """Yield every text of a document that can be published, with its path; the body's path is empty."""
    yield from public_values(content, entry, document)
    for text in running_texts(document.body.nodes):
        yield (), text
    for image in document.body.images:
        yield (), image.alt
    for link in document.body.links:
        yield (), unquote(link.to)


def public_values(content: Content, entry: AnyEntry, document: Document) -> Iterator[tuple[FieldPath, str]]:
    """Yield the texts of a document's front matter that can be published, with their paths."""
    profile = entry.facts if isinstance(entry.facts, Exemplar) else None
    criteria = content.criteria_of(entry.campaign)
    evidence = profile.evidence if profile else ()
    hidden: set[str | int] = {item.id for item in evidence if is_internal(item, criteria)}
    for path, text in document.words.items():
        if not (len(path) > 1 and path[0] == "evidence" and path[1] in hidden):
            yield path, text
    word_paths = set(document.words)
    for path, text in _texts(document.data, ()):
        inside_evidence = len(path) > 1 and path[0] == "evidence"
        if path in word_paths or path[0] in NOT_SHOWN or (profile and path == ("name",)):
            continue
        if inside_evidence and evidence[int(path[1])].id in hidden:
            continue
        yield path, text


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    match value:
        case str():
            yield path, value
        case Label():
            for text in value.texts.values():
                yield path, text
        case Mapping():
            for name, inner in value.items():
                yield from _texts(inner, (*path, name))
        case list():
            for i, inner in enumerate(value):
                yield from _texts(inner, (*path, i))
        case date() | bool() | int() | float():
            return
