"""The order of names and words in the lists of a site, by the alphabet of the language of its sources.

Vietnamese has an order of its own (`vietnamese`): syllable by syllable, letters before tone, persons by given name. All
other languages go by their alphabet, which is data of their catalogues; persons stand by family name there.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from guongsang.text.family_names import family_and_rest
from guongsang.text.vietnamese import SortKey, Syllable, initial, name_sort_key, sort_key

_WORD = re.compile(r"\d+|(?:[^\W\d_]|[\u0300-\u036f])+|\S")
_AFTER_ALL = 100_000
_MADE_OF = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "s", "æ": "a", "œ": "o", "þ": "t", "ħ": "h", "ı": "i"}
"""What Latin letters without a decomposition are taken for where the alphabet lacks them."""


@dataclass(frozen=True)
class NameOrder:
    """How names are ordered where sources are in a language, `vi` without region; `alphabet` is not used for that.

    An alphabet is its small letters in order, some of which may be several signs (`ch`).
    """

    lang: str
    alphabet: tuple[str, ...]

    @property
    def by_given_name(self) -> bool:
        """Return whether persons stand by their given name, as in Viet Nam; elsewhere they stand by family name."""
        return self.lang == "vi"

    def place(self, name: str, *, person: bool = False) -> SortKey:
        """Return the place of a name, of a person or of anything else."""
        if self.by_given_name:
            return name_sort_key(name) if person else sort_key(name)
        if not person:
            return (self._words(name),), _capitals(name), name
        family, rest = family_and_rest(name, self.lang)
        return (self._words(family), self._words(rest)), _capitals(name), name

    def letter(self, name: str, *, person: bool = False) -> str:
        """Return the letter under which a name stands, a capital."""
        if self.by_given_name:
            return initial(name if person else (name.split() or [""])[0])
        name = unicodedata.normalize("NFC", family_and_rest(name, self.lang)[0] if person else name).lower()
        first = next((i for i, sign in enumerate(name) if sign.isalnum()), None)
        if first is None:
            return ""
        found = self._letters.match(name, first)
        letter = found[0] if found else name[first]
        if letter not in self._places:
            letter = _apart(letter)[0]
        return letter[:1].upper() + letter[1:]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {letter: place for place, letter in enumerate(self.alphabet, 1)}

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        """Return a pattern of a letter, the longest first."""
        known = sorted(self.alphabet, key=lambda letter: (-len(letter), letter))
        return re.compile("|".join([*map(re.escape, known), "."]), re.DOTALL)

    def _words(self, text: str) -> tuple[Syllable, ...]:
        words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
        return tuple(_number(w) if w[0].isdecimal() else self._word(w) for w in words if w[0].isalnum())

    def _word(self, word: str) -> Syllable:
        """Return the places of the letters, and apart from them the marks of those that are none of the alphabet."""
        places, marks = [], []
        for letter in self._letters.findall(word):
            base, marked = (letter, 0) if letter in self._places else _apart(letter)
            places.append(self._places.get(base, _AFTER_ALL + ord(base[0])))
            marks.append(marked)
        return 0, "", tuple(places), tuple(marks)


def _apart(letter: str) -> tuple[str, int]:
    """Return the letter that one is made of, and a number for its marks."""
    if letter in _MADE_OF:
        return _MADE_OF[letter], ord(letter)
    signs = unicodedata.normalize("NFD", letter)
    return signs[0], sum(map(ord, signs[1:]))


@lru_cache(maxsize=1024)
def _number(word: str) -> Syllable:
    digits = "".join(str(unicodedata.decimal(sign)) for sign in word).lstrip("0")
    return -1, f"{len(digits):09}{digits}", (), ()


def _capitals(text: str) -> tuple[bool, ...]:
    return tuple(map(str.isupper, text))
