"""Which criteria apply to a profile: every key of `for` must hold."""

from collections.abc import Mapping
from typing import Any

from guongsang.read.content import Content
from guongsang.read.data.types import Criteria, Criterion
from guongsang.read.documents.entry import Entry


def criteria_of(content: Content, campaign: Entry | None) -> Criteria | None:
    """Return the criteria that a campaign names."""
    return content.criteria.get(campaign.get("criteria")) if campaign else None


def applies(criterion: Criterion, entry: Entry, criteria: Criteria) -> bool:
    """Return whether a criterion is meant for a profile: every key of `for` must hold."""
    return meant_for(criterion, traits_of(entry.source.data, criteria))


def traits_of(data: Mapping[str, Any], criteria: Criteria | None) -> dict[str, str | None]:
    """Return what `for` looks at: a profile's category, subject, leading post and unit."""
    category = criteria.categories.get(data.get("category") or "") if criteria else None
    return {
        "category": data.get("category"),
        "subject": category.subject if category else None,
        "leader": "true" if data.get("leader") else "false",
        "unit": data.get("unit"),
    }


def meant_for(criterion: Criterion, traits: Mapping[str, str | None]) -> bool:
    """Return whether a criterion is meant for a profile with these traits."""
    return all(traits[key] in values for key, values in criterion.applies.items())
