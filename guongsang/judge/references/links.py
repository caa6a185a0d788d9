"""Judges what documents refer to: units, categories, exemplars, campaigns, other files, pictures, the web.

A link to another document is written to its file, relative to the own one, and leads to the page of that item in the
reader's language; `resolve` says where a target leads and is what pages use too. Nothing outside `content/` can be
reached.
"""

from collections.abc import Iterator

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.references.ids import judge_facts
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import SCHEME, Broken, Library, library_of, nearest_of, picture_file, resolve
from guongsang.read.tables.exemplar import Exemplar


def judge_links(content: Content) -> list[Finding]:
    """Judge every reference of every document."""
    library = library_of(content.entries, content.pictures, content.files)
    findings: list[Finding] = []
    used: set[str] = set()
    vague = {code: _vague_words(content, code) for code in content.config.languages}
    for entry in content.entries:
        findings += judge_facts(content, entry)
        findings += _pictures_of(library, entry, used)
        for document in entry.documents:
            findings += _links(library, document, vague[document.lang])
            findings += _images(library, document, used)
    readable = all(kind != "exemplar" for kind, _ in content.unread)
    findings += [_unused(file) for file in sorted(set(content.pictures) - used) if readable]
    return findings


def _links(library: Library, document: Document, vague: frozenset[str]) -> Iterator[Finding]:
    for link in document.body.links:
        place = document.source.place(link.start, link.end)
        end = resolve(library, document, link.to) if link.to.strip() else _NOWHERE
        if isinstance(end, Broken):
            yield find(end.code, place, end.message, end.hint)
        elif not link.alt.strip():
            yield find(
                "vague-link-text",
                place,
                say("the link has no words to click on"),
                say("write what stands there between the square brackets: [the plan of 2022](…)"),
            )
        elif _bare(link.alt) in vague:
            yield find(
                "vague-link-text",
                place,
                say("“{text}” does not say where the link leads", text=link.alt.strip()),
                say("make a link of the words that name what stands there: [the plan of 2022](…)"),
            )


_NOWHERE = Broken(
    "dangling-link",
    say("the link leads nowhere: its brackets are empty"),
    say("write the address between the round brackets, or leave out the link"),
)
_VAGUE = say(
    "here; click here; this; this link; this page; link; see here; see this; more; read more; see more; details"
)
"""Words of links that say nothing; each language has a list of its own in its catalogue, parted by semicolons."""


def _vague_words(content: Content, lang: str) -> frozenset[str]:
    """Return what says nothing as the words of a link in a language, in small letters."""
    catalogue = content.config.catalogues.get(lang)
    told = catalogue.tell(_VAGUE) if catalogue else _VAGUE.text
    return frozenset(_bare(words) for text in (told, _VAGUE.text) for words in text.split(";"))


def _bare(words: str) -> str:
    """Return words in small letters, without signs around them and with one blank between."""
    return " ".join(words.casefold().strip(" \n\t.:;,!?…→»>[]()*_“”\"'").split())


def _picture(library: Library, document: Document, target: str, place: Place, used: set[str]) -> Iterator[Finding]:
    if SCHEME.match(target) or target.startswith(("//", "\\")):
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
    elif file in library.pictures:
        used.add(file)
    elif file in library.files:
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
            nearest_of(file, library.pictures),
        )


def _pictures_of(library: Library, entry: AnyEntry, used: set[str]) -> Iterator[Finding]:
    if not isinstance(entry.facts, Exemplar) or not entry.facts.photo:
        return
    place = entry.source.place("photo")
    yield from _picture(library, entry.source, entry.facts.photo, place, used)
    if not entry.facts.photo_alt:
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
