"""Judges the pictures that documents show; what is wrong with a picture itself is told once, whoever names it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.judge.references.links import odd_in_address
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import SCHEME, nearest_of, picture_file
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.file_names import is_copy


def judge_pictures(content: Content) -> list[Finding]:
    """Return the findings of reading and of pictures: a stray file is told as such only where no document names it."""
    pictures = _Pictures(content, _faulty(content))
    findings: list[Finding] = []
    for entry in content.entries:
        findings += _pictures_of(pictures, entry)
        for document in entry.documents:
            findings += _images(pictures, document)
    findings += [told for file in sorted(pictures.used) if (told := content.strays.get(file))]
    readable = all(kind != "exemplar" for kind, _ in content.unread)
    findings += [_unused(file) for file in sorted(set(content.pictures) - pictures.used) if readable]
    replaced = (pictures.used | pictures.meant) & set(content.strays)
    return [f for f in content.findings if not (f.code == "stray-file" and f.place.file in replaced)] + findings


@dataclass(frozen=True)
class _Pictures:
    """The pictures of a site; files that are told to be faulty; what documents have named and meant so far."""

    content: Content
    faulty: frozenset[str]
    used: set[str] = field(default_factory=set)
    meant: set[str] = field(default_factory=set)

    def like(self, file: str) -> str | None:
        """Return the stray file of the same name with another ending, be it `a.heic` for `a.jpg`."""
        stem = posixpath.splitext(file)[0].casefold()
        alike = (f for f, told in self.content.strays.items() if told and posixpath.splitext(f)[0].casefold() == stem)
        return next(alike, None)


def _faulty(content: Content) -> frozenset[str]:
    """Return the files besides documents that are told already, so that who names them need not be."""
    documents = {d.file for entry in content.entries for d in entry.documents}
    return frozenset(f.place.file for f in content.findings if f.severity == "error") - documents


def _picture(pictures: _Pictures, document: Document, target: str, place: Place) -> Iterator[Finding]:
    content, file = pictures.content, picture_file(document, target)
    if SCHEME.match(target) or target.startswith(("//", "\\")):
        yield find(
            "unsafe-link",
            place,
            say("pictures from other sites are not allowed"),
            say("copy the picture beside this file and name it"),
        )
    elif target.startswith("/") or "\\" in target or not file.startswith("content/"):
        yield find(
            "outside-content",
            place,
            say("{path} lies outside content/", path=target),
            say("copy the picture beside this file and name it"),
        )
    elif file in content.pictures or file in pictures.faulty or content.strays.get(file):
        pictures.used.add(file)
    else:
        yield from _missing(pictures, target, file, place)


def _missing(pictures: _Pictures, target: str, file: str, place: Place) -> Iterator[Finding]:
    """Report a picture that is not there, lies at the wrong place, or has another ending than is written."""
    content = pictures.content
    if file in content.files:
        pictures.used.add(file)
        message = say("the picture {path} cannot be used", path=target)
        hint = say("write the name of a JPEG, PNG or WebP picture that lies beside this file")
    elif (other := pictures.like(file)) and (told := content.strays[other]):
        pictures.meant.add(other)
        name = posixpath.basename(other)
        message, hint = say("there is no picture {path}, only {other}", path=target, other=name), told.hint
    else:
        message, hint = say("there is no picture {path}", path=target), nearest_of(file, content.pictures)
        meant = posixpath.join(posixpath.dirname(file), str(hint.args.get("name", "")))
        pictures.used.update({meant} & set(content.pictures))
    yield find("missing-image", place, message, hint)


def _pictures_of(pictures: _Pictures, entry: AnyEntry) -> Iterator[Finding]:
    if not isinstance(entry.facts, Exemplar) or not entry.facts.photo:
        return
    place = entry.source.place("photo")
    yield from _picture(pictures, entry.source, entry.facts.photo, place)
    if not entry.facts.photo_alt:
        yield _no_alt(place, say("write photo_alt: and what the picture shows"))


def _images(pictures: _Pictures, document: Document) -> Iterator[Finding]:
    for image in document.body.images:
        place = document.source.place(image.start, image.end)
        yield from odd_in_address(document, image)
        yield from _picture(pictures, document, image.to, place)
        if not image.alt.strip():
            yield _no_alt(place, say("write what the picture shows between the square brackets: ![…]"))


def _no_alt(place: Place, hint: Message) -> Finding:
    return find("missing-alt", place, say("the picture has no description for those who cannot see it"), hint)


def _unused(file: str) -> Finding:
    finding = find(
        "stray-file", Place(file), say("no document uses this picture"), say("name it in a document, or remove it")
    )
    return finding.at_level("info") if is_copy(posixpath.basename(file)) else finding
