"""The index of the search: documents of one language in, small script files out.

A browser that searches loads a table of contents and then only the files that its words need. Every file is a classic
script that calls `gs(…)` with data, because that works under any path, from a shared folder (file://), and under a
content policy that allows nothing but the site's own scripts. Names carry a digest of the content and stand in the
table of contents, whose own name stands in the search page: so files of two builds never mix, and a file that did
not change keeps its name.

`w` files give for each word its documents, by exact spelling; `p` files give those of each pair of neighbouring words,
which is what ranks names and syllables that belong together, and answers "phrases"; `t` files give what is shown.
A list of documents is text: for each, its distance from the one before and how much the place weighs (see `lists`).
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guongsang.model.urls import ASSETS
from guongsang.records import Records
from guongsang.render.search.groups import Group, groups_of
from guongsang.render.search.keys import Key, Speller
from guongsang.render.search.lists import APART, SIGNS, codes_below, in_order, joined, written
from guongsang.render.search.searchable import Findable
from guongsang.render.search.shown import as_json

TOGETHER = 4
"""Documents in one `t` file: a search for ten results loads at most ten of these files."""
_SHARD = 8_000


@dataclass(frozen=True)
class Index:
    """The files of an index by path from the site's root, the path of its table of contents, and totals of facets."""

    entry: str
    files: Mapping[str, bytes]
    totals: Mapping[str, Mapping[str, int]]


def index_documents(
    by_language: Mapping[str, Iterable[Findable]], speller: Speller, records: Records
) -> dict[str, Index]:
    """Index the documents of each language, whose order is that of their numbers: of equals the later is found first.

    `records` may hold what was made of the same texts before.
    """
    groups = groups_of(by_language, speller, records)
    return {lang: _index(own, lang, speller) for lang, own in groups.items()}


def _index(groups: Sequence[Group], lang: str, speller: Speller) -> Index:
    rows = [row for group in groups for row in group.shown]
    codes = codes_below(4 * len(rows))
    files: dict[str, bytes] = {}
    words = _shards("w", joined(((len(group.shown), group.words) for group in groups), codes), files)
    pairs = _shards("p", joined(((len(group.shown), group.pairs) for group in groups), codes), files)
    for at in range(0, len(rows), TOGETHER):
        files[f"t{at // TOGETHER}"] = _script(f"[{','.join(rows[at : at + TOGETHER])}]")
    digests = {name: _digest(data) for name, data in files.items()}
    facets = _facets(own for group in groups for own in group.facets)
    contents = {
        "n": len(rows),
        "k": TOGETHER,
        "w": [first for first, _ in words],
        "p": [f"{first} {second}" for first, second in pairs],
        "h": {kind: "".join(digest for name, digest in digests.items() if name[0] == kind) for kind in "wpt"},
        "l": "".join(SIGNS[min(length, 44)] for group in groups for length in group.lengths),
        "f": {f: {v: written([n * 4 for n in ns], codes) for v, ns in vs.items()} for f, vs in facets.items()},
        "a": speller.said_by(),
        "s": int(any(group.stems for group in groups)),
    }
    folder = f"{ASSETS}/search/{lang}"
    table = _script(as_json(contents))
    named = {f"{folder}/{name}-{digests[name]}.js": data for name, data in files.items()}
    entry = f"{folder}/{hashlib.sha256(table).hexdigest()[:12]}.js"
    return Index(entry, {**named, entry: table}, {f: {v: len(ns) for v, ns in vs.items()} for f, vs in facets.items()})


def _shards(kind: str, lists: Mapping[str, str], files: dict[str, bytes]) -> list[Key]:
    """Write lists into files of about equal size, in the order of their keys; return the first key of each."""
    firsts: list[Key] = []
    shard: dict[str, dict[str, str]] = {}
    size = 0
    for key in in_order(lists):
        first, _, second = key.partition(APART)
        if size > _SHARD and (kind == "p" or first not in shard):
            files[f"{kind}{len(firsts) - 1}"] = _script(as_json(shard))
            shard, size = {}, 0
        if not shard:
            firsts.append((first, second))
        shard.setdefault(first, {})[second] = lists[key]
        size += len(second) + len(lists[key]) + 6
    if shard:
        files[f"{kind}{len(firsts) - 1}"] = _script(as_json(shard))
    return firsts


def _facets(documents: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, dict[str, list[int]]]:
    """Return the numbers of the documents that have each value of each facet."""
    facets: dict[str, dict[str, list[int]]] = {}
    for number, own in enumerate(documents):
        for facet, values in own.items():
            for value in dict.fromkeys(values):
                facets.setdefault(facet, {}).setdefault(value, []).append(number)
    return {facet: dict(sorted(values.items())) for facet, values in sorted(facets.items())}


def _script(data: str) -> bytes:
    return f"gs({data})\n".encode()


def _digest(data: bytes) -> str:
    return base64.b32encode(hashlib.sha256(data).digest())[:5].decode().lower()
