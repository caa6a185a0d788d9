"""The table of `content/units.yaml`."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import LABEL, Date, Flag, ListOf, Ref, Slug
from guongsang.read.fields.table import optional, required, table

UNITS_FILE = "content/units.yaml"


@dataclass(frozen=True)
class Unit:
    """An office or unit of the organisation; `replaces` names the units that it came from."""

    id: str = required(Slug(example="qlxd"), say("Id"))
    name: Label = required(LABEL, say("Name"))
    quota: bool = optional(Flag(), say("Owes a registration"), default=True)
    active_from: date | None = optional(Date(), say("Active from"))
    active_to: date | None = optional(Date(), say("Active to"))
    replaces: tuple[str, ...] = optional(ListOf(Ref("unit")), say("Replaces"))

    def active(self, first: date, last: date | None = None) -> bool:
        """Return whether the unit existed at some time between two days."""
        return not (self.active_from and self.active_from > (last or first)) and not (
            self.active_to and self.active_to < first
        )


@dataclass(frozen=True)
class UnitsFile:
    """The units in the order in which lists show them."""

    units: tuple[Unit, ...] = required(ListOf(table(Unit), least=1), say("Units"))


UNITS = table(UnitsFile)
