"""Judges profiles for copied text (safeguard SAF-07).

Two texts are compared by their shingles, runs of six words without regard to case, marks of punctuation and tone
placement. Every shingle remembers only the first profile that had it, in the order of registration, so the work grows
with the text and not with the pairs of profiles, and a text copied a hundred times is told a hundred times with its
first place. The finding is about texts; which of two people did the work is for people to say.

The shingles of a profile are remembered with what is judged of it by itself; where its words stand is looked for only
in a copy that is told.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.allowances import allowance
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.markdown.source import without_comments
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.vietnamese import same_tone_placement

Shingles: TypeAlias = "array[int]"
"""The hashes of the shingles of a body in reading order."""
_SIZE = 6
_COPIED = 0.5
_LEAST = 20
_WORD = re.compile(r"\w+")


def judge_copies(content: Content, shingles: Mapping[str, bytes]) -> Iterator[Finding]:
    """Judge all profiles that are written and not withdrawn; `shingles` has those of each by its id."""
    entries = compared(content)
    rows = [array("q", shingles[entry.id]) for entry in entries]
    first: dict[int, int] = {}
    for i in range(len(entries) - 1, -1, -1):
        first.update(dict.fromkeys(rows[i], i))
    for i, entry in enumerate(entries):
        shared = Counter(map(first.__getitem__, rows[i])) if len(rows[i]) >= _LEAST else Counter()
        del shared[i]
        if shared:
            other, count = min(shared.items(), key=lambda pair: (-pair[1], entries[pair[0]].id))
            if count >= _LEAST and count >= _COPIED * len(rows[i]):
                at = [n for n, shingle in enumerate(rows[i]) if first[shingle] == other]
                there = rows[other].index(rows[i][at[0]])
                yield _copy(entry, at, (entries[other], there), count / len(rows[i]))


def compared(content: Content) -> list[Entry[Exemplar]]:
    """Return all profiles that are written and not withdrawn, in the order in which they were registered."""
    entries = [e for e in content.exemplars if not e.withdrawn and not e.source.open]
    return sorted(
        entries, key=lambda e: (e.progress.get("registered") or max(e.progress.values(), default=date.max), e.id)
    )


def shingles_of(entry: AnyEntry) -> bytes:
    """Return the shingles of a body, eight bytes each; numbers hash alike in every run of the program."""
    words = [*map(_number, _WORD.findall(_text(entry)))]
    return array("q", map(hash, zip(*(words[i:] for i in range(_SIZE)), strict=False))).tobytes()


def _text(entry: AnyEntry) -> str:
    return without_comments(entry.source.source.text[entry.source.body.start :])


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(same_tone_placement(word).casefold().encode())


def _span(entry: AnyEntry, first: int, last: int) -> tuple[int, int]:
    """Return where some shingles of a body, from one to another, begin and end in the source."""
    words, start = list(_WORD.finditer(_text(entry))), entry.source.body.start
    return words[first].start() + start, words[last + _SIZE - 1].end() + start


def _copy(entry: AnyEntry, shared: Sequence[int], origin: tuple[AnyEntry, int], part: float) -> Finding:
    """Report a copy at the first stretch that both have, with the place of the other, a profile and its shingle."""
    run = next((k for k, i in enumerate(shared) if i != shared[0] + k), len(shared))
    start, end = _span(entry, shared[0], shared[run - 1])
    other, at = origin
    there = other.source.source.place(_span(other, at, at)[0])
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
