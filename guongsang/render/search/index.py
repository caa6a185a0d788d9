"""The index of the search: documents of one language in, small script files out.

A browser that searches loads a table of contents and then only the files that its words need. Every file is a classic
script that calls `gs(…)` with data, because that works under any path, from a shared folder (file://), and under a
content policy that allows nothing but the site's own scripts. Names carry a digest of the content and stand in the
table of contents, whose own name stands in the search page: so files of two builds never mix, and a file that did
not change keeps its name.

`w` files give for each word its documents, by exact spelling; `p` files give those of each pair of neighbouring words,
which is what ranks names and syllables that belong together, and answers "phrases"; `t` files give what is shown.
A list of documents is text: for each, its distance from the one before and how much the place weighs (see `_codes`).
"""

import base64
import hashlib
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count, pairwise
from typing import TypeAlias, TypeVar

from guongsang.i18n.messages import Text
from guongsang.model.urls import ASSETS
from guongsang.render.search.keys import Key, Speller

TOGETHER = 4
"""Documents in one `t` file: a search for ten results loads at most ten of these files."""
SHOWN_LENGTH = 8_000
"""Characters of a document that excerpts are taken from."""
_SHARD = 8_000
_SIGNS = "".join(chr(n) for n in range(0x23, 0x7F) if chr(n) not in "\\<")[:90]
BODY, OFTEN, ABOUT, NAME = range(4)

Run: TypeAlias = str | tuple[str, str]
"""A piece of text in the page's language, or a piece and its own language."""


Posting: TypeAlias = "tuple[str, str, Sequence[int]]"
"""Two words that stand together, or a word's folded and exact key, and where they stand."""
_K = TypeVar("_K", Key, int)


@dataclass(frozen=True)
class Searchable:
    """What can be found: its address, its heading, its names, what it is about, its text, its values by facet."""

    url: str
    title: Text
    names: tuple[Text, ...] = ()
    about: tuple[Text, ...] = ()
    summary: tuple[Text, ...] = ()
    body: tuple[Text, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Index:
    """The files of an index by path from the site's root, the path of its table of contents, and totals of facets."""

    entry: str
    files: Mapping[str, bytes]
    totals: Mapping[str, Mapping[str, int]]


@dataclass
class _Postings:
    """Where words and pairs stand: for each the documents as stamps (number x 4 + weight), in their order.

    A pair is one number made of those of its words; numbers and arrays are light, and there are very many pairs.
    """

    words: "dict[Key, array[int]]" = field(default_factory=lambda: defaultdict(partial(array, "I")))
    pairs: "dict[int, array[int]]" = field(default_factory=lambda: defaultdict(partial(array, "I")))
    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))


def index_documents(documents: Sequence[Searchable], lang: str, speller: Speller) -> Index:
    """Index documents, whose order is the order of their numbers: of equal ones the later is found first."""
    postings = _Postings()
    for number, document in enumerate(documents):
        _enter(speller, number * 4, document, postings)
    codes = _codes(4 * len(documents))
    files: dict[str, bytes] = {}
    words = ((*key, postings.words[key]) for key in _in_order(postings.words))
    word_keys = [first for first, _ in _shards("w", words, codes, files)]
    pair_keys = [f"{first} {second}" for first, second in _shards("p", _pairs(postings), codes, files)]
    for at in range(0, len(documents), TOGETHER):
        files[f"t{at // TOGETHER}"] = _script([_shown(d, lang) for d in documents[at : at + TOGETHER]])
    facets = _facets(documents)
    contents = {
        "n": len(documents),
        "k": TOGETHER,
        "w": word_keys,
        "p": pair_keys,
        "h": {kind: "".join(_digest(d) for name, d in files.items() if name[0] == kind) for kind in "wpt"},
        "l": "".join(_SIGNS[min(_length(d), 44)] for d in documents),
        "f": {f: {v: _written([n * 4 for n in ns], codes) for v, ns in vs.items()} for f, vs in facets.items()},
        "a": speller.said_by(),
        "s": int(speller.stems),
    }
    folder = f"{ASSETS}/search/{lang}"
    table = _script(contents)
    named = {f"{folder}/{name}-{_digest(data)}.js": data for name, data in files.items()}
    entry = f"{folder}/{hashlib.sha256(table).hexdigest()[:12]}.js"
    return Index(entry, {**named, entry: table}, {f: {v: len(ns) for v, ns in vs.items()} for f, vs in facets.items()})


def _enter(speller: Speller, stamp: int, document: Searchable, postings: _Postings) -> None:
    """Enter a document under each of its words and pairs, once, with the most that any of its places weighs."""
    words: dict[Key, int] = {}
    pairs: dict[int, int] = {}
    numbers = postings.numbers
    for weight, texts in (
        (BODY, document.body),
        (ABOUT, (*document.about, *document.summary)),
        (NAME, (document.title, *document.names)),
    ):
        runs = [run for text in texts for run in speller.runs(text)]
        numbered = [[numbers[folded] for folded, _ in run] for run in runs]
        _weigh(words, chain.from_iterable(runs), weight)
        _weigh(pairs, [one << 32 | two for run in numbered for one, two in pairwise(run)], weight)
    for word, weight in words.items():
        postings.words[word].append(stamp + weight)
    for pair, weight in pairs.items():
        postings.pairs[pair].append(stamp + weight)


def _weigh(own: dict[_K, int], keys: Iterable[_K], weight: int) -> None:
    if weight == BODY:
        own.update({key: OFTEN if times > 1 else BODY for key, times in Counter(keys).items()})
    else:
        own.update(dict.fromkeys(keys, weight))


def _pairs(postings: _Postings) -> Iterator[Posting]:
    """Yield the pairs in the order of their words."""
    names = list(postings.numbers)
    place = {postings.numbers[name]: at for at, (name, _) in enumerate(_in_order([(name, "") for name in names]))}
    for pair in sorted(postings.pairs, key=lambda pair: place[pair >> 32] << 32 | place[pair & 0xFFFFFFFF]):
        yield names[pair >> 32], names[pair & 0xFFFFFFFF], postings.pairs[pair]


def _shards(kind: str, index: Iterable[Posting], codes: list[str], files: dict[str, bytes]) -> Iterator[Key]:
    """Write a sorted index into files of about equal size; give the first key of each."""
    shard: dict[str, dict[str, str]] = {}
    size, made = 0, 0
    for first, second, stamps in index:
        if size > _SHARD and (kind == "p" or first not in shard):
            files[f"{kind}{made}"] = _script(shard)
            shard, size, made = {}, 0, made + 1
        if not shard:
            yield first, second
        postings = _written(stamps, codes)
        shard.setdefault(first, {})[second] = postings
        size += len(second) + len(postings) + 6
    if shard:
        files[f"{kind}{made}"] = _script(shard)


def _in_order(keys: Iterable[Key]) -> list[Key]:
    """Sort keys by their UTF-16, as JavaScript does; it matters only where letters above U+FFFF occur."""
    return sorted(keys, key=lambda key: (key[0].encode("utf-16-be"), key[1].encode("utf-16-be")))


def _codes(many: int) -> list[str]:
    """Write the numbers up to a count: digits of base 45, the last one in the first half of 90 signs, the others in the
    second."""
    codes = list(_SIGNS[:45])
    for number in range(45, many):
        ahead, last = divmod(number, 45)
        prefix = ""
        while ahead:
            ahead, digit = divmod(ahead - 1, 45)
            prefix = _SIGNS[45 + digit] + prefix
        codes.append(prefix + _SIGNS[last])
    return codes


def _written(stamps: Sequence[int], codes: list[str]) -> str:
    """Write a list of stamps (number x 4 + weight), each as the documents left out before it, x 4 + weight."""
    if len(stamps) == 1:
        return codes[stamps[0]]
    before = chain((-1,), stamps)
    return "".join([codes[stamp - (last | 3) - 1] for last, stamp in zip(before, stamps, strict=False)])


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


def _shown(document: Searchable, lang: str) -> tuple[str, list[Run], list[Run], list[Run]]:
    """Return what a result shows: address, heading, a line about it, and the text of its excerpt, line by line."""
    line = [run for text in (*document.names, *document.about) for run in (" · ", *_runs(text, lang))][1:]
    told = [run for text in (*document.summary, *document.body) for run in ("\n", *_runs(text, lang))][1:]
    return document.url, _runs(document.title, lang), line, _cut(told)


def _runs(text: Text, lang: str) -> list[Run]:
    """Part a text where a name of another language stands in it; what is not in the page's language says its own."""

    def run(value: str, own: str) -> Run:
        return value if own == lang else (value, own)

    if not text.name or text.name_lang == text.lang or text.name not in text.value:
        return [run(text.value, text.lang)] if text.value else []
    parts = text.value.split(text.name)
    mixed = chain.from_iterable((run(text.name, text.name_lang), run(part, text.lang)) for part in parts)
    return [r for r in list(mixed)[1:] if r and r[0]]


def _cut(runs: list[Run]) -> list[Run]:
    """Join neighbouring runs of the page's language, and leave out what is beyond the length shown."""
    out: list[Run] = []
    room = SHOWN_LENGTH
    for run in runs:
        if room <= 0:
            break
        piece = run[:room] if isinstance(run, str) else (run[0][:room], run[1])
        room -= len(run if isinstance(run, str) else run[0])
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def _script(data: object) -> bytes:
    return f"gs({json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n".encode()


def _digest(data: bytes) -> str:
    return base64.b32encode(hashlib.sha256(data).digest())[:5].decode().lower()
