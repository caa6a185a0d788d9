"""What reading a site gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from guongsang.digests import digest_of
from guongsang.findings import Finding
from guongsang.read.data.types import Config, Criteria
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.pictures import Picture
from guongsang.read.source import Source
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.read.tables.campaign import Campaign, Review
from guongsang.read.tables.common import DocumentFacts
from guongsang.read.tables.documents import Bulletin, FreePage
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.laws import Law
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit
from guongsang.records import Records

Facts = TypeVar("Facts", bound=DocumentFacts)


@dataclass(frozen=True)
class Content:
    """All that reading a site gives.

    `unread` names (kind, id) the entries whose source file cannot be read, `misnamed` gives the path that files with a
    wrong name should have, `unread_names` the people of such profiles
    as far as their line can be made out. `data_values` holds the values of each data file: start, end, text. `strays`
    are the files that belong to nothing, each with what is told where a document shows it as a picture. `digests` are
    those of the documents and of all that reading them depends on, by file; `records` is where rooms may remember.
    """

    config: Config
    units: Mapping[str, Unit]
    criteria: Mapping[str, Criteria]
    entries: tuple[AnyEntry, ...]
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    sources: Mapping[str, Source]
    unread: frozenset[tuple[str, str]] = frozenset()
    unread_names: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    data_values: Mapping[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    strays: Mapping[str, Finding | None] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    records: Records = field(default_factory=Records, compare=False)
    misnamed: Mapping[str, str] = field(default_factory=dict)
    laws: tuple[Law, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], AnyEntry]:
        """Return the entries by kind and id."""
        return {(e.kind, e.id): e for e in self.entries}

    @cached_property
    def link_files(self) -> frozenset[str]:
        """Return the files that a link may name: those that lie there, and those that do but for their names."""
        codes = self.config.languages
        stems = (path.removesuffix(f"{codes[0]}.md") for path in self.misnamed.values())
        return frozenset(self.files) | {f"{stem}{end}" for stem in stems for end in ("md", *(f"{c}.md" for c in codes))}

    @cached_property
    def _around(self) -> bytes:
        data_files = (f"{file}\0{self.sources[file].text}" for file in sorted(self.data_values))
        return digest_of(*data_files, *map("\0".join, sorted(self.misnamed.items())))

    def given(self, entry: AnyEntry) -> list[bytes | str]:
        """Return digests of an entry's documents, of the criteria of its campaign and of all data files.

        Whatever looks at nothing else may be remembered by them.
        """
        criteria = self.criteria_of(entry.campaign)
        return [self._around, criteria.id if criteria else "", *(self.digests[d.file] for d in entry.documents)]

    def exists(self, kind: str, name: str) -> bool:
        """Return whether there is an entry, be it one that cannot be read."""
        return (kind, name) in self.by_id or (kind, name) in self.unread

    @cached_property
    def exemplars(self) -> tuple[Entry[Exemplar], ...]:
        """Return the profiles, in the order of their ids."""
        return _of_kind(self.entries, Exemplar)

    @cached_property
    def plans(self) -> tuple[Entry[Plan], ...]:
        """Return the units' plans, in the order of their ids."""
        return _of_kind(self.entries, Plan)

    @cached_property
    def campaigns(self) -> tuple[Entry[Campaign], ...]:
        """Return the campaigns, in the order of their ids."""
        return _of_kind(self.entries, Campaign)

    @cached_property
    def reviews(self) -> tuple[Entry[Review], ...]:
        """Return the year-end reviews, in the order of their ids."""
        return _of_kind(self.entries, Review)

    @cached_property
    def bulletins(self) -> tuple[Entry[Bulletin], ...]:
        """Return the issues of the bulletin, in the order of their ids."""
        return _of_kind(self.entries, Bulletin)

    @cached_property
    def pages(self) -> tuple[Entry[FreePage], ...]:
        """Return the free pages, in the order of their ids."""
        return _of_kind(self.entries, FreePage)

    @cached_property
    def _campaign_by_slug(self) -> Mapping[str, Entry[Campaign]]:
        return {c.slug: c for c in self.campaigns}

    def campaign(self, slug: str) -> Entry[Campaign] | None:
        """Return the campaign with a name, if there is one."""
        return self._campaign_by_slug.get(slug)

    @cached_property
    def exemplars_by_campaign(self) -> Mapping[str, tuple[Entry[Exemplar], ...]]:
        """Return the profiles of each campaign that has any."""
        return _by_campaign(self.exemplars)

    @cached_property
    def plans_by_campaign(self) -> Mapping[str, tuple[Entry[Plan], ...]]:
        """Return the units' plans of each campaign that has any."""
        return _by_campaign(self.plans)

    def criteria_of(self, campaign: str) -> Criteria | None:
        """Return the criteria that a campaign names, if both are known."""
        entry = self.campaign(campaign)
        return self.criteria.get(entry.facts.criteria) if entry else None


def _by_campaign(entries: "Iterable[Entry[Facts]]") -> "dict[str, tuple[Entry[Facts], ...]]":
    found: dict[str, list[Entry[Facts]]] = {}
    for entry in entries:
        found.setdefault(entry.campaign, []).append(entry)
    return {name: tuple(group) for name, group in found.items()}


def _of_kind(entries: Iterable[AnyEntry], facts: type[Facts]) -> "tuple[Entry[Facts], ...]":
    return tuple(cast("Entry[Facts]", e) for e in entries if isinstance(e.facts, facts))
