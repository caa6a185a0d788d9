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
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guongsang.model.urls import ASSETS
from guongsang.records import Records
from guongsang.render.search.groups import groups_of
from guongsang.render.search.keys import Key, Speller
from guongsang.render.search.lists import APART, SIGNS, codes_below, in_order, joined, written
from guongsang.render.search.searchable import Searchable
from guongsang.render.search.shown import shown

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
    documents: Sequence[Searchable], lang: str, speller: Speller, records: Records | None = None
) -> Index:
    """Index documents, whose order is the order of their numbers: of equal ones the later is found first."""
    groups = groups_of(documents, speller, records or Records())
    codes = codes_below(4 * len(documents))
    files: dict[str, bytes] = {}
    words = _shards("w", joined(((group.size, group.words) for group in groups), codes), files)
    pairs = _shards("p", joined(((group.size, group.pairs) for group in groups), codes), files)
    for at in range(0, len(documents), TOGETHER):
        files[f"t{at // TOGETHER}"] = _script([shown(d, lang) for d in documents[at : at + TOGETHER]])
    facets = _facets(documents)
    contents = {
        "n": len(documents),
        "k": TOGETHER,
        "w": [first for first, _ in words],
        "p": [f"{first} {second}" for first, second in pairs],
        "h": {kind: "".join(_digest(d) for name, d in files.items() if name[0] == kind) for kind in "wpt"},
        "l": "".join(SIGNS[min(_length(d), 44)] for d in documents),
        "f": {f: {v: written([n * 4 for n in ns], codes) for v, ns in vs.items()} for f, vs in facets.items()},
        "a": speller.said_by(),
        "s": int(any(group.stems for group in groups)),
    }
    folder = f"{ASSETS}/search/{lang}"
    table = _script(contents)
    named = {f"{folder}/{name}-{_digest(data)}.js": data for name, data in files.items()}
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
            files[f"{kind}{len(firsts) - 1}"] = _script(shard)
            shard, size = {}, 0
        if not shard:
            firsts.append((first, second))
        shard.setdefault(first, {})[second] = lists[key]
        size += len(second) + len(lists[key]) + 6
    if shard:
        files[f"{kind}{len(firsts) - 1}"] = _script(shard)
    return firsts


def _length(document: Searchable) -> int:
    """Count the words of a name, else of a title: of two that hold a whole query, the shorter is more likely meant."""
    return len((document.names[0] if document.names else document.title).value.split())


def _facets(documents: Sequence[Searchable]) -> dict[str, dict[str, list[int]]]:
    facets: dict[str, dict[str, list[int]]] = {}
    for number, document in enumerate(documents):
        for facet, values in document.facets.items():
            for value in dict.fromkeys(values):
                facets.setdefault(facet, {}).setdefault(value, []).append(number)
    return {facet: dict(sorted(values.items())) for facet, values in sorted(facets.items())}


def _script(data: object) -> bytes:
    return f"gs({json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n".encode()


def _digest(data: bytes) -> str:
    return base64.b32encode(hashlib.sha256(data).digest())[:5].decode().lower()
