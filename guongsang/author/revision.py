"""What somebody looks at before a translation is stamped: what differs from the source, and what changed in it.

The words of a source are kept in `.cache` under their fingerprint when a translation is stamped, so that later it is
known what has changed since. Where that is not known, all parts of the source stand beside those of the translation.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from guongsang.author.translate import blocks
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.fingerprints import normalized, words_as_json
from guongsang.read.markdown.source import without_comments

_FOLDER = ".cache/translated"


@dataclass(frozen=True)
class Part:
    """A field or a paragraph of a source: the field's name (empty in the body), what it says now, and what beside it.

    `beside` is what the source said before, or what the translation says.
    """

    name: str
    now: str
    beside: str


def keep_source(root: Path, entry: AnyEntry) -> None:
    """Keep what a source says as of now; what cannot be kept is merely not known later."""
    path = root / _FOLDER / f"{entry.fingerprint}.json"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_says(entry.source), ensure_ascii=False), encoding="utf-8")


def changed_parts(root: Path, entry: AnyEntry, translation: Document) -> list[Part] | None:
    """Return what changed in the source since a translation was stamped; None where that is not known."""
    before = _kept(root, translation.translates or "")
    if before is None:
        return None
    now = _says(entry.source)
    fields = [n for n in dict.fromkeys((*now, *before)) if n and now.get(n, "") != before.get(n, "")]
    parts = [Part(name.replace("/", "."), now.get(name, ""), before.get(name, "")) for name in fields]
    return [*parts, *_changed_blocks(before.get("", ""), now[""])]


def all_parts(entry: AnyEntry, translation: Document) -> list[Part]:
    """Return every field and paragraph of a source with that of its translation beside it."""
    ours, theirs = words_as_json(entry.source), words_as_json(translation)
    parts = [Part(name.replace("/", "."), text, theirs.get(name, "")) for name, text in ours.items()]
    pairs = zip_longest(_blocks(entry.source), _blocks(translation), fillvalue="")
    return [*parts, *(Part("", now, beside) for now, beside in pairs)]


def _says(document: Document) -> dict[str, str]:
    """Return the words of a document by path, with its body under the empty one."""
    return {**words_as_json(document), "": normalized(document.body.text)}


def _blocks(document: Document) -> list[str]:
    return list(blocks(without_comments(document.body.text)))


def _kept(root: Path, fingerprint: str) -> Mapping[str, str] | None:
    """Read what a source said under a fingerprint; None where nothing sound was kept."""
    if not (fingerprint.isascii() and fingerprint.isalnum()):
        return None
    with suppress(OSError, ValueError, RecursionError):
        known = json.loads((root / _FOLDER / f"{fingerprint}.json").read_text(encoding="utf-8"))
        if isinstance(known, dict) and all(isinstance(text, str) for text in known.values()):
            return known
    return None


def _changed_blocks(before: str, now: str) -> Iterator[Part]:
    """Pair the paragraphs that are new in a body with those that are gone, in their order."""
    old, new = list(blocks(before)), list(blocks(now))
    gone, come = [b for b in old if b not in new], [b for b in new if b not in old]
    for here, there in zip_longest(come, gone, fillvalue=""):
        yield Part("", here, there)
