"""Opens documents: fences and body of any file; facts and words of a source file. A translation's words come later."""

import re
import string
from collections.abc import Sequence
from typing import TypeAlias

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue
from guongsang.read.documents.document import Document, OpenedDocument
from guongsang.read.documents.names import DocumentName
from guongsang.read.documents.words import word_paths
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import Reading
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.source import Source, read_text
from guongsang.read.tables.documents import DOCUMENTS
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.parser import read_yaml

Opened: TypeAlias = tuple[Source | None, Document | OpenedDocument | None, list[Finding]]
_USUAL_BYTES = 50_000
_USUAL_SIGNS = 3_000
_LETTERS = (string.ascii_letters + string.digits + " \n").encode() + bytes(range(128, 256))
_NAME_LINE = re.compile(r"^name:[ \t]*(?:[>|][0-9+-]*[ \t]*(?P<below>(?:\n[ \t]+\S.*)+)|(?P<beside>.+))$", re.MULTILINE)


def is_unusual(data: bytes) -> bool:
    """Return whether a document is so long, or has so many signs, that only limits bound the time of its reading."""
    return len(data) > _USUAL_BYTES or len(data.translate(None, _LETTERS)) > _USUAL_SIGNS


def read_document(
    name: DocumentName,
    file: str,
    data: bytes,
    words: tuple[Sequence[str], Sequence[Catalogue]],
    parser: Parser | None = None,
) -> Opened:
    """Open a file, and read the facts of a source document; `words` are the site's languages and its catalogues."""
    source, opened, findings = open_document(name, file, data, parser or Parser())
    if opened is None or name.lang != words[0][0]:
        return source, opened, findings
    document, faults = read_facts(opened, *words)
    return source, document, findings + faults


def open_document(
    name: DocumentName, file: str, data: bytes, parser: Parser
) -> tuple[Source | None, OpenedDocument | None, list[Finding]]:
    """Read text, fences and body of a file; the document is None where its fields cannot be read at all."""
    source, findings = read_text(data, file)
    if source is None:
        return None, None, findings
    front, faults = read_front(source)
    findings += faults
    if front.node is None:
        return source, None, findings
    body, faults = read_body(source, front.body, parser)
    findings += faults
    return (
        source,
        OpenedDocument(
            file=file, kind=name.kind, lang=name.lang, source=source, fields=front.node, fence=front.fence, body=body
        ),
        findings,
    )


def read_facts(
    opened: OpenedDocument, languages: Sequence[str], catalogues: Sequence[Catalogue] = ()
) -> tuple[Document, list[Finding]]:
    """Read the facts and words of a source document by the table of its kind; `catalogues` have labels of fields."""
    table = DOCUMENTS[opened.kind]
    reading = Reading(opened.source, tuple(languages), marks=True, catalogues=tuple(catalogues))
    facts = read_tree(reading, opened.fields, table, opened.fence)
    words, spans = {}, dict(reading.spans)
    for by_id, by_place, text in word_paths(facts, table):
        words[by_id] = text
        spans.setdefault(by_id, reading.spans.get(by_place, opened.fence))
    document = Document(
        file=opened.file,
        kind=opened.kind,
        lang=opened.lang,
        source=opened.source,
        data=facts,
        words=words,
        body=opened.body,
        spans=spans,
        keys=reading.keys,
        fence=opened.fence,
        unfilled=reading.unfilled,
        wrong=frozenset(reading.wrong),
        broken=bool(opened.fields.unread),
    )
    return document, reading.findings


def name_in(source: Source) -> str:
    """Return the name in a profile that cannot be read, as far as its line can be made out; else empty."""
    line = _NAME_LINE.search(source.text)
    if line is None:
        return ""
    node, _ = read_yaml(source, *line.span())
    member = (node.members or {}).get("name") if node else None
    return (member and member.node.text) or (line["below"] or line["beside"]).strip().strip("\"'")
