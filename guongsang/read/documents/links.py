"""What the targets in bodies lead to: items of the site, pictures, the web."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from guongsang.findings import suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import Entry
from guongsang.read.pictures import Picture
from guongsang.text.vietnamese import slugify

SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


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

    by_file: Mapping[str, Entry]
    pictures: Mapping[str, Picture]
    files: tuple[str, ...]


def library_of(entries: Iterable[Entry], pictures: Mapping[str, Picture], files: tuple[str, ...]) -> Library:
    """Arrange entries and pictures by the names that links use."""
    by_file: dict[str, Entry] = {}
    for entry in entries:
        for document in entry.documents:
            by_file[document.file] = entry
        stem = entry.source.file.removesuffix(f".{entry.source.lang}.md")
        by_file[f"{stem}.md"] = entry
    return Library(by_file, pictures, files)


def resolve(library: Library, document: Document, target: str) -> Web | Item | Broken:
    """Return where a link in a document leads."""
    scheme = SCHEME.match(target)
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
    if entry is None and file in library.files:
        return Web("")  # the document is there but cannot be read, which is told already
    if entry is None:
        return Broken("dangling-link", say("there is no document {path}", path=path), nearest_of(file, library.by_file))
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
    """Return the anchors of a document's own headings with their texts; a slug that comes again is numbered."""
    seen: dict[str, int] = {}
    out = []
    for heading in document.body.headings:
        slug = slugify(heading.text) or "muc"
        seen[slug] = seen.get(slug, 0) + 1
        out.append((slug if seen[slug] == 1 else f"{slug}-{seen[slug]}", heading.text))
    return out


def anchors(entry: Entry, document: Document) -> list[tuple[str, str]]:
    """Return the anchors under which a document's headings are published: those of the source where both have as many.

    So a link to a heading keeps its meaning in every language.
    """
    own, source = anchors_of(document), anchors_of(entry.source)
    if len(own) != len(source):
        return own
    return [(slug, text) for (slug, _), (_, text) in zip(source, own, strict=True)]


def nearest_of(file: str, files: Iterable[str]) -> Message:
    """Propose a file of the same folder with a name close to what was written."""
    folder, name = posixpath.split(file)
    otherwise = say("see that the file exists and is written exactly so, capitals included")
    return suggest(name, [posixpath.basename(f) for f in files if posixpath.dirname(f) == folder], otherwise)


def picture_file(document: Document, target: str) -> str:
    """Return the path from the site's root of a picture that a document names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(target)))


def pictures_used(entry: Entry) -> set[str]:
    """Return the picture files that an entry names, whether there are any."""
    named = {picture_file(d, image.to) for d in entry.documents for image in d.body.images}
    photo = entry.get("photo") if entry.kind == "exemplar" else None
    return named | ({picture_file(entry.source, photo)} if photo else set())
