"""Files below `content/` that belong to nothing: what each is, and what to do with it."""

from dataclasses import replace
from pathlib import PurePosixPath

from guongsang.commands import command
from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.names import FOLDERS, stray_file
from guongsang.read.files import Found, read_head
from guongsang.read.foreign import HEAD, Foreign, is_picture, picture_cure, recognised
from guongsang.read.pictures import SUFFIXES, no_picture

_NEW = ("exemplar", "plan", "bulletin", "page")
"""The kinds of which `new` makes a fresh file without being told its name."""


def stray_findings(found: Found) -> tuple[Finding, Finding | None]:
    """Return what is told of a stray file that nothing names, and where a document shows it as a picture."""
    head = read_head(found, HEAD)
    foreign = recognised(head, found.file) if head is not None else None
    if foreign is None or PurePosixPath(found.file).suffix.lower() in SUFFIXES:
        return stray_file(found.file), None
    named = no_picture(found.file, foreign)
    if foreign.way == "empty":
        return stray_file(found.file), named
    if f".{foreign.way}" in SUFFIXES:
        return replace(named, code="stray-file", severity="warning"), named
    message = say("this is {what}; it is not published", what=foreign.what)
    return find("stray-file", Place(found.file), message, _cure(foreign, found.file)), named


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
