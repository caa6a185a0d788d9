"""Judges public text for personal data (safeguard SAF-04): numbers of identity, telephones, homes, births, health.

Everything that can be published is searched where it stands in the file, so that places are exact; internal evidence,
comments and free pages, where official contacts stand, are not. What is found is told covered: no message and no
excerpt repeats it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from guongsang.findings import Finding, covered, find
from guongsang.i18n.messages import say
from guongsang.judge.people.public_texts import public_texts
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.markdown.source import without_comments
from guongsang.read.odd_characters import first_of
from guongsang.text.personal_data import Personal, personal_in

_NUMBER_ALONE = re.compile(r"[\"']?\d+[\"']?")
"""A field that holds nothing but digits: the number of a document, which no words call a telephone."""


_KINDS = {
    "identity-number": say("an identity number"),
    "telephone-number": say("a telephone number"),
    "home-address": say("a home address"),
    "date-of-birth": say("a date of birth"),
    "relative": say("the name of a relative"),
    "health": say("a person's health"),
    "political-grading": say("a political grading"),
    "private-mail": say("a private e-mail address"),
}
"""The kinds of personal data as messages name them."""


def judge_personal_data(content: Content) -> Iterator[Finding]:
    """Judge every document but free pages and those of withdrawn profiles."""
    for entry in content.entries:
        if entry.kind == "page" or entry.withdrawn:
            continue
        for document in entry.documents:
            yield from _in_document(content, entry, document)


def _in_document(content: Content, entry: AnyEntry, document: Document) -> Iterator[Finding]:
    raw = document.source.text
    stretches = {
        document.spans[path] for path, _ in public_texts(content, entry, document) if path and path in document.spans
    }
    parts = [(start, raw[start:end]) for start, end in sorted(stretches)]
    parts = [(start, text) for start, text in parts if not _NUMBER_ALONE.fullmatch(text)]
    parts.append((document.body.start, without_comments(raw[document.body.start :])))
    found = [(start, text, one) for start, text in parts for one in personal_in(text)]
    yield from first_of([partial(_told, document, *one) for one in found])


def _told(document: Document, start: int, text: str, found: Personal) -> Finding:
    finding = find(
        "personal-data",
        document.source.place(start + found.start, start + found.end),
        say("{kind} stands here: {text}", kind=_KINDS[found.kind], text=covered(text[found.start : found.end])),
        say("take it out of the text; where it must stand, write allow with the code personal-data and a reason"),
    )
    return replace(finding, covered=True)
