"""Files below `content/` that belong to nothing: what each is, and what to do with it."""

from dataclasses import replace
from pathlib import PurePosixPath

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.better_names import BetterNames
from guongsang.read.documents.names import FOLDERS, PROGRAMS, depth_fits, is_readme, stray_file
from guongsang.read.files import Found, read_head
from guongsang.read.foreign import HEAD, Foreign, is_picture, picture_cure, recognised
from guongsang.read.pictures import SUFFIXES, no_picture
from guongsang.text.file_names import is_copy, without_copy_signs

_FENCES = (b"---\n", b"---\r\n", b"\xef\xbb\xbf---")
_NEW = ("exemplar", "plan", "bulletin", "page")
"""The kinds of which `new` makes a fresh file without being told its name."""


def stray_findings(found: Found, names: BetterNames) -> tuple[Finding, Finding | None]:
    """Return what is told of a stray file that nothing names, and where a document shows it as a picture."""
    path = PurePosixPath(found.file)
    head = read_head(found, HEAD)
    foreign = recognised(head, found.file) if head is not None else None
    if is_readme(path.name):
        message = say("this is a note for those who work in this folder, by its name; it is not published")
        return find("stray-file", Place(found.file), message, say("nothing is to be done")).at_level("info"), None
    if is_copy(path.name) and path.suffix.lower() not in PROGRAMS:
        return _copy(found.file, names), None
    if foreign is None or path.suffix.lower() in SUFFIXES:
        return _misnamed(found.file, head or b"", names) or stray_file(found.file), None
    named = no_picture(found.file, foreign)
    if foreign.way == "empty":
        return stray_file(found.file), named
    if f".{foreign.way}" in SUFFIXES:
        return replace(named, code="stray-file", severity="warning"), named
    message = say("this is {what}; it is not published", what=foreign.what)
    return find("stray-file", Place(found.file), message, _cure(foreign, found.file)), named


def _copy(file: str, names: BetterNames) -> Finding:
    """Tell that a copy or an older state is not read: nothing is wrong, unless it is what was meant."""
    kind = kind_of_folder(file)
    better = names.name_for(kind, file) if kind and _is_text(file) else ""
    folder, stem, lang = names.parts(file)
    if better and f"{folder}/{stem}.{lang}.md" not in names.files:
        return find(
            "stray-file",
            Place(file),
            say("this name is that of a copy, but there is no {name}; the file is not read", name=better),
            say("rename it to {name}", name=better),
        )
    hint = (
        say("delete it; or if this text is meant to be published, rename it to {name}", name=better)
        if better
        else say("delete it; or if it is the one that is meant, give it its proper name")
    )
    message = say("this is a copy or an older state of a file, by its name; it is not read")
    return find("stray-file", Place(file), message, hint).at_level("info")


def _misnamed(file: str, head: bytes, names: BetterNames) -> Finding | None:
    """Tell that a text of a document has another ending than `.md`, with its proper name."""
    kind = kind_of_folder(file)
    if PurePosixPath(file).suffix.lower() in PROGRAMS:
        return None
    if kind and not depth_fits(PurePosixPath(file).parts) and head.startswith(_FENCES):
        return _misplaced(kind, file, names)
    if not (kind and depth_fits(PurePosixPath(file).parts) and (_is_text(file) or head.startswith(_FENCES))):
        return None
    if PurePosixPath(file).suffix == ".md" or not (better := names.name_for(kind, file)):
        return None
    return find(
        "stray-file",
        Place(file),
        say("the name of a text ends in .md; this file is not read"),
        say("rename it to {name}; Explorer shows whole names with View > File name extensions", name=better),
    )


def _misplaced(kind: str, file: str, names: BetterNames) -> Finding | None:
    """Tell that a document lies too high or too deep, with the folder in which it belongs."""
    folder, name = names.folder_of(kind, file), PurePosixPath(file).name
    if not folder or name.count(".") != 2 or not name.endswith(".md") or f"{folder}/{name}" in names.files:
        return None
    message = say("this file lies in a folder whose files are not read")
    return find("stray-file", Place(file), message, say("move it to {path}", path=f"{folder}/{name}"))


def _is_text(file: str) -> bool:
    """Return whether `.md` stands anywhere among the endings of a name."""
    return ".md" in (suffix.lower() for suffix in PurePosixPath(without_copy_signs(file)).suffixes)


def foreign_document(file: str, data: bytes) -> Finding | None:
    """Report that what bears the name of a document is a file of another program, such as Word."""
    foreign = recognised(data[:HEAD], file)
    if foreign is None or foreign.way == "empty":
        return None
    code = "no-front-matter" if foreign.way == "web" or data.lstrip().startswith((b"{", b"<")) else "not-utf8"
    message = say("this is {what}, though its name is that of a text", what=foreign.what)
    return find(code, Place(file), message, copy_the_text(kind_of_folder(file)))


def _cure(foreign: Foreign, file: str) -> Message:
    if is_picture(foreign):
        return picture_cure(foreign, file)
    kind = kind_of_folder(file)
    if foreign.way not in ("document", "web") or kind not in _NEW:
        return say("move it out of content/")
    return copy_the_text(kind)


def kind_of_folder(file: str) -> str:
    """Return which kind of document lies in the folder of a file; empty where none does."""
    parts = PurePosixPath(file).parts
    return FOLDERS[parts[1]][0] if len(parts) > 2 and parts[1] in FOLDERS else ""


def copy_the_text(kind: str) -> Message:
    """Return how the text of another program's file becomes a document."""
    if kind not in _NEW:
        return say(
            "open it in its program, copy the text into a Markdown file (.md), and move this file out of content/"
        )
    return say(
        "open it in its program, copy the text into a Markdown file, and move this file out of content/; this makes"
        " such a file: {command}",
        command=command("new", kind, "--yes"),
    )
