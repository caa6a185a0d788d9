"""The table of `locales/abbreviations.yaml`."""

from dataclasses import dataclass

from guongsang.i18n.messages import say
from guongsang.read.fields.kinds import ListOf, PlainText
from guongsang.read.fields.table import required, table


@dataclass(frozen=True)
class Abbreviation:
    """A short form and what it stands for in a language; for search they are one."""

    short: str = required(PlainText(), say("Abbreviation"))
    long: str = required(PlainText(), say("What it stands for"))
    lang: str = required(PlainText(), say("Language"))


@dataclass(frozen=True)
class AbbreviationsFile:
    """All abbreviations that the search knows."""

    abbreviations: tuple[Abbreviation, ...] = required(ListOf(table(Abbreviation)), say("Abbreviations"))


ABBREVIATIONS = table(AbbreviationsFile)
