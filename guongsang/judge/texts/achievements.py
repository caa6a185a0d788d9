"""Judges profiles for one achievement that stands twice (safeguard SAF-08).

In come the profiles, and what the achievements of each are known by; out come findings at those that repeat another.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from guongsang.digests import digest_of
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.judge.criteria.evidence import is_internal
from guongsang.judge.texts.copies import compared
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.exemplar import Evidence, Exemplar
from guongsang.text.vietnamese import same_tone_placement

Known: TypeAlias = tuple[tuple[bytes, ...], ...]
"""For each item of evidence, digests of what it is known by."""
_WORD = re.compile(r"\w+")


def judge_achievements(content: Content, known: Mapping[str, Known]) -> Iterator[Finding]:
    """Report items of evidence that say the same as another, or give the same figures from the same document.

    `known` has what the items of each profile are known by, by its id.
    """
    seen: dict[bytes, tuple[AnyEntry, int]] = {}
    for entry in compared(content):
        for i, keys in enumerate(known[entry.id]):
            other = next((seen[key] for key in keys if key in seen), None)
            for key in keys:
                seen.setdefault(key, (entry, i))
            if other:
                yield _same_achievement(_place(entry, i), _place(*other), same=other[0] is entry)


def known_by(content: Content, entry: Entry[Exemplar]) -> Known:
    """Return what the items of evidence of a profile are known by."""
    criteria = content.criteria_of(entry.campaign)
    return tuple(
        tuple(digest_of(*key) for key in _keys(entry, item, internal=is_internal(item, criteria)))
        for item in entry.facts.evidence
    )


def _place(entry: AnyEntry, i: int) -> Place:
    return entry.source.place("evidence", i, "text")


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
