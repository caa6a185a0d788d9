"""Judges who vouches for whom, and whether what was approved is still what stands there.

Nobody attests or approves oneself (safeguards SAF-05 and SAF-06; the plan is silent on both).
"""

import re
from collections.abc import Iterator

from guongsang.commands import command
from guongsang.findings import Finding, find
from guongsang.i18n.messages import Label, say
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.vietnamese import same_tone_placement


def judge_approvals(entry: Entry[Exemplar]) -> Iterator[Finding]:
    """Judge a profile."""
    for i, item in enumerate(entry.facts.evidence):
        yield from _self(entry, item.attested.by if item.attested else None, ("evidence", i, "attested", "by"))
    approved = entry.facts.progress.approved
    yield from _self(entry, approved.by if approved else None, ("progress", "approved", "by"))
    if is_stale(entry):
        yield find(
            "stale-approval",
            entry.source.place("progress", "approved", "fingerprint"),
            say("the profile was changed after its approval"),
            say(
                "have it approved again and write the new day; then: {command}",
                command=command("fix", "--approved", "--write", entry.source.file),
            ),
        )


def is_stale(entry: Entry[Exemplar]) -> bool:
    """Return whether an approval is bound to another text than the present one."""
    approved = entry.facts.progress.approved
    return bool(approved and approved.fingerprint and approved.fingerprint != entry.approval_fingerprint)


def vouches_for_self(profile: Exemplar, by: Label | None) -> bool:
    """Return whether who attests or approves is the exemplar: the own name or, for a leader, the own position."""
    name, position = _folded(profile.name), _folded(profile.position)
    said = list(by.texts.values()) if by else []
    parts = [_folded(part) for text in said for part in (text, *re.split(r"[,;(–]| - ", text))]
    own_name = bool(name) and name in parts
    return own_name or (profile.leader and bool(position) and position in [_folded(text) for text in said])


def _self(entry: Entry[Exemplar], by: Label | None, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if vouches_for_self(entry.facts, by):
        yield find(
            "self-attested",
            entry.source.place(*path),
            say("the person vouches for themselves here"),
            say("have it attested by somebody else, such as the superior or another leader"),
        )


def _folded(text: str) -> str:
    return " ".join(same_tone_placement(text).casefold().strip(" ).").split())
