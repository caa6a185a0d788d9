"""Fingerprints: what a translation or an approval was made of."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from guongsang.i18n.messages import Label
from guongsang.read.documents.document import Document
from guongsang.read.fields.kinds import Value


def words_as_json(document: Document) -> dict[str, str]:
    """Return the words of a document by path, `evidence/e1/text`, in the form that fingerprints are made of."""
    return {"/".join(map(str, path)): normalized(text) for path, text in document.words.items()}


def fingerprint_of(value: object) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of a value as canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def normalized(text: str) -> str:
    """Bring a text to the form that fingerprints are made of: no blanks at line ends or around it."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip()


def plain(value: Value) -> object:
    """Bring values to what JSON knows: dates as ISO text, labels as their texts."""
    match value:
        case Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case list():
            return [plain(v) for v in value]
        case Label():
            return dict(value.texts)
        case date():
            return value.isoformat()
        case str():
            return normalized(value)
    return value
