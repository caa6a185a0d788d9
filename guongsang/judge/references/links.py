"""Judges what documents refer to: units, categories, exemplars, campaigns, other files, pictures, the web.

A link to another document is written to its file, relative to the own one, and leads to the page of that item in the
reader's language; `resolve` says where a target leads and is what pages use too. Nothing outside `content/` can be
reached.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from guongsang.findings import Finding, Place, find, suggest
from guongsang.i18n.messages import Message, say
from guongsang.judge.references.ids import judge_facts
from guongsang.read.documents.document import Content, Document, Entry
from guongsang.text.vietnamese import slugify

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE = ("http", "https", "mailto")


@dataclass(frozen=True)
class Web:
    """A safe address outside the site."""

    url: str


@dataclass(frozen=True)
class Item:
    """A document of the site, and the heading in it, if one is named."""

    entry: Entry
    anchor: str | None = None


@dataclass(frozen=True)
class Broken:
    """A target that leads nowhere, as a code with what is wrong and what to do."""

    code: str
    message: Message
    hint: Message


@dataclass(frozen=True)
class Library:
    """All that a link can lead to."""

    content: Content
    by_file: Mapping[str, Entry]


def library_of(content: Content) -> Library:
    """Arrange entries and pictures by the names that links use."""
    by_file: dict[str, Entry] = {}
    for entry in content.entries:
        for document in entry.documents:
            by_file[document.file] = entry
        stem = entry.source.file.removesuffix(f".{entry.source.lang}.md")
        by_file[f"{stem}.md"] = entry
    return Library(content, by_file)


def judge_links(content: Content, campaigns: Mapping[str, Entry]) -> list[Finding]:
    """Judge every reference of every document."""
    library = library_of(content)
    findings: list[Finding] = []
    used: set[str] = set()
    for entry in content.entries:
        findings += judge_facts(content, campaigns, entry)
        findings += _pictures_of(library, entry, used)
        for document in entry.documents:
            findings += _links(library, entry, document)
            findings += _images(library, document, used)
    readable = all(kind != "exemplar" for kind, _ in content.unread)
    findings += [_unused(file) for file in sorted(set(content.pictures) - used) if readable]
    return findings


def resolve(library: Library, document: Document, target: str) -> Web | Item | Broken:
    """Say where a link in a document leads."""
    scheme = _SCHEME.match(target)
    if scheme and len(scheme[1]) > 1:
        if scheme[1].lower() in _SAFE and not re.search(r"[\x00-\x20]", target):
            return Web(target)
        return Broken(
            "unsafe-link",
            say("links with {scheme}: are not allowed", scheme=scheme[1]),
            say("link to http, https or mailto, or to a file of this site"),
        )
    if target.startswith(("//", "\\")) or "\\" in target:
        return Broken(
            "unsafe-link",
            say("this link leaves the site without saying so"),
            say("write https:// in front, or a path with / to a file of this site"),
        )
    path, _, anchor = target.partition("#")
    if not path:
        return _anchored(library.by_file[document.file], document, unquote(anchor))
    file = posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(path.partition("?")[0])))
    if path.startswith("/") or not file.startswith("content/"):
        return Broken(
            "outside-content",
            say("{path} lies outside content/", path=path),
            say("link to a file below content/, relative to this one"),
        )
    entry = library.by_file.get(file)
    if entry is None and file in library.content.files:
        return Web("")  # the document is there but cannot be read, which is told already
    if entry is None:
        return Broken("dangling-link", say("there is no document {path}", path=path), _near(file, library.by_file))
    return _anchored(entry, entry.translations.get(document.lang, entry.source), unquote(anchor))


def _anchored(entry: Entry, target: Document, anchor: str) -> Item | Broken:
    if not anchor:
        return Item(entry)
    for document in (target, entry.source):
        own = [slug for slug, _ in anchors_of(document)]
        if anchor in own:
            shared = [slug for slug, _ in anchors(entry, target)]
            at = own.index(anchor)
            return Item(entry, shared[at] if at < len(shared) else None)
    known = [slug for slug, _ in anchors_of(target)]
    hint = suggest(anchor, known, say("write the heading in small letters without marks, words joined by hyphens"))
    return Broken("dangling-link", say("there is no heading #{name} there", name=anchor), hint)


def anchors_of(document: Document) -> list[tuple[str, str]]:
    """Give the anchors of a document's own headings with their texts; a slug that comes again is numbered."""
    seen: dict[str, int] = {}
    out = []
    for heading in document.body.headings:
        slug = slugify(heading.text) or "muc"
        seen[slug] = seen.get(slug, 0) + 1
        out.append((slug if seen[slug] == 1 else f"{slug}-{seen[slug]}", heading.text))
    return out


def anchors(entry: Entry, document: Document) -> list[tuple[str, str]]:
    """Give the anchors under which a document's headings are published: those of the source where both have as many.

    So a link to a heading keeps its meaning in every language.
    """
    own, source = anchors_of(document), anchors_of(entry.source)
    if len(own) != len(source):
        return own
    return [(slug, text) for (slug, _), (_, text) in zip(source, own, strict=True)]


def _near(file: str, files: Iterable[str]) -> Message:
    """Propose a file of the same folder with a name close to what was written."""
    folder, name = posixpath.split(file)
    otherwise = say("see that the file exists and is written exactly so, capitals included")
    return suggest(name, [posixpath.basename(f) for f in files if posixpath.dirname(f) == folder], otherwise)


def _links(library: Library, entry: Entry, document: Document) -> Iterator[Finding]:
    for link in document.body.links:
        end = resolve(library, document, link.to)
        if isinstance(end, Broken):
            yield find(end.code, document.source.place(link.start, link.end), end.message, end.hint)


def picture_file(document: Document, target: str) -> str:
    """Give the path from the site's root of a picture that a document names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(target)))


def _picture(library: Library, document: Document, target: str, place: Place, used: set[str]) -> Iterator[Finding]:
    if _SCHEME.match(target) or target.startswith(("//", "\\")):
        yield find(
            "unsafe-link",
            place,
            say("pictures from other sites are not allowed"),
            say("copy the picture beside this file and name it"),
        )
        return
    file = picture_file(document, target)
    if target.startswith("/") or "\\" in target or not file.startswith("content/"):
        yield find(
            "outside-content",
            place,
            say("{path} lies outside content/", path=target),
            say("copy the picture beside this file and name it"),
        )
    elif file in library.content.pictures:
        used.add(file)
    elif file in library.content.files:
        used.add(file)
        yield find(
            "missing-image",
            place,
            say("the picture {path} cannot be used", path=target),
            say("see what is told about the picture itself"),
        )
    else:
        yield find(
            "missing-image",
            place,
            say("there is no picture {path}", path=target),
            _near(file, library.content.pictures),
        )


def pictures_used(entry: Entry) -> set[str]:
    """Give the picture files that an entry names, whether there are any."""
    named = {picture_file(d, image.to) for d in entry.documents for image in d.body.images}
    photo = entry.get("photo") if entry.kind == "exemplar" else None
    return named | ({picture_file(entry.source, photo)} if photo else set())


def _pictures_of(library: Library, entry: Entry, used: set[str]) -> Iterator[Finding]:
    photo = entry.get("photo") if entry.kind == "exemplar" else None
    if not photo:
        return
    place = entry.source.place("photo")
    yield from _picture(library, entry.source, photo, place, used)
    if not entry.get("photo_alt"):
        yield _no_alt(place, say("write photo_alt: and what the picture shows"))


def _images(library: Library, document: Document, used: set[str]) -> Iterator[Finding]:
    for image in document.body.images:
        place = document.source.place(image.start, image.end)
        yield from _picture(library, document, image.to, place, used)
        if not image.alt.strip():
            yield _no_alt(place, say("write what the picture shows between the square brackets: ![…]"))


def _no_alt(place: Place, hint: Message) -> Finding:
    return find("missing-alt", place, say("the picture has no description for those who cannot see it"), hint)


def _unused(file: str) -> Finding:
    return find(
        "stray-file", Place(file), say("no document uses this picture"), say("name it in a document, or remove it")
    )
