"""The site as it will be published: frozen, with every decision of what stands where made once.

In come the content and its judgement; out comes a `Site`. Renderers see nothing of the content but what stands in it:
public profiles for each channel, published documents, links between them, pictures that may be shown. Lists that many
pages need are made once. What is left out is kept with its reasons, because a writer asks why.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from guongsang.i18n.messages import Label, say
from guongsang.judge.dates import campaign_year
from guongsang.judge.judgement import Judgement
from guongsang.model.bulletins import Issue, Shown, make_issues
from guongsang.model.documents import PublicDocument
from guongsang.model.profiles import (
    Profile,
    PublicProfile,
    WithdrawnNotice,
    place_profile,
    public_profile,
    withdrawn_notice,
)
from guongsang.model.progress import CampaignProgress, measure_progress
from guongsang.model.publication import LeftOut, Reason, Rules, faulty_entries, is_sound, reasons_against
from guongsang.model.urls import Urls
from guongsang.read.content import Content
from guongsang.read.data.types import Config, Criteria
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.links import Library, library_of
from guongsang.read.pictures import Picture
from guongsang.read.tables.abbreviations import Abbreviation
from guongsang.read.tables.campaign import Campaign, Review
from guongsang.read.tables.documents import FreePage
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.read.tables.units import Unit

Addressed: TypeAlias = PublicDocument | WithdrawnNotice
"""What has a page of its own."""


@dataclass(frozen=True)
class Wishes:
    """What a build is asked for: drafts too, and papers."""

    drafts: bool = False
    papers: bool = True


@dataclass(frozen=True)
class Site:
    """Everything that pages and papers are made of.

    Profiles stand the newest first, as pages show them; `office` holds those of the Office's documents, as they show
    them, published or not.
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
    withdrawn: tuple[WithdrawnNotice, ...]
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

    @cached_property
    def by_id(self) -> Mapping[str, PublicProfile]:
        """Return the published profiles by their ids."""
        return {p.id: p for p in self.profiles}

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[PublicProfile, ...]]:
        """Return the published profiles of each unit that has any."""
        return _grouped(self.profiles, lambda p: p.unit.id)

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
    def tagged(self) -> bool:
        """Return whether any profile of the site has topics."""
        return any(p.facts.tags for p in self.profiles)


def make_site(content: Content, judgement: Judgement, wishes: Wishes) -> Site:
    """Decide what is published, and what each channel may show of it."""
    rules = _rules(content, judgement, wishes)
    reasons = {e.key: reasons_against(e, rules) for e in content.entries}
    placed = {e.key: p for e in content.exemplars if (p := _placed(e, content, judgement))}
    sound = [placed[e.key] for e in content.exemplars if not reasons[e.key] and e.key in placed]
    sound.sort(key=lambda p: (-max(p.entry.progress.values()).toordinal(), p.entry.id))
    published = tuple(p for p in sound if not p.entry.withdrawn)
    withdrawn = tuple(p for p in sound if p.entry.withdrawn)
    profiles = tuple(public_profile(p, "site") for p in published)
    on_paper = {p.entry.id: public_profile(p, "print") for p in published if p.on_paper}
    campaigns = [c for c in content.campaigns if not reasons[c.key]]
    campaigns.sort(key=lambda c: c.slug, reverse=True)
    reviews = [r for r in content.reviews if not reasons[r.key]]
    pages = [p for p in content.pages if not reasons[p.key]]
    plans = [p for p in content.plans if not reasons[p.key] and p.slug in content.units]
    shown = Shown({p.id: p for p in profiles}, on_paper, published, withdrawn)
    issues = [b for b in content.bulletins if not reasons[b.key]]
    known = {*(p.entry.key for p in sound), *(e.key for e in plans), *(e.key for e in issues)}
    known |= {e.key for e in content.entries if not isinstance(e.facts, Exemplar | Plan) and not reasons[e.key]}
    consent = judgement.consent
    return Site(
        config=content.config,
        urls=Urls(content.config),
        units=content.units,
        abbreviations=content.abbreviations,
        criteria=_decided(content, campaigns),
        campaigns=tuple(campaigns),
        profiles=profiles,
        on_paper=on_paper,
        office=_for_office(content, rules, placed, published),
        withdrawn=tuple(withdrawn_notice(p) for p in withdrawn),
        plans=tuple(sorted(plans, key=lambda e: (_later_first(e.campaign), list(content.units).index(e.slug)))),
        reviews=tuple(sorted(reviews, key=lambda r: r.slug, reverse=True)),
        bulletins=make_issues(issues, shown, papers=wishes.papers),
        pages=tuple(sorted(pages, key=lambda p: (p.facts.menu is None, p.facts.menu or 0, p.slug))),
        progress={c.slug: measure_progress(content, c, published) for c in campaigns},
        library=library_of([e for e in content.entries if e.key in known], {}, ()),
        pictures={f: p for f, p in content.pictures.items() if f not in consent.photos},
        paper_pictures={f: p for f, p in content.pictures.items() if f not in consent.photos_on_paper},
        left_out=_left_out(content, reasons, withdrawn),
        wishes=wishes,
    )


def _rules(content: Content, judgement: Judgement, wishes: Wishes) -> Rules:
    """Return the rules of publication; which campaigns are published is decided first, by the same rules."""
    rules = Rules(content, judgement, (), wishes.drafts)
    faulty = faulty_entries(content, judgement)
    campaigns = frozenset(c.slug for c in content.campaigns if is_sound(c, rules, faulty))
    return Rules(content, judgement, campaigns, wishes.drafts)


def _placed(entry: Entry[Exemplar], content: Content, judgement: Judgement) -> Profile | None:
    criteria, unit = content.criteria_of(entry.campaign), content.units.get(entry.facts.unit)
    category = criteria.categories.get(entry.facts.category) if criteria else None
    return place_profile(entry, unit, category, criteria, judgement) if criteria and unit and category else None


def _for_office(
    content: Content, rules: Rules, placed: Mapping[tuple[str, str], Profile], published: tuple[Profile, ...]
) -> tuple[PublicProfile, ...]:
    """Return the sound profiles that are registered or published, as the papers of the Office show them."""
    faulty, shown = faulty_entries(content, rules.judgement), {p.entry.key for p in published}
    out = []
    for entry in content.exemplars:
        registered = "registered" in entry.progress and is_sound(entry, rules, faulty) and not entry.withdrawn
        if entry.key in placed and entry.campaign in rules.campaigns and (registered or entry.key in shown):
            out.append(public_profile(placed[entry.key], "office"))
    return tuple(out)


def _left_out(
    content: Content, reasons: Mapping[tuple[str, str], tuple[Reason, ...]], withdrawn: tuple[Profile, ...]
) -> tuple[LeftOut, ...]:
    out = [LeftOut(e.source.file, reasons[e.key]) for e in content.entries if reasons[e.key]]
    notice = say("it is withdrawn; a notice stands in its place")
    out += [LeftOut(p.entry.source.file, (Reason(9, notice, notice),)) for p in withdrawn]
    return tuple(sorted(out, key=lambda left: left.file))


def _decided(content: Content, campaigns: Iterable[AnyEntry]) -> dict[str, Criteria]:
    """Return the criteria files of published campaigns; those of a draft are not decided yet."""
    used = {criteria.id for c in campaigns if (criteria := content.criteria_of(c.slug))}
    return {name: criteria for name, criteria in content.criteria.items() if name in used}


def _grouped(
    profiles: Iterable[PublicProfile], of: Callable[[PublicProfile], str]
) -> dict[str, tuple[PublicProfile, ...]]:
    found: dict[str, list[PublicProfile]] = {}
    for profile in profiles:
        found.setdefault(of(profile), []).append(profile)
    return {name: tuple(group) for name, group in found.items()}


def _later_first(campaign: str) -> tuple[int, str]:
    return -(campaign_year(campaign) or 0), campaign


def unit_name(site: Site, unit: str) -> Label:
    """Return a unit's name, its id where the unit is unknown."""
    known = site.units.get(unit)
    return known.name if known else Label({site.config.source_language: unit}, site.config.source_language)
