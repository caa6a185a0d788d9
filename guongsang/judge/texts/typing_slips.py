"""Judges what prints badly: names and titles without capitals or marks, places left to fill in, loose punctuation.

All of it may be meant, so it is told as information, once for each kind in a document. Code, comments and addresses are
not looked at; names without marks only where the source language is Vietnamese.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guongsang.findings import Finding, find
from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import Message, say
from guongsang.judge.texts.typed_texts import TypedText, typed_texts
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.patterns import lazy
from guongsang.text.syllables import is_syllable
from guongsang.text.vietnamese import fold

_FAMILIES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong dao doan trinh luong".split()
)
_LEFT = lazy(
    r"…{2,}|\.{5,}|(?<=[\w:] )_{4,}"
    r"|(?<!\[)\[(?:điền|nhập|ghi|chèn|bổ sung|fill in|insert|to do|todo|tbd)\b[^\]\n]{0,200}\](?!\()",
    re.IGNORECASE,
)


_SIGNS_OF_LEFT = ("……", ".....", "____", "[")
LOOSE_STARS = lazy(r"\*\*(?<![^\s(“\"']\*\*)(?:[ \t\xa0][^*\n]{1,500}|[^*\s][^*\n]{0,500}[ \t\xa0])\*\*(?!\*)")


@dataclass(frozen=True)
class _Slip:
    """A slip of typing: one of its signs stands wherever the pattern finds something; what is wrong, what to do."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    message: Message
    hint: Message


_SLIPS = (
    _Slip(
        (" ,", " ;", " ."),
        lazy(r"(?<=[^\W\d_]) +[,;.](?=\s|$)"),
        say("a blank stands before “{sign}”"),
        say("write “{sign}” right behind the word"),
    ),
    _Slip(
        (",",),
        lazy(r",(?<=[^\W\d_],)(?=[^\W\d_])"),
        say("no blank stands behind “{sign}”"),
        say("put a blank behind “{sign}”"),
    ),
    _Slip(
        (",,", ".."),
        lazy(r"(?<=[\w)”]),,(?=\s|$)|(?<=[\w)”])\.\.(?=\s|$)"),
        say("“{sign}” stands twice"),
        say("leave one, or write … for what is left out"),
    ),
)


def judge_typing_slips(entry: AnyEntry) -> Iterator[Finding]:
    """Judge the documents of an entry but those that are refused."""
    for document in entry.documents:
        if not document.body.refused:
            texts = list(typed_texts(document))
            yield from _left_open(document, texts)
            yield from _loose_stars(document, texts)
            if base_of(document.lang) in ("vi", "en"):
                yield from _punctuation(document, texts)
    yield from _names(entry)


def _left_open(document: Document, texts: list[TypedText]) -> Iterator[Finding]:
    looked_at = (text for text in texts if any(sign in text.text for sign in _SIGNS_OF_LEFT))
    found = ((text, match) for text in looked_at for match in _LEFT.finditer(text.text))
    for text, match in found:
        yield find(
            "left-open",
            document.source.place(text.start + match.start(), text.start + match.end()),
            say("this seems to be left to fill in: {text}", text=match[0][:40]),
            say("write what belongs here, or take it out"),
        )
        return


def _loose_stars(document: Document, texts: list[TypedText]) -> Iterator[Finding]:
    """Report words that stars do not make bold, because a blank stands inside them."""
    for text in texts:
        if text.start == document.body.start and (match := LOOSE_STARS.search(text.text)):
            yield find(
                "typing-slip",
                document.source.place(text.start + match.start(), text.start + match.end()),
                say("a blank stands inside these stars, so they are shown and the words are not bold"),
                say("write the stars right at the words: {text}", text=f"**{_words(match[0])}**"),
            )


def _words(starred: str) -> str:
    return starred.strip("* \t\xa0")


def _punctuation(document: Document, texts: list[TypedText]) -> Iterator[Finding]:
    for slip in _SLIPS:
        for text in texts:
            if any(sign in text.text for sign in slip.signs) and (match := slip.pattern.search(text.text)):
                sign = match[0].strip()[0]
                yield find(
                    "typing-slip",
                    document.source.place(text.start + match.start(), text.start + match.end()),
                    Message(slip.message.text, {"sign": sign}),
                    Message(slip.hint.text, {"sign": sign}),
                )
                break


def _names(entry: AnyEntry) -> Iterator[Finding]:
    """Report a title, and the name of a profile, that lack capitals or marks."""
    source = entry.source
    vietnamese = base_of(source.lang) == "vi"
    title = source.words.get(("title",), "").strip()
    if ("title",) not in source.unfilled:
        yield from _title(entry, title, vietnamese=vietnamese)
    name = entry.facts.name.strip() if isinstance(entry.facts, Exemplar) else ""
    if not name or ("name",) in source.unfilled:
        return
    if name == name.lower() != name.upper():
        yield _name_finding(entry, "name", say("the name is written without capitals"))
    elif vietnamese and _lacks_marks(name):
        yield _name_finding(entry, "name", say("the name seems to lack its marks"))


def _title(entry: AnyEntry, title: str, *, vietnamese: bool) -> Iterator[Finding]:
    words = title.split()
    if title[:1].islower():
        yield _name_finding(entry, "title", say("the title begins with a small letter"))
    elif len(words) > 3 and title == title.upper() != title.lower():
        yield _name_finding(entry, "title", say("the title is written in capitals throughout"))
    elif vietnamese and len(words) > 3 and title.isascii() and any(word.isalpha() for word in words):
        yield _name_finding(entry, "title", say("the title seems to lack its marks"))


def _lacks_marks(name: str) -> bool:
    """Return whether a name of several words has no mark though one of them must have one."""
    words = name.lower().split()
    if len(words) < 2 or not name.isascii() or not all(word.isalpha() for word in words):
        return False
    return words[0] in _FAMILIES or not all(is_syllable(word) for word in words if fold(word) == word)


def _name_finding(entry: AnyEntry, field: str, message: Message) -> Finding:
    return find(
        "typing-slip",
        entry.source.source.place(*entry.source.spans.get((field,), entry.source.fence)),
        message,
        say("write it as it is to be printed"),
    )
