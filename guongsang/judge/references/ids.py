"""Judges what documents refer to by id: units, categories, exemplars, campaigns, criteria files.

In comes the content; out come findings at the values that name nothing, with the nearest known id proposed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, Place, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.judge.dates import days_of_campaign
from guongsang.judge.references.campaigns import campaign_of
from guongsang.read.content import Content
from guongsang.read.data.lineage import forebears, heirs
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.tables.campaign import Campaign, Council, CouncilMember
from guongsang.read.tables.criteria import Category
from guongsang.read.tables.documents import Bulletin, Selection
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.text.suggestions import labelled


def judge_own_names(content: Content, entry: AnyEntry) -> Iterator[Finding]:
    """Judge what the facts of one entry refer to in data files and in itself."""
    match entry.facts:
        case Exemplar() as profile:
            yield from _unit(content, profile.unit, _days(entry), entry.source.place("unit"))
            yield from _category(content, entry, profile)
            for i, row in enumerate(profile.adopted_by):
                place = entry.source.place("adopted_by", i, "unit")
                yield from _unit(content, row.unit, (row.on, row.on), place)
            yield from duplicate_ids(entry, "evidence", [item.id for item in profile.evidence])
        case Plan():
            yield from _unit(content, entry.slug, _days(entry), Place(entry.source.file), _better_name(content, entry))


def judge_names(content: Content, entry: AnyEntry) -> Iterator[Finding]:
    """Judge what the facts of one entry refer to in other documents, and those of few entries as a whole."""
    match entry.facts:
        case Exemplar() as profile:
            yield from _exemplars(content, entry, "related", profile.related)
        case Campaign() as campaign:
            yield from _campaign_facts(content, entry, campaign)
        case Bulletin() as bulletin:
            yield from _exemplars(content, entry, "exemplars", bulletin.exemplars)
            yield from _selection(content, entry, bulletin.select or Selection())
            yield from _masthead(entry, bulletin)


def _days(entry: AnyEntry) -> tuple[date | None, date | None]:
    """Return the days between which a unit must have existed: those of the progress, else the campaign's year."""
    days = sorted(entry.progress.values())
    return (days[0], days[0]) if days else days_of_campaign(entry.campaign) or (None, None)


def _better_name(content: Content, entry: AnyEntry) -> Message:
    """Return the name that a plan should have, or how it is made."""
    if meant := content.misnamed.get(entry.source.file):
        return say("rename it to {name}", name=meant.rpartition("/")[2])
    otherwise = say("name the file after the id of a unit, as content/units.yaml has it")
    return suggest(entry.slug, content.units, otherwise)


def _unit(
    content: Content, name: str, days: tuple[date | None, date | None], place: Place, otherwise: Message | None = None
) -> Iterator[Finding]:
    """Report a unit that is unknown, or did not exist between two days."""
    if not name:
        return
    first, last = days
    unit = content.units.get(name)
    if unit is None:
        known = otherwise or say("known are: {names}", names=", ".join(list(content.units)[:30]))
        message = say("there is no unit {name}", name=name)
        meant = labelled(name, {one: unit.name.texts.values() for one, unit in content.units.items()})
        hint = say("did you mean {name}?", name=meant) if meant else suggest(name, content.units, known)
        found = find("unknown-unit", place, message, otherwise or hint)
        yield found if otherwise else found.mended_by(meant)
    elif first is not None and not unit.active(first, last):
        yield find(
            "unknown-unit",
            place,
            say("the unit {name} did not exist on {day}", name=name, day=first),
            _of_that_time(content, name, first),
        )


def _of_that_time(content: Content, name: str, day: date) -> Message:
    """Return which units did the work of one on a day, as far as its lineage tells."""
    units = content.units
    of_then = [one for one in forebears(units, name) if one.active(day)] or heirs(units, name, day)
    if of_then:
        return say("name the unit of that time: {names}", names=[one.id for one in of_then])
    return say("name the unit of that time; see active_from, active_to and closed in content/units.yaml")


def _unknown(code: str, place: Place, name: str, known: Mapping[str, Iterable[str]], message: Message) -> Finding:
    """Make the finding of a name that is none of those known, each with its labels."""
    meant = labelled(name, known)
    otherwise = say("known are: {names}", names=", ".join(list(known)[:30]))
    return find(code, place, message, suggest(meant or name, known, otherwise)).mended_by(meant)


def _unknown_category(place: Place, name: str, known: Mapping[str, Category]) -> Finding:
    labels = {one: category.label.texts.values() for one, category in known.items()}
    return _unknown("unknown-category", place, name, labels, say("there is no category {name}", name=name))


def _category(content: Content, entry: AnyEntry, profile: Exemplar) -> Iterator[Finding]:
    criteria, name = content.criteria_of(entry.campaign), profile.category
    if criteria and name and name not in criteria.categories:
        yield _unknown_category(entry.source.place("category"), name, criteria.categories)


def _exemplars(content: Content, entry: AnyEntry, field: str, names: Iterable[str]) -> Iterator[Finding]:
    for i, name in enumerate(names):
        if not content.exists("exemplar", exemplar_id(name, entry.campaign)):
            message = say("there is no exemplar {name}", name=name)
            place = entry.source.place(field, i)
            known = [e.id for e in content.exemplars]
            hint = suggest(name, known, say("write campaign and file name, like 2022/qlxd-01"))
            yield find("unknown-exemplar", place, message, hint)


def exemplar_id(name: str, campaign: str) -> str:
    """Return the id that a reference to an exemplar means: completed by the own campaign where it names none."""
    return name if "/" in name or not campaign else f"{campaign}/{name}"


def duplicate_ids(entry: AnyEntry, field: str, ids: Iterable[str]) -> Iterator[Finding]:
    """Report the ids in a list of items that stand there a second time."""
    seen: set[str] = set()
    for i, name in enumerate(ids):
        if name and name in seen:
            yield find(
                "duplicate-key",
                entry.source.place(field, i, "id"),
                say("the id {name} stands twice in this file", name=name),
                say("give one of the two another id"),
            )
        seen.add(name)


def _campaign_facts(content: Content, entry: AnyEntry, campaign: Campaign) -> Iterator[Finding]:
    name = campaign.criteria
    file = f"content/criteria/{name}.yaml"
    if name and name not in content.criteria and file not in content.misnamed.values():
        yield find(
            "bad-value",
            entry.source.place("criteria"),
            say("there is no criteria file {name}", name=file),
            suggest(name, content.criteria, say("write it, or name one that exists")),
        )
    yield from _unit(content, campaign.office, (None, None), entry.source.place("office"))
    yield from _council(content, entry, campaign.council)
    criteria = content.criteria.get(name)
    counted = (campaign.quota.counts if campaign.quota else None) or ()
    for i, category in enumerate(counted):
        if criteria and category not in criteria.categories:
            place = entry.source.place("quota", "counts", i)
            yield _unknown_category(place, category, criteria.categories)


def _council(content: Content, entry: AnyEntry, council: Council) -> Iterator[Finding]:
    seats: list[tuple[CouncilMember, FieldPath]] = [(council.chair, ("council", "chair"))] if council.chair else []
    seats += [(member, ("council", "members", i)) for i, member in enumerate(council.members)]
    for member, path in seats:
        yield from _unit(content, member.unit, (None, None), entry.source.place(*path, "unit"))


def _selection(content: Content, entry: AnyEntry, select: Selection) -> Iterator[Finding]:
    told = {campaign_of(one) for one in content.entries if one.kind != "bulletin"}
    if (name := select.campaign) and not content.exists("campaign", name) and name not in told:
        place, known = entry.source.place("select", "campaign"), {c.slug: (c.facts.title,) for c in content.campaigns}
        yield _unknown("unknown-campaign", place, name, known, say("there is no campaign {name}", name=name))
    if name := select.category:
        categories = {name: one for criteria in content.criteria.values() for name, one in criteria.categories.items()}
        if name not in categories:
            yield _unknown_category(entry.source.place("select", "category"), name, categories)
    yield from _unit(content, select.unit, (None, None), entry.source.place("select", "unit"))


def _masthead(entry: AnyEntry, bulletin: Bulletin) -> Iterator[Finding]:
    masthead = bulletin.masthead
    unread = "masthead" in entry.source.wrong or "masthead" not in entry.source.data
    if not unread and not masthead.licence and not masthead.internal:
        yield find(
            "missing-field",
            entry.source.key_place("masthead"),
            say("the masthead names neither a licence nor internal circulation"),
            say("write {licence} or {internal} below it", licence="licence: …", internal="internal: true"),
        )
