"""Finds names of people in texts, word by word, whatever the case, the place of the tone mark, the markup between.

In come names with their owners and a text; out come the stretches where a name stands. A possessive or a comma after
it, a line break or stars inside it do not hide a name; a name of one word counts only where it is written exactly so.
Where a document or data file holds the text, its place in the real file is found too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guongsang.vietnamese import same_tone_placement

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Owner:
    """Whose name it is: the profile's id, and whether it is withdrawn."""

    id: str
    withdrawn: bool = False


@dataclass
class Names:
    """Names by their first word; `paper` says that they may stand on the site and only not on paper."""

    paper: bool = False
    by_first: dict[str, list[tuple[tuple[str, ...], str, Owner]]] = field(default_factory=dict)

    def remember(self, name: str, owner: Owner) -> None:
        """Keep a name."""
        words = tuple(_key(w[0]) for w in _WORD.finditer(name))
        if words:
            self.by_first.setdefault(words[0], []).append((words, name.strip(), owner))

    def __bool__(self) -> bool:
        """Without names nothing needs to be searched."""
        return bool(self.by_first)

    def found_in(self, text: str) -> Iterator[tuple[int, int, Owner]]:
        """Find the names in a text: where each begins and ends, and whose it is."""
        words = list(_WORD.finditer(text))
        keys = [_key(w[0]) for w in words]
        for i, key in enumerate(keys):
            for name, typed, owner in self.by_first.get(key, ()):
                if tuple(keys[i : i + len(name)]) == name and (len(name) > 1 or words[i][0] == typed):
                    yield words[i].start(), words[i + len(name) - 1].end(), owner
                    break


def _key(word: str) -> str:
    return same_tone_placement(word).casefold()


def stretch_of(name: str, raw: str, first: int, last: int) -> tuple[int, int] | None:
    """Find a name in a stretch of a raw file, with anything but letters between its words."""
    pattern = r"[\W_]+".join(re.escape(w[0]) for w in _WORD.finditer(name))
    match = re.compile(pattern, re.IGNORECASE).search(raw, first, last)
    return (match.start(), match.end()) if match else None
