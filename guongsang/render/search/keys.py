"""Text to the keys under which the search finds it; `static/search.js` makes the same keys of what a reader types.

A word has two keys: folded (small letters, no marks, đ as d; English words without their endings), and exact (marks
kept, each word's tone moved behind it), so that what is typed without marks finds all, what is typed with marks finds
its like first, and old and new tone placement, NFC and NFD are one; so are m² and m2, Ð (Eth) and Đ, 1.240 and 1240.
Scripts that write no blanks between words (Khmer, Lao, Thai, Burmese, Chinese, Japanese) are cut into letters with
their marks; pairs of neighbours do the rest.
Abbreviations of the office stand for their long forms and these for them, so each finds the other.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TypeAlias

from guongsang.i18n.languages import base_of, codes_for
from guongsang.i18n.messages import Text
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.text.vietnamese import NO_BLANKS, fold, tone_key

Key: TypeAlias = tuple[str, str]
"""The folded and the exact key of a word."""

_PARTED = re.compile(rf"(?<![^\W_{NO_BLANKS}])[0-9]{{1,3}}(?:[.,][0-9]{{3}})+(?![0-9])")
"""A number whose thousands are parted."""
_ALIKE = str.maketrans("ÐðƉɖ", "ĐđĐđ", " ")
_SIMPLE = re.compile(r"[^\W_]+")
_RARE = re.compile("[\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u20d0-\u20ff\u2c00-\U0010ffff]")
"""Where marks may stand that are letters of their own in Unicode, or scripts without blanks."""
_ENDINGS = (
    (re.compile(r"^(..+)ie[sd]$"), r"\1y"),
    (re.compile(r"sses$"), "ss"),
    (re.compile(r"^(..+[^siu])s$"), r"\1"),
    (re.compile(r"^(?=.{6}|.{3}ed$)(.*[aeiouy].*[^e])(ed|ing)$"), r"\1"),
    (re.compile(r"([b-df-hjkm-rtv-y])\1$"), r"\1"),
    (re.compile(r"^(...+)e$"), r"\1"),
)
"""The endings of English words and what is left in their place, one after the other."""
_LAST = "sdge"
"""The last letters of those endings; one of them has any letter twice."""


def stem(word: str) -> str:
    """Cut the ending off a folded English word: inspections → inspection, planned → plan, digitise → digitis."""
    if len(word) > 3 and (word[-1] in _LAST or word[-1] == word[-2]):
        for ending, left in _ENDINGS:
            word = ending.sub(left, word)
    return word


@dataclass(frozen=True)
class _Spelt:
    """An abbreviation and what it stands for: the keys of both, the exact ones of the latter as a set and in a row."""

    short: str
    own: list[Key]
    long: list[Key]
    exact: frozenset[str]
    row: str


@dataclass(frozen=True)
class _Language:
    """Whether a language is English, its abbreviations, and the exact keys that their long forms begin with."""

    english: bool
    spelt: list[_Spelt]
    firsts: frozenset[str]


@dataclass
class Speller:
    """Makes the keys of texts, remembering those of what stands between blanks, and the abbreviations in it.

    `_any_blank` says whether a key holds a blank, as that of one sign for several words does.
    """

    abbreviations: tuple[Abbreviation, ...] = ()
    _pieces: dict[bool, dict[str, list[Key]]] = field(default_factory=lambda: {False: {}, True: {}})
    _shorts: dict[str, list[str]] = field(default_factory=dict)
    _languages: dict[str, _Language] = field(default_factory=dict)
    _any_blank: bool = False

    def runs(self, text: Text) -> Iterator[list[Key]]:
        """Yield the keys of a text in their order, then for each abbreviation in it the other way to say it."""
        language = self._languages.get(text.lang) or self._met(text.lang)
        pieces = text.value.split()
        keys = self._keys(pieces, language.english)
        yield keys
        if not language.spelt or not keys:
            return
        if not self._shorts.keys().isdisjoint(pieces):
            shorts = set(chain.from_iterable(self._shorts.get(piece, ()) for piece in pieces))
            yield from (row.long for row in language.spelt if row.short in shorts)
        if near := self._near(language, set(map(_EXACT, keys))):
            said = _in_a_row(keys)
            yield from (row.own for row in near if row.row in said)

    def stems(self, text: Text) -> bool:
        """Return whether a text has English words, or its language has abbreviations that stand for some."""
        language = self._languages.get(text.lang) or self._met(text.lang)
        return language.english and bool(language.spelt or self._keys(text.value.split(), language.english))

    def said_by(self) -> list[tuple[str, list[str]]]:
        """Return the exact keys of each abbreviation and of the words that it stands for, to mark what was found."""
        return [(key_of(row.short)[1], [key_of(word)[1] for word in split(row.long)]) for row in self.abbreviations]

    def _keys(self, pieces: Sequence[str], english: bool) -> list[Key]:
        known = self._pieces[english]
        try:
            return list(chain.from_iterable(map(known.__getitem__, pieces)))
        except KeyError:
            known.update({piece: self._spelt(piece, english) for piece in pieces if piece not in known})
            return list(chain.from_iterable(map(known.__getitem__, pieces)))

    def _spelt(self, piece: str, english: bool) -> list[Key]:
        """Return the keys of a piece, and note the abbreviations in it."""
        words = split(piece)
        shorts = [row.short for row in self.abbreviations if row.short in words]
        if shorts:
            self._shorts[piece] = shorts
        keys = [key_of(word, english=english) for word in words]
        self._any_blank = self._any_blank or any(" " in exact for _, exact in keys)
        return keys

    def _near(self, language: _Language, exact: set[str]) -> list[_Spelt]:
        """Return the abbreviations whose long forms may stand in a text that has some exact keys."""
        if self._any_blank:
            return language.spelt
        if language.firsts.isdisjoint(exact):
            return []
        return [row for row in language.spelt if row.exact <= exact]

    def _met(self, lang: str) -> _Language:
        """Return what is known of a language that is met for the first time."""
        english = base_of(lang) == "en"
        spelt = [self._row(row, english) for row in self.abbreviations if row.lang in codes_for(lang)]
        firsts = frozenset(row.long[0][1] for row in spelt if row.long)
        language = self._languages[lang] = _Language(english, spelt, firsts)
        return language

    def _row(self, row: Abbreviation, english: bool) -> _Spelt:
        long = self._keys(row.long.split(), english)
        exact = frozenset(map(_EXACT, long))
        return _Spelt(row.short, [key_of(row.short, english=english)], long, exact, _in_a_row(long))


_EXACT = itemgetter(1)


def _in_a_row(keys: Iterable[Key]) -> str:
    """Return exact keys as one text in which each stands between blanks."""
    return f" {' '.join([exact for _, exact in keys])} "


def key_of(word: str, *, english: bool = False) -> Key:
    """Return the folded and the exact key of a word, of an English one with its stem in place of the folded key."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).translate(_ALIKE)
    folded, exact = fold(word), tone_key(word)
    folded = sys.intern(stem(folded) if english else folded)
    return (folded, folded) if folded == exact else (folded, sys.intern(exact))


def split(text: str) -> list[str]:
    """Part a text into words; most need only the simple pattern, which is much faster."""
    text = _PARTED.sub(_undivided, unicodedata.normalize("NFC", text))
    return _words().findall(text) if _RARE.search(text) else _SIMPLE.findall(text)


def _undivided(number: re.Match[str]) -> str:
    return number[0].replace(".", "").replace(",", "")


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of a word: letters, digits and marks; of scripts without blanks, one letter and its marks."""
    marks = [n for n in range(0x300, 0x1E950) if unicodedata.category(chr(n))[0] == "M"]
    spans = [[n for _, n in group] for _, group in groupby(enumerate(marks), lambda pair: pair[1] - pair[0])]
    mark = "".join(f"{chr(span[0])}-{chr(span[-1])}" for span in spans)
    letter = rf"[^\W_{NO_BLANKS}]"
    return re.compile(rf"[{NO_BLANKS}][{mark}]*|[{mark}]*{letter}+(?:[{mark}]+{letter}*)*")
