"""Finds what must stay on one line of paper: a number with the word before it, a hyphen with what it follows.

The number of a document and the programme's name are never broken either, and a word too long for any column is cut
into small parts, so that it may break between any of them. On paper a part is a box with plain spaces inside, so that
a search still finds the words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from guongsang.render.typst.sheet import Sheet, SheetValue

Part = str | list[str]
"""A stretch of text, or in a list of one what is kept on one line."""

_LONG = 23
"""Letters of a word that no narrow column has room for."""
_OTHER_SCRIPTS = "\u0590-\u1cff\u2e80-\U0010ffff"
"""Scripts whose letters join or stand above each other, or that need no blanks; their words are never cut here."""
_MARKS = "\u0300-\u036f\u200d"
_KEPT = re.compile(
    rf"[^ {_MARKS}{_OTHER_SCRIPTS}][^ {_OTHER_SCRIPTS}]{{{_LONG - 1},}}"
    rf"|\b[^\W\d_{_OTHER_SCRIPTS}]{{1,7}}\.? [0-9][^ ]{{0,18}}"
    r"|\b[0-9]+ %"
    r"|\b[0-9]{1,5}/[^ ]+-[^ ]+"
    r"|(?<![^ ])[^ ]{1,18} [-–](?![^ ])"
)
_NO_WORDS = frozenset("href id lang photo qr src tag unit_id url".split())
"""Keys of a sheet whose values are set as they are, or not at all."""
_LONGEST_NAME = 30
_CUT = 3


def unbreakable_phrases(sheet: Sheet) -> dict[str, list[Part]]:
    """Return the parts of each text of a sheet that is not simply set as it stands, by the text itself."""
    programme = sheet.get("programme")
    name = str((programme.get("text") if isinstance(programme, Mapping) else programme) or "")
    kept = name if " " in name and len(name) < _LONGEST_NAME else ""
    found: dict[str, None] = {}
    _gather(sheet, found)
    return {text: list(parts) for text in found if (parts := _parts(text, kept)) != (text,)}


def _gather(value: SheetValue, found: dict[str, None]) -> None:
    """Find the texts of a sheet; large sheets are walked often, so nothing is made on the way."""
    if isinstance(value, str):
        found[value] = None
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NO_WORDS:
                _gather(inner, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _gather(inner, found)


@lru_cache(maxsize=4096)
def _parts(text: str, name: str) -> tuple[Part, ...]:
    flat = re.sub(r"\s+", " ", text)
    if not name or name not in flat:
        return tuple(_kept(flat))
    parts: list[Part] = []
    for number, piece in enumerate(flat.split(name)):
        parts += [[name]] if number else []
        parts += _kept(piece)
    return tuple(parts)


def _kept(text: str) -> Iterator[Part]:
    at = 0
    for match in _KEPT.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        if " " in match[0] or len(match[0]) < _LONG:
            yield [match[0]]
        else:
            yield from ([part] for part in _cut(match[0]))
        at = match.end()
    if at < len(text) or not text:
        yield text[at:]


def _cut(word: str) -> Iterator[str]:
    """Cut a word into parts of three letters, each with the marks that belong to it."""
    start = 0
    while start < len(word):
        end = start + _CUT
        while end < len(word) and (unicodedata.combining(word[end]) or "\u200d" in word[end - 1 : end + 1]):
            end += 1
        yield word[start:end]
        start = end
