"""Translations without a source file: whether it cannot be read, was renamed, or is not there.

In come the translations and the entries that were read; out come findings, and for each source file that was renamed
the path that its translations give it. A stamp says which text a translation is of, so it also finds that text again.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.read.documents.document import OpenedDocument
from guongsang.read.documents.entry import AnyEntry


def source_of(document: OpenedDocument, source_language: str) -> str:
    """Return the path of the source file that a translation asks for."""
    return re.sub(r"[^.]+\.md$", f"{source_language}.md", document.file)


def renamed_sources(
    documents: Iterable[OpenedDocument], entries: Collection[AnyEntry], source_language: str
) -> dict[str, str]:
    """Return for each renamed source file the path at which its translations look for it."""
    renamed = {}
    for document in documents:
        stamp = (document.fields.members or {}).get("translates")
        found = [
            entry
            for entry in entries
            if stamp and document.kind == entry.kind and document.lang not in entry.translations
            if entry.fingerprint == stamp.node.text
        ]
        if len(found) == 1:
            renamed[found[0].source.file] = source_of(document, source_language)
    return renamed


def judge_orphans(
    documents: Iterable[OpenedDocument], renamed: dict[str, str], unread: Collection[str], source_language: str
) -> Iterator[Finding]:
    """Report translations without a source file; where that file only cannot be read, its own findings are enough."""
    files = {wanted: file for file, wanted in renamed.items()}
    for document in documents:
        wanted = source_of(document, source_language)
        if wanted in unread:
            continue
        if wanted in files:
            yield _renamed(document, files[wanted], wanted)
        else:
            yield find(
                "orphan-translation",
                Place(document.file),
                say("this translation has no source file"),
                say("write {file}, which holds the facts, or remove this file", file=wanted),
            )


def _renamed(document: OpenedDocument, source: str, wanted: str) -> Finding:
    """Report that the source of a translation has another name than it."""
    own = f"{source.removesuffix('.md').rpartition('.')[0]}.{document.lang}.md"
    return find(
        "orphan-translation",
        Place(document.file),
        say("this translation has no source file; by its stamp it translates {file}", file=source),
        say("rename that file back to {file}, or this one to {other}", file=wanted, other=own),
    )
