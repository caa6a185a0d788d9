"""What a result of the search shows: address, heading, a line about it, and the text that its excerpt is taken from."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import TypeAlias

from guongsang.i18n.messages import Text
from guongsang.render.search.searchable import Searchable

SHOWN_LENGTH = 8_000
"""Characters of a document that excerpts are taken from."""

Run: TypeAlias = str | tuple[str, str]
"""A piece of text in the page's language, or a piece and its own language."""
Shown: TypeAlias = tuple[str, list[Run], list[Run], list[Run]]


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(data: object) -> str:
    """Write data as short as JSON can be."""
    return _JSON.encode(data)


def shown(document: Searchable, lang: str) -> Shown:
    """Return what a result shows: address, heading, a line about it, and the text of its excerpt, line by line."""
    line = [run for text in (*document.names, *document.about) for run in (" · ", *_runs(text, lang))][1:]
    return document.url, _runs(document.title, lang), line, _cut(_lines(document.summary + document.body, lang))


def _lines(texts: Iterable[Text], lang: str) -> Iterator[Run]:
    """Yield texts line by line; neighbours that are in the page's language as a whole are one run."""
    for number, (plain, some) in enumerate(groupby(texts, lambda text: _is_plain(text, lang))):
        if number:
            yield "\n"
        if plain:
            yield from filter(None, ["\n".join([text.value for text in some])])
        else:
            yield from [run for text in some for run in ("\n", *_runs(text, lang))][1:]


def _is_plain(text: Text, lang: str) -> bool:
    return text.lang == lang and (not text.name or text.name_lang == lang or text.name not in text.value)


def _runs(text: Text, lang: str) -> list[Run]:
    """Part a text where a name of another language stands in it; what is not in the page's language says its own."""

    def run(value: str, own: str) -> Run:
        return value if own == lang else (value, own)

    if not text.name or text.name_lang == text.lang or text.name not in text.value:
        return [run(text.value, text.lang)] if text.value else []
    parts = text.value.split(text.name)
    mixed = chain.from_iterable((run(text.name, text.name_lang), run(part, text.lang)) for part in parts)
    return [r for r in list(mixed)[1:] if r and r[0]]


def _cut(runs: Iterable[Run]) -> list[Run]:
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
