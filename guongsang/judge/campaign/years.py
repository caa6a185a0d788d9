"""Judges whether the years in a campaign's texts are its own (safeguard SAF-12).

History is legitimate: evidence of earlier years, decisions of long ago. So only three things are told: a plan, campaign
or review whose title names other years only; a deadline in words that lay before the campaign began, as in the source
plan's own slip (10/6/2021 in 2022); evidence of a time when the campaign was over.
"""

import re
from collections.abc import Iterator

from guongsang.findings import Finding, find
from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import say
from guongsang.judge.dates import campaign_years
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.markdown.source import without_comments
from guongsang.read.tables.exemplar import Exemplar

_YEAR = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)(?![\w/-])")
_DEADLINE = {
    "vi": r"(?:trước|hạn(?: chót| cuối)?|chậm nhất(?: là)?|muộn nhất(?: là)?|hoàn thành (?:vào|trong|trước))",
    "en": r"(?:by|before|until|no later than|deadline(?: is| of)?|due(?: on| by)?)",
}
_DAY = r"(?:\s*:|\s+(?:ngày|hết|the))*\s+(?P<day>(?:\d{1,2}[/.-])?\d{1,2}[/.-](?P<year>(?:19|20)\d\d))(?![\w/-])"


def judge_years(content: Content) -> Iterator[Finding]:
    """Judge the documents of every campaign that names its years."""
    for entry in content.entries:
        years = campaign_years(entry.campaign or entry.slug)
        if not years or entry.kind not in ("exemplar", "plan", "campaign", "review"):
            continue
        if isinstance(entry.facts, Exemplar):
            yield from _evidence(entry, entry.facts, years[-1])
            continue
        for document in entry.documents:
            yield from _title(document, years)
            yield from _deadlines(document, years[0])


def _title(document: Document, years: tuple[int, ...]) -> Iterator[Finding]:
    span = document.spans.get(("title",))
    named = list(_YEAR.finditer(document.source.text, *span)) if span else []
    if named and not any(years[0] <= int(m[1]) <= years[-1] for m in named):
        yield find(
            "year-mismatch",
            document.source.place(named[0].start(), named[0].end()),
            say("the title names {year}, but the campaign is that of {years}", year=named[0][1], years=_told(years)),
            say("correct the year, or move the file to the folder of the other campaign"),
        )


def _deadlines(document: Document, first: int) -> Iterator[Finding]:
    """Report deadlines in words or body before the campaign; the readings of a campaign quote such slips on purpose."""
    deadline = _DEADLINE.get(base_of(document.lang))
    if deadline is None:
        return
    pattern = re.compile(rf"\b{deadline}{_DAY}", re.IGNORECASE)
    text = document.source.text
    for path, (start, end) in document.spans.items():
        if path in document.words and path[0] != "readings":
            yield from _in_stretch(document, pattern, start, text[start:end], first)
    start = document.body.start
    yield from _in_stretch(document, pattern, start, without_comments(text[start:]), first)


def _in_stretch(document: Document, pattern: re.Pattern[str], start: int, text: str, first: int) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        if int(match["year"]) < first:
            yield find(
                "year-mismatch",
                document.source.place(start + match.start("day"), start + match.end("day")),
                say("this deadline lies before the campaign of {year}", year=str(first)),
                say("correct the year, or record in the campaign's readings why it stands so"),
            )


def _evidence(entry: AnyEntry, profile: Exemplar, last: int) -> Iterator[Finding]:
    for i, item in enumerate(profile.evidence):
        if item.on and item.on.year > last:
            yield _too_late(entry, last, i, "on")
        if item.period and int(item.period.strip()[:4]) > last:
            yield _too_late(entry, last, i, "period")
        for k, year in enumerate(item.years):
            if year > last:
                yield _too_late(entry, last, i, "years", k)


def _too_late(entry: AnyEntry, last: int, i: int, *path: str | int) -> Finding:
    return find(
        "year-mismatch",
        entry.source.place("evidence", i, *path),
        say("this evidence is of a time after the campaign of {year}", year=str(last)),
        say("correct the year; what came later belongs to the next campaign"),
    )


def _told(years: tuple[int, ...]) -> str:
    return "-".join(map(str, years))
