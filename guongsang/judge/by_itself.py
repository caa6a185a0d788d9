"""What is judged of an entry by itself, and remembered until something of it changes.

Such judging looks at one entry, the criteria of its campaign and the data files, and nowhere else; so all of that is
what goes into the digest that it is remembered by. What judging entries beside each other must know of each is noted
here too, so that this does not read their texts again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from guongsang.findings import Finding
from guongsang.judge.campaign.duties import judge_date_order
from guongsang.judge.contradictions.days import last_day
from guongsang.judge.contradictions.figures import judge_measures
from guongsang.judge.contradictions.people import OtherName, other_spellings
from guongsang.judge.criteria.verdicts import Row, judge_criteria
from guongsang.judge.people.approval import judge_approvals
from guongsang.judge.people.personal_data import judge_personal_data
from guongsang.judge.references.ids import judge_own_names
from guongsang.judge.references.links import OwnLinks, local_links, own_links
from guongsang.judge.texts.achievements import Known, known_by
from guongsang.judge.texts.copies import shingles_of
from guongsang.judge.texts.office_habits import judge_office_habits
from guongsang.judge.texts.typing_slips import judge_typing_slips
from guongsang.judge.translations.state import judge_translations
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry, as_exemplar
from guongsang.read.tables.exemplar import Exemplar

_ROOM = "by itself"


@dataclass(frozen=True)
class ProfileByItself:
    """What is noted of a profile: its verdicts, the shingles of its text, what its achievements are known by.

    `names` count only if nobody else bears them.
    """

    verdicts: tuple[Row, ...]
    names: tuple[OtherName, ...]
    shingles: bytes
    achievements: Known


@dataclass(frozen=True)
class ByItself:
    """What judging an entry by itself gives: findings, its links, the last day that it tells of as past."""

    findings: tuple[Finding, ...]
    links: tuple[OwnLinks, ...]
    last_day: date | None
    profile: ProfileByItself | None


def judge_by_itself(content: Content) -> Iterator[ByItself]:
    """Judge each entry by itself, in the order of the entries."""
    wanted = [(content.given(entry), partial(_judged, content, entry)) for entry in content.entries]
    content.records.make_ahead(_ROOM, wanted)
    for given, judge in wanted:
        yield content.records.recall(_ROOM, given, judge)


def _judged(content: Content, entry: AnyEntry) -> ByItself:
    findings = [
        *judge_personal_data(content, entry),
        *judge_office_habits(entry),
        *judge_typing_slips(entry),
        *judge_translations(content, entry),
        *judge_own_names(content, entry),
        *(told for document in entry.documents for told in local_links(document)),
    ]
    noted: ProfileByItself | None = None
    if profile := as_exemplar(entry):
        noted, told = _profile(content, profile)
        findings += [*told, *judge_date_order(profile), *judge_approvals(profile), *judge_measures(profile)]
    return ByItself(tuple(findings), tuple(own_links(content, entry)), last_day(entry), noted)


def _profile(content: Content, profile: Entry[Exemplar]) -> tuple[ProfileByItself, list[Finding]]:
    verdicts, findings = judge_criteria(content, profile)
    names = tuple(other_spellings(profile))
    return ProfileByItself(verdicts, names, shingles_of(profile), known_by(content, profile)), findings
