"""Judges what documents refer to: units, categories, exemplars, campaigns, other files, the web.

A link to another document is written to its file, relative to the own one, and leads to the page of that item in the
reader's language; `resolve` says where a target leads and is what pages use too. Nothing outside `content/` can be
reached.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from urllib.parse import unquote

from guongsang.findings import Finding, find
from guongsang.i18n.messages import Catalogue, say
from guongsang.judge.references.campaigns import judge_campaign_names
from guongsang.judge.references.ids import judge_names
from guongsang.read.content import Content
from guongsang.read.documents.document import Document
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import (
    ON_ONE_COMPUTER,
    Broken,
    Item,
    Library,
    Web,
    Within,
    end_of,
    found_in,
    library_of,
    resolve,
)
from guongsang.read.markdown.source import scan_markdown
from guongsang.read.markdown.tree import Target
from guongsang.read.source import odd_decoded

_LOCAL = re.compile(r"\]\([ \t]*<?(?P<path>(?:[A-Za-z]:|\\)\\[^)>\n]*)")
_UNSEEN = ("control-character", "bidi-control", "invisible-character")


@dataclass(frozen=True)
class OwnLinks:
    """What is told of the links of a document as long as those to files of the site lead there.

    `within` are these: the file and the heading of each.
    """

    document: str
    within: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def judge_links(content: Content, own: Iterable[OwnLinks]) -> Iterator[Finding]:
    """Judge every reference of every document to another; `own` is what their links are by themselves."""
    library = library_of(content.entries, content.pictures, content.link_files)
    yield from judge_campaign_names(content)
    documents = {document.file: document for entry in content.entries for document in entry.documents}
    for entry in content.entries:
        yield from judge_names(content, entry)
    for links in own:
        document = documents[links.document]
        if all(_leads(library, document.lang, *end) for end in links.within):
            yield from links.findings
        else:
            yield from _links(content, document, partial(resolve, library, document))


def own_links(content: Content, entry: AnyEntry) -> Iterator[OwnLinks]:
    """Yield what the links of each document of an entry that has any are by themselves."""
    for document in entry.documents:
        if document.body.links:
            ends = [end_of(document, link.to) for link in document.body.links if link.to.strip()]
            within = dict.fromkeys((end.file, end.anchor) for end in ends if isinstance(end, Within))
            told = _links(content, document, partial(end_of, document))
            yield OwnLinks(document.file, tuple(within), tuple(told))


def _leads(library: Library, lang: str, file: str, anchor: str) -> bool:
    """Return whether a file of the site and a heading in it are there."""
    there = not anchor and file in library.by_file
    return there or not isinstance(found_in(library, lang, Within(file, file, anchor)), Broken)


def _links(
    content: Content, document: Document, leads_to: Callable[[str], Web | Item | Within | Broken]
) -> Iterator[Finding]:
    vague = _vague_words(content.config.catalogues.get(document.lang))
    for link in document.body.links:
        yield from odd_in_address(document, link)
        place = document.source.place(link.start, link.end)
        end = leads_to(link.to) if link.to.strip() else _NOWHERE
        if isinstance(end, Broken) and _is_unread(content, document, link.to):
            continue
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


def local_links(document: Document) -> Iterator[Finding]:
    """Report links to files of one computer or of the office's network, which Markdown takes for words."""
    if "\\" not in document.body.text:
        return
    for match in _LOCAL.finditer(scan_markdown(document.body.text).searchable):
        start = document.body.start + match.start("path")
        if all(link.start != start for link in document.body.links):
            place = document.source.place(start, document.body.start + match.end("path"))
            yield find(ON_ONE_COMPUTER.code, place, ON_ONE_COMPUTER.message, ON_ONE_COMPUTER.hint)


def _is_unread(content: Content, document: Document, target: str) -> bool:
    """Return whether a link is to a heading of a translation that lies under a wrong name."""
    path, _, anchor = target.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(document.file), unquote(path)))
    stem = file.removesuffix(".md").rpartition(".")[0]
    return bool(anchor) and f"{stem}.{document.lang}.md" in content.misnamed.values()


def odd_in_address(document: Document, target: Target) -> Iterator[Finding]:
    """Report letters that nobody sees or that turn the text, where an address has them in codes such as %E2%80%AE."""
    if "%" in target.to:
        place = document.source.place(target.start, target.end)
        for finding in odd_decoded(unquote(target.to), document.file, lambda *_: place):
            if finding.code in _UNSEEN:
                yield replace(finding, hint=say("delete its code, which begins with %, from the address"))


_NOWHERE = Broken(
    "dangling-link",
    say("the link leads nowhere: its brackets are empty"),
    say("write the address between the round brackets, or leave out the link"),
)
_VAGUE = say(
    "here; click here; this; this link; this page; link; see here; see this; more; read more; see more; details"
)
"""Words of links that say nothing; each language has a list of its own in its catalogue, parted by semicolons."""


@cache
def _vague_words_in(told: str) -> frozenset[str]:
    return frozenset(_bare(words) for text in (told, _VAGUE.text) for words in text.split(";"))


def _vague_words(catalogue: Catalogue | None) -> frozenset[str]:
    """Return what says nothing as the words of a link in a language, in small letters."""
    return _vague_words_in(catalogue.tell(_VAGUE) if catalogue else _VAGUE.text)


def _bare(words: str) -> str:
    """Return words in small letters, without signs around them and with one blank between."""
    return " ".join(words.casefold().strip(" \n\t.:;,!?…→»>[]()*_“”\"'").split())
