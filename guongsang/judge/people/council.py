"""Finds the members of the Council in what a profile names: the candidate, and who attests or approves.

Names are compared as everywhere (`person_names`); titles before them make no difference, and a name that is part of a
longer one is another.
"""

from dataclasses import dataclass

from guongsang.i18n.messages import Label
from guongsang.read.tables.campaign import Council, CouncilMember
from guongsang.text.given_names import is_title
from guongsang.text.person_names import Names, Owner, words_in
from guongsang.text.readable import Readable


@dataclass(frozen=True)
class Seats:
    """The members of a Council, and their names as they are looked for."""

    members: tuple[CouncilMember, ...]
    names: Names

    @classmethod
    def of(cls, council: Council) -> "Seats":
        """Take the members of a Council, the chair first."""
        names = Names()
        for number, member in enumerate(council.all):
            names.remember(_without_title(member.name), Owner(str(number)))
        return cls(council.all, names)

    def named_in(self, text: str) -> list[CouncilMember]:
        """Return the members whom a text names, however the names are written."""
        found = (one for one in self.names.found_in(text) if _is_whole(text, one.start, one.end))
        return [self.members[int(one.owner.id)] for one in found]

    def meant_by(self, by: Label | None, unit: str) -> list[CouncilMember]:
        """Return the members whom `by` names, or means by the position that they hold in the same unit."""
        said = list(by.texts.values()) if by else []
        named = [member for text in said for member in self.named_in(text)]
        return [m for m in self.members if any(m is one for one in named) or _is_post(m, said, unit)]


def _is_post(member: CouncilMember, said: list[str], unit: str) -> bool:
    if not unit or member.unit != unit or member.position is None:
        return False
    posts = {_folded(text) for text in member.position.texts.values()}
    return any(_folded(text) in posts for text in said)


def _folded(text: str) -> str:
    return " ".join(text.casefold().strip(" .").split())


def _without_title(name: str) -> str:
    """Leave out titles that stand before a name; two words at least are kept."""
    text = Readable.of(name).text
    words = list(words_in(text))
    while len(words) > 2 and is_title(words[0]):
        words = words[1:]
    return text[words[0].start :] if words else ""


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a stretch is a whole name: no word with a capital stands beside it but a title."""
    beside = [w for w in words_in(text) if _touches(text, w.end, start) or _touches(text, end, w.start)]
    return not any(word.capital and not is_title(word) for word in beside)


def _touches(text: str, end: int, start: int) -> bool:
    """Return whether nothing but blanks stands between the end of one word and the start of another."""
    return end < start and not text[end:start].strip()
