"""Kinds of field as plain data, and what comes of reading a tree of them.

A kind says what a value must look like: words, a date, one of a few words, a list, a group of fields. `kinds` reads
YAML by them, `fields` makes the tables of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, Label, Message, say
from guongsang.read.source import Source

FieldPath: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = str | int | float | bool | date | Label | list["Value"] | dict[str, "Value"]
"""What a field holds after reading: a tree of values that are converted already."""
Tree: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True)
class PlainText:
    """Text in one line or paragraph, kept as typed; `limit` is how many words it may have."""

    limit: int | None = None
    may_be_empty: bool = False


@dataclass(frozen=True)
class Ref:
    """The id of something: a unit, a category, a criterion, an exemplar, a campaign, a criteria file, a picture."""

    to: str


@dataclass(frozen=True)
class OneOf:
    """One of a few words, each with its label for readers, None where it is told nowhere."""

    choices: Mapping[str, Message | None]

    def label(self, choice: str) -> Message | None:
        """Return the label of a choice; None for what is none of them."""
        return self.choices.get(choice)


def one_of_words(*choices: str) -> OneOf:
    """Return the kind of a few words without labels."""
    return OneOf(dict.fromkeys(choices))


@dataclass(frozen=True)
class Flag:
    """true or false."""


@dataclass(frozen=True)
class Integer:
    """A whole number."""

    least: int = 0


@dataclass(frozen=True)
class Number:
    """A number, with a point before decimals."""


@dataclass(frozen=True)
class Date:
    """A date, YYYY-MM-DD; `or_period` where a period may stand in a field beside it.

    `or_words` are words that may stand in its place, each with its label.
    """

    or_period: bool = False
    or_words: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True)
class Period:
    """Two months or days with a slash between: 2022-01/2022-05."""


@dataclass(frozen=True)
class Slug:
    """An id: a-z, 0-9 and hyphens, or letters of a rule id where `pattern` says so."""

    pattern: str = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    example: str = "qlxd-01"


@dataclass(frozen=True)
class Url:
    """The address of a web site: http or https."""


@dataclass(frozen=True)
class LocalizedText:
    """A label: one text for each language, or a plain text in the source language where `plain` allows."""

    plain: bool = False


@dataclass(frozen=True)
class ListOf:
    """A list of one kind."""

    kind: "Kind"
    least: int = 0


@dataclass(frozen=True)
class MappingOf:
    """A mapping of free names to one kind."""

    kind: "Kind"


@dataclass(frozen=True)
class Either:
    """Any of several kinds, told apart by the form of what was typed."""

    kinds: "tuple[Kind, ...]"


@dataclass(frozen=True)
class Group:
    """A group of fields; `key` is the field by which translations refer to an item of a list of such groups.

    `makes` is the class of its values, where it has one; `alone` is the field that is meant where a text stands in
    place of the group.
    """

    fields: Mapping[str, "Field"]
    key: str | None = None
    makes: type[object] | None = None
    alone: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the fields that may be written."""
        return tuple(n for n, f in self.fields.items() if not isinstance(f.kind, (Refused, Unread)))


@dataclass(frozen=True)
class ItemsById:
    """Items of a list in a translation, named by the ids that its source has."""

    kinds: Mapping[str, "Kind"]


@dataclass(frozen=True)
class ItemsInOrder:
    """Items of a list in a translation, in the order of its source: one kind for each."""

    kinds: "tuple[Kind, ...]"


@dataclass(frozen=True)
class Refused:
    """What may not stand in a translation; it is told at its value, or at its key and also without a value.

    `tell` gives message and hint, which are made only where it stands: a document has dozens of such fields.
    """

    code: str
    tell: Callable[[], tuple[Message, Message]]
    at_key: bool = False


@dataclass(frozen=True)
class Unread:
    """What may stand and is not read."""


Kind: TypeAlias = (
    PlainText
    | Ref
    | OneOf
    | Flag
    | Integer
    | Number
    | Date
    | Period
    | Slug
    | Url
    | LocalizedText
    | ListOf
    | MappingOf
    | Either
    | Group
    | ItemsById
    | ItemsInOrder
    | Refused
    | Unread
)


@dataclass(frozen=True)
class Field:
    """One field of a table: its kind, its label for messages, whether it must stand, whether it is translated.

    `help` tells a writer what to write there.
    """

    kind: Kind
    label: Message
    required: bool = False
    translated: bool = False
    help: Message | None = None


@dataclass
class Reading:
    """What comes of reading one tree: findings, and for each path the stretch of its value and of its key.

    A field is also known by its label in one of the `catalogues`. `wrong` are the fields at the top in which something
    is wrong. Where `marks` are known, `unfilled` holds the paths of values still to be written: whether the text is
    kept, because any text will do there, or the value is wanting.
    """

    source: Source
    languages: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)
    spans: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    marks: bool = False
    unfilled: dict[FieldPath, bool] = field(default_factory=dict)
    catalogues: tuple[Catalogue, ...] = ()
    wrong: set[str] = field(default_factory=set)
    blamed: set[FieldPath] = field(default_factory=set)

    def blame(self, path: FieldPath) -> None:
        """Note that something is wrong at a path, and so in the field at its top."""
        if path:
            self.wrong.add(str(path[0]))
            self.blamed.add(path)

    def is_blamed(self, path: FieldPath) -> bool:
        """Return whether something is wrong at a path or below it."""
        return any(one[: len(path)] == path for one in self.blamed)


def field_name(label: Message, path: FieldPath) -> Message:
    """Name a field for its writer: the label in the reader's language, and the name as it is typed."""
    name = ".".join(part for part in path if isinstance(part, str))
    if path and isinstance(path[-1], int):
        return say("item {n} of “{label}” ({name})", n=path[-1] + 1, label=label, name=name)
    return say("“{label}” ({name})", label=label, name=name)


def required(kind: Kind, label: Message, help: Message | None = None) -> Field:
    """Return a fact that must stand."""
    return Field(kind, label, required=True, help=help)


def optional(kind: Kind, label: Message, help: Message | None = None) -> Field:
    """Return a fact that may stand."""
    return Field(kind, label, help=help)


PLAIN_OR_LABEL = LocalizedText(plain=True)
LABEL = LocalizedText()
