"""The issues of the bulletin and the profiles that each may show and print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.judge.references.ids import exemplar_id
from guongsang.model.profiles import Profile, PublicProfile
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.documents import Bulletin, Selection
from guongsang.stages import reached, stage_of


@dataclass(frozen=True)
class Issue:
    """An issue of the bulletin with the profiles that it may print, in its order, and those it had to leave out.

    `profiles` is how its page shows them, `printed` how its paper does. `has_paper` says whether there is a paper of
    it: none is made without profiles, or where papers are not wanted.
    """

    entry: Entry[Bulletin]
    profiles: tuple[PublicProfile, ...]
    printed: tuple[PublicProfile, ...]
    recalled: tuple[str, ...]
    has_paper: bool

    @property
    def day(self) -> date:
        """Return the day of issue; an issue without one has an error and is not published."""
        return self.entry.facts.date or date.min


@dataclass(frozen=True)
class Shown:
    """The published profiles by id as pages and as papers show them, those published, and those withdrawn."""

    on_site: Mapping[str, PublicProfile]
    on_paper: Mapping[str, PublicProfile]
    published: tuple[Profile, ...]
    withdrawn: tuple[Profile, ...]


def make_issues(entries: Iterable[Entry[Bulletin]], shown: Shown, *, papers: bool) -> tuple[Issue, ...]:
    """Return the issues, the newest first."""
    issues = (_issue(entry, shown, papers=papers) for entry in entries)
    return tuple(sorted(issues, key=lambda issue: (issue.day, issue.entry.slug), reverse=True))


def _issue(entry: Entry[Bulletin], shown: Shown, *, papers: bool) -> Issue:
    facts = entry.facts
    named = [exemplar_id(name, entry.campaign) for name in facts.exemplars]
    wanted = [*named, *_selected(facts.select, shown.published)]
    held = [*wanted, *_selected(facts.select, [p for p in shown.withdrawn if _was_shown(p, facts.date)])]
    chosen = [id_ for id_ in dict.fromkeys(wanted) if id_ in shown.on_paper]
    gone = {p.entry.id for p in shown.withdrawn}
    return Issue(
        entry=entry,
        profiles=tuple(shown.on_site[id_] for id_ in chosen),
        printed=tuple(shown.on_paper[id_] for id_ in chosen),
        recalled=tuple(id_ for id_ in dict.fromkeys(held) if id_ in gone),
        has_paper=papers and bool(chosen),
    )


def _was_shown(profile: Profile, issued: date | None) -> bool:
    """Return whether a profile was withdrawn after a day of issue."""
    withdrawal = profile.entry.facts.withdrawn
    return bool(withdrawal and withdrawal.on and issued and withdrawal.on > issued)


def _selected(select: Selection | None, profiles: Iterable[Profile]) -> list[str]:
    """Return the ids of the profiles that a bulletin selects: by campaign, stage (at least), category and unit."""
    return [p.entry.id for p in profiles if select and _fits(select, p)]


def _fits(select: Selection, profile: Profile) -> bool:
    entry = profile.entry
    return (
        select.campaign in ("", entry.campaign)
        and (not select.stage or reached(stage_of(entry.progress), select.stage))
        and select.category in ("", profile.category.id)
        and select.unit in ("", profile.unit.id)
    )
