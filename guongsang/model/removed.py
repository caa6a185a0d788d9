"""Profiles that were taken down, as the Office's lists of removals hold them.

This is the only value of a site that holds the name of somebody who is withdrawn: it says what to recall, and lies in
`output/office`, never on the site.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date

from guongsang.i18n.messages import Label, Text
from guongsang.judge.people.due_days import WithdrawalDays, withdrawal_days
from guongsang.read.content import Content
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.pictures import Picture
from guongsang.read.tables.exemplar import Exemplar, Withdrawal


@dataclass(frozen=True)
class Removed:
    """A profile that was taken down: whose, of which unit, why, and the pictures that it showed.

    `slugs` are the names that it has or had in addresses; `planned` says whether the plan of its unit names it.
    """

    campaign: str
    slugs: tuple[str, ...]
    name: Text
    unit: str
    unit_name: Label
    withdrawn: Withdrawal
    pictures: Mapping[str, Picture]
    planned: bool
    sample: bool
    file: str

    @property
    def slug(self) -> str:
        """Return its present name in addresses."""
        return self.slugs[0]

    @property
    def id(self) -> str:
        """Return how references name the profile: 2022/qlxd-01."""
        return f"{self.campaign}/{self.slug}"

    @property
    def days(self) -> WithdrawalDays | None:
        """Return the days that follow from the request; None where its day is not known."""
        requested: date | None = self.withdrawn.requested_on
        return withdrawal_days(requested) if requested else None


def removed_profiles(content: Content, campaigns: Container[str]) -> tuple[Removed, ...]:
    """Return what was taken down of some campaigns, in the order of the ids."""
    return tuple(
        _removed(content, entry, entry.facts.withdrawn)
        for entry in content.exemplars
        if entry.facts.withdrawn and entry.campaign in campaigns
    )


def _removed(content: Content, entry: Entry[Exemplar], withdrawn: Withdrawal) -> Removed:
    facts, source = entry.facts, entry.source
    unit = content.units.get(facts.unit)
    named = {picture_file(d, image.to) for d in entry.documents for image in d.body.images}
    named |= {picture_file(source, facts.photo)} if facts.photo else set()
    return Removed(
        campaign=entry.campaign,
        slugs=(entry.slug, *facts.moved_from),
        name=Text(facts.name, source.lang),
        unit=facts.unit,
        unit_name=unit.name if unit else Label({source.lang: facts.unit}, source.lang),
        withdrawn=withdrawn,
        pictures={file: content.pictures[file] for file in sorted(named) if file in content.pictures},
        planned=any(entry.slug in p.facts.exemplars for p in content.plans_by_campaign.get(entry.campaign, ())),
        sample=entry.sample,
        file=source.file,
    )
