"""Finds names of people in texts, word by word, however they are written.

In come names with their owners and a text; out come the stretches where a name stands. Case, the place of the tone
mark, decomposed, full-width and invisible letters make no difference, nor does anything between the words but letters,
so line breaks, stars, hyphens and commas hide no name. A name counts too where it stands without any marks (Nguyen Thu
Anh), run together (NguyenThuAnh, nguyenthuanh@…) or in another order, as English has it (Thu Anh Nguyen, Anh Nguyen
Thu); the last of these with marks only where nothing but blanks stands between its words. With some marks it is another
name, and a name of one word counts only where it is written exactly so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from guongsang.text.readable import Readable
from guongsang.text.vietnamese import fold, same_tone_placement

_WORD = re.compile(r"[^\W_]+")
_TIED = re.compile(r"[-._+/%@]+")
_LEAST_JOINED = 8
"""Letters that a name needs to be told where its words run together; shorter ones are part of other words."""


@lru_cache(maxsize=4096)
def name_key(name: str) -> tuple[str, ...]:
    """Return what two names that are the same share: their words in small letters, tone marks in one place."""
    return tuple(_key(word[0]) for word in _WORD.finditer(Readable.of(name).text))


@dataclass(frozen=True)
class Owner:
    """Whose name it is: the profile's id, and whether it is withdrawn."""

    id: str
    withdrawn: bool = False


@dataclass(frozen=True)
class _Name:
    """A name as typed, its words for comparing with and without marks, and whose it is; `order` where it is turned."""

    typed: str
    keys: tuple[str, ...]
    folded: tuple[str, ...]
    owner: Owner
    order: tuple[int, ...] = ()

    @property
    def english(self) -> bool:
        """Return whether its words stand in an order that only texts in other languages have."""
        return bool(self.order) and (len(self.order) == 2 or self.order[-1] != 0)

    @property
    def bare(self) -> bool:
        """Return whether it was typed without any mark."""
        return self.keys == self.folded


@dataclass(frozen=True)
class Stretch:
    """Where a name stands in a text, whose it is, and whether it stands there without its marks."""

    start: int
    end: int
    owner: Owner
    without_marks: bool = False


@dataclass
class Names:
    """Names by each word that may come first; `paper` says that they may stand on the site and only not on paper."""

    paper: bool = False
    by_first: dict[str, list[tuple[_Name, bool]]] = field(default_factory=dict)
    joined: dict[str, _Name] = field(default_factory=dict)

    def remember(self, name: str, owner: Owner) -> None:
        """Keep a name."""
        words = [w[0] for w in _WORD.finditer(Readable.of(name).text)]
        if not words:
            return
        one = _Name(name.strip(), tuple(map(_key, words)), tuple(map(fold, words)), owner)
        self.by_first.setdefault(one.folded[0], []).append((one, False))
        if len(words) > 1 and len("".join(one.folded)) >= _LEAST_JOINED:
            self.joined.setdefault("".join(one.folded), one)
        for order in _turned(len(words)):
            keys, folded = tuple(one.keys[i] for i in order), tuple(one.folded[i] for i in order)
            self.by_first.setdefault(folded[0], []).append((_Name(one.typed, keys, folded, owner, order), True))
            if len("".join(folded)) >= _LEAST_JOINED and len(words) > 2:
                self.joined.setdefault("".join(folded), one)

    def __bool__(self) -> bool:
        """Without names nothing needs to be searched."""
        return bool(self.by_first)

    def found_in(self, text: str) -> Iterator[Stretch]:
        """Find the names in a text, no word in two of them."""
        readable = Readable.of(text)
        words = list(words_in(readable.text))
        free = 0
        for i, word in enumerate(words):
            found = self._at(words, i, readable.text) if i >= free else None
            if found is not None:
                name, length, bare = found
                free = i + length
                start, end = readable.typed(word.start, words[free - 1].end)
                yield Stretch(start, end, name.owner, bare)

    def _at(self, words: Sequence["Word"], i: int, text: str) -> tuple[_Name, int, bool] | None:
        """Find the name that begins with a word: the name, how many words it takes, whether its marks are missing."""
        if name := self.joined.get(words[i].letters):
            return name, 1, words[i].bare and not name.bare
        for name, turned in self.by_first.get(words[i].folded, ()):
            these = words[i : i + len(name.keys)]
            if len(these) < len(name.keys) or (turned and not _is_order_meant(name, these, text)):
                continue
            if tuple(w.key for w in these) == name.keys:
                if len(these) > 1 or these[0].typed == name.typed:
                    return name, len(these), False
            elif len(these) > 1 and tuple(w.folded for w in these) == name.folded and _is_meant(name, these, text):
                return name, len(these), True
        return None


@dataclass(frozen=True)
class Word:
    """A word of a text and where it stands."""

    typed: str
    folded: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """Return what it is compared by: small letters, with tone marks in one place."""
        return _key(self.typed)

    @property
    def bare(self) -> bool:
        """Return whether it bears no mark; behind a capital, đ is none, as it is often the only one that is typed."""
        small = self.typed.lower()
        return self.folded == (small.replace("đ", "d") if self.capital else small)

    @property
    def capital(self) -> bool:
        """Return whether it begins with a capital."""
        return self.typed[0].isupper()

    @property
    def letters(self) -> str:
        """Return it without marks and without figures behind it, as addresses have them: nguyenthuanh75."""
        return self.folded.rstrip("0123456789")


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text; it is folded as a whole where that keeps every letter in its place."""
    folded = fold(text)
    whole = len(folded) == len(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        yield Word(match[0], folded[start:end] if whole else fold(match[0]), start, end)


def _turned(count: int) -> Iterator[tuple[int, ...]]:
    """Yield the other orders in which the words of a name are written, as in English; of two words there is one."""
    first, *others = range(count)
    yield from dict.fromkeys(
        order for order in ((*others, first), (count - 1, first, *others[:-1]), tuple(range(count))[::-1]) if count > 1
    )


def _is_order_meant(name: _Name, words: Sequence[Word], text: str) -> bool:
    """Return whether words in another order are a name: in capitals or an address, in English without marks."""
    gaps = [text[one.end : other.start] for one, other in pairwise(words)]
    if name.english and not all(word.bare for word in words) and not _is_in_one_row(words, gaps, text):
        return False
    return all(word.capital for word in words) or (len(words) > 2 and all(map(_TIED.fullmatch, gaps)))


def _is_in_one_row(words: Sequence[Word], gaps: list[str], text: str) -> bool:
    """Return whether three words or more stand with blanks alone between them, and no other name goes on behind."""
    following = text[words[-1].end : words[-1].end + 2]
    goes_on = len(following) == 2 and following[0].isspace() and following[1].isupper()
    return len(words) > 2 and all(gap.isspace() for gap in gaps) and not goes_on


def _is_meant(name: _Name, words: Sequence[Word], text: str) -> bool:
    """Return whether words that are those of a name but for their marks are meant as the name.

    Either side must be without any mark. Two small words (do an) are a name only in an address or in a line without
    marks: in a line with marks they are words like any others.
    """
    capital = all(word.capital for word in words)
    if not all(word.bare for word in words):
        return name.bare and capital
    if len(words) > 2 or capital or _TIED.fullmatch(text[words[0].end : words[1].start]):
        return True
    line = text[text.rfind("\n", 0, words[0].start) + 1 :].partition("\n")[0]
    return fold(line) == line.lower() and words[0].folded not in _ENGLISH


_ENGLISH = frozenset(("an", "do", "du", "ha", "he", "ho", "la", "le", "ma", "me", "my", "no", "so", "ta", "to"))
"""Family names without marks that are words of English and its neighbours."""


def _key(word: str) -> str:
    return same_tone_placement(word).casefold()


def stretch_of(name: str, raw: str, first: int, last: int) -> tuple[int, int] | None:
    """Find a name in a stretch of a raw file, with anything but letters between its words.

    Where something hides part of it, the longest of its words that stands there shows the place.
    """
    words = [re.escape(w[0]) for w in _WORD.finditer(name)]
    for pattern in (r"[\W_]+".join(words), *sorted(words, key=len, reverse=True)):
        if match := re.compile(rf"(?<![^\W_]){pattern}(?![^\W_])", re.IGNORECASE).search(raw, first, last):
            return match.start(), match.end()
    return None
