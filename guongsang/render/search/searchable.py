"""What can be found of a page, as the search indexes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from guongsang.digests import value_digest
from guongsang.i18n.messages import Text


class Findable(Protocol):
    """Something to be found: its address, a digest of all that can be found of it, and that itself."""

    @property
    def url(self) -> str:
        """The path of its page."""

    def given(self) -> bytes:
        """Return a digest of all that can be found."""

    def read(self) -> "Searchable":
        """Return what can be found."""


@dataclass(frozen=True)
class Later:
    """Something that is read only where it is not known what can be found of it."""

    url: str
    given: Callable[[], bytes]
    read: Callable[[], "Searchable"]


@dataclass(frozen=True)
class Searchable:
    """What can be found: its address, its heading, its names, what it is about, its text, its values by facet."""

    url: str
    title: Text
    names: tuple[Text, ...] = ()
    about: tuple[Text, ...] = ()
    summary: tuple[Text, ...] = ()
    body: tuple[Text, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def given(self) -> bytes:
        """Return a digest of all that can be found."""
        return value_digest(self)

    def read(self) -> "Searchable":
        """Return itself."""
        return self

    @property
    def by_weight(self) -> tuple[tuple[Text, ...], tuple[Text, ...], tuple[Text, ...]]:
        """Return all texts by where a word weighs more: in the text, in what it is about, in a name."""
        return self.body, self.about + self.summary, (self.title, *self.names)
