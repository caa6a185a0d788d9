"""What every page has around its own content, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guongsang.digests import Digested
from guongsang.i18n.messages import Message, Text


@dataclass(frozen=True)
class Link:
    """A label and the address that it leads to."""

    label: Message | Text
    url: str


@dataclass(frozen=True)
class MenuItem:
    """An item of the menu; `current` is `page` on its own page, `true` on those below it, else empty."""

    label: Message | Text
    url: str
    current: str


@dataclass(frozen=True)
class LanguageLink:
    """The same page in a language."""

    code: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class Alternate:
    """A real translation of a page, for search engines; `lang` is `x-default` for the root."""

    lang: str
    url: str


@dataclass(frozen=True)
class Masthead(Digested):
    """The organisation that publishes the site."""

    name: Text
    parent: Text | None
    place: Text | None
    address: Text | None
    email: str | None
    phone: str | None


@dataclass(frozen=True)
class Frame:
    """What stands around the content of a page; `canonical` is a full address where the site has one."""

    title: Text | Message
    site: Text
    organisation: Masthead
    description: Text | None
    styles: Mapping[str, str]
    home: str
    menu: Sequence[MenuItem]
    languages: Sequence[LanguageLink]
    crumbs: Sequence[Link]
    feed: str
    sample: bool
    by_name: str
    tagged: bool
    adopted: bool
    links: Mapping[str, str]
    canonical: str
    alternates: Sequence[Alternate]
