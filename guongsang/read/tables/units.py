"""The table of `content/units.yaml`."""

from dataclasses import dataclass
from datetime import date, timedelta

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import LABEL, Date, Flag, ListOf, OneOf, PlainText, Ref, Slug
from guongsang.read.fields.table import optional, required, table
from guongsang.read.tables.common import PAPER, UNIT

UNITS_FILE = "content/units.yaml"
_SECOND_DAY = date.min + timedelta(days=1)
"""The first day that has one before it."""
WAYS_OF_CLOSING = OneOf(
    {
        "renamed": say("Renamed"),
        "merged": say("Merged into another unit"),
        "split": say("Split into several units"),
        "replaced": say("Replaced by another unit"),
        "dissolved": say("Dissolved"),
    }
)


@dataclass(frozen=True)
class Closing:
    """How a unit came to its end, from which day on it is no more, and which units took over its work."""

    on: date | None = required(Date(), say("Closed on"), say("the first day on which the unit is no more"))
    how: str = required(WAYS_OF_CLOSING, say("How"), say("what became of the unit"))
    into: tuple[str, ...] = optional(ListOf(Ref("unit")), say("Went into"), UNIT)
    document: str = optional(PlainText(), say("Document"), PAPER)


@dataclass(frozen=True)
class Unit:
    """An office or unit of the organisation.

    `replaces` names the units that it came from, `closed.into` those that it went into. Once the file is read, each of
    the two holds also what is written in the other.
    """

    id: str = required(Slug(example="qlxd"), say("Id"))
    name: Label = required(LABEL, say("Name"))
    quota: bool = optional(Flag(), say("Owes a registration"), default=True)
    active_from: date | None = optional(Date(), say("Active from"))
    active_to: date | None = optional(Date(), say("Active to"))
    closed: Closing | None = optional(table(Closing), say("Closed"))
    replaces: tuple[str, ...] = optional(ListOf(Ref("unit")), say("Replaces"))

    @property
    def last_day(self) -> date | None:
        """Return the last day on which the unit exists: that before it was closed, else as written."""
        if self.closed and self.closed.on:
            return max(self.closed.on, _SECOND_DAY) - timedelta(days=1)
        return self.active_to

    def active(self, first: date, last: date | None = None) -> bool:
        """Return whether the unit existed at some time between two days."""
        end = self.last_day
        return not (self.active_from and self.active_from > (last or first)) and not (end and end < first)


@dataclass(frozen=True)
class UnitsFile:
    """The units in the order in which lists show them."""

    units: tuple[Unit, ...] = required(ListOf(table(Unit), least=1), say("Units"))


UNITS = table(UnitsFile)
"""The units of the organisation (`content/units.yaml`)."""
