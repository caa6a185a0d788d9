"""Judges consent: whose story may stand where, and whether a name or photo appears without consent.

A name without consent for the site may stand in no published text, its own profile's or another's; a withdrawn
person's name may stand in none at all. A text that uses such a name is left out as a whole
file, because it cannot be mended by cutting the name out of it. Data files cannot be left out, so there the name is
an error. A photo without consent is shown nowhere, whichever document names its file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from guongsang.digests import value_digest
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.people.public_texts import public_texts
from guongsang.judge.people.withdrawn_names import names_of_unit, withdrawn_in_name
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry, Entry
from guongsang.read.documents.links import picture_file
from guongsang.read.fields.kinds import FieldPath
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.person_names import Names, Owner, Stretch, stretch_of
from guongsang.text.raw_text import RawText


@dataclass(frozen=True)
class Withheld:
    """What consent leaves out.

    The entries (kind, id) whose text uses a name that may not stand on the site, or on paper; and the picture files
    that may not be shown on the site, or on paper.
    """

    withheld: frozenset[tuple[str, str]] = frozenset()
    off_paper: frozenset[tuple[str, str]] = frozenset()
    photos: frozenset[str] = frozenset()
    photos_on_paper: frozenset[str] = frozenset()


def judge_consent(content: Content) -> tuple[Withheld, list[Finding]]:
    """Judge all profiles for consent, and all texts and pictures for what may not be shown."""
    names, on_paper = hidden_names(content)
    findings = [f for entry in content.exemplars for f in _story(entry)]
    withheld = _withheld(content, content.entries, names, findings)
    off_paper = _withheld(content, _printed(content), on_paper, findings)
    withheld |= {key for key in off_paper if key[0] == "bulletin"}
    findings += _in_data_files(content, names)
    photos = frozenset(_hidden_photos(content, "site"))
    findings += _photos_in_bodies(content, photos)
    return Withheld(
        frozenset(withheld), frozenset(off_paper), photos, photos | frozenset(_hidden_photos(content, "print"))
    ), findings


def allows(entry: Entry[Exemplar], what: str, channel: str) -> bool:
    """Return whether a profile's consent covers name, photo or story on a channel (site, print)."""
    return channel in entry.facts.consent.channels(what)


def hidden_names(content: Content) -> tuple[Names, Names]:
    """Return the names that may not stand on the site, and those that may only not stand on paper.

    Of a profile that cannot be read no consent is known, so its name, if its line can be made out, is hidden. A team
    that bears the name of its unit has no name to hide.
    """
    names, on_paper = Names(), Names(paper=True)
    for entry in content.exemplars:
        name = entry.facts.name
        owner = Owner(entry.id, entry.withdrawn)
        if name.casefold() in names_of_unit(content, entry.facts.unit) or ("name",) in entry.source.unfilled:
            continue
        if owner.withdrawn or not allows(entry, "name", "site"):
            names.remember(name, owner)
        elif not allows(entry, "name", "print"):
            on_paper.remember(name, owner)
    for id_, name in content.unread_names.items():
        names.remember(name, Owner(id_))
    return names, on_paper


def _story(entry: Entry[Exemplar]) -> Iterator[Finding]:
    asked = any(path[0] == "consent" for path in entry.source.unfilled)
    if not entry.withdrawn and not allows(entry, "story", "site") and not asked:
        yield find(
            "no-consent",
            entry.source.place("consent", "story"),
            say("there is no consent to show the story on the site; the profile is left out"),
            say("ask the person, then write consent with story: [site, print], the date and the document"),
        )


def _withheld(
    content: Content, entries: Iterable[AnyEntry], names: Names, findings: list[Finding]
) -> set[tuple[str, str]]:
    """Find the entries whose text uses one of the names, and tell each place."""
    out = set()
    wanted = value_digest(names)
    for entry in entries if names else ():
        given = [wanted, *content.given(entry)]
        told = content.records.recall("names", given, partial(_uses_in_all, content, entry, names))
        findings += told
        if told:
            out.add(entry.key)
    return out


def _uses_in_all(content: Content, entry: AnyEntry, names: Names) -> list[Finding]:
    return [finding for document in entry.documents for finding in _uses(content, entry, document, names)]


def _printed(content: Content) -> list[AnyEntry]:
    """Return the bulletins and the profiles, which alone are printed; without bulletins, nothing is."""
    bulletins = content.bulletins
    return [*bulletins, *content.exemplars] if bulletins else []


def _uses(content: Content, entry: AnyEntry, document: Document, names: Names) -> Iterator[Finding]:
    """Find the names that stand in the public text of a document, or in its address."""
    if document is entry.source:
        yield from _in_address(entry, names)
    if entry.withdrawn:
        return
    if document is entry.source:
        for found in withdrawn_in_name(content, entry, names):
            message = _name_stands(entry, found.owner, paper=names.paper)
            yield find("no-consent", document.place("name"), message, _cure(found))
    asked = any(path[:2] in (("consent",), ("consent", "name")) for path in entry.source.unfilled)
    for path, text in public_texts(content, entry, document):
        for found in names.found_in(text):
            if (asked and _is_own(entry, found.owner)) or (path[:1] == ("council",) and not found.owner.withdrawn):
                continue  # the Council stands on papers of the Office alone, which name everybody who is not withdrawn
            place = document.source.place(*where_read(document, path, text[found.start : found.end]))
            message = _name_stands(entry, found.owner, paper=names.paper)
            yield _grave(entry, find("no-consent", place, message, _cure(found)))


def _in_address(entry: AnyEntry, names: Names) -> Iterator[Finding]:
    """Find the names in the address of an entry's page, which the notice of a withdrawal has too."""
    if any(names.found_in(entry.slug)):
        message = say("the name of the file, which is its address, holds a name without consent; it is left out")
        cure = say("name files by unit and number, like qlxd-01; an address may not hold the name")
        yield find("no-consent", Place(entry.source.file), message, cure)


def _cure(found: Stretch) -> Message:
    if found.without_marks:
        return say("write of the person by position and unit; another person's name write with its marks")
    return say("write of the person by position and unit instead")


def _grave(entry: AnyEntry, finding: Finding) -> Finding:
    """A campaign cannot be left out without its whole year, so there a name is an error."""
    return replace(finding, severity="error") if entry.kind == "campaign" else finding


def _is_own(entry: AnyEntry, owner: Owner) -> bool:
    return entry.kind == "exemplar" and owner.id == entry.id


def _name_stands(entry: AnyEntry, owner: Owner, *, paper: bool) -> Message:
    own = _is_own(entry, owner)
    if entry.kind == "campaign":
        return say("a name without consent stands in a campaign, whose words are on many pages")
    if owner.withdrawn:
        return say("the name of a withdrawn exemplar stands here; the file is left out")
    if paper and own:
        return say("the text uses the name, for which there is no consent on paper; the bulletins leave it out")
    if paper:
        return say(
            "the name of {id} stands here without consent on paper; the bulletins leave the text out", id=owner.id
        )
    if own:
        return say("the text uses the name, for which there is no consent on the site; the profile is left out")
    return say("the name of {id} stands here without consent for the site; the file is left out", id=owner.id)


def where_read(document: Document, path: FieldPath, name: str) -> tuple[int, int]:
    """Find the name in the raw text near its value; where markup hides it, give the value itself."""
    raw = document.source.text
    first, last = (document.body.start, len(raw)) if not path else document.spans.get(path, document.fence)
    found = RawText(raw).take(name, first, last) or stretch_of(name, raw, first, last)
    if found is not None:
        return found
    for link in () if path else document.body.links:
        if name in unquote(link.to):
            return link.start, link.end
    line_end = document.source.line_end(first)
    return first, min(last, line_end if line_end > first else last)


def _in_data_files(content: Content, names: Names) -> Iterator[Finding]:
    """Find the names in the values of data files, which are on many pages at once."""
    for file, values in content.data_values.items() if names else ():
        source = content.sources[file]
        for start, end, text in values:
            for found in names.found_in(text):
                at = stretch_of(text[found.start : found.end], source.text, start, end) or (start, end)
                finding = find(
                    "no-consent",
                    source.place(*at),
                    say("a name without consent stands in a data file, whose words are on many pages"),
                    _cure(found),
                )
                yield replace(finding, severity="error")


def _hidden_photos(content: Content, channel: str) -> Iterator[str]:
    """Yield the files of photos that may not be shown on a channel."""
    for entry in content.exemplars:
        if entry.facts.photo and (entry.withdrawn or not allows(entry, "photo", channel)):
            yield picture_file(entry.source, entry.facts.photo)


def _photos_in_bodies(content: Content, photos: frozenset[str]) -> Iterator[Finding]:
    for document in (d for e in content.entries if photos and not e.withdrawn for d in e.documents):
        for image in document.body.images:
            if picture_file(document, image.to) in photos:
                yield find(
                    "no-consent",
                    document.source.place(image.start, image.end),
                    say("this picture is a photo for which there is no consent on the site; it is not shown"),
                    say("ask the person, or remove the picture here"),
                )
