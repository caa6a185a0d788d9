"""Which profiles of a campaign are before the Office: those that its lists, boards and figures are made of."""

from guongsang.judge.dates import exemplars_of
from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.tables.exemplar import Exemplar


def filed_of(content: Content, campaign: AnyEntry) -> tuple[Entry[Exemplar], ...]:
    """Return the profiles of a campaign that are before the Office."""
    return tuple(e for e in exemplars_of(content, campaign) if is_filed(content, e))


def is_filed(content: Content, entry: Entry[Exemplar]) -> bool:
    """Return whether a profile is before the Office: no draft, not withdrawn, its name, unit and category known.

    Neither consent nor an unmet criterion keeps anybody out; what can be read of a faulty file counts.
    """
    criteria, source = content.criteria_of(entry.campaign), entry.source
    return (
        not (entry.draft or entry.withdrawn or source.open or source.broken or {"name", "withdrawn"} & source.wrong)
        and bool(entry.facts.name)
        and entry.facts.unit in content.units
        and bool(criteria and entry.facts.category in criteria.categories)
    )
