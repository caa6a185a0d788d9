"""Judges texts about a person without consent to the name for a title with the given name, and for initials.

Those who know the person know from them who it is. Asked are the person's own profile and documents that link to it or
list it; elsewhere a given name is anybody's. It is a warning, because it may be somebody else's, and nothing is left
out for it.
"""

from collections.abc import Iterator

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
    for entry in content.entries if people else ():
        if not entry.withdrawn:
            for document in entry.documents:
                parts = [part for person, part in people if _is_about(entry, document, person)]
                yield from _used(content, entry, document, parts)


def _part_of_name(content: Content, entry: Entry[Exemplar]) -> PartOfName | None:
    """Return by what a person without consent to the name could be known; None for teams and with consent."""
    criteria = content.criteria_of(entry.campaign)
    category = criteria.categories.get(entry.facts.category) if criteria else None
    asked = any(path[:2] in (("consent",), ("consent", "name")) for path in entry.source.unfilled)
    hidden = entry.withdrawn or not (asked or allows(entry, "name", "site"))
    if not hidden or ("name",) in entry.source.unfilled or (category and category.subject != "individual"):
        return None
    return PartOfName.of(entry.facts.name, Owner(entry.id, entry.withdrawn))


def _is_about(entry: AnyEntry, document: Document, person: Entry[Exemplar]) -> bool:
    """Return whether a document is a person's own, lists the person or links to the profile."""
    if entry.key == person.key:
        return True
    if isinstance(entry.facts, Bulletin | Plan):
        names = (person.id, person.slug) if entry.campaign == person.campaign else (person.id,)
        if any(name in entry.facts.exemplars for name in names):
            return True
    stem = person.source.file.removesuffix(f".{person.source.lang}.md")
    files = {*(other.file for other in person.documents), f"{stem}.md"}
    return any(picture_file(document, link.to.partition("#")[0]) in files for link in document.body.links)


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
