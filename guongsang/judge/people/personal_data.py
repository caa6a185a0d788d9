"""Judges public text for personal data (safeguard SAF-04): numbers of identity, telephones, homes, births, health.

Everything that can be published is searched as it will be read, after escapes, entities, marks and line breaks, and
the place is then looked up in the file. Numbers of one person are looked for in comments, addresses and names of files
too, which others can see with the sources. Internal evidence, free pages and the contacts of the organisation are not
asked, because official contacts stand there. What is found is told covered: no message and no excerpt repeats it.
"""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import TypeAlias
from urllib.parse import unquote

from guongsang.findings import Finding, Place, covered, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.allowances import allowance
from guongsang.judge.people.blocks import lines_read, one_line
from guongsang.judge.people.public_texts import public_values
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.markdown.source import without_comments
from guongsang.read.odd_characters import first_of
from guongsang.read.source import Source
from guongsang.read.tables.config import Organisation
from guongsang.text.personal_data.names import personal_in_name
from guongsang.text.personal_data.search import personal_in
from guongsang.text.raw_text import RawText

_NUMBER_ALONE = re.compile(r"\d+")
"""A field that holds nothing but digits: the number of a document, which no words call a telephone."""
_DOCUMENT_FIELDS = ("document", "source", "number", "title")
_REMARK = re.compile(r"(?:^|[ \t])#.*", re.MULTILINE)
_HIDDEN_KINDS = (
    "identity-number",
    "telephone-number",
    "bank-account",
    "insurance-number",
    "tax-number",
    "driving-licence",
)
"""What is looked for in comments too: numbers by which others can reach a person or act in the person's name."""
_LANDLINE = re.compile(r"\D*(?:(?:00)?84\D*)?0?\)?\D*2")
"""The beginning of a landline, which in a comment is an office's."""

_KINDS = {
    "identity-number": say("an identity number"),
    "telephone-number": say("a telephone number"),
    "bank-account": say("the number of a bank account"),
    "insurance-number": say("a number of social or health insurance"),
    "tax-number": say("a personal tax number"),
    "driving-licence": say("the number of a driving licence"),
    "vehicle-plate": say("the number plate of a vehicle"),
    "personal-number": say("the number of a person's card or file"),
    "home-address": say("a home address"),
    "date-of-birth": say("a date of birth"),
    "relative": say("the name of a relative"),
    "child": say("a child's name and age"),
    "health": say("a person's health"),
    "political-grading": say("a political grading"),
    "private-mail": say("a private e-mail address"),
    "private-account": say("a person's account on a social network"),
}
"""The kinds of personal data as messages name them."""
_ASKED_OF_ALL = ("political-grading",)
"""What data files may ask of everybody, as criteria do; it says nothing about a person there."""


@dataclass(frozen=True)
class _Part:
    """A text of a document as it is read, and the stretch of the file in which it stands."""

    text: str
    start: int
    end: int


def judge_personal_data(content: Content, entry: AnyEntry) -> Iterator[Finding]:
    """Judge the names of an entry's files, and their texts unless it is a free page or a withdrawn profile."""
    for document in entry.documents if entry.kind != "page" else ():
        yield from _in_file_name(document.file)
        if not entry.withdrawn:
            yield from _in_document(content, entry, document)


def judge_other_files(content: Content) -> Iterator[Finding]:
    """Judge data files, and the names of pictures."""
    for file in content.pictures:
        if not file.startswith("content/pages/"):
            yield from _in_file_name(file)
    for file, values in content.data_values.items():
        yield from _in_data_file(content, content.sources[file], values)


def _in_file_name(file: str) -> Iterator[Finding]:
    for found in personal_in_name(file.rpartition("/")[2]):
        yield find(
            "personal-data",
            Place(file),
            say("{kind} stands in the name of this file", kind=_KINDS[found.kind]),
            say("rename the file; name files by unit and number, like qlxd-01"),
        )


def _in_document(content: Content, entry: AnyEntry, document: Document) -> Iterator[Finding]:
    raw = RawText(document.source.text)
    found = list(_in_texts(raw, [*_values(content, entry, document), *_body(document)]))
    found += _in_links(raw, document, {_last_letters(text) for _, _, _, text in found})
    found += _in_comments(raw, document.body.start)
    in_text = say(
        "take it out of the text; where it must stand, {allowance}", allowance=allowance(entry, "personal-data")
    )
    yield from first_of([partial(_told, document.source, in_text, *one) for one in found])


def _in_data_file(content: Content, source: Source, values: Iterable[tuple[int, int, str]]) -> Iterator[Finding]:
    """Find what stands in the values and remarks of a data file, where only official contacts belong."""
    raw = RawText(source.text)
    official = _contacts(content.config.organisation)
    parts = [_Part(one_line(text), start, end) for start, end, text in values if text not in official]
    found = [one for one in _in_texts(raw, parts) if one[2] not in _ASKED_OF_ALL]
    found += _in_comments(raw, len(source.text))
    out = say("take it out; data files hold nothing about single people")
    yield from first_of([partial(_told, source, out, *one) for one in found])


def _contacts(organisation: Organisation) -> set[str]:
    """Return the values of the configuration in which an organisation says how it can be reached."""
    return {
        organisation.email,
        organisation.phone,
        *(organisation.address.texts.values() if organisation.address else ()),
    }


_Located: TypeAlias = tuple[int, int, str, str]
"""The stretch of the file in which something was found, its kind, and how it reads."""


def _values(content: Content, entry: AnyEntry, document: Document) -> Iterator[_Part]:
    """Yield the values of the front matter that can be published; a document's number in digits is none of anybody."""
    seen = dict(public_values(content, entry, document))
    if document is entry.source and isinstance(name := document.data.get("name"), str):
        seen["name",] = name
    spans = {}
    for path, text in seen.items():
        number = path[-1] in _DOCUMENT_FIELDS and _NUMBER_ALONE.fullmatch(text)
        if path in document.spans and not number:
            spans[document.spans[path], text] = _Part(one_line(text), *document.spans[path])
    yield from spans.values()


def _body(document: Document) -> Iterator[_Part]:
    end = len(document.source.text)
    for line in lines_read(document.body.nodes):
        yield _Part(line, document.body.start, end)
    for image in document.body.images:
        yield _Part(one_line(image.alt), image.start, image.end)


def _in_texts(raw: RawText, parts: list[_Part]) -> Iterator[_Located]:
    """Find what stands in the texts, which are searched as one, a line each."""
    starts = [0, *accumulate(len(part.text) + 1 for part in parts)]
    whole = "\n".join(part.text for part in parts)
    for found in sorted(personal_in(whole), key=lambda found: found.start):
        part, text = parts[bisect.bisect_right(starts, found.start) - 1], whole[found.start : found.end]
        cell = text.rpartition(": ")[2]
        read = text if raw.holds(text, part.start, part.end) else cell
        place = raw.take(read, part.start, part.end)
        if place is None and not raw.holds(read, part.start, part.end):
            place = part.start, part.end
        if place:
            yield *place, found.kind, text


def _in_links(raw: RawText, document: Document, told: set[str]) -> Iterator[_Located]:
    """Find what stands in the targets of links, unless the words of the text give it away already."""
    for link in document.body.links:
        target = unquote(link.to)
        for found in [*personal_in(target), *personal_in_name(target)][:1]:
            text = target[found.start : found.end]
            if _last_letters(text) not in told:
                at = raw.raw.find(text, link.start, link.end)
                yield *((at, at + len(text)) if at >= 0 else (link.start, link.end)), found.kind, text


def _last_letters(text: str) -> str:
    """Return the end of a number or an address, by which it is known in any grouping."""
    return "".join(filter(str.isalnum, text))[-9:]


def _in_comments(raw: RawText, start: int) -> Iterator[_Located]:
    """Find the numbers of one person in remarks of the YAML and in comments of the body, which starts at an index."""
    shown = without_comments(raw.raw[start:])
    comments = [(start + first, raw.raw[start + first : start + last]) for first, last in _cut(raw.raw[start:], shown)]
    remarks = [(m.start(), m[0]) for m in _REMARK.finditer(raw.raw, 0, start)]
    for at, text in (*remarks, *comments):
        for found in personal_in(text):
            place, number = (at + found.start, at + found.end), text[found.start : found.end]
            landline = found.kind == "telephone-number" and _LANDLINE.match(number)
            if found.kind in _HIDDEN_KINDS and not landline and raw.is_free(place):
                yield *place, found.kind, number


def _cut(typed: str, shown: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the comments of a text, which are blanks in what is shown."""
    end = 0
    while (start := typed.find("<!--", end)) >= 0 and (close := typed.find("-->", start)) >= 0:
        end = close + 3 if shown[start] == " " else start + 4
        if shown[start] == " ":
            yield start, end


def _told(source: Source, hint: Message, start: int, end: int, kind: str, text: str) -> Finding:
    message = say("{kind} stands here: {text}", kind=_KINDS[kind], text=covered(text))
    finding = find("personal-data", source.place(start, end), message, hint)
    return replace(finding, covered=True)
