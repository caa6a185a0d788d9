"""Finds people named by a part of their name: a title with the given name (chị Ánh, Ms Anh), initials (N.T. Ánh), the
family name with the given name alone (bà Nguyễn Ánh, Anh Nguyen).

In come full names with their owners, in go texts about these people only: elsewhere a title and a given name are
anybody's. A given name without its marks counts behind an English title and in a text that has no marks at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guongsang.text.lines import line_end, line_start
from guongsang.text.person_names import Owner, Word, words_in
from guongsang.text.readable import Readable
from guongsang.text.vietnamese import fold, same_tone_placement

_TITLES = frozenset(
    "ông bà anh chị cô chú bác dì cậu em thầy cháu bạn chí sĩ sỹ dưỡng tá giáo sư viên trưởng phó ths ts bs ks".split()
)
"""The last word of a title: đồng chí, bác sĩ, điều dưỡng, nhân viên."""
_ENGLISH_TITLES = frozenset("mr mrs ms miss dr prof madam sir comrade nurse doctor teacher uncle aunt".split())
_BARE_TITLES = frozenset(fold(title) for title in _TITLES)
_GAP = re.compile(r"\.?\s+|\.")
_LEAST_ADDRESS = 5
_CONSONANTS = re.compile("ngh|ng|nh|th|tr|ph|kh|gi|ch|qu")


@dataclass(frozen=True)
class PartOfName:
    """What is left of a full name in a text about its owner: its words, and the patterns of its initials."""

    words: tuple[str, ...]
    owner: Owner
    initials: re.Pattern[str]
    address: str

    @classmethod
    def of(cls, name: str, owner: Owner) -> "PartOfName | None":
        """Return what a name leaves; None for one that is not a person's (figures, one word, small letters)."""
        words = tuple(word.typed for word in words_in(Readable.of(name).text))
        if len(words) < 2 or not all(word.isalpha() and word[0].isupper() for word in words):
            return None
        *others, given = words
        address = fold(given) + "".join(fold(word)[0] for word in others)
        return cls(words, owner, _initials(words), address)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the parts of the name in a text about its owner."""
        readable = Readable.of(text)
        words = list(words_in(readable.text))
        for i, word in enumerate(words):
            start = self._titled(words, i, readable.text)
            if start is not None:
                yield readable.typed(start, word.end)
            elif word.letters == self.address and len(self.address) >= _LEAST_ADDRESS and word.bare:
                yield readable.typed(word.start, word.end)
            elif self._paired(words, i, readable.text):
                yield readable.typed(word.start, words[i + 1].end)
        for match in self.initials.finditer(readable.text):
            yield readable.typed(*match.span())

    def _paired(self, words: Sequence[Word], i: int, text: str) -> bool:
        """Return whether the family name and the given name of three or more begin here, in any order, alone."""
        pair = words[i : i + 2]
        if (
            len(pair) < 2
            or len(self.words) < 3
            or {w.folded for w in pair} != {fold(self.words[0]), fold(self.words[-1])}
        ):
            return False
        names = {same_tone_placement(word).casefold() for word in (self.words[0], self.words[-1])}
        same = {w.key for w in pair} == names or all(w.bare for w in pair)
        before = words[i - 1] if i else None
        alone = not before or text[before.end : pair[0].start] != " " or not before.capital or is_title(before)
        together = text[pair[0].end : pair[1].start] == " " and all(w.capital for w in pair)
        return same and alone and together and not _goes_on(words, i + 1, text)

    def _titled(self, words: Sequence[Word], i: int, text: str) -> int | None:
        """Return where a title begins that stands before the given name, with or without middle names."""
        word, given = words[i], self.words[-1]
        if not word.capital or word.folded != fold(given) or _goes_on(words, i, text):
            return None
        first = i
        for middle in reversed(self.words[1:-1]):
            if first and words[first - 1].folded == fold(middle) and words[first - 1].capital:
                first -= 1
        if not first or not _GAP.fullmatch(text[words[first - 1].end : words[first].start]):
            return None
        title = words[first - 1]
        same = word.key == same_tone_placement(given).casefold()
        english = title.typed.lower() in _ENGLISH_TITLES and word.bare
        unmarked = title.typed.lower() in _BARE_TITLES and _is_unmarked(text, word)
        known = title.typed.lower() in _TITLES or title.typed.lower() in _ENGLISH_TITLES
        return title.start if (same and known) or english or unmarked else None


def _goes_on(words: Sequence[Word], i: int, text: str) -> bool:
    """Return whether another word of a name follows at once, so that it is another name."""
    if i + 1 == len(words) or words[i].typed.isupper():
        return False
    return text[words[i].end : words[i + 1].start] == " " and words[i + 1].capital


def _is_unmarked(text: str, word: Word) -> bool:
    """Return whether the line around a word has no marks at all."""
    line = text[line_start(text, word.start) : line_end(text, word.end)]
    return fold(line) == line.lower()


def is_title(word: Word) -> bool:
    """Return whether a word is a title, or the last word of one."""
    small = word.typed.lower()
    return small in _TITLES or small in _ENGLISH_TITLES


def _initials(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of a name with initials: N.T. Ánh, N T Ánh, Nguyễn T. Ánh, Ng. Thử Ánh, Ánh N.T. and so on."""
    *others, given = words
    family, *middles = others
    dotted = r"\s?".join(rf"{_initial(word)}\." for word in others)
    forms = [
        rf"{dotted}\s?(?:{_initial(given)}\b\.?|{_either(given)}\b)",
        rf"{_either(given)}\s{dotted}",
    ]
    if middles:
        whole = "".join(rf"\s{_either(word)}" for word in middles)
        short = "".join(rf"\s?{_initial(word)}\." for word in middles)
        forms += [
            rf"{_either(family)}{short}\s?{_either(given)}\b",
            rf"{_either(family)}{whole}\s{_initial(given)}\.",
            rf"{_initial(family)}\.{whole}\s{_either(given)}\b",
            "".join(rf"{_initial(word)}[. ]\s?" for word in others) + rf"{_either(given)}\b",
        ]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})")


def _initial(word: str) -> str:
    """Return the pattern of the first letter of a word, or of its first consonants: N. or Ng. for Nguyễn."""
    first = _CONSONANTS.match(fold(word))
    more = f"(?:{first[0][1:]})?" if first else ""
    return f"[{word[0]}{fold(word[0]).upper()}]{more}"


def _either(word: str) -> str:
    """Return the pattern of a word with its marks or without any."""
    return f"(?:{re.escape(word)}|{re.escape(fold(word).capitalize())})"
