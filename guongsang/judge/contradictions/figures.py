"""Figures of a text against those of the facts: evidence and measure, points taken for percent, counts of a review."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.dates import exemplars_of
from guongsang.judge.texts.typed_texts import typed_texts
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.exemplar import Exemplar

_FIGURE = r"(?P<{name}>\d+(?:[.,]\d+)*)"
_CHANGE = re.compile(
    r"(?:\b(?P<verb>giảm|tăng|rút|nâng|hạ|cắt|fell|rose|dropped|cut|reduced|grew|increased|decreased)\b[^.;\n]{0,60}?)?"
    rf"\b(?:từ|from)\s+(?:mức\s+)?{_FIGURE.format(name='before')}(?P<percent>\s*%)?[^.;:\d\n]{{0,40}}?\s"
    r"(?:xuống|lên|còn|thành|down to|up to|(?P<open>đến|to))\s+(?:còn\s+|mức\s+)?"
    rf"{_FIGURE.format(name='after')}(?P<percent_after>\s*%)?",
    re.IGNORECASE,
)
"""A change from one figure to another; what only goes from one to the other (from 8 to 10 o'clock) needs a verb."""
_BY_PERCENT = re.compile(
    r"\b(?:giảm|tăng|hạ|(?:fell|rose|dropped|grew|decreased|increased|down|up) by)\s+(?:được\s+|thêm\s+)?"
    r"(?P<by>\d+(?:[.,]\d+)?)\s*%(?!\s*(?:điểm|points?))",
    re.IGNORECASE,
)
_COUNTED = {
    "registered": (r"đăng ký", r"registered"),
    "approved": (r"duyệt|công nhận", r"approved"),
    "honoured": (r"biểu dương|khen thưởng|tuyên dương", r"honoured|commended"),
}
_THINGS = r"(?:hồ sơ|gương|điển hình|exemplars?|profiles?)"


def judge_measures(entry: Entry[Exemplar]) -> Iterator[Finding]:
    """Judge the figures of a profile."""
    yield from _evidence(entry)
    for document in entry.documents:
        yield from _points(document)


def judge_counts(content: Content) -> Iterator[Finding]:
    """Judge what reviews of campaigns count."""
    for campaign in content.campaigns:
        for review in content.reviews:
            if review.slug == campaign.slug:
                yield from _review(content, review, exemplars_of(content, campaign))


def value_of(typed: str) -> Decimal | None:
    """Return what a figure is worth in a text, where dots or commas may part decimals or thousands."""
    plain = re.sub(r"[.,](?=\d{3}(?!\d))", "", typed).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _evidence(entry: Entry[Exemplar]) -> Iterator[Finding]:
    """Report a change in words that is not that of the measure beside it."""
    for i, item in enumerate(entry.facts.evidence):
        measure = item.measure
        if measure is None or measure.before is None or measure.after is None:
            continue
        wanted = (Decimal(str(measure.before)), Decimal(str(measure.after)))
        for match in _changes_in(item.text):
            said = (value_of(match["before"]), value_of(match["after"]))
            if None not in said and said != wanted:
                yield _told(
                    entry.source.place("evidence", i, "text"),
                    say(
                        "the text says {text}, the measure {before} and {after}", text=match[0][-60:], **_shown(wanted)
                    ),
                    say("correct the one that is wrong"),
                )
                break


def _changes_in(text: str) -> Iterator[re.Match[str]]:
    yield from (match for match in _CHANGE.finditer(text) if match["verb"] or not match["open"])


def _shown(values: tuple[Decimal, Decimal]) -> dict[str, str]:
    return {"before": f"{values[0].normalize():f}", "after": f"{values[1].normalize():f}"}


def _points(document: Document) -> Iterator[Finding]:
    """Report a change of percentages that is itself given in percent: from 12 % to 4 % is 8 points, not 8 %."""
    for text in typed_texts(document):
        changes = [m for m in _changes_in(text.text) if m["percent"] and m["percent_after"]]
        differences = {abs((value_of(m["before"]) or 0) - (value_of(m["after"]) or 0)) for m in changes}
        for match in _BY_PERCENT.finditer(text.text):
            if changes and value_of(match["by"]) in differences:
                yield _told(
                    document.source.place(text.start + match.start(), text.start + match.end()),
                    say("{text} of what? between two percentages lie points", text=match[0]),
                    say("write percentage points, or reckon the change anew"),
                )


def _review(content: Content, review: AnyEntry, exemplars: tuple[Entry[Exemplar], ...]) -> Iterator[Finding]:
    """Report a number of registered, approved or honoured exemplars that is not that of the files."""
    for document in review.documents:
        for text in typed_texts(document):
            for stage, words in _COUNTED.items():
                count = sum(1 for entry in exemplars if not entry.draft and stage in entry.progress)
                for match in _counts_in(text.text, "|".join(words)):
                    if int(match["n"]) != count:
                        yield _told(
                            document.source.place(text.start + match.start(), text.start + match.end()),
                            say("the review says {text}; in the files there are {n}", text=match[0], n=str(count)),
                            say("correct the figure, or the dates in the files"),
                        )


def _counts_in(text: str, verbs: str) -> Iterator[re.Match[str]]:
    yield from re.finditer(rf"\b(?:{verbs})\s+(?:được\s+)?(?P<n>\d{{1,4}})\s+{_THINGS}\b", text, re.IGNORECASE)
    yield from re.finditer(
        rf"(?<![\d/.,])(?P<n>\d{{1,4}})\s+{_THINGS}\s+(?:đã\s+)?(?:được\s+|were\s+)?(?:{verbs})\b", text, re.IGNORECASE
    )


def _told(place: Place, message: Message, hint: Message) -> Finding:
    return find("contradiction", place, message, hint)
