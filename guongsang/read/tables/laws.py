"""The table of `content/laws.yaml`: legal documents with the time in which they are in force."""

from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import PLAIN_OR_LABEL, Date, Either, Flag, ListOf, PlainText
from guongsang.read.fields.table import optional, required, table
from guongsang.read.tables.common import TITLE
from guongsang.text.law_numbers import law_key, names_its_year

LAWS_FILE = "content/laws.yaml"


@dataclass(frozen=True)
class Law:
    """A legal document; `confirmed` is false where nobody has looked its dates up yet."""

    number: str = required(
        PlainText(), say("Number"), say("number of the document, like {example}", example="98/2023/NĐ-CP")
    )
    title: Label | None = required(PLAIN_OR_LABEL, say("Title"), TITLE)
    on: date | None = optional(Date(), say("Date of issue"))
    issuer: Label | None = optional(PLAIN_OR_LABEL, say("Issuer"), say("the body that issued it"))
    from_: date | None = required(Date(), say("In force from"), say("the first day on which it is in force"))
    to: date | None = optional(
        Date(),
        say("In force until"),
        say("the last day on which it is in force; without it, the day before the last of what replaced it begins"),
    )
    replaced_by: tuple[str, ...] | str = optional(
        Either((ListOf(PlainText()), PlainText())),
        say("Replaced by"),
        say("number of what replaced it, or a list of numbers; each stands in this file too"),
        default=(),
    )
    source: Label | None = optional(PLAIN_OR_LABEL, say("Source"), say("where its dates were found"))
    note: Label | None = optional(PLAIN_OR_LABEL, say("Note"), say("what else is to be known of it"))
    confirmed: bool = optional(
        Flag(), say("Confirmed"), say("false where its dates still have to be looked up"), default=True
    )

    @property
    def key(self) -> str:
        """Return its number in the spelling by which numbers are compared."""
        return law_key(self.number)

    @property
    def successors(self) -> tuple[str, ...]:
        """Return the numbers of what replaced it."""
        if isinstance(self.replaced_by, str):
            return (self.replaced_by,) if self.replaced_by else ()
        return self.replaced_by

    def is_meant(self, number: str, on: date | None) -> bool:
        """Return whether a number and a date of issue name this document.

        A number without a year is given anew each year, so there the date must not be another.
        """
        key = self.key
        return key == law_key(number) and (names_its_year(key) or on is None or self.on is None or on == self.on)


@dataclass(frozen=True)
class LawsFile:
    """The legal documents that campaigns cite, or cited once."""

    laws: tuple[Law, ...] = required(ListOf(table(Law)), say("Legal documents"))


LAWS = table(LawsFile)
"""The legal documents that a site knows, with the time in which they are in force."""
