"""What the data files hold, as values that the rest of the program uses."""

from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.codes import Severity
from guongsang.digests import Digested
from guongsang.findings import Place
from guongsang.i18n.messages import Catalogue, Label
from guongsang.read.font_files import FontFile
from guongsang.read.tables.config import DEFAULT_PORT, Organisation
from guongsang.read.tables.criteria import Category, SetBy


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
    """The site's configuration with its catalogues; `sections` has the words of addresses by part and language."""

    title: Label
    organisation: Organisation
    languages: tuple[str, ...]
    base_url: str | None
    sections: Mapping[str, Mapping[str, str]]
    catalogues: Mapping[str, Catalogue]
    preview_port: int = DEFAULT_PORT
    formal: Formal = Formal()
    fonts: tuple[FontFile, ...] = ()

    @property
    def source_language(self) -> str:
        """Return the language that holds the facts: the first."""
        return self.languages[0]


@dataclass(frozen=True)
class Criterion(Digested):
    """What a plan asks of an exemplar, as data.

    Whom it is for, how it is checked, how much it weighs at which stage. `options` is a value of the kind of check.
    """

    id: str
    section: str | None
    label: Label
    text: Label | None
    applies: Mapping[str, tuple[str, ...]]
    check: str
    options: object
    severity: Mapping[str, Severity]
    internal: bool
    set_by: SetBy | None
    place: Place


@dataclass(frozen=True)
class Criteria(Digested):
    """One criteria file."""

    id: str
    file: str
    categories: Mapping[str, Category]
    criteria: Mapping[str, Criterion]
