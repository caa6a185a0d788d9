"""The withdrawal of an exemplar: the fact written into its source file, all else kept byte for byte.

In come a profile and what is to be written; out come the new bytes, or nothing where no place for the line is found.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from guongsang.author.new.yaml_writer import scalar
from guongsang.i18n.messages import Message, say
from guongsang.judge.people.due_days import withdrawal_days
from guongsang.read.data.types import Config
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.site import read_entry
from guongsang.read.tables.exemplar import Exemplar

FIELD = "withdrawn"
_LINES = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True)
class Wish:
    """What is to be written: the day, why (consent or revoked), the paper that says so, when it was asked for."""

    on: date
    reason: str
    document: str | None = None
    requested_on: date | None = None

    @property
    def line(self) -> str:
        """Return the line of the front matter."""
        paper = f", document: {_in_braces(self.document)}" if self.document else ""
        request = f", requested_on: {self.requested_on.isoformat()}" if self.requested_on else ""
        return f"{FIELD}: {{on: {self.on.isoformat()}, reason: {self.reason}{paper}{request}}}"


def _in_braces(text: str) -> str:
    """Write a text so that it can stand in a mapping on one line, where a comma would part it."""
    return scalar([text])[1:-1]


def days_told(requested_on: date) -> Message:
    """Return by when a request must be answered and carried out."""
    days = withdrawal_days(requested_on)
    return say(
        "Answer the person by {answer_by}. All copies must be off by {off_by}; where others hold some, by {later}.",
        answer_by=days.answer_by,
        off_by=days.off_by,
        later=days.off_by_with_third_parties,
    )


def has_field(entry: Entry[Exemplar]) -> int | None:
    """Return the line on which the field stands already, whatever it says; None where it does not."""
    key = entry.source.keys.get((FIELD,))
    return entry.source.source.place(*key).line if key else None


def withdrawn(data: bytes, entry: Entry[Exemplar], wish: Wish, config: Config) -> bytes | None:
    """Write the withdrawal behind the opening fence; None where the file could then not be read as it should."""
    text = data.decode("utf-8")
    lines = _LINES.split(text)
    row = entry.source.source.place(*entry.source.fence).line
    end = lines[row - 1][len(lines[row - 1].rstrip("\r\n")) :]
    pad = _indent(entry)
    made = "".join([*lines[:row], f"{pad}{wish.line}{end}", *lines[row:]]).encode()
    read = read_entry(config, entry.source.file, made)
    return made if read is not None and _is_meant(read, entry, wish) else None


def _is_meant(read: AnyEntry, entry: Entry[Exemplar], wish: Wish) -> bool:
    """Return whether a file that was read says what is wished, and all else as before."""
    facts = read.facts
    if not isinstance(facts, Exemplar) or facts.withdrawn is None or read.source.words != entry.source.words:
        return False
    said = facts.withdrawn
    as_wished = Wish(said.on, said.reason, said.document or None, said.requested_on) if said.on else None
    return as_wished == wish and replace(facts, withdrawn=None) == entry.facts


def _indent(entry: Entry[Exemplar]) -> str:
    """Return the blanks before the fields at the top."""
    source = entry.source.source
    key = entry.source.keys.get(("title",)) or entry.source.keys.get(("name",))
    line = source.line(source.place(*key).line) if key else ""
    return line[: len(line) - len(line.lstrip(" "))]
