"""The site as it will be published: frozen, with every decision of what stands where made once.

In come the content and its judgement; out comes a `Site`. A profile is on it if it has no error, its stage is at or
past the campaign's `publish_from`, consent covers its story, its approval is not stale, and it is neither a draft nor
withdrawn (contract, section 4). What is left out is kept with its reason, because a writer asks why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from guongsang.i18n.messages import Label, Message, say
from guongsang.judge.criteria.applicable import criteria_of
from guongsang.judge.dates import campaign_year
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.approval import is_stale
from guongsang.judge.people.consent import allows
from guongsang.judge.references.ids import exemplar_id
from guongsang.model.bulletins import Bulletin, make_bulletins
from guongsang.model.profiles import Profile, make_profile
from guongsang.model.progress import CampaignProgress, measure_progress
from guongsang.model.urls import Urls
from guongsang.read.content import Content
from guongsang.read.data.types import Config, Criteria, Unit
from guongsang.read.documents.entry import Entry
from guongsang.stages import LABELS, reached, stage_of


@dataclass(frozen=True)
class LeftOut:
    """A document that is not published, and why."""

    file: str
    reason: Message


@dataclass(frozen=True)
class Site:
    """Everything that pages and papers are made of."""

    config: Config
    urls: Urls
    content: Content
    units: Mapping[str, Unit]
    campaigns: tuple[Entry, ...]
    criteria: Mapping[str, Criteria]
    profiles: tuple[Profile, ...]
    withdrawn: tuple[Profile, ...]
    plans: tuple[Entry, ...]
    reviews: tuple[Entry, ...]
    bulletins: tuple[Bulletin, ...]
    pages: tuple[Entry, ...]
    boards: Mapping[str, CampaignProgress]
    left_out: tuple[LeftOut, ...]
    drafts: bool = False
    papers: bool = True
    registered: tuple[Profile, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Profile]:
        """Return the published profiles by their ids."""
        return {p.id: p for p in self.profiles}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return every document that has a page, the notices of withdrawn profiles included."""
        profiles = (p.entry for p in (*self.profiles, *self.withdrawn))
        bulletins = (b.entry for b in self.bulletins)
        return (*profiles, *self.plans, *self.campaigns, *self.reviews, *bulletins, *self.pages)

    def campaign(self, slug: str) -> Entry | None:
        """Return a published campaign."""
        return next((c for c in self.campaigns if c.slug == slug), None)

    def printable(self, campaign: str | None = None) -> tuple[Profile, ...]:
        """Return the published profiles (of a campaign, if named) that may stand on paper; none without papers."""
        return tuple(p for p in self.profiles if self.papers and p.on_paper and campaign in (None, p.entry.campaign))

    @property
    def sample(self) -> bool:
        """Return whether any profile of the site is sample data."""
        return any(p.entry.get("sample") for p in (*self.profiles, *self.withdrawn))


def make_site(content: Content, judgement: Judgement, *, drafts: bool = False, papers: bool = True) -> Site:
    """Decide what is published. Entries with errors are left out; `drafts` lets drafts in, `papers` allows papers."""
    faulty = faulty_entries(content, judgement)
    out: list[LeftOut] = []
    kept = [e for e in content.entries if _kept(e, faulty, judgement, drafts, out)]
    campaigns = sorted((e for e in kept if e.kind == "campaign"), key=lambda e: e.slug, reverse=True)
    by_slug = {c.slug: c for c in campaigns}
    profiles, withdrawn = _profiles(content, judgement, kept, by_slug, out)
    plans = [
        e for e in kept if e.kind == "plan" and e.slug in content.units and _with_campaign(e, e.campaign, by_slug, out)
    ]
    reviews = [e for e in kept if e.kind == "review" and _with_campaign(e, e.slug, by_slug, out)]
    return Site(
        content.config,
        Urls(content.config),
        content,
        content.units,
        tuple(campaigns),
        _decided(content, campaigns),
        tuple(profiles),
        tuple(withdrawn),
        tuple(sorted(plans, key=lambda e: (_down(e.campaign), list(content.units).index(e.slug)))),
        tuple(sorted(reviews, key=lambda e: e.slug, reverse=True)),
        make_bulletins([e for e in kept if _of_published(e, by_slug, out)], profiles, withdrawn, papers),
        tuple(
            sorted(
                (e for e in kept if e.kind == "page"), key=lambda e: (e.get("menu") is None, e.get("menu") or 0, e.slug)
            )
        ),
        {c.slug: measure_progress(content, c, [p.entry for p in profiles]) for c in campaigns},
        tuple(sorted(out, key=lambda o: o.file)),
        drafts,
        papers,
        tuple(_registered(content, judgement, kept, by_slug)),
    )


def _decided(content: Content, campaigns: Iterable[Entry]) -> dict[str, Criteria]:
    """Return the criteria files of published campaigns; those of a draft are not decided yet."""
    used = {criteria.id for c in campaigns if (criteria := criteria_of(content, c))}
    return {name: criteria for name, criteria in content.criteria.items() if name in used}


def _of_published(entry: Entry, campaigns: Mapping[str, Entry], out: list[LeftOut]) -> bool:
    """Return whether an entry is no bulletin of unpublished campaigns alone; one that names none belongs to all."""
    if entry.kind != "bulletin":
        return True
    chosen = (entry.get("select") or {}).get("campaign")
    named = [exemplar_id(name, entry).partition("/")[0] for name in entry.get("exemplars") or []]
    wanted = [*named, *([chosen] if chosen else [])]
    return not wanted or any(c in campaigns for c in wanted) or _with_campaign(entry, wanted[0], campaigns, out)


def _registered(
    content: Content, judgement: Judgement, kept: Iterable[Entry], campaigns: Mapping[str, Entry]
) -> Iterable[Profile]:
    """Return all profiles that are registered and not withdrawn, published or not, for the Office."""
    for entry in kept:
        if entry.kind == "exemplar" and "registered" in entry.progress and not entry.get("withdrawn"):
            criteria = criteria_of(content, campaigns[entry.campaign]) if entry.campaign in campaigns else None
            unit = content.units.get(entry.get("unit"))
            category = criteria.categories.get(entry.get("category")) if criteria else None
            if criteria and unit and category:
                yield make_profile(entry, unit, category, criteria, judgement)


def faulty_entries(content: Content, judgement: Judgement) -> set[tuple[str, str]]:
    """Return the entries with an error in one of their files; an unreadable file has no entry and is simply missing."""
    files = {f.place.file for f in judgement.findings if f.severity == "error"}
    return {(e.kind, e.id) for e in content.entries if any(d.file in files for d in e.documents)}


def _kept(entry: Entry, faulty: set[tuple[str, str]], judgement: Judgement, drafts: bool, out: list[LeftOut]) -> bool:
    key = (entry.kind, entry.id)
    reason = None
    if entry.draft and not drafts:
        reason = say("it is a draft")
    elif key in faulty:
        reason = say("it has errors")
    elif entry.source.open and not (drafts and all(entry.source.unfilled.values())):
        reason = say("there are places in it still to be filled in")
    elif key in judgement.consent.withheld:
        reason = say("its text uses a name without consent")
    if reason is not None:
        out.append(LeftOut(entry.source.file, reason))
    return reason is None


def _with_campaign(entry: Entry, campaign: str, campaigns: Mapping[str, Entry], out: list[LeftOut]) -> bool:
    if campaign not in campaigns:
        out.append(LeftOut(entry.source.file, say("its campaign is not published")))
    return campaign in campaigns


def _profiles(
    content: Content, judgement: Judgement, kept: Iterable[Entry], campaigns: Mapping[str, Entry], out: list[LeftOut]
) -> tuple[list[Profile], list[Profile]]:
    published, withdrawn = [], []
    for entry in kept:
        if entry.kind != "exemplar" or not _with_campaign(entry, entry.campaign, campaigns, out):
            continue
        campaign = campaigns[entry.campaign]
        criteria = criteria_of(content, campaign)
        unit = content.units.get(entry.get("unit"))
        category = criteria.categories.get(entry.get("category")) if criteria else None
        reason = _held_back(entry, campaign)
        if reason is not None or criteria is None or unit is None or category is None:
            out.append(LeftOut(entry.source.file, reason or say("its unit, category or criteria are not known")))
            continue
        profile = make_profile(entry, unit, category, criteria, judgement)
        if profile.withdrawn:
            withdrawn.append(profile)
            out.append(LeftOut(entry.source.file, say("it is withdrawn; a notice stands in its place")))
        else:
            published.append(profile)
    return sorted(published, key=_newest_first), sorted(withdrawn, key=_newest_first)


def _newest_first(profile: Profile) -> tuple[int, str]:
    return -profile.newest.toordinal(), profile.id


def _held_back(entry: Entry, campaign: Entry) -> Message | None:
    """Return why a sound profile is not published yet, if so."""
    wanted = campaign.get("publish_from") or "approved"
    if not reached(stage_of(entry.progress), wanted):
        return say("its stage has not reached “{stage}”", stage=LABELS[wanted])
    if entry.get("withdrawn"):
        return None
    if not allows(entry, "story", "site"):
        return say("there is no consent to show the story on the site")
    if is_stale(entry):
        return say("it was changed after its approval")
    return None


def _down(campaign: str) -> tuple[int, str]:
    """Sort later campaigns first."""
    return -(campaign_year(campaign) or 0), campaign


def unit_name(site: Site, unit: str) -> Label:
    """Return a unit's name, its id where the unit is unknown."""
    known = site.units.get(unit)
    return known.name if known else Label({site.config.source_language: unit}, site.config.source_language)
