"""The words and pairs of a few documents at a time, remembered: after an edit only those of its group are read anew.

Whether a document begins a group is decided by its own address, so one that is added or deleted changes few groups but
its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from operator import itemgetter
from zlib import crc32

from guongsang.digests import digest_of, value_digest
from guongsang.records import Records
from guongsang.render.search.keys import Key, Speller
from guongsang.render.search.lists import APART, Lists, codes_below, lists_of
from guongsang.render.search.searchable import Findable, Searchable
from guongsang.render.search.shown import as_json, shown

_ROOM = "search"
_USUAL, _MOST = 10, 30
"""Documents in a group: small enough that what is remembered anew after an edit is small, large enough to be joined
quickly."""
_CODES = codes_below(4 * _MOST)
_OFTEN, _ABOUT, _NAME = range(1, 4)
"""How much a place weighs: 0 is a text, then one that has the key often, what it is about, a name."""
_FOLDED = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Group:
    """Some neighbouring documents: where their words and pairs stand, whether English words are cut.

    And for each what its result shows, as JSON, how many words its name has, and its values by facet.
    """

    words: Lists
    pairs: Lists
    stems: bool
    shown: tuple[str, ...]
    lengths: tuple[int, ...]
    facets: tuple[Mapping[str, tuple[str, ...]], ...]


def groups_of(
    by_language: Mapping[str, Iterable[Findable]], speller: Speller, records: Records
) -> dict[str, list[Group]]:
    """Return the documents of each language in groups, made now or before, by several processes where that pays."""
    abbreviations = value_digest(speller.abbreviations)
    wanted = {
        lang: [
            ((digest_of(lang, abbreviations, *(one.given() for one in group)),), partial(_made, group, lang, speller))
            for group in _in_groups(documents)
        ]
        for lang, documents in by_language.items()
    }
    records.make_ahead(_ROOM, chain.from_iterable(wanted.values()))
    return {lang: [records.recall(_ROOM, given, make) for given, make in own] for lang, own in wanted.items()}


def _in_groups(documents: Iterable[Findable]) -> Iterator[list[Findable]]:
    group: list[Findable] = []
    for document in documents:
        if group and (len(group) == _MOST or crc32(document.url.encode()) % _USUAL == 0):
            yield group
            group = []
        group.append(document)
    if group:
        yield group


def _made(findable: Sequence[Findable], lang: str, speller: Speller) -> Group:
    """Enter documents under each of their words and pairs."""
    group = [document.read() for document in findable]
    words: dict[Key, list[int]] = defaultdict(list)
    pairs: dict[Key, list[int]] = defaultdict(list)
    for number, document in enumerate(group):
        runs = [[run for text in texts for run in speller.runs(text)] for texts in document.by_weight]
        _enter(words, number, [chain.from_iterable(own) for own in runs])
        _enter(pairs, number, [chain.from_iterable(pairwise(map(_FOLDED, run)) for run in own) for own in runs])
    stems = any(speller.stems(text) for document in group for texts in document.by_weight for text in texts)
    return Group(
        words=_lists(words),
        pairs=_lists(pairs),
        stems=stems,
        shown=tuple(as_json(shown(document, lang)) for document in group),
        lengths=tuple(map(_length, group)),
        facets=tuple(document.facets for document in group),
    )


def _length(document: Searchable) -> int:
    """Count the words of a name, else of a title: of two that hold a whole query, the shorter is more likely meant."""
    return len((document.names[0] if document.names else document.title).value.split())


def _enter(stamps: dict[Key, list[int]], number: int, by_weight: Sequence[Iterable[Key]]) -> None:
    """Enter a document under each of its keys, once, with the most that any of its places weighs."""
    in_body, about, names = by_weight
    first = 4 * number
    heavier = dict.fromkeys(about, first + _ABOUT) | dict.fromkeys(names, first + _NAME)
    for key, times in Counter(in_body).items():
        if key not in heavier:
            stamps[key].append(first + _OFTEN if times > 1 else first)
    for key, stamp in heavier.items():
        stamps[key].append(stamp)


def _lists(stamps: dict[Key, list[int]]) -> Lists:
    return lists_of({APART.join(key): own for key, own in stamps.items()}, _CODES)
