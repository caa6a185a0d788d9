"""Judges what documents refer to by id: units, categories, exemplars, campaigns, criteria files.

In comes the content; out come findings at the values that name nothing, with the nearest known id proposed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from guongsang.findings import Finding, Place, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.applicable import criteria_of
from guongsang.judge.dates import days_of_campaign
from guongsang.read.content import Content
from guongsang.read.data.types import Unit
from guongsang.read.documents.entry import Entry


def judge_facts(content: Content, campaigns: Mapping[str, Entry], entry: Entry) -> Iterator[Finding]:
    """Judge the references in the facts of one entry."""
    kind = entry.kind
    if kind in ("exemplar", "plan"):
        if not content.exists("campaign", entry.campaign):
            yield _unknown_campaign(content, campaigns, entry)
        first, last = _days(entry)
        if kind == "plan":
            yield from _unit(content, entry.slug, first, last, Place(entry.source.file), _FILE_NAME)
    if kind == "exemplar":
        yield from _unit(content, entry.get("unit"), *_days(entry), entry.source.place("unit"))
        yield from _category(content, campaigns, entry)
        for i, row in enumerate(entry.get("adopted_by") or []):
            day = row.get("on")
            yield from _unit(content, row.get("unit"), day, day, entry.source.place("adopted_by", i, "unit"))
        yield from _exemplars(content, entry, "related")
        yield from _evidence_ids(entry)
    elif kind == "campaign":
        yield from _campaign_facts(content, entry)
    elif kind == "review" and not content.exists("campaign", entry.slug):
        yield _unknown_campaign(content, campaigns, entry)
    elif kind == "bulletin":
        yield from _exemplars(content, entry, "exemplars")
        yield from _selection(content, campaigns, entry)


def _unknown_campaign(content: Content, campaigns: Mapping[str, Entry], entry: Entry) -> Finding:
    name = entry.campaign or entry.slug
    wanted = f"content/campaigns/{name}.{content.config.source_language}.md"
    return find(
        "unknown-campaign",
        Place(entry.source.file),
        say("there is no campaign {name} that can be read", name=name),
        suggest(name, campaigns, say("write {file}, or move this file", file=wanted)),
    )


def _days(entry: Entry) -> tuple[date | None, date | None]:
    """Return the days between which a unit must have existed: those of the progress, else the campaign's year."""
    days = sorted(entry.progress.values()) if entry.kind == "exemplar" else []
    return (days[0], days[0]) if days else days_of_campaign(entry.campaign) or (None, None)


_FILE_NAME = say("name the file after the id of a unit, as content/units.yaml has it")


def _unit(
    content: Content,
    name: str | None,
    first: date | None,
    last: date | None,
    place: Place,
    otherwise: Message | None = None,
) -> Iterator[Finding]:
    if name is None:
        return
    unit: Unit | None = content.units.get(name)
    if unit is None:
        known = otherwise or say("known are: {names}", names=", ".join(list(content.units)[:30]))
        message = say("there is no unit {name}", name=name)
        yield find("unknown-unit", place, message, suggest(name, content.units, known))
    elif first is not None and not unit.active(first, last):
        yield find(
            "unknown-unit",
            place,
            say("the unit {name} did not exist on {day}", name=name, day=first),
            say("name the unit of that time; see active_from and active_to in content/units.yaml"),
        )


def _unknown(code: str, place: Place, name: str, known: Iterable[str], message: Message) -> Finding:
    names = list(known)
    return find(code, place, message, suggest(name, names, say("known are: {names}", names=", ".join(names[:30]))))


def _category(content: Content, campaigns: Mapping[str, Entry], entry: Entry) -> Iterator[Finding]:
    criteria = criteria_of(content, campaigns.get(entry.campaign))
    name = entry.get("category")
    if criteria and name and name not in criteria.categories:
        place = entry.source.place("category")
        yield _unknown(
            "unknown-category", place, name, criteria.categories, say("there is no category {name}", name=name)
        )


def _exemplars(content: Content, entry: Entry, field: str) -> Iterator[Finding]:
    for i, name in enumerate(entry.get(field) or []):
        if not content.exists("exemplar", exemplar_id(name, entry)):
            message = say("there is no exemplar {name}", name=name)
            place = entry.source.place(field, i)
            known = [e.id for e in content.of("exemplar")]
            hint = suggest(name, known, say("write campaign and file name, like 2022/qlxd-01"))
            yield find("unknown-exemplar", place, message, hint)


def exemplar_id(name: str, entry: Entry) -> str:
    """Complete a reference to an exemplar by the own campaign where it names none."""
    return name if "/" in name or not entry.campaign else f"{entry.campaign}/{name}"


def _evidence_ids(entry: Entry) -> Iterator[Finding]:
    seen: set[str] = set()
    for i, item in enumerate(entry.get("evidence") or []):
        mark = item.get("id")
        if mark in seen:
            yield find(
                "duplicate-key",
                entry.source.place("evidence", i, "id"),
                say("the id {name} stands twice in this file", name=mark),
                say("give one of the two another id"),
            )
        seen.add(mark)


def _campaign_facts(content: Content, entry: Entry) -> Iterator[Finding]:
    name = entry.get("criteria")
    if name and name not in content.criteria:
        yield find(
            "bad-value",
            entry.source.place("criteria"),
            say("there is no criteria file {name}", name=f"content/criteria/{name}.yaml"),
            suggest(name, content.criteria, say("write it, or name one that exists")),
        )
    if office := entry.get("office"):
        yield from _unit(content, office, None, None, entry.source.place("office"))
    criteria = criteria_of(content, entry)
    for i, category in enumerate(entry.get("quota", "counts") or []):
        if criteria and category not in criteria.categories:
            place = entry.source.place("quota", "counts", i)
            yield _unknown(
                "unknown-category",
                place,
                category,
                criteria.categories,
                say("there is no category {name}", name=category),
            )


def _selection(content: Content, campaigns: Mapping[str, Entry], entry: Entry) -> Iterator[Finding]:
    select = entry.get("select") or {}
    if (name := select.get("campaign")) and not content.exists("campaign", name):
        place = entry.source.place("select", "campaign")
        yield _unknown("unknown-campaign", place, name, campaigns, say("there is no campaign {name}", name=name))
    if name := select.get("category"):
        known = dict.fromkeys(c for criteria in content.criteria.values() for c in criteria.categories)
        if name not in known:
            place = entry.source.place("select", "category")
            yield _unknown("unknown-category", place, name, known, say("there is no category {name}", name=name))
    if name := select.get("unit"):
        yield from _unit(content, name, None, None, entry.source.place("select", "unit"))
    masthead = entry.get("masthead")
    if masthead is not None and not masthead.get("licence") and not masthead.get("internal"):
        yield find(
            "missing-field",
            entry.source.key_place("masthead"),
            say("the masthead names neither a licence nor internal circulation"),
            say("write {licence} or {internal} below it", licence="licence: …", internal="internal: true"),
        )
