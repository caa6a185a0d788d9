"""Judges what the habits of Word and Zalo do to a text in Markdown, and a spelling that is not kept.

Lines that look like a heading in Word are plain lines here and do not stand in the contents. And a document that
writes both hòa and hoà makes readers stumble. Names are never counted: whatever has a capital letter is left as its
bearer writes it.
"""

import unicodedata
from collections.abc import Iterator

from guongsang.findings import Finding, find
from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import say, say_n
from guongsang.judge.texts.typed_texts import searchable_body
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.markdown.source import lines_of
from guongsang.text.patterns import lazy
from guongsang.text.vietnamese import same_tone_placement

_ROMAN_HEADING = lazy(r" {0,3}(?:\*\*|__)?[IVX]{1,5}[.)] *(?P<words>[^\W\d_].{3,100})$")
_BOLD_LINE = lazy(r" {0,3}(\*\*|__)(?P<words>[^*_\n]{2,80})\1:?\s*$")
_MARKED_END = lazy(r"(?:[oòóỏõọ][aeàáảãạèéẻẽẹ]|[uùúủũụ](?<!q.)[yỳýỷỹỵ])(?![^\W\d_])")
"""The end of a word in which a tone mark may stand in two places; what is before it is looked at afterwards."""


def judge_office_habits(entry: AnyEntry) -> Iterator[Finding]:
    """Judge the documents of an entry."""
    for document in entry.documents:
        if not document.body.refused:
            yield from _headings(document)
        if base_of(document.lang) == "vi":
            yield from _tone_placement(document)


def _lines(document: Document) -> list[tuple[int, str]]:
    """List the lines of a body with their places in the source, code and comments as blanks."""
    start = document.body.start
    return [(start + at, line) for at, line in lines_of(searchable_body(document.source.text[start:]))]


def _headings(document: Document) -> Iterator[Finding]:
    """Report lines that stand alone and look like a heading."""
    lines = _lines(document)
    for i, (at, line) in enumerate(lines):
        alone = (i == 0 or not lines[i - 1][1].strip()) and (i + 1 == len(lines) or not lines[i + 1][1].strip())
        if not alone or not line.strip() or not (_is_roman_heading(line) or _is_bold_heading(line)):
            continue
        indent = len(line) - len(line.lstrip())
        words = line.strip().strip("*_: ")
        yield find(
            "office-heading",
            document.source.place(at + indent, at + len(line.rstrip())),
            say("this line looks like a heading, but it is a paragraph"),
            say("write it as a heading: ## {text}", text=words),
        )


def _is_roman_heading(line: str) -> bool:
    match = _ROMAN_HEADING.match(line)
    return bool(match and match["words"] == match["words"].upper())


def _is_bold_heading(line: str) -> bool:
    match = _BOLD_LINE.match(line)
    return bool(match and len(match["words"].split()) <= 12 and match["words"].rstrip()[-1] not in '.?!,;…”"')


def _tone_placement(document: Document) -> Iterator[Finding]:
    """Report the first word of the rarer style, with one of the other and its line; capitals and addresses are left."""
    styles: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
    text = document.source.text
    for start, word in marked_words(text):
        if word != word.lower() or text[start - 1 : start] in ("/", "@", "-", "_", "&"):
            continue
        old = unicodedata.normalize("NFC", same_tone_placement(word))
        if old != word:
            styles[True].append((start, word))
        elif _has_other_style(word):
            styles[False].append((start, word))
    if not (styles[True] and styles[False]):
        return
    rare = len(styles[True]) <= len(styles[False])
    (at, word), (other_at, other) = styles[rare][0], styles[not rare][0]
    yield find(
        "mixed-tone-placement",
        document.source.place(at, at + len(word)),
        say(
            "the tone mark stands differently in “{word}” and in “{other}” (line {line})",
            word=word,
            other=other,
            line=str(document.source.place(other_at).line),
        ),
        say_n(
            "write one way throughout; here {n} word is written like “{other}”",
            "write one way throughout; here {n} words are written like “{other}”",
            n=len(styles[not rare]),
            other=other,
        ),
    )


def marked_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words in which a tone mark may stand in two places, each with its index."""
    for match in _MARKED_END.finditer(text):
        at = match.start()
        while at and text[at - 1].isalnum() and not text[at - 1].isdecimal():
            at -= 1
        yield at, text[at : match.end()]


def _has_other_style(word: str) -> bool:
    """Return whether a word is written in the old style: its tone mark stands on the first of two open vowels."""
    return unicodedata.normalize("NFD", word[-2])[1:] != "" and unicodedata.normalize("NFD", word[-1])[1:] == ""
