"""Judges profiles for copied text, and for one achievement that stands twice (safeguards SAF-07 and SAF-08).

Two texts are compared by their shingles, runs of six words without regard to case, marks of punctuation and tone
placement. Every shingle remembers only the first profile that had it, in the order of registration, so the work grows
with the text and not with the pairs of profiles, and a text copied a hundred times is told a hundred times with its
first place. The finding is about texts; which of two people did the work is for people to say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zlib import crc32

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.judge.allowances import allowance
from guongsang.judge.criteria.evidence import is_internal
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.markdown.source import without_comments
from guongsang.read.tables.exemplar import Evidence, Exemplar
from guongsang.text.vietnamese import same_tone_placement

_SIZE = 6
_COPIED = 0.5
_LEAST = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Shingles:
    """The shingles of a body in reading order, and where the words of each begin and end in the source."""

    hashes: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def judge_copies(content: Content) -> list[Finding]:
    """Judge all profiles that are written and not withdrawn, in the order in which they were registered."""
    entries = [e for e in content.exemplars if not e.withdrawn and not e.source.open]
    entries.sort(key=lambda e: (e.progress.get("registered") or max(e.progress.values(), default=date.max), e.id))
    return [*_copied(entries), *_twice(content, entries)]


def _copied(entries: list[Entry[Exemplar]]) -> Iterator[Finding]:
    first: dict[int, tuple[AnyEntry, int]] = {}
    for entry in entries:
        shingles = _shingles(entry)
        shared = Counter(first[h][0].id for h in shingles.hashes if h in first)
        if shared and len(shingles.hashes) >= _LEAST:
            other, count = min(shared.items(), key=lambda pair: (-pair[1], pair[0]))
            if count >= _LEAST and count >= _COPIED * len(shingles.hashes):
                yield _copy(entry, shingles, other, first, count / len(shingles.hashes))
        for h, (start, _) in zip(shingles.hashes, shingles.spans, strict=True):
            first.setdefault(h, (entry, start))


def _shingles(entry: AnyEntry) -> _Shingles:
    """Number the words of a body and hash every run of them; numbers hash alike in every run of the program."""
    start = entry.source.body.start
    text = without_comments(entry.source.source.text[start:])
    spans = [(m.start() + start, m.end() + start) for m in _WORD.finditer(text)]
    words = [_number(text[a - start : b - start]) for a, b in spans]
    runs = zip(*(words[i:] for i in range(_SIZE)), strict=False)
    hashes = tuple(map(hash, runs))
    return _Shingles(hashes, tuple((a, b) for (a, _), (_, b) in zip(spans, spans[_SIZE - 1 :], strict=False)))


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(same_tone_placement(word).casefold().encode())


def _copy(
    entry: AnyEntry, shingles: _Shingles, other: str, first: Mapping[int, tuple[AnyEntry, int]], part: float
) -> Finding:
    """Report a copy at the first stretch that both have, with the place of the other."""
    shared = [i for i, h in enumerate(shingles.hashes) if h in first and first[h][0].id == other]
    origin, at = first[shingles.hashes[shared[0]]]
    run = next((k for k, i in enumerate(shared) if i != shared[0] + k), len(shared))
    start, end = shingles.spans[shared[0]][0], shingles.spans[shared[run - 1]][1]
    there = origin.source.source.place(at)
    return find(
        "similar-text",
        entry.source.source.place(start, min(end, entry.source.source.line_end(start))),
        say(
            "{percent}% of this text also stands in {file} (from line {line})",
            percent=str(round(part * 100)),
            file=there.file,
            line=str(there.line),
        ),
        say(
            "tell in your own words what was done here; where both rightly say the same, {allowance}",
            allowance=allowance(entry, "similar-text"),
        ),
    )


def _twice(content: Content, entries: list[Entry[Exemplar]]) -> Iterator[Finding]:
    """Report items of evidence that say the same as another, or give the same figures from the same document."""
    seen: dict[tuple[str, ...], tuple[str, Place]] = {}
    for entry in entries:
        criteria = content.criteria_of(entry.campaign)
        for i, item in enumerate(entry.facts.evidence):
            place = entry.source.place("evidence", i, "text")
            mine = list(_keys(entry, item, internal=is_internal(item, criteria)))
            known = next((seen[key] for key in mine if key in seen), None)
            for key in mine:
                seen.setdefault(key, (entry.id, place))
            if known:
                yield _same_achievement(place, known[1], same=known[0] == entry.id)


def _keys(entry: AnyEntry, item: Evidence, *, internal: bool) -> Iterator[tuple[str, ...]]:
    """Yield what an achievement is known by: its words (with its source elsewhere), or its source and figures.

    Yearly grades read alike for everyone, so internal evidence and short texts are compared within a profile only.
    """
    words = [w.casefold() for w in _WORD.findall(same_tone_placement(item.text))]
    if len(words) >= 3:
        yield ("within", entry.id, " ".join(words))
    if internal:
        return
    source = " ".join(item.source.split()).casefold()
    if len(words) >= 6 and (source or any(w.isdigit() for w in words)):
        yield ("words", source, " ".join(words))
    measure = item.measure
    if source and measure and measure.before is not None and measure.after is not None:
        yield ("figures", source, str(measure.before), str(measure.after), str(measure.label or ""))


def _same_achievement(place: Place, other: Place, *, same: bool) -> Finding:
    message = (
        say("this item says the same as the one on line {line}", line=str(other.line))
        if same
        else say("the same achievement stands in {file} (line {line})", file=other.file, line=str(other.line))
    )
    hint = (
        say("keep one item, and list all criteria that it serves under serves")
        if same
        else say("one achievement counts once; where two people shared the work, say in each text what was whose")
    )
    return find("similar-text", place, message, hint)
