"""Judging: entries in, findings and verdicts out; values, never exceptions.

Each room judges one matter and knows nothing of the others. Here they are put together, and the findings that a file
allows are brought down to information.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from guongsang.findings import Finding, in_order
from guongsang.judge.allowances import apply_allowances
from guongsang.judge.by_itself import judge_by_itself
from guongsang.judge.campaign.bases import judge_bases
from guongsang.judge.campaign.duties import judge_duties
from guongsang.judge.campaign.named_figures import judge_named_figures
from guongsang.judge.campaign.years import judge_years
from guongsang.judge.consequences import without_consequences
from guongsang.judge.contradictions.counts import judge_counts
from guongsang.judge.contradictions.days import judge_days
from guongsang.judge.contradictions.people import judge_people
from guongsang.judge.criteria.renamed import told_at_criteria
from guongsang.judge.criteria.verdicts import Verdict, verdicts_of
from guongsang.judge.people.consent import Withheld, judge_consent
from guongsang.judge.people.consent_seen import judge_seen
from guongsang.judge.people.consent_terms import judge_terms
from guongsang.judge.people.given_names import judge_given_names
from guongsang.judge.people.personal_data import judge_other_files
from guongsang.judge.references.links import judge_links
from guongsang.judge.references.pictures import judge_pictures
from guongsang.judge.texts.achievements import judge_achievements
from guongsang.judge.texts.copies import judge_copies
from guongsang.read.content import Content


@dataclass(frozen=True)
class Judgement:
    """All findings in order, the verdicts of each profile by its id, and what consent withholds."""

    findings: tuple[Finding, ...]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    consent: Withheld

    def with_findings(self, more: Iterable[Finding]) -> "Judgement":
        """Return the same judgement with more findings, in order."""
        more = list(more)
        return replace(self, findings=tuple(in_order([*self.findings, *more]))) if more else self


def judge_entries(content: Content, today: date) -> Judgement:
    """Judge a whole site as of a day."""
    consent, told = judge_consent(content)
    by_itself = list(judge_by_itself(content))
    profiles = {entry.id: one.profile for entry, one in zip(content.entries, by_itself, strict=True) if one.profile}
    later = [e for e, one in zip(content.entries, by_itself, strict=True) if one.last_day and one.last_day > today]
    findings = [
        *(finding for one in by_itself for finding in one.findings),
        *judge_pictures(content),
        *told,
        *judge_seen(content),
        *judge_terms(content, today),
        *judge_duties(content, today),
        *judge_links(content, (links for one in by_itself for links in one.links)),
        *judge_given_names(content),
        *judge_other_files(content),
        *judge_copies(content, {name: one.shingles for name, one in profiles.items()}),
        *judge_achievements(content, {name: one.achievements for name, one in profiles.items()}),
        *judge_years(content),
        *judge_bases(content),
        *judge_counts(content),
        *judge_named_figures(content),
        *judge_people(content, (name for one in profiles.values() for name in one.names)),
        *judge_days(later, today),
    ]
    findings = list(told_at_criteria(content, list(without_consequences(content, findings))))
    verdicts = verdicts_of(content, {name: one.verdicts for name, one in profiles.items()})
    return Judgement(tuple(in_order(apply_allowances(content, findings))), verdicts, consent)
