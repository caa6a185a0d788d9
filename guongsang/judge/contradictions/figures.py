"""Figures of a text against those of the facts: evidence and measure, points taken for percent."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.texts.typed_texts import typed_texts
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.patterns import lazy

_FIGURE = r"(?P<{name}>\d+(?:[.,]\d+)*)"
_CHANGE = lazy(
    r"(?:\b(?P<verb>giảm|tăng|rút|nâng|hạ|cắt|fell|rose|dropped|cut|reduced|grew|increased|decreased)\b[^.;\n]{0,60}?)?"
    rf"\b(?:từ|from)\s+(?:mức\s+)?{_FIGURE.format(name='before')}(?P<percent>\s*%)?[^.;:\d\n]{{0,40}}?\s"
    r"(?:xuống|lên|còn|thành|down to|up to|(?P<open>đến|to))\s+(?:còn\s+|mức\s+)?"
    rf"{_FIGURE.format(name='after')}(?P<percent_after>\s*%)?",
    re.IGNORECASE,
)
"""A change from one figure to another; what only goes from one to the other (from 8 to 10 o'clock) needs a verb."""
_FROM_FIGURE = lazy(r"(?:từ|from)\s+(?:mức\s+)?\d")
"""What stands in small letters in every change; to look for it first is far quicker."""
_BY_PERCENT = lazy(
    r"\b(?:giảm|tăng|hạ|(?:fell|rose|dropped|grew|decreased|increased|down|up) by)\s+(?:được\s+|thêm\s+)?"
    r"(?P<by>\d+(?:[.,]\d+)?)\s*%(?!\s*(?:điểm|points?))",
    re.IGNORECASE,
)
_SCALED = lazy(r"\s*(?:triệu|nghìn|ngàn|tỷ|tỉ|million|thousand|billion)\b", re.IGNORECASE)
_OF_THE_CHANGE = lazy(
    r"[\s,;:()–—-]*"
    r"(?:(?:tức|nghĩa|tương đương|hay|như vậy|đã|là|that is|i\.e\.|or|which|is|so|it|a|từ|mức|from)[\s,]+)*",
    re.IGNORECASE,
)
"""What may stand between a change of percentages and its own difference; other words name another thing."""


def judge_measures(entry: Entry[Exemplar]) -> Iterator[Finding]:
    """Judge the figures of a profile."""
    yield from _evidence(entry)
    for document in entry.documents:
        yield from _points(document)


def value_of(typed: str) -> Decimal | None:
    """Return what a figure is worth in a text, where dots or commas may part decimals or thousands."""
    plain = re.sub(r"[.,](?=\d{3}(?!\d))", "", typed).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _evidence(entry: Entry[Exemplar]) -> Iterator[Finding]:
    """Report a text whose changes in words are all other than that of the measure beside it."""
    for i, item in enumerate(entry.facts.evidence):
        measure = item.measure
        if measure is None or measure.before is None or measure.after is None:
            continue
        wanted = (Decimal(str(measure.before)), Decimal(str(measure.after)))
        changes = [match for match in _changes_in(item.text) if None not in _values(match) and not _scaled(match)]
        if changes and all(_values(match) != wanted for match in changes):
            yield _told(
                entry.source.place("evidence", i, "text"),
                say(
                    "the text says {text}, the measure {before} and {after}",
                    text=changes[0][0][-60:],
                    **_shown(wanted),
                ),
                say("correct the one that is wrong"),
            )


def _values(change: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    return value_of(change["before"]), value_of(change["after"])


def _scaled(change: re.Match[str]) -> bool:
    """Return whether a figure of a change is one of thousands or millions in words."""
    return any(_SCALED.match(change.string, change.end(name)) for name in ("before", "after"))


def _changes_in(text: str) -> Iterator[re.Match[str]]:
    if _FROM_FIGURE.search(text.lower()):
        yield from (match for match in _CHANGE.finditer(text) if match["verb"] or not match["open"])


def _shown(values: tuple[Decimal, Decimal]) -> dict[str, str]:
    return {"before": f"{values[0].normalize():f}", "after": f"{values[1].normalize():f}"}


def _points(document: Document) -> Iterator[Finding]:
    """Report a change of percentages that is itself given in percent: from 12 % to 4 % is 8 points, not 8 %."""
    for text in typed_texts(document):
        changes = [m for m in _changes_in(text.text) if m["percent"] and m["percent_after"]]
        for match in _BY_PERCENT.finditer(text.text) if changes else ():
            if any(_is_difference(match, change) for change in changes):
                yield _told(
                    document.source.place(text.start + match.start(), text.start + match.end()),
                    say("{text} of what? between two percentages lie points", text=match[0]),
                    say("write percentage points, or reckon the change anew"),
                )


def _is_difference(by: re.Match[str], change: re.Match[str]) -> bool:
    """Return whether a figure is the difference of two percentages and stands beside them, before or behind."""
    if by.start() >= change.end():
        between = by.string[change.end() : by.start()]
    else:
        between = by.string[by.end() : change.start("before")]
    before, after = _values(change)
    return bool(_OF_THE_CHANGE.fullmatch(between)) and value_of(by["by"]) == abs((before or 0) - (after or 0))


def _told(place: Place, message: Message, hint: Message) -> Finding:
    return find("contradiction", place, message, hint)
