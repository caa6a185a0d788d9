"""The names of withdrawn people, which may stand nowhere, whatever was agreed to before."""

from guongsang.read.content import Content
from guongsang.read.documents.entry import AnyEntry, as_exemplar
from guongsang.text.person_names import Names, Owner, Stretch


def withdrawn_names(content: Content) -> Names:
    """Return the names of withdrawn people, which may stand nowhere, teams named after their unit apart."""
    names = Names()
    for entry in content.exemplars:
        name = entry.facts.name
        if entry.withdrawn and name and name.casefold() not in names_of_unit(content, entry.facts.unit):
            names.remember(name, Owner(entry.id, withdrawn=True))
    return names


def withdrawn_in_name(content: Content, entry: AnyEntry, names: Names) -> list[Stretch]:
    """Return the names of withdrawn people inside the name of a team or model; a person may bear the same one."""
    profile, criteria = as_exemplar(entry), content.criteria_of(entry.campaign)
    category = criteria.categories.get(profile.facts.category) if profile and criteria else None
    if profile is None or category is None or category.subject == "individual":
        return []
    return [f for f in names.found_in(profile.facts.name) if f.owner.withdrawn and f.owner.id != entry.id]


def names_of_unit(content: Content, unit: str) -> set[str]:
    """Return the names of a unit in all languages, letter case apart."""
    known = content.units.get(unit)
    return {text.casefold() for text in known.name.texts.values()} if known else set()
