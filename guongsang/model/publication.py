"""Why a document is not published: all reasons, in one place.

A profile is on the site if it has no error, its stage is at or past the campaign's `publish_from`, consent covers its
story, its approval is not stale (nor its consent, where the campaign says so), and it is neither a draft nor withdrawn.
Each reason has two sentences: a short one for the list at the end of a build, and one that tells its writer what to do.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from guongsang.findings import Finding
from guongsang.i18n.messages import Message, say, say_n
from guongsang.judge.judgement import Judgement
from guongsang.judge.people.approval import is_stale
from guongsang.judge.people.consent import allows
from guongsang.judge.people.consent_seen import is_consent_stale, leaves_out_stale
from guongsang.judge.references.ids import exemplar_id
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, as_exemplar
from guongsang.read.documents.links import files_of
from guongsang.read.tables.campaign import Review
from guongsang.read.tables.documents import Bulletin
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.stages import LABELS, label_of, reached, stage_of


@dataclass(frozen=True)
class Reason:
    """A reason against publishing; of several, the one of the lowest rank stands for all of them in lists."""

    rank: int
    short: Message
    for_writer: Message


UNREAD = Reason(0, say("it cannot be read"), say("it cannot be read"))
"""Why a file is not published that is no document for want of what could be read."""
PARTLY_READ = Reason(
    1, say("one of its files cannot be read"), say("one of its files cannot be read; the page is shown without it")
)
"""Why a document is not published, though it is sound itself."""


@dataclass(frozen=True)
class LeftOut:
    """A document that is not published, and every reason why."""

    file: str
    reasons: tuple[Reason, ...]

    @property
    def reason(self) -> Message:
        """Return the reason that lists give."""
        return min(self.reasons, key=lambda reason: reason.rank).short


@dataclass(frozen=True)
class Rules:
    """What publication is decided by: content and judgement, the campaigns that are published, whether drafts are."""

    content: Content
    judgement: Judgement
    campaigns: Container[str]
    drafts: bool = False

    def errors_in(self, entry: AnyEntry) -> list[Finding]:
        """Return the errors in the files of an entry, and of the pictures that it shows."""
        return [f for file in files_of(entry) for f in self._errors_by_file.get(file, ())]

    @cached_property
    def _errors_by_file(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.judgement.findings:
            if finding.severity == "error":
                found.setdefault(finding.place.file, []).append(finding)
        return found


def faulty_entries(content: Content, judgement: Judgement) -> frozenset[tuple[str, str]]:
    """Return the entries with an error in one of their files; an unreadable file has no entry and is simply missing."""
    files = {f.place.file for f in judgement.findings if f.severity == "error"}
    return frozenset(e.key for e in content.entries if not files.isdisjoint(files_of(e)))


def is_sound(entry: AnyEntry, rules: Rules, faulty: Container[tuple[str, str]]) -> bool:
    """Return whether nothing in a document itself keeps it from being published, its campaign and stage apart."""
    return not (
        (entry.draft and not rules.drafts)
        or entry.key in faulty
        or _is_unfilled(entry, rules)
        or entry.key in rules.judgement.consent.withheld
    )


def reasons_against(entry: AnyEntry, rules: Rules) -> tuple[Reason, ...]:
    """Return every reason why a document is not published; none for a withdrawn profile whose notice stands."""
    reasons = [*_of_document(entry, rules), *_of_profile(entry, rules), *_of_campaign(entry, rules)]
    if not reasons and isinstance(entry.facts, Exemplar) and not _is_known(entry, entry.facts, rules.content):
        unknown = say("its unit, category or criteria are not known")
        reasons.append(Reason(8, unknown, unknown))
    return tuple(reasons)


def _of_document(entry: AnyEntry, rules: Rules) -> Iterator[Reason]:
    if entry.draft and not rules.drafts:
        line = str(entry.source.key_place("draft").line)
        long = say("it is a draft; remove “draft: true” (line {line}) when it is finished", line=line)
        yield Reason(0, say("it is a draft"), long)
    if errors := rules.errors_in(entry):
        long = say_n("it has {n} error, told below", "it has {n} errors, told below", n=len(errors))
        yield Reason(1, say("it has errors"), long)
    if _is_unfilled(entry, rules):
        told = (f for f in rules.judgement.findings if f.code == "to-fill-in" and f.place.file == entry.source.file)
        n = sum(1 for _ in told)
        long = say_n("{n} place is still to be filled in", "{n} places are still to be filled in", n=n)
        yield Reason(2, say("there are places in it still to be filled in"), long)
    if entry.key in rules.judgement.consent.withheld:
        same = say("its text uses a name without consent")
        yield Reason(3, same, same)


def _is_unfilled(entry: AnyEntry, rules: Rules) -> bool:
    """Return whether places are still to be filled in; with drafts, only those that are facts count."""
    return entry.source.open and not (rules.drafts and all(entry.source.unfilled.values()))


def _of_profile(entry: AnyEntry, rules: Rules) -> Iterator[Reason]:
    profile = as_exemplar(entry)
    if profile is None:
        return
    campaign, stage = rules.content.campaign(entry.campaign), stage_of(entry.progress)
    wanted = (campaign.facts.publish_from if campaign else "") or "approved"
    if not reached(stage, wanted):
        long = say(
            "it is published from “{wanted}” on, and stands at “{stage}”; write progress.{name} when that is done",
            wanted=LABELS[wanted],
            stage=label_of(stage),
            name=wanted,
        )
        yield Reason(5, say("its stage has not reached “{stage}”", stage=LABELS[wanted]), long)
    if entry.withdrawn:
        return
    if not allows(profile, "story", "site"):
        long = say("there is no consent to show the story on the site (consent.story lacks site)")
        yield Reason(6, say("there is no consent to show the story on the site"), long)
    if is_stale(profile):
        long = say("it was changed after its approval (progress.approved.fingerprint)")
        yield Reason(7, say("it was changed after its approval"), long)
    if leaves_out_stale(rules.content, profile) and is_consent_stale(rules.content, profile):
        long = say("it was changed after the person agreed (consent.of), and the campaign leaves such profiles out")
        yield Reason(7, say("it was changed after the person agreed"), long)


def _of_campaign(entry: AnyEntry, rules: Rules) -> Iterator[Reason]:
    """Report that the campaign of a document is not published; a bulletin that names none belongs to all."""
    match entry.facts:
        case Exemplar() | Plan():
            names = [entry.campaign]
        case Review():
            names = [entry.slug]
        case Bulletin() as bulletin:
            names = [exemplar_id(name, entry.campaign).partition("/")[0] for name in bulletin.exemplars]
            names += [bulletin.select.campaign] if bulletin.select and bulletin.select.campaign else []
        case _:
            names = []
    if names and not any(name in rules.campaigns for name in names):
        yield _campaign_missing(entry, names[0], rules)


def _campaign_missing(entry: AnyEntry, name: str, rules: Rules) -> Reason:
    """Return why the campaign of a document is not published: it is a draft, or something else is told of it."""
    campaign = rules.content.campaign(name)
    if campaign and campaign.draft and not rules.drafts:
        long = say(
            "its campaign {campaign} is a draft; remove “draft: true” in {file} when it is finished",
            campaign=name,
            file=campaign.source.file,
        )
        return Reason(4, say("its campaign is a draft"), long)
    short = say("its campaign is not published")
    many = isinstance(entry.facts, Bulletin)
    return Reason(4, short, short if many else say("its campaign {campaign} is not published", campaign=name))


def _is_known(entry: AnyEntry, profile: Exemplar, content: Content) -> bool:
    criteria = content.criteria_of(entry.campaign)
    return criteria is not None and profile.unit in content.units and profile.category in criteria.categories
