"""What the targets in bodies lead to: items of the site, pictures, the web."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from guongsang.findings import suggest
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.texts import anchors_of
from guongsang.read.pictures import Picture
from guongsang.read.tables.exemplar import Exemplar

SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


_SAFE = ("http", "https", "mailto")


class LinkSource(Protocol):
    """A text that links stand in: they are relative to its file, and lead to pages of its language."""

    @property
    def file(self) -> str:
        """The path from the site's root."""

    @property
    def lang(self) -> str:
        """The language of the text."""


@dataclass(frozen=True)
class Web:
    """A safe address outside the site."""

    url: str


@dataclass(frozen=True)
class LinkTarget:
    """A document of the site as far as links must know it: which it is, and its headings in each language.

    `anchors` holds for each language the anchors of the text's own headings.
    """

    kind: str
    campaign: str
    slug: str
    source_lang: str
    anchors: Mapping[str, tuple[str, ...]]

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id."""
        return self.kind, f"{self.campaign}/{self.slug}" if self.campaign else self.slug

    def own(self, lang: str) -> tuple[str, ...]:
        """Return the anchors of the text in a language, else of the source."""
        return self.anchors.get(lang, self.anchors[self.source_lang])

    def shared(self, lang: str) -> tuple[str, ...]:
        """Return the anchors under which headings are published: those of the source where both have as many."""
        own, source = self.own(lang), self.anchors[self.source_lang]
        return source if len(own) == len(source) else own


@dataclass(frozen=True)
class Item:
    """A document of the site, and the heading in it, if one is named."""

    target: LinkTarget
    anchor: str | None = None


@dataclass(frozen=True)
class Within:
    """A target inside the site that nobody has looked for yet: its path as typed, the file, the heading in it."""

    path: str
    file: str
    anchor: str


@dataclass(frozen=True)
class Broken:
    """A target that leads nowhere, as a code with what is wrong and what to do."""

    code: str
    message: Message
    hint: Message


@dataclass(frozen=True)
class Library:
    """All that a link can lead to: documents by the names that links use, pictures, other files."""

    by_file: Mapping[str, LinkTarget]
    pictures: Mapping[str, Picture]
    files: frozenset[str]


def library_of(entries: Iterable[AnyEntry], pictures: Mapping[str, Picture], files: frozenset[str]) -> Library:
    """Arrange entries and pictures by the names that links use."""
    by_file: dict[str, LinkTarget] = {}
    for entry in entries:
        texts = entry.texts
        anchors = {text.lang: anchors_of(text.body) for text in texts.all}
        target = LinkTarget(entry.kind, entry.campaign, entry.slug, texts.source.lang, anchors)
        for text in texts.all:
            by_file[text.file] = target
        stem = texts.source.file.removesuffix(f".{texts.source.lang}.md")
        by_file[f"{stem}.md"] = target
    return Library(by_file, pictures, files)


def resolve(library: Library, document: LinkSource, target: str) -> Web | Item | Broken:
    """Return where a link in a document leads."""
    end = end_of(document, target)
    return found_in(library, document.lang, end) if isinstance(end, Within) else end


def end_of(document: LinkSource, target: str) -> Web | Within | Broken:
    """Return where a link in a document leads, as far as that can be said without looking at others."""
    scheme = SCHEME.match(target)
    if ((scheme and len(scheme[1]) > 1) or target.startswith("//")) and " " in target:
        return _with_blanks(target)
    if re.match(r"\s*[A-Za-z]:[\\/]", target):
        return ON_ONE_COMPUTER
    if scheme and scheme[1].lower() in ("http", "https") and not re.match(r"\s*\w+://[^/\\?#\s]", target):
        return _without_host(scheme[1].lower(), target[scheme.end() :])
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
        return Within(path, document.file, unquote(anchor))
    file = posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(path.partition("?")[0])))
    if path.startswith("/") or not file.startswith("content/"):
        return Broken(
            "outside-content",
            say("{path} lies outside content/", path=path),
            say("link to a file below content/, relative to this one"),
        )
    return Within(path, file, unquote(anchor))


def found_in(library: Library, lang: str, end: Within) -> Web | Item | Broken:
    """Return what a target inside the site is, for a text in a language."""
    entry = library.by_file.get(end.file)
    if entry is None and end.file in library.files:
        return Web("")  # the document is there but cannot be read, which is told already
    if entry is None:
        message = say("there is no document {path}", path=end.path)
        return Broken("dangling-link", message, nearest_of(end.file, library.by_file))
    return _anchored(entry, lang, end.anchor)


ON_ONE_COMPUTER = Broken(
    "unsafe-link",
    say("this address is that of a file on one computer; nobody else can open it"),
    say("write the address of the file on the web, https://…, or leave out the link"),
)


def _without_host(scheme: str, rest: str) -> Broken:
    """Report an address of the web in which the two slashes or the host are missing."""
    whole = rest.replace("\\", "/").lstrip("/")
    hint = say("write it as: {line}", line=f"{scheme}://{whole}")
    message = say("between {scheme}: and the name of the host two slashes must stand", scheme=scheme)
    return Broken("unsafe-link", message, hint if whole else say("write the whole address, from https:// on"))


def _with_blanks(target: str) -> Broken:
    """Report an address of the web in which blanks stand; they are written as %20."""
    whole = "%20".join(target.split())
    return Broken("unsafe-link", say("a blank stands in this address"), say("write it as: {line}", line=whole))


def _anchored(target: LinkTarget, lang: str, anchor: str) -> Item | Broken:
    if not anchor:
        return Item(target)
    for code in (lang, target.source_lang):
        own, shared = target.own(code), target.shared(lang)
        if anchor in own:
            at = own.index(anchor)
            return Item(target, shared[at] if at < len(shared) else None)
    known = target.own(lang)
    hint = suggest(anchor, known, say("write the heading in small letters without marks, words joined by hyphens"))
    return Broken("dangling-link", say("there is no heading #{name} there", name=anchor), hint)


def nearest_of(file: str, files: Iterable[str]) -> Message:
    """Propose a file of the same folder with a name close to what was written."""
    folder, name = posixpath.split(file)
    otherwise = say("see that the file exists and is written exactly so, capitals included")
    return suggest(name, [posixpath.basename(f) for f in files if posixpath.dirname(f) == folder], otherwise)


def picture_file(document: LinkSource, target: str) -> str:
    """Return the path from the site's root of a picture that a document names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(target)))


def pictures_used(entry: AnyEntry) -> set[str]:
    """Return the picture files that an entry names, whether there are any."""
    named = {picture_file(d, image.to) for d in entry.documents for image in d.body.images}
    photo = entry.facts.photo if isinstance(entry.facts, Exemplar) else ""
    return named | ({picture_file(entry.source, photo)} if photo else set())


def files_of(entry: AnyEntry) -> list[str]:
    """Return the files that an entry is made of: its documents, then the pictures that it names."""
    return [*(d.file for d in entry.documents), *sorted(pictures_used(entry))]
