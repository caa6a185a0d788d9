"""Signs by which personal data is looked for, and which of hundreds of them can stand in a text.

A sign stands only where its longest piece without blanks stands in a word of the text. Words come again and again, in
one text and from one to the next, so which pieces a word holds is looked up once; a text is then asked for few signs.
"""

from collections.abc import Iterable, Set
from typing import NamedTuple


class Signs(NamedTuple):
    """Words in small letters, by their longest pieces."""

    words: tuple[str, ...]
    pieces: frozenset[str]
    by_piece: dict[str, list[str]]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> "Signs":
        """Arrange some words by their pieces."""
        by_piece: dict[str, list[str]] = {}
        for word in words:
            by_piece.setdefault(max(word.split(), key=len), []).append(word)
        return cls(words, frozenset(by_piece), by_piece)

    def standing_in(self, text: str, pieces: Set[str]) -> list[str]:
        """Return those that stand in a text in small letters, which holds these pieces."""
        return [word for piece in self.pieces & pieces for word in self.by_piece[piece] if word in text]


class Pieces(dict[str, frozenset[str]]):
    """The pieces of all signs that are ever looked for, in the words of texts that were looked at."""

    def __init__(self, signs: Iterable[Signs]) -> None:
        """Begin with no word looked at."""
        super().__init__()
        self._all = tuple({piece for one in signs for piece in one.pieces})

    def __missing__(self, word: str) -> frozenset[str]:
        """Look at a word for the first time; what is too long to be one is not kept."""
        found = frozenset(piece for piece in self._all if piece in word) or _NONE
        if len(word) <= _LONG:
            self[word] = found
        return found

    def held_by(self, text: str) -> frozenset[str]:
        """Return the pieces that stand in a text."""
        if len(self) > _MOST:
            self.clear()
        return _NONE.union(*map(self.__getitem__, set(text.split())))


_LONG = 60
_MOST = 1 << 15
_NONE: frozenset[str] = frozenset()
