"""The texts of a document as they were typed: its words and its body, without code, comments and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guongsang.read.documents.document import Document
from guongsang.read.markdown.source import scan_markdown

ADDRESS = re.compile(
    r"(?<=\]\()[^)\n]*|<[^<>\s]+>|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+|^ *\[[^\]\n]+\]: *\S.*$",
    re.MULTILINE,
)
_SIGNS_OF_ADDRESSES = ("[", "<", "@", "://", "www.")


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
            yield TypedText(start, without_addresses(raw[start:end]))
    yield TypedText(document.body.start, without_addresses(searchable_body(raw[document.body.start :])))


@lru_cache(maxsize=16)
def searchable_body(raw: str) -> str:
    """Return a body without code and comments, as long as it was; several rooms ask for that of one entry in turn."""
    return scan_markdown(raw).searchable


@lru_cache(maxsize=64)
def without_addresses(text: str) -> str:
    """Return a text with blanks for its addresses, as long as it was; several rooms ask for it in turn."""
    if not any(sign in text for sign in _SIGNS_OF_ADDRESSES):
        return text
    return ADDRESS.sub(lambda match: "\x00" * len(match[0]), text)
