"""Reads the legal documents that a site knows, and checks them against each other.

In comes `content/laws.yaml`, which a site may have; out come its documents in the order of the file, or findings: each
number once, dates in order, and what replaced a document is in the file too and leads nowhere in a circle.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guongsang.findings import Place
from guongsang.i18n.messages import Label, say
from guongsang.read.data.circles import closing_steps
from guongsang.read.data.loader import DataLoader, place_of, report_unknown
from guongsang.read.fields.kinds import Reading
from guongsang.read.fields.table import build
from guongsang.read.files import Found
from guongsang.read.tables.laws import LAWS, LAWS_FILE, Law, LawsFile
from guongsang.text.law_numbers import law_key


@dataclass(frozen=True)
class _File:
    """The file while it is read: its rows, the first row of each number, and the numbers that may be named."""

    loader: DataLoader
    reading: Reading
    laws: Sequence[Law]
    by_key: Mapping[str, int]
    known: Mapping[str, Label | None]

    def place(self, i: int, *path: str | int) -> Place:
        return place_of(self.reading, "laws", i, *path)

    def named_by(self, i: int) -> Iterator[tuple[str, Place]]:
        """Yield the numbers of what replaced the document of a row, each with its place."""
        alone = isinstance(self.laws[i].replaced_by, str)
        for k, number in enumerate(self.laws[i].successors):
            yield number, self.place(i, "replaced_by", *(() if alone else (k,)))

    def next_of(self, i: int) -> Iterator[tuple[int, Place]]:
        """Yield the rows of what replaced the document of a row, each with the place where that is said."""
        for number, place in self.named_by(i):
            if (following := self.by_key.get(law_key(number))) is not None:
                yield following, place


def read_laws(loader: DataLoader, found: Sequence[Found], languages: tuple[str, ...]) -> tuple[Law, ...]:
    """Read `content/laws.yaml` where the site has one; what is wrong with it is gathered in `loader`."""
    item = next((one for one in found if one.file == LAWS_FILE), None)
    read = loader.read_found(item, LAWS, languages) if item else None
    if not read:
        return ()
    tree, reading = read
    laws = build(LawsFile, tree).laws
    by_key: dict[str, int] = {}
    for i, law in enumerate(laws):
        if law.number:
            by_key.setdefault(law.key, i)
    known = {} if loader.is_wrong(LAWS_FILE) else {law.number: law.title for law in laws}
    file = _File(loader, reading, laws, by_key, known)
    for i in range(len(laws)):
        _judge_row(file, i)
    if not _judge_circles(file):
        _judge_order(file)
    return laws


def _judge_row(file: _File, i: int) -> None:
    """Report a number that stands twice, an end before the beginning, and successors that are not in the file."""
    law = file.laws[i]
    if law.number and any(one.is_meant(law.number, law.on) for one in file.laws[:i] if one.number):
        file.loader.add(
            "duplicate-key",
            file.place(i, "number"),
            say("the number {number} stands twice in this file", number=law.number),
            say("keep one of the two; if they are two documents, write the date of issue of each (on)"),
        )
    if law.from_ and law.to and law.to < law.from_:
        file.loader.add(
            "date-order",
            file.place(i, "to"),
            say("{number} ceases to be in force before it is in force", number=law.number),
            say("correct one of the two dates"),
        )
    for number, place in file.named_by(i):
        if law_key(number) not in file.by_key:
            report_unknown(file.loader, place, "bad-value", number, file.known)


def _judge_circles(file: _File) -> bool:
    """Report what is said to be replaced by itself, be it through others; return whether there was any."""
    follows = {i: [following for following, _ in file.next_of(i)] for i in range(len(file.laws))}
    circles = closing_steps(follows)
    for i, following in circles:
        place = next(place for one, place in file.next_of(i) if one == following)
        file.loader.add(
            "bad-value",
            place,
            say(
                "{number} cannot replace {other}, which replaced it",
                number=file.laws[following].number,
                other=file.laws[i].number,
            )
            if i != following
            else say("{number} cannot replace itself", number=file.laws[i].number),
            say("name what replaced it, or take this line out"),
        )
    return bool(circles)


def _judge_order(file: _File) -> None:
    """Report what is said to have replaced a document that was not yet in force."""
    for i, law in enumerate(file.laws):
        for following, place in file.next_of(i):
            begins = file.laws[following].from_
            if law.from_ and begins and begins < law.from_:
                file.loader.add(
                    "date-order",
                    place,
                    say(
                        "{number} is in force since {day}, before {other}, which it replaced",
                        number=file.laws[following].number,
                        day=begins,
                        other=law.number,
                    ),
                    say("correct one of the two dates, or name what replaced it"),
                )
