"""The site as it will be published: frozen, with every decision of what stands where made once.

In come the content and its judgement; out comes a `Site`. Renderers see nothing of the content but what stands in it:
public profiles for each channel, published documents, links between them, pictures that may be shown. Lists that many
pages need are made once. What is left out is kept with its reasons, because a writer asks why.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from guongsang.i18n.languages import base_of
from guongsang.i18n.messages import Label, say
from guongsang.model.bulletins import Issue
from guongsang.model.documents import PublicDocument
from guongsang.model.profiles import (
    PublicProfile,
    WithdrawnNotice,
)
from guongsang.model.progress import CampaignProgress
from guongsang.model.publication import LeftOut
from guongsang.model.removed import Removed
from guongsang.model.topics import topic_slugs
from guongsang.model.urls import Urls
from guongsang.read.data.types import Config, Criteria
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import Library
from guongsang.read.pictures import Picture
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.read.tables.campaign import Campaign, Review
from guongsang.read.tables.documents import FreePage
from guongsang.read.tables.laws import Law
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit
from guongsang.text.name_order import NameOrder

_ALPHABET = say("a b c d e f g h i j k l m n o p q r s t u v w x y z")
"""The small letters of a language in the order of its dictionaries; one may be several signs."""
Addressed: TypeAlias = PublicDocument | WithdrawnNotice
"""What has a page of its own."""


@dataclass(frozen=True)
class Wishes:
    """What a build is asked for: drafts too, and papers, but none in languages that no font can print.

    `everything` is what the preview shows: every document, whatever keeps it from being published.
    """

    drafts: bool = False
    everything: bool = False
    papers: bool = True
    unprinted: tuple[str, ...] = ()

    def prints(self, lang: str) -> bool:
        """Return whether there are papers in a language."""
        return self.papers and lang not in self.unprinted


@dataclass(frozen=True)
class Site:
    """Everything that pages and papers are made of.

    Profiles stand the newest first, as pages show them; `office` holds those of the Office's documents, as they show
    them, published or not; `seen` holds the fingerprint of what each of these people is asked to agree to. For a
    profile, `other_years` has the ids of the same person in other campaigns where the site names both, `office_years`
    those in `office`. `removed` alone holds names of withdrawn people, for the Office's list of what to recall. A site
    that shows everything knows the one that would be published, to which papers belong. A part of a site has the
    `addresses` of documents that it does not hold.
    """

    config: Config
    urls: Urls
    units: Mapping[str, Unit]
    abbreviations: tuple[Abbreviation, ...]
    criteria: Mapping[str, Criteria]
    campaigns: tuple[Entry[Campaign], ...]
    profiles: tuple[PublicProfile, ...]
    on_paper: Mapping[str, PublicProfile]
    office: tuple[PublicProfile, ...]
    other_years: Mapping[str, tuple[str, ...]]
    office_years: Mapping[str, tuple[str, ...]]
    seen: Mapping[str, str]
    withdrawn: tuple[WithdrawnNotice, ...]
    removed: tuple[Removed, ...]
    plans: tuple[Entry[Plan], ...]
    reviews: tuple[Entry[Review], ...]
    bulletins: tuple[Issue, ...]
    pages: tuple[Entry[FreePage], ...]
    progress: Mapping[str, CampaignProgress]
    library: Library
    pictures: Mapping[str, Picture]
    paper_pictures: Mapping[str, Picture]
    left_out: tuple[LeftOut, ...]
    wishes: Wishes
    published: "Site | None" = None
    addresses: Mapping[str, Mapping[tuple[str, str], str]] | None = None
    laws: tuple[Law, ...] = ()

    @cached_property
    def name_order(self) -> NameOrder:
        """Return the order of names: that of the language of the sources, so that it is the same on every page."""
        source = self.config.source_language
        return NameOrder(base_of(source), tuple(self.config.catalogues[source].tell(_ALPHABET).split()))

    @cached_property
    def by_id(self) -> Mapping[str, PublicProfile]:
        """Return the published profiles by their ids."""
        return {p.id: p for p in self.profiles}

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[PublicProfile, ...]]:
        """Return the published profiles of each unit that has any."""
        return _grouped(self.profiles, lambda p: p.unit.id)

    @cached_property
    def listed_units(self) -> tuple[Unit, ...]:
        """Return the units in the order of lists: that of their file, those that came to an end behind the others."""
        return tuple(sorted(self.units.values(), key=lambda unit: unit.last_day is not None))

    @cached_property
    def by_category(self) -> Mapping[str, tuple[PublicProfile, ...]]:
        """Return the published profiles of each category that has any."""
        return _grouped(self.profiles, lambda p: p.category.id)

    @cached_property
    def by_campaign(self) -> Mapping[str, tuple[PublicProfile, ...]]:
        """Return the published profiles of each campaign that has any."""
        return _grouped(self.profiles, lambda p: p.campaign)

    @cached_property
    def by_criterion(self) -> Mapping[tuple[str, str], tuple[PublicProfile, ...]]:
        """Return the profiles with public evidence for each public criterion, by criteria file and criterion."""
        found: dict[tuple[str, str], dict[str, PublicProfile]] = {}
        for profile in self.profiles:
            for name in (n for item in profile.facts.evidence for n in item.serves):
                criterion = profile.criteria.criteria.get(name)
                if criterion and not criterion.internal:
                    found.setdefault((profile.criteria.id, name), {})[profile.id] = profile
        return {key: tuple(profiles.values()) for key, profiles in found.items()}

    @cached_property
    def documents(self) -> tuple[PublicDocument, ...]:
        """Return every document that has a page of its own, notices of withdrawn profiles apart."""
        issues = (issue.entry for issue in self.bulletins)
        return (*self.profiles, *self.plans, *self.campaigns, *self.reviews, *issues, *self.pages)

    @cached_property
    def urls_of(self) -> Mapping[str, Mapping[tuple[str, str], str]]:
        """Return for each language the page of every document, by kind and id."""
        if self.addresses is not None:
            return self.addresses
        everything: tuple[Addressed, ...] = (*self.documents, *self.withdrawn)
        return {
            lang: {d.key: self.urls.entry(d.kind, d.campaign, d.slug, lang) for d in everything}
            for lang in self.config.languages
        }

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Return the source file of every page that has one, by address."""
        out: dict[str, str] = {}
        for lang, pages in self.urls_of.items():
            out |= {pages[d.key]: d.texts.file(lang) for d in self.documents}
            out |= {pages[n.key]: n.files.get(lang, n.file) for n in self.withdrawn}
        return out

    def campaign(self, slug: str) -> Entry[Campaign] | None:
        """Return a published campaign."""
        return next((c for c in self.campaigns if c.slug == slug), None)

    def printable(self, campaign: str | None = None) -> tuple[PublicProfile, ...]:
        """Return the profiles (of a campaign, if named) that stand on paper; none without papers."""
        on_paper = self.on_paper.values() if self.wishes.papers else ()
        return tuple(p for p in on_paper if campaign in (None, p.campaign))

    @cached_property
    def sample(self) -> bool:
        """Return whether any profile of the site is sample data."""
        return any(p.sample for p in self.profiles) or any(n.sample for n in self.withdrawn)

    @cached_property
    def topic_slugs(self) -> Mapping[str, str]:
        """Return the part of an address for each topic, by its key."""
        return topic_slugs(tag for profile in reversed(self.profiles) for tag in profile.facts.tags)

    @cached_property
    def adopted(self) -> bool:
        """Return whether any profile of the site's campaigns was copied by a unit."""
        return any(p.facts.adopted_by for c in self.campaigns for p in self.by_campaign.get(c.slug, ()))

    @cached_property
    def tagged(self) -> bool:
        """Return whether any profile of the site has topics."""
        return any(p.facts.tags for p in self.profiles)


def _grouped(
    profiles: Iterable[PublicProfile], of: Callable[[PublicProfile], str]
) -> dict[str, tuple[PublicProfile, ...]]:
    found: dict[str, list[PublicProfile]] = {}
    for profile in profiles:
        found.setdefault(of(profile), []).append(profile)
    return {name: tuple(group) for name, group in found.items()}


def unit_name(site: Site, unit: str) -> Label:
    """Return a unit's name, its id where the unit is unknown."""
    known = site.units.get(unit)
    return known.name if known else Label({site.config.source_language: unit}, site.config.source_language)
