"""The texts of a document as they were typed: its words and its body, without code, comments and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.read.documents.document import Document
from guongsang.read.markdown.source import scan_markdown

_ADDRESS = re.compile(
    r"(?<=\]\()[^)\n]*|<[^<>\s]+>|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+|^ *\[[^\]\n]+\]: *\S.*$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class TypedText:
    """A text and the index in the file at which it begins."""

    start: int
    text: str


def typed_texts(document: Document) -> Iterator[TypedText]:
    """Yield the words of the front matter, then the body; what is not looked at is blank."""
    raw = document.source.text
    for path in document.words:
        if path in document.spans:
            start, end = document.spans[path]
            yield TypedText(start, _without_addresses(raw[start:end]))
    yield TypedText(document.body.start, _without_addresses(scan_markdown(raw[document.body.start :]).searchable))


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda match: "\x00" * len(match[0]), text)
