"""Which criteria apply to a profile: every key of `for` must hold."""

from collections.abc import Mapping

from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.tables.exemplar import Exemplar


def applies(criterion: Criterion, profile: Exemplar, criteria: Criteria) -> bool:
    """Return whether a criterion is meant for a profile."""
    traits = traits_of(criteria, profile.category, profile.unit, leader=profile.leader)
    return meant_for(criterion, traits)


def traits_of(criteria: Criteria | None, category: str, unit: str, *, leader: bool) -> dict[str, str | None]:
    """Return what `for` looks at: a profile's category, subject, leading post and unit."""
    known = criteria.categories.get(category) if criteria else None
    return {
        "category": category or None,
        "subject": known.subject if known else None,
        "leader": "true" if leader else "false",
        "unit": unit or None,
    }


def meant_for(criterion: Criterion, traits: Mapping[str, str | None]) -> bool:
    """Return whether a criterion is meant for a profile with these traits."""
    return all(traits[key] in values for key, values in criterion.applies.items())
