"""Where in a raw file something stands that was found in what is read.

In comes what a reader sees ("0912 345 678"), out goes the stretch of the file that reads so, whatever entities,
escapes, stars or line breaks part it there. Only letters and figures are compared, so no way of typing blanks or signs
matters.
"""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from guongsang.text.readable import Readable


@dataclass
class RawText:
    """A raw file in which stretches are looked for; what was `taken` is not given again."""

    raw: str
    _seen: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def take(self, read: str, first: int, last: int) -> tuple[int, int] | None:
        """Find what is read between two indexes of the file and take it; None where it does not stand there."""
        key = (read, first, last)
        for at, stretch in self._all(read, first, last, self._seen.get(key, 0)):
            self._seen[key] = at + 1
            if self.is_free(stretch):
                self._taken[slice(*stretch)] = b"\1" * (stretch[1] - stretch[0])
                return stretch
        return None

    def is_free(self, stretch: tuple[int, int]) -> bool:
        """Return whether nothing of a stretch was taken."""
        return not any(self._taken[slice(*stretch)])

    def holds(self, read: str, first: int, last: int) -> bool:
        """Return whether something read stands between two indexes of the file, taken or not."""
        return next(self._all(read, first, last), None) is not None

    def _all(self, read: str, first: int, last: int, start: int = 0) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield where something read stands, with the index among the letters, from such an index on."""
        wanted = _letters(Readable.of(read))[0]
        end = bisect.bisect_left(self._starts, last)
        at = self._letters.find(wanted, max(start, bisect.bisect_left(self._starts, first)), end) if wanted else -1
        while at >= 0:
            if self._whole(at, len(wanted)):
                yield at, (self._starts[at], self._ends[at + len(wanted) - 1])
            at = self._letters.find(wanted, at + 1, end)

    def _whole(self, at: int, length: int) -> bool:
        """Return whether a stretch cuts no number and no word in two."""
        return not (self._joined(at - 1) or self._joined(at + length - 1))

    def _joined(self, at: int) -> bool:
        """Return whether a letter and the next one stand side by side and are both figures or both none."""
        if not 0 <= at < len(self._letters) - 1 or self._ends[at] != self._starts[at + 1]:
            return False
        return self._letters[at].isdigit() == self._letters[at + 1].isdigit()

    @cached_property
    def _taken(self) -> bytearray:
        return bytearray(len(self.raw))

    @cached_property
    def _index(self) -> tuple[str, list[int], list[int]]:
        return _letters(Readable.of_markup(self.raw))

    @property
    def _letters(self) -> str:
        return self._index[0]

    @property
    def _starts(self) -> list[int]:
        return self._index[1]

    @property
    def _ends(self) -> list[int]:
        return self._index[2]


def _letters(readable: Readable) -> tuple[str, list[int], list[int]]:
    """Return the letters and figures of a text, small, with the stretch of each."""
    kept = [i for i, char in enumerate(readable.text) if char.isalnum()]
    stretches = [readable.typed(i, i + 1) for i in kept]
    small = "".join(readable.text[i].lower()[0] for i in kept)
    return small, [start for start, _ in stretches], [end for _, end in stretches]
