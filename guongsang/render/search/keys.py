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
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
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


def stem(word: str) -> str:
    """Cut the ending off a folded English word: inspections → inspection, planned → plan, digitise → digitis."""
    if len(word) > 3:
        for ending, left in _ENDINGS:
            word = ending.sub(left, word)
    return word


@dataclass
class Speller:
    """Makes the keys of texts, remembering those of each word."""

    abbreviations: tuple[Abbreviation, ...] = ()
    stems: bool = False
    _known: dict[bool, dict[str, Key]] = field(default_factory=lambda: {False: {}, True: {}})
    _long: dict[str, list[tuple[str, list[Key], str]]] = field(default_factory=dict)

    def runs(self, text: Text) -> Iterable[list[Key]]:
        """Return the keys of a text in their order, then for each abbreviation in it the other way to say it."""
        words = _split(text.value)
        english = base_of(text.lang) == "en"
        keys = self._keys(words, english)
        yield keys
        own = self._spelt(text.lang)
        if own and keys:
            said = _in_a_row(keys)
            for short, spelt, whole in own:
                if short in words:
                    yield spelt
                if whole in said:
                    yield self._keys([short], english)

    def _spelt(self, lang: str) -> list[tuple[str, list[Key], str]]:
        """Return each abbreviation of a language with the keys of what it stands for, and these in a row."""
        if lang not in self._long:
            rows = [row for row in self.abbreviations if row.lang in codes_for(lang)]
            keys = [self._keys(_split(row.long), base_of(lang) == "en") for row in rows]
            self._long[lang] = [(row.short, own, _in_a_row(own)) for row, own in zip(rows, keys, strict=True)]
        return self._long[lang]

    def said_by(self) -> list[tuple[str, list[str]]]:
        """Return the exact keys of each abbreviation and of the words that it stands for, to mark what was found."""
        return [(key_of(row.short)[1], [key_of(word)[1] for word in _split(row.long)]) for row in self.abbreviations]

    def _keys(self, words: Iterable[str], english: bool) -> list[Key]:
        known = self._known[english]
        try:
            return [known[word] for word in words]
        except KeyError:
            self.stems = self.stems or english
            known.update({word: key_of(word, english=english) for word in words if word not in known})
            return [known[word] for word in words]


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


def _split(text: str) -> list[str]:
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
