"""What can be found of a page, as the search indexes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guongsang.i18n.messages import Text


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

    @property
    def by_weight(self) -> tuple[tuple[Text, ...], tuple[Text, ...], tuple[Text, ...]]:
        """Return all texts by where a word weighs more: in the text, in what it is about, in a name."""
        return self.body, self.about + self.summary, (self.title, *self.names)
