"""The table of `site_config.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.kinds import (
    Either,
    Field,
    Flag,
    Group,
    Integer,
    ListOf,
    LocalizedText,
    MappingOf,
    Number,
    PlainText,
    Slug,
    Url,
)
from guongsang.read.fields.table import always, optional, required, table

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "exemplars": {"vi": "guong", "en": "exemplars"},
    "units": {"vi": "don-vi", "en": "units"},
    "categories": {"vi": "loai", "en": "categories"},
    "years": {"vi": "nam", "en": "years"},
    "tags": {"vi": "chu-de", "en": "topics"},
    "criteria": {"vi": "tieu-chi", "en": "criteria"},
    "plans": {"vi": "ke-hoach", "en": "plans"},
    "campaigns": {"vi": "dot", "en": "campaigns"},
    "reviews": {"vi": "tong-ket", "en": "reviews"},
    "bulletins": {"vi": "ban-tin", "en": "bulletins"},
    "adoption": {"vi": "lam-theo", "en": "adoption"},
    "search": {"vi": "tim-kiem", "en": "search"},
}
"""The parts of the site and their words in addresses, as far as the site does not choose its own."""
DEFAULT_PORT = 8000
_TEXT = LocalizedText(plain=True)


@dataclass(frozen=True)
class Organisation:
    """Whose site it is."""

    name: Label = required(_TEXT, say("Name"))
    parent: Label | None = optional(_TEXT, say("Superior body"))
    place: Label | None = optional(_TEXT, say("Place"))
    address: Label | None = optional(_TEXT, say("Address"))
    email: str = optional(PlainText(), say("E-mail"))
    phone: str = optional(PlainText(), say("Telephone"))


@dataclass(frozen=True)
class Margins:
    """The margins of documents of administration in millimetres; None means as usual."""

    top: int | float | None = optional(Number(), say("Millimetres"))
    bottom: int | float | None = optional(Number(), say("Millimetres"))
    left: int | float | None = optional(Number(), say("Millimetres"))
    right: int | float | None = optional(Number(), say("Millimetres"))


@dataclass(frozen=True)
class FormalPrint:
    """How documents of administration are set; `national` is None where the source language decides."""

    national: bool | None = optional(Flag(), say("National title"), default=None)
    size: int | float | None = optional(Number(), say("Size of the text in points"))
    margins: Margins = always(Margins, say("Margins"))


@dataclass(frozen=True)
class Print:
    """What the site says about paper; `fonts` are families of the machine, in the order in which they are tried."""

    fonts: str | tuple[str, ...] | Mapping[str, str] = optional(
        Either((PlainText(), ListOf(PlainText()), MappingOf(PlainText()))), say("Fonts"), default=()
    )
    formal: FormalPrint = always(FormalPrint, say("Documents of administration"))

    @property
    def families(self) -> tuple[str, ...]:
        """Return the families of fonts; keys of a mapping have no meaning."""
        if isinstance(self.fonts, str):
            return (self.fonts,)
        return tuple(self.fonts.values() if isinstance(self.fonts, Mapping) else self.fonts)


@dataclass(frozen=True)
class PreviewSettings:
    """Where the preview listens."""

    port: int = optional(Integer(1), say("Port"), default=DEFAULT_PORT)


@dataclass(frozen=True)
class SiteConfig:
    """The configuration as it is written; `sections` holds words by part of the site and language."""

    title: Label = required(_TEXT, say("Title of the site"))
    organisation: Organisation = required(table(Organisation), say("Organisation"))
    languages: tuple[str, ...] = required(ListOf(PlainText(), least=1), say("Languages"))
    base_url: str = optional(Url(), say("Address of the site"))
    sections: Mapping[str, Mapping[str, str]] | None = optional(
        Group({name: Field(MappingOf(Slug(example="guong")), say("Section")) for name in SECTIONS}),
        say("Words in addresses"),
        default=None,
    )
    print: Print = always(Print, say("Print"))
    preview: PreviewSettings = always(PreviewSettings, say("Preview"))


CONFIG = table(SiteConfig)
