"""What the data files hold, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guongsang.findings import Place
from guongsang.i18n.messages import Catalogue, Label

DEFAULT_PORT = 8000


@dataclass(frozen=True)
class Formal:
    """How documents of administration are set, where Decree 30/2020/NĐ-CP leaves room.

    Whether the national title stands on them, families asked of the machine before our own, size of the text in points,
    margins in millimetres (top, bottom, left, right).
    """

    national: bool = True
    fonts: tuple[str, ...] = ()
    size: float = 13.5
    margins: tuple[float, float, float, float] = (20, 20, 30, 18)


@dataclass(frozen=True)
class Config:
    """The site's configuration (`site_config.yaml`)."""

    title: Label
    organisation: Mapping[str, Any]
    languages: tuple[str, ...]
    base_url: str | None
    sections: Mapping[str, Mapping[str, str]]
    catalogues: Mapping[str, Catalogue]
    preview_port: int = DEFAULT_PORT
    formal: Formal = Formal()

    @property
    def source_language(self) -> str:
        """Return the language that holds the facts: the first."""
        return self.languages[0]


@dataclass(frozen=True)
class Unit:
    """An office or unit of the organisation (`content/units.yaml`)."""

    id: str
    name: Label
    quota: bool = True
    active_from: date | None = None
    active_to: date | None = None
    replaces: tuple[str, ...] = ()

    def active(self, first: date, last: date | None = None) -> bool:
        """Return whether the unit existed at some time between two days."""
        return not (self.active_from and self.active_from > (last or first)) and not (
            self.active_to and self.active_to < first
        )


@dataclass(frozen=True)
class Category:
    """A kind of exemplar; `subject` is individual, collective or model."""

    id: str
    subject: str
    label: Label


@dataclass(frozen=True)
class Criterion:
    """What a plan asks of an exemplar, as data.

    Whom it is for, how it is checked, how much it weighs at which stage.
    """

    id: str
    section: str | None
    label: Label
    text: Label | None
    applies: Mapping[str, tuple[str, ...]]
    check: str
    options: Mapping[str, Any]
    severity: Mapping[str, str]
    internal: bool
    set_by: Mapping[str, Any] | None
    place: Place


@dataclass(frozen=True)
class Criteria:
    """One criteria file."""

    id: str
    file: str
    categories: Mapping[str, Category]
    criteria: Mapping[str, Criterion]


@dataclass(frozen=True)
class Abbreviation:
    """A short form and what it stands for in a language (`locales/abbreviations.yaml`); for search they are one."""

    short: str
    long: str
    lang: str
