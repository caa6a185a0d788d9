"""What the Council is told of a candidate beside the evidence: what is missing, conflicts of interest, what to improve.

All of it are sentences about papers and facts, never about the person. What is missing and what the unit may improve
come from the verdicts and from the items of evidence; conflicts from who attests, approves, and sits on the Council.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from guongsang.i18n.messages import Label, Message, Text, say
from guongsang.judge.criteria.verdicts import Verdict
from guongsang.judge.people.approval import vouches_for_self
from guongsang.judge.people.council import Seats
from guongsang.model.profiles import PublicProfile
from guongsang.read.fields.paths import label_at
from guongsang.read.tables.campaign import CouncilMember
from guongsang.read.tables.exemplar import EVIDENCE, Evidence
from guongsang.render.views.words import label_in


def is_unread(verdict: Verdict) -> bool:
    """Return whether what a criterion looks at stands in the file but cannot be read."""
    return verdict.status == "unmet" and verdict.reason is None


def gaps(profile: PublicProfile, lang: str) -> Iterator[Message]:
    """Yield what is missing: criteria that are not met, thin evidence, items that lack what an item should have."""
    for verdict in profile.verdicts:
        if sentence := _gap(verdict, lang):
            yield sentence
    if later := [v.criterion.id for v in profile.verdicts if v.status == "not-due"]:
        yield say("Not asked at this stage yet: {criteria}.", criteria=later)
    evidence = profile.facts.evidence
    if not evidence:
        yield say("There is no evidence.")
    if items := _lacking(evidence, lambda item: bool(item.source)):
        yield say("Without a source: {items}.", items=items)
    if items := _lacking(evidence, _is_measured):
        yield say("Without figures before and after: {items}.", items=items)
    if items := _lacking(evidence, lambda item: bool(item.attested and item.attested.by)):
        yield say("Not attested: {items}.", items=items)


def _gap(verdict: Verdict, lang: str) -> Message | None:
    criterion = verdict.criterion
    id_, label = criterion.id, criterion.label.text_in(lang)
    if is_unread(verdict):
        return say("{id} “{label}” could not be judged: part of the file cannot be read.", id=id_, label=label)
    if verdict.status in ("unmet", "thin"):
        return say("{id} “{label}”: {reason}.", id=id_, label=label, reason=_in_words(verdict.reason))
    return None


def _in_words(reason: Message | None) -> Message | None:
    """Return a reason in which fields of evidence stand by their labels, as it is read by people who write no files."""
    names = reason.args.get("names") if reason else None
    if reason is None or not isinstance(names, list):
        return reason
    labels = [label_at(EVIDENCE, name) if name in EVIDENCE.fields else say("Date") for name in names]
    return replace(reason, args={**reason.args, "names": labels})


def _lacking(evidence: Sequence[Evidence], has: Callable[[Evidence], bool]) -> list[Message | str]:
    return [_name(item) for item in evidence if not has(item)]


def _is_measured(item: Evidence) -> bool:
    return item.measure is not None and item.measure.before is not None and item.measure.after is not None


def _name(item: Evidence) -> Message | str:
    return item.id or say("an item of evidence without an id")


def conflicts(seats: Seats, profile: PublicProfile, lang: str) -> Iterator[Message]:
    """Yield the facts that the Council must know before it votes: who vouches for themselves, who sits on it."""
    facts, approved = profile.facts, profile.facts.progress.approved
    if own := _attested_by_self(profile):
        yield say("The candidate is also who attests {items}.", items=own)
    if approved and vouches_for_self(facts, approved.by):
        yield say("The candidate is also who approves the profile.")
    if not seats.members:
        yield say("The campaign names no members of the Council; whether the candidate is one is not known.")
    for member in seats.named_in(facts.name):
        yield say("On the Council sits {member}, a candidate.", member=_member(profile, member, lang))
    for member, items in _attesting(seats, profile):
        yield say("{items}: attested by {member}, of the Council.", items=items, member=_member(profile, member, lang))
    for member in seats.meant_by(approved.by, facts.unit) if approved else ():
        yield say("The profile is approved by {member}, of the Council.", member=_member(profile, member, lang))


def _attested_by_self(profile: PublicProfile) -> list[Message | str]:
    facts = profile.facts
    return [_name(item) for item in facts.evidence if item.attested and vouches_for_self(facts, item.attested.by)]


def _attesting(seats: Seats, profile: PublicProfile) -> list[tuple[CouncilMember, list[Message | str]]]:
    """Return the members of the Council who attest evidence, each with the items."""
    found: dict[int, tuple[CouncilMember, list[Message | str]]] = {}
    for item in profile.facts.evidence:
        by: Label | None = item.attested.by if item.attested else None
        for member in seats.meant_by(by, profile.facts.unit):
            found.setdefault(id(member), (member, []))[1].append(_name(item))
    return list(found.values())


def _member(profile: PublicProfile, member: CouncilMember, lang: str) -> Message | Text:
    """Name a member of the Council with the position."""
    name, position = profile.source_text(member.name), label_in(member.position, lang)
    return say("{name} ({position})", name=name, position=position) if position else name


def improvements(profile: PublicProfile, lang: str) -> Iterator[Message]:
    """Yield what the candidate's unit may do, as far as papers can be completed."""
    facts = profile.facts
    for verdict in profile.verdicts:
        label = verdict.criterion.label.text_in(lang)
        if verdict.status == "unmet":
            yield say("Send in what {id} “{label}” asks.", id=verdict.criterion.id, label=label)
        elif verdict.status == "thin":
            yield say("Complete the evidence for {id} “{label}”.", id=verdict.criterion.id, label=label)
    if items := _lacking(facts.evidence, lambda item: bool(item.source)):
        yield say("Name the report, decision or minutes where {items} can be read.", items=items)
    if items := _lacking(facts.evidence, _is_measured):
        yield say("Give figures before and after for {items}, where there are any.", items=items)
    if items := _lacking(facts.evidence, lambda item: bool(item.attested and item.attested.by)):
        yield say("Have {items} attested by a superior or another leader.", items=items)
    if own := _attested_by_self(profile):
        yield say("Have {items} attested by somebody other than the candidate.", items=own)
