"""A criterion whose id was changed in the criteria file: told once there, and not at each profile that serves it.

In come the findings of a site; out go the same, but for those of one id that is not there, where exactly one criterion
of evidence is served by nobody: this one bore the id before.
"""

from collections.abc import Iterator, Sequence

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.read.content import Content
from guongsang.read.data.types import Criteria, Criterion

_CODE = "unknown-criterion"


def told_at_criteria(content: Content, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of a criterion that was renamed as one at its new id."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    campaigns = {entry.source.file: entry.campaign for entry in content.exemplars}
    for finding in findings:
        campaign = campaigns.get(finding.place.file) if finding.code == _CODE else None
        if campaign is None:
            yield finding
        else:
            groups.setdefault((campaign, str(finding.message.args["name"])), []).append(finding)
    for (campaign, name), told in groups.items():
        meant = _renamed(content, campaign, told) if sum(of == campaign for of, _ in groups) == 1 else None
        yield from [_told_there(meant, name, told)] if meant else told


def _renamed(content: Content, campaign: str, told: Sequence[Finding]) -> Criterion | None:
    """Return the only criterion that evidence could serve and none does, where several profiles serve another."""
    criteria = content.criteria_of(campaign)
    if criteria is None or len({finding.place.file for finding in told}) < 2:
        return None
    unserved = list(_unserved(content, criteria))
    return unserved[0] if len(unserved) == 1 else None


def _unserved(content: Content, criteria: Criteria) -> Iterator[Criterion]:
    """Yield the criteria of evidence that no item of any profile serves."""
    served = {
        name
        for profile in content.exemplars
        if content.criteria_of(profile.campaign) is criteria
        for item in profile.facts.evidence
        for name in item.serves
    }
    for criterion in criteria.criteria.values():
        if criterion.check == "evidence" and criterion.id not in served:
            yield criterion


def _told_there(criterion: Criterion, name: str, told: Sequence[Finding]) -> Finding:
    files = sorted({finding.place.file for finding in told})
    return find(
        _CODE,
        criterion.place,
        say(
            "no evidence serves {id}, but that of these serves {name}, which is not there: {files}",
            id=criterion.id,
            name=name,
            files=files,
        ),
        say("write {name} here again, or {id} in those files", name=name, id=criterion.id),
    )
