"""What reading a site gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guongsang.findings import Finding
from guongsang.read.data.types import Abbreviation, Config, Criteria, Unit
from guongsang.read.documents.entry import Entry
from guongsang.read.fields.documents import DOCUMENTS
from guongsang.read.pictures import Picture
from guongsang.read.source import Source


@dataclass(frozen=True)
class Content:
    """All that reading a site gives.

    `unread` names (kind, id) the entries whose source file cannot be read, `unread_names` the people of such profiles
    as far as their line can be made out. `data_values` holds the values of each data file: start, end, text.
    """

    config: Config
    units: Mapping[str, Unit]
    criteria: Mapping[str, Criteria]
    entries: tuple[Entry, ...]
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    sources: Mapping[str, Source]
    unread: frozenset[tuple[str, str]] = frozenset()
    unread_names: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    data_values: Mapping[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Entry]:
        """Return the entries by kind and id."""
        return {(e.kind, e.id): e for e in self.entries}

    def exists(self, kind: str, name: str) -> bool:
        """Return whether there is an entry, be it one that cannot be read."""
        return (kind, name) in self.by_id or (kind, name) in self.unread

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Entry]]:
        return {kind: [e for e in self.entries if e.kind == kind] for kind in DOCUMENTS}

    def of(self, kind: str) -> list[Entry]:
        """Return the entries of one kind, in the order of their ids."""
        return self._by_kind[kind]
