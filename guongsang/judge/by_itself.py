"""What is judged of an entry by itself, and remembered until something of it changes.

Such judging looks at one entry, the criteria of its campaign and the data files, and nowhere else; so all of that is
what goes into the digest that it is remembered by.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from guongsang.findings import Finding
from guongsang.judge.contradictions.figures import judge_measures
from guongsang.judge.contradictions.people import OtherName, other_spellings
from guongsang.judge.people.approval import judge_approvals
from guongsang.judge.people.personal_data import judge_personal_data
from guongsang.judge.texts.office_habits import judge_office_habits
from guongsang.judge.texts.typing_slips import judge_typing_slips
from guongsang.judge.translations.state import judge_translations
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, as_exemplar

_ROOM = "by itself"


@dataclass(frozen=True)
class ByItself:
    """What judging an entry by itself gives: findings, and names that count only if nobody else bears them."""

    findings: tuple[Finding, ...]
    names: tuple[OtherName, ...]


def judge_by_itself(content: Content) -> Iterator[ByItself]:
    """Judge each entry by itself."""
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
    ]
    names: list[OtherName] = []
    if profile := as_exemplar(entry):
        findings += [*judge_approvals(profile), *judge_measures(profile)]
        names += other_spellings(profile)
    return ByItself(tuple(findings), tuple(names))
