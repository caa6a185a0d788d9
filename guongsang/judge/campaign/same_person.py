"""Who is the same in several campaigns: a person, team or model that stands in each under one name.

In come the profiles that are before the Office; out come their ids. A name alone says nothing, because people share
names: it must be of the same unit or of one that came from it, or a profile must name the other as related.
"""

from collections.abc import Iterable, Iterator

from guongsang.judge.campaign.filed import filed_of
from guongsang.judge.dates import campaign_year
from guongsang.judge.references.ids import exemplar_id
from guongsang.read.content import Content
from guongsang.read.data.lineage import forebears
from guongsang.read.documents.entry import Entry
from guongsang.read.tables.campaign import Campaign
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.person_names import name_key

_Key = tuple[str, tuple[str, ...]]


def other_campaigns(content: Content) -> dict[str, tuple[str, ...]]:
    """Return for each profile that has any the ids of the same one in other campaigns, the newest first."""
    named: dict[_Key, list[Entry[Exemplar]]] = {}
    for campaign in content.campaigns:
        for entry in filed_of(content, campaign):
            named.setdefault(_key(content, entry), []).append(entry)
    groups = (group for group in named.values() if len(group) > 1)
    found = {one.id: _ids(_same(content, one, group)) for group in groups for one in group}
    return {name: ids for name, ids in found.items() if ids}


def honoured_before(content: Content, campaign: Entry[Campaign]) -> frozenset[str]:
    """Return the ids of the profiles of a campaign whose person, team or model was honoured in an earlier year."""
    year = campaign_year(campaign.slug) or 0
    earlier: dict[_Key, list[Entry[Exemplar]]] = {}
    for other in content.campaigns:
        if (campaign_year(other.slug) or year) < year:
            for entry in (e for e in filed_of(content, other) if "honoured" in e.progress):
                earlier.setdefault(_key(content, entry), []).append(entry)
    own = filed_of(content, campaign) if earlier else ()
    return frozenset(e.id for e in own if any(_same(content, e, earlier.get(_key(content, e), ()))))


def _key(content: Content, entry: Entry[Exemplar]) -> _Key:
    criteria = content.criteria_of(entry.campaign)
    kind = criteria.categories[entry.facts.category].subject if criteria else ""
    return kind, name_key(entry.facts.name)


def _same(content: Content, one: Entry[Exemplar], named_alike: Iterable[Entry[Exemplar]]) -> Iterator[Entry[Exemplar]]:
    for other in named_alike:
        related = other.id in _related(one) or one.id in _related(other)
        if other.campaign != one.campaign and (related or _of_one_line(content, one.facts.unit, other.facts.unit)):
            yield other


def _related(entry: Entry[Exemplar]) -> list[str]:
    return [exemplar_id(name, entry.campaign) for name in entry.facts.related]


def _of_one_line(content: Content, one: str, other: str) -> bool:
    """Return whether two units are the same, or one of them came from the other."""
    units = content.units
    return one == other or any(old.id == b for a, b in ((one, other), (other, one)) for old in forebears(units, a))


def _ids(entries: Iterable[Entry[Exemplar]]) -> tuple[str, ...]:
    return tuple(e.id for e in sorted(entries, key=lambda e: (-(campaign_year(e.campaign) or 0), e.id)))
