"""Decides what is published, and what each channel may show of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from guongsang.i18n.messages import say
from guongsang.judge.campaign.filed import is_filed
from guongsang.judge.campaign.same_person import other_campaigns
from guongsang.judge.dates import campaign_year
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.consent_seen import seen_fingerprint
from guongsang.judge.people.withdrawn_names import withdrawn_names
from guongsang.model.bulletins import Issue, Shown, make_issues
from guongsang.model.covering import with_names_covered, without_withdrawn
from guongsang.model.office.figures_in_texts import review_with_figures
from guongsang.model.profiles import (
    Profile,
    PublicProfile,
    place_profile,
    public_profile,
    withdrawn_notice,
)
from guongsang.model.progress import measure_progress
from guongsang.model.publication import LeftOut, Reason, Rules, faulty_entries, is_sound, reasons_against
from guongsang.model.removed import removed_profiles
from guongsang.model.site import Site, Wishes
from guongsang.model.urls import Urls
from guongsang.read.content import Content
from guongsang.read.data.types import Criteria
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.links import library_of
from guongsang.read.tables.documents import Bulletin
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan


def make_site(content: Content, judgement: Judgement, wishes: Wishes) -> Site:
    """Decide what is published, and what each channel may show of it.

    A site that shows everything counts and prints only what would be published; in its texts, names without consent
    are covered.
    """
    rules = _rules(content, judgement, wishes)
    reasons = {e.key: reasons_against(e, rules) for e in content.entries}
    held = frozenset() if wishes.everything else frozenset(key for key, against in reasons.items() if against)
    whole = with_names_covered(content, judgement) if wishes.everything else content
    placed = {e.key: p for e in whole.exemplars if (p := _placed(e, whole, judgement))}
    sound = [_printable(p, reasons) for key, p in placed.items() if key not in held]
    sound.sort(key=lambda p: (-max(p.entry.progress.values(), default=date.max).toordinal(), p.entry.id))
    published = tuple(p for p in sound if not p.entry.withdrawn)
    withdrawn = tuple(p for p in sound if p.entry.withdrawn)
    profiles = tuple(public_profile(p, "site") for p in published)
    public = tuple(p for p in published if not reasons[p.entry.key])
    on_paper = {p.entry.id: public_profile(p, "print") for p in public if p.on_paper}
    campaigns = [c for c in whole.campaigns if c.key not in held]
    campaigns.sort(key=lambda c: c.slug, reverse=True)
    reviews = [review_with_figures(content, r) for r in whole.reviews if r.key not in held]
    pages = [p for p in whole.pages if p.key not in held]
    plans = [p for p in whole.plans if p.key not in held and p.slug in content.units]
    shown = Shown({p.id: p for p in profiles}, on_paper, public, withdrawn)
    issues = [b for b in whole.bulletins if b.key not in held and b.facts.date]
    known = {*(p.entry.key for p in sound), *(e.key for e in plans)}
    known |= {e.key for e in whole.entries if not isinstance(e.facts, Exemplar | Plan) and e.key not in held}
    known |= {e.key for e in whole.entries if wishes.everything}
    consent, others = judgement.consent, other_campaigns(content)
    office = _for_office(content, rules, placed)
    return Site(
        config=content.config,
        urls=Urls(content.config),
        units=content.units,
        abbreviations=content.abbreviations,
        criteria=_decided(content, campaigns),
        campaigns=tuple(campaigns),
        profiles=profiles,
        on_paper=on_paper,
        office=office,
        other_years=_within(others, {p.id for p in profiles if p.name}),
        office_years=_within(others, {p.id for p in office}),
        seen={e.id: seen_fingerprint(content, e) for e in content.exemplars if is_filed(content, e)},
        withdrawn=tuple(withdrawn_notice(p) for p in withdrawn),
        removed=removed_profiles(content, rules.campaigns),
        plans=tuple(sorted(plans, key=lambda e: (_later_first(e.campaign), list(content.units).index(e.slug)))),
        reviews=tuple(sorted(reviews, key=lambda r: r.slug, reverse=True)),
        bulletins=_issues(issues, shown, reasons, wishes),
        pages=tuple(sorted(pages, key=lambda p: (p.facts.menu is None, p.facts.menu or 0, p.slug))),
        progress={c.slug: measure_progress(content, c, public) for c in campaigns},
        library=library_of([e for e in whole.entries if e.key in known], {}, frozenset()),
        pictures={f: p for f, p in content.pictures.items() if f not in consent.photos},
        paper_pictures={f: p for f, p in content.pictures.items() if f not in consent.photos_on_paper},
        left_out=_left_out(content, reasons, withdrawn),
        wishes=wishes,
        laws=content.laws,
    )


def _rules(content: Content, judgement: Judgement, wishes: Wishes) -> Rules:
    """Return the rules of publication; which campaigns are published is decided first, by the same rules."""
    rules = Rules(content, judgement, (), wishes.drafts)
    faulty = faulty_entries(content, judgement)
    campaigns = frozenset(c.slug for c in content.campaigns if is_sound(c, rules, faulty))
    return Rules(content, judgement, campaigns, wishes.drafts)


def _printable(profile: Profile, reasons: Mapping[tuple[str, str], tuple[Reason, ...]]) -> Profile:
    """Return a profile that stands on no paper while anything keeps it from being published."""
    return replace(profile, on_paper=profile.on_paper and not reasons[profile.entry.key])


def _issues(
    entries: Iterable[Entry[Bulletin]],
    shown: Shown,
    reasons: Mapping[tuple[str, str], tuple[Reason, ...]],
    wishes: Wishes,
) -> tuple[Issue, ...]:
    """Return the issues; one that would not be published has no paper."""
    issues = make_issues(entries, shown, papers=wishes.papers)
    return tuple(replace(issue, has_paper=False) if reasons[issue.entry.key] else issue for issue in issues)


def _placed(entry: Entry[Exemplar], content: Content, judgement: Judgement) -> Profile | None:
    criteria, unit = content.criteria_of(entry.campaign), content.units.get(entry.facts.unit)
    category = criteria.categories.get(entry.facts.category) if criteria else None
    return place_profile(entry, unit, category, criteria, judgement) if criteria and unit and category else None


def _for_office(content: Content, rules: Rules, placed: Mapping[tuple[str, str], Profile]) -> tuple[PublicProfile, ...]:
    """Return the profiles that are before the Office in published campaigns, as its papers show them.

    Where a text names somebody who is withdrawn, the name is covered.
    """
    names = withdrawn_names(content)
    filed = (
        without_withdrawn(content, entry, names)
        for entry in content.exemplars
        if entry.key in placed and entry.campaign in rules.campaigns and is_filed(content, entry)
    )
    return tuple(public_profile(replace(placed[entry.key], entry=entry), "office") for entry in filed if entry)


def _within(others: Mapping[str, tuple[str, ...]], shown: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return who is the same among those that a channel shows by name, so that nobody is named by what lies beside."""
    found = {one: tuple(other for other in ids if other in shown) for one, ids in others.items() if one in shown}
    return {one: ids for one, ids in found.items() if ids}


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


def _later_first(campaign: str) -> tuple[int, str]:
    return -(campaign_year(campaign) or 0), campaign
