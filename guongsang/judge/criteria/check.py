"""What a kind of check is: one value, made in a file of its own, and listed in `kinds`.

A kind has a table of options, a judgement of one profile, and a scaffold: what a fresh file offers to those whom a
criterion of the kind asks. The shapes of scaffolds belong to no kind, so a new kind need not touch `new`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from guongsang.i18n.messages import Label, Message, say, say_n
from guongsang.read.data.criteria import CheckForm
from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Evidence, Exemplar

Status = Literal["met", "thin", "unmet", "not-due"]


@dataclass(frozen=True)
class Case:
    """One profile with all that a check may look at; `applicable` are the criteria that are meant for it."""

    entry: Entry[Exemplar]
    criteria: Criteria
    year: int | None
    applicable: tuple[Criterion, ...]

    def serving(self, criterion: str) -> list[tuple[int, Evidence]]:
        """Return the items of evidence that name a criterion, each with its position."""
        return [(i, item) for i, item in enumerate(self.entry.facts.evidence) if criterion in item.serves]


@dataclass(frozen=True)
class Outcome:
    """What a check says: met or not, or met without all that is expected; a reason makes it a finding.

    `item` is the position of the item of evidence that must change, where one must; else `category` is pointed at.
    """

    status: Status
    reason: Message | None = None
    hint: Message | None = None
    item: int | None = None


LEAST = say("how many at least, like {example}", example="1")
"""The help of the option `min`, whatever is counted."""
MET = Outcome("met")
TOLD_ELSEWHERE = Outcome("unmet")
"""What the check looks at stands there but cannot be read, which has a finding of its own."""


def needed(least: int) -> Message:
    """Return what a criterion asks at least, for the end of a reason."""
    return say_n("at least {n} is needed", "at least {n} are needed", n=least)


@dataclass(frozen=True)
class ItemsToWrite:
    """So many items of evidence, with these fields of theirs to be filled in."""

    number: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FieldToWrite:
    """A field at a dotted path, one of these choices if there are any."""

    path: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionToWrite:
    """A section of the body under this heading, of at least so many words."""

    heading: Label
    words: int


@dataclass(frozen=True)
class RemarkAt:
    """Nothing to be written, but what the criterion asks stands above this field."""

    field: str


Scaffold: TypeAlias = ItemsToWrite | FieldToWrite | SectionToWrite | RemarkAt | None


@dataclass(frozen=True)
class Check:
    """A kind of check: its name in criteria files, its options, its judgement, and what a fresh file offers for it.

    `is_open` says whether what it looks at is still to be filled in, which is told at its place already; `unmet` is the
    code of the finding.
    """

    name: str
    form: CheckForm
    judge: Callable[[Case, Criterion], Outcome]
    is_open: Callable[[Case, Criterion], bool]
    scaffold: Callable[[Criterion], Scaffold]
    unmet: str = "criterion-unmet"
