"""Judges texts about a person without consent to the name for a title with the given name, and for initials.

Those who know the person know from them who it is. Asked are the person's own profile and documents that link to it or
list it; elsewhere a given name is anybody's. It is a warning, because it may be somebody else's, and nothing is left
out for it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from guongsang.findings import Finding, find
from guongsang.i18n.messages import say
from guongsang.judge.allowances import allowance
from guongsang.judge.people.consent import allows, where_read
from guongsang.judge.people.public_texts import public_texts
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.tables.documents import Bulletin
from guongsang.read.tables.exemplar import Exemplar
from guongsang.read.tables.plan import Plan
from guongsang.text.given_names import PartOfName
from guongsang.text.person_names import Owner


def judge_given_names(content: Content) -> Iterator[Finding]:
    """Judge all documents about people whose names may not stand on the site."""
    people = [(e, part) for e in content.exemplars if (part := _part_of_name(content, e))]
    persons = [person for person, _ in people]
    in_files: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for file in _files(person):
            in_files[file].append(number)
    for entry in content.entries if people else ():
        if not entry.withdrawn:
            for document in entry.documents:
                about = {*_linked(document, in_files), *_listed(entry, persons)}
                about.update(in_files.get(entry.source.file, ()))
                yield from _used(content, entry, document, [people[number][1] for number in sorted(about)])


def _part_of_name(content: Content, entry: Entry[Exemplar]) -> PartOfName | None:
    """Return by what a person without consent to the name could be known; None for teams and with consent."""
    criteria = content.criteria_of(entry.campaign)
    category = criteria.categories.get(entry.facts.category) if criteria else None
    asked = any(path[:2] in (("consent",), ("consent", "name")) for path in entry.source.unfilled)
    hidden = entry.withdrawn or not (asked or allows(entry, "name", "site"))
    if not hidden or ("name",) in entry.source.unfilled or (category and category.subject != "individual"):
        return None
    return PartOfName.of(entry.facts.name, Owner(entry.id, entry.withdrawn))


def _files(person: Entry[Exemplar]) -> set[str]:
    """Return the files of a profile, and the name by which one links to it in any language."""
    stem = person.source.file.removesuffix(f".{person.source.lang}.md")
    return {*(document.file for document in person.documents), f"{stem}.md"}


def _linked(document: Document, in_files: Mapping[str, list[int]]) -> Iterator[int]:
    """Yield the people to whose profiles a document links, by their numbers."""
    for link in document.body.links:
        yield from in_files.get(picture_file(document, link.to.partition("#")[0]), ())


def _listed(entry: AnyEntry, people: list[Entry[Exemplar]]) -> Iterator[int]:
    """Yield the people whom a bulletin or a plan lists, by their numbers."""
    if isinstance(entry.facts, Bulletin | Plan):
        for number, person in enumerate(people):
            names = (person.id, person.slug) if entry.campaign == person.campaign else (person.id,)
            if any(name in entry.facts.exemplars for name in names):
                yield number


def _used(content: Content, entry: AnyEntry, document: Document, parts: list[PartOfName]) -> Iterator[Finding]:
    for path, text in public_texts(content, entry, document) if parts else ():
        for part in parts:
            for start, end in part.found_in(text):
                yield find(
                    "given-name",
                    document.source.place(*where_read(document, path, text[start:end])),
                    say("by this, readers may know {id}, for whose name there is no consent", id=part.owner.id),
                    say(
                        "write of the person by position and unit; if somebody else is meant, {allowance}",
                        allowance=allowance(entry, "given-name"),
                    ),
                )
