"""The site of a call, and what a word of the command line means in it, the same for every command that takes one.

A word may be a path (as any system writes it, from the present folder, from the site's or from the root of the disk),
the id of a document (`qlxd-01`, `2022/qlxd-01`), a unit, a campaign or a criterion. A path comes first, because it is
there.
"""

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from guongsang import HOME
from guongsang.cache import cache_of
from guongsang.cli.call import Call
from guongsang.cli.told.findings import report_setup
from guongsang.findings import Finding, Refusal, SetupError
from guongsang.i18n.messages import Message, say
from guongsang.judge.criteria.kinds import CHECK_FORMS
from guongsang.read.content import Content
from guongsang.read.data.types import Criterion
from guongsang.read.documents.entry import AnyEntry
from guongsang.read.documents.links import pictures_used
from guongsang.read.site import read_content
from guongsang.read.tables.exemplar import Exemplar
from guongsang.text.suggestions import closest


@dataclass(frozen=True)
class Meaning:
    """What a word means: files and folders by their paths from the site's root, documents, a criterion, a unit.

    `typed` is the word as it can be typed again anywhere. Of a campaign, `entries` holds its own document only.
    """

    typed: str
    paths: tuple[str, ...]
    entries: tuple[AnyEntry, ...] = ()
    criterion: Criterion | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Wanted:
    """What the words of a command limit it to, with the pictures that its documents show; nothing without words."""

    meanings: tuple[Meaning, ...]
    pictures: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words as they can be typed again anywhere."""
        return tuple(m.typed for m in self.meanings)

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the files and folders that are meant."""
        return tuple(chain.from_iterable(m.paths for m in self.meanings))

    def holds(self, finding: Finding) -> bool:
        """Return whether a finding is about what is meant."""
        if not self.meanings:
            return True
        rules = {m.criterion.id for m in self.meanings if m.criterion}
        return (
            finding.rule in rules
            or (finding.unit is not None and any(m.unit == finding.unit for m in self.meanings))
            or finding.place.file in self.pictures
            or any(within(finding.place.file, (path,)) for path in self.paths)
        )


def within(file: str, wanted: Sequence[str]) -> bool:
    """Return whether a file is one of those that are wanted, or lies below one; none named means all."""
    return not wanted or any(file == w or w == "." or file.startswith(w + "/") for w in wanted)


def read_site(call: Call) -> Content:
    """Read the site. Raises SetupError where it cannot be judged."""
    return read_content(call.root, HOME, CHECK_FORMS, keep=cache_of(call.root).known)


def content_of(call: Call) -> Content:
    """Read the site. Where it cannot be judged, tell why and raise Exit with status 2."""
    try:
        return read_site(call)
    except SetupError as fault:
        raise click.exceptions.Exit(report_setup(call, fault)) from None


def entry_of(call: Call, content: Content, word: str) -> AnyEntry:
    """Return the document that a word means. Raises Refusal where it means none or several."""
    meaning = meaning_of(call, content, word)
    own = [e for e in meaning.entries if word in (e.slug, e.id)] if len(meaning.entries) > 1 else []
    entries = own if len(own) == 1 else meaning.entries
    if len(entries) > 1:
        several = [e.source.file for e in entries]
        raise Refusal(say("{name} means several files; name one of them: {files}", name=word, files=several))
    if not entries:
        raise Refusal(
            say("{name} is no document; name the file of one", name=word) if meaning.paths else no_such(word, ())
        )
    return entries[0]


def meant_by(call: Call, content: Content, words: Sequence[str]) -> Wanted:
    """Return what words mean. Raises Refusal for one that means nothing."""
    meanings = tuple(meaning_of(call, content, word) for word in words)
    shown = frozenset(file for meaning in meanings for entry in meaning.entries for file in pictures_used(entry))
    return Wanted(meanings, shown)


def meaning_of(call: Call, content: Content, word: str) -> Meaning:
    """Return what a word means. Raises Refusal with what was nearly meant."""
    path = path_of(call, word)
    if path is not None and (call.root / path).exists():
        return Meaning(path, (path,), tuple(e for e in content.entries if within_entry(e, path)))
    name = unicodedata.normalize("NFC", word.strip().replace("\\", "/")).removeprefix("./").rstrip("/")
    for candidate in filter(None, (path, name)):
        if meaning := _named(content, candidate):
            return meaning
    raise Refusal(no_such(word, known_names(content)))


def within_entry(entry: AnyEntry, path: str) -> bool:
    """Return whether a path is that of a document, in any of its languages, or of a folder around it."""
    return any(within(document.file, (path,)) for document in entry.documents)


def _named(content: Content, name: str) -> Meaning | None:
    """Return what a name means that is no path of what is there."""
    holding = [criteria for criteria in content.criteria.values() if name in criteria.criteria]
    if holding:
        return Meaning(name, tuple(criteria.file for criteria in holding), (), holding[-1].criteria[name])
    if campaign := content.campaign(name):
        theirs = [e for e in content.entries if e.campaign == name or (e.slug == name and e.kind == "review")]
        return Meaning(name, _files([campaign, *theirs]), (campaign,))
    entries = [e for e in content.entries if name in _names(e, content)]
    if name in content.units:
        entries += [e for e in content.entries if _is_of_unit(e, name) and e not in entries]
    paths = dict.fromkeys((*_files(entries), *by_file_name(content.files, name)))
    unit = name if name in content.units else None
    return Meaning(name, tuple(paths), tuple(entries), unit=unit) if paths or unit else None


def by_file_name(files: Iterable[str], name: str) -> list[str]:
    """Return the files that have a name as their slug or id, without reading them."""
    found = []
    for file in files:
        folder, _, own = file.rpartition("/")
        if f"{folder}/{own.partition('.')[0]}".endswith(f"/{name}"):
            found.append(file)
    return found


def _files(entries: Sequence[AnyEntry]) -> tuple[str, ...]:
    return tuple(document.file for entry in entries for document in entry.documents)


def _is_of_unit(entry: AnyEntry, unit: str) -> bool:
    """Return whether a document is that of a unit: its plan, or a profile."""
    return (
        entry.facts.unit == unit if isinstance(entry.facts, Exemplar) else entry.kind == "plan" and entry.slug == unit
    )


def _names(entry: AnyEntry, content: Content) -> set[str]:
    """Return all names of a document: its paths with and without endings, its ids, its slug."""
    stem = entry.source.file.removesuffix(f".{entry.source.lang}.md")
    files = [f"{stem}.{lang}.md" for lang in content.config.languages]
    return {stem, stem.removeprefix("content/"), *files, f"{entry.kind}s/{entry.id}", entry.id, entry.slug}


def known_names(content: Content) -> list[str]:
    """Return all that a word may be: files, ids, units, criteria."""
    ids = chain.from_iterable((e.slug, e.id) for e in content.entries)
    criteria = chain.from_iterable(criteria.criteria for criteria in content.criteria.values())
    return list(dict.fromkeys([*content.files, *ids, *content.units, *criteria]))


def path_of(call: Call, word: str) -> str | None:
    """Return the path from the site's root that a word names, whether it exists or not; None outside the site."""
    found: list[str] = []
    for spelling in dict.fromkeys((word, word.replace("\\", "/"))):
        for base in (Path.cwd(), call.root):
            path = Path(os.path.normpath(base / spelling))
            for place in (path, path.parent.resolve() / path.name):
                if place.is_relative_to(call.root):
                    found.append(place.relative_to(call.root).as_posix())
    there = [path for path in found if (call.root / path).exists()]
    return next(iter([*there, *found[::-1]]), None)


def no_such(word: str, known: Sequence[str]) -> Message:
    """Return a message that nothing has this name, with the nearest that there is."""
    tail = word.replace("\\", "/").rstrip("/").rpartition("/")[2]
    tails = {name.rpartition("/")[2]: name for name in known}
    near = closest(word, known) or tails.get(closest(tail, tails) or "")
    missing = say("there is no file {name} in this site", name=word)
    if word.endswith(("/", "\\")):
        missing = say("there is no folder {name} in this site", name=word)
    elif tail != word and "." not in tail:
        missing = say("there is no file or folder {name} in this site", name=word)
    if near:
        return say("{missing}; did you mean {near}?", missing=missing, near=near)
    return missing
