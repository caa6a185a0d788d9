"""Reads a whole site: data files first, then every document and picture below `content/`.

In comes a site's folder; out comes a `Content`, in which files that belong together are one entry, or a `SetupError`
if the data files are wrong. Everything that lies in `content/` is either understood or told as a finding; nothing is
skipped in silence (contract, section 1).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from guongsang.cache import Keep
from guongsang.findings import Finding, Place, find
from guongsang.i18n.languages import nearest
from guongsang.i18n.messages import Message, say
from guongsang.read.content import Content
from guongsang.read.data.abbreviations import read_abbreviations
from guongsang.read.data.config import read_config
from guongsang.read.data.criteria import read_criteria
from guongsang.read.data.loader import DataLoader
from guongsang.read.data.types import Config, Criteria, Unit
from guongsang.read.data.units import UNITS_FILE, read_units
from guongsang.read.documents.document import Document, table_of
from guongsang.read.documents.entry import Entry
from guongsang.read.documents.translation import read_words
from guongsang.read.documents.words import word_paths
from guongsang.read.fields.convert import read_group
from guongsang.read.fields.kinds import Reading
from guongsang.read.files import PICTURE_LIMIT, Found, read_file, walk
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.pictures import SUFFIXES, Picture, PictureInfo, inspect_picture
from guongsang.read.source import Source, read_text
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.parser import read_yaml
from guongsang.text.file_names import RESERVED
from guongsang.text.suggestions import closest
from guongsang.text.vietnamese import slugify

FOLDERS = {
    "exemplars": ("exemplar", True),
    "plans": ("plan", True),
    "campaigns": ("campaign", False),
    "reviews": ("review", False),
    "bulletins": ("bulletin", False),
    "pages": ("page", False),
}
"""The folders of documents: the kind that lies in each, and whether it is parted by campaigns."""
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_NAME_LINE = re.compile(r"^name:[ \t]*(.+)$", re.MULTILINE)


_Opened = tuple[Source | None, Document | None, list[Finding]]


@dataclass
class Memory:
    """What reading made of files, kept by those who read a site again and again: of each its bytes and the outcome."""

    documents: dict[str, tuple[bytes, tuple[str, ...], _Opened]] = field(default_factory=dict)
    pictures: dict[str, tuple[bytes, PictureInfo | Finding]] = field(default_factory=dict)


@dataclass
class _Gathering:
    """What has been read so far."""

    config: Config
    findings: list[Finding]
    sources: dict[str, Source]
    memory: Memory
    keep: Keep | None = None
    parser: Parser = field(default_factory=Parser)
    documents: dict[tuple[str, str, str], dict[str, Document]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Name:
    """What a document's path says: its kind, campaign, slug and language."""

    kind: str
    campaign: str
    slug: str
    lang: str


def read_content(root: Path, look: Path, memory: Memory | None = None, keep: Keep | None = None) -> Content:
    """Read the site in a folder; `look` is the project's own folder with its catalogues.

    `keep` may know from an earlier time that a picture is sound.
    """
    loader = DataLoader(root)
    config = read_config(loader, look)
    units = read_units(loader, config.languages)
    abbreviations = read_abbreviations(loader, look)
    found, faults = walk(root, "content")
    data, documents, pictures, stray = _sort(found)
    criteria = _all_criteria(loader, data, config, units)
    loader.raise_errors()
    gathering = _Gathering(config, loader.findings + faults, loader.sources, memory or Memory(), keep)
    gathering.findings += [_stray(f.file) for f in stray]
    for item in _without_twins(gathering, documents):
        _read_document(gathering, item)
    entries = _entries(gathering)
    for item in pictures:
        _read_picture(gathering, item)
    return Content(
        config,
        units,
        criteria,
        entries,
        gathering.pictures,
        tuple(gathering.findings),
        tuple(f.file for f in found),
        gathering.sources,
        frozenset(key for file in gathering.unread if (key := _key_of(file, config.source_language))),
        dict(_names_in(gathering)),
        abbreviations,
        loader.values,
    )


def _names_in(gathering: _Gathering) -> Iterator[tuple[str, str]]:
    """Make out the names in profiles that cannot be read as a whole."""
    for file in sorted(gathering.unread):
        key = _key_of(file, gathering.config.source_language)
        source = gathering.sources.get(file)
        if key and key[0] == "exemplar" and source and (line := _NAME_LINE.search(source.text)):
            node, _ = read_yaml(source, *line.span())
            member = (node.members or {}).get("name") if node else None
            yield key[1], (member and member.node.text) or line[1].strip().strip("\"'")


def _key_of(file: str, source: str) -> tuple[str, str] | None:
    """Return kind and id of the entry whose source file a path would be."""
    parts = PurePosixPath(file).parts
    slug, _, lang = parts[-1].removesuffix(".md").rpartition(".")
    return (FOLDERS[parts[1]][0], "/".join([*parts[2:-1], slug])) if lang == source else None


def _sort(found: list[Found]) -> tuple[list[Found], list[Found], list[Found], list[Found]]:
    """Part what was found into criteria files, documents, pictures, and what belongs nowhere."""
    criteria, documents, pictures, stray = [], [], [], []
    for item in found:
        path = PurePosixPath(item.file)
        parts = path.parts
        if item.file == UNITS_FILE:
            continue
        if len(parts) == 3 and parts[1] == "criteria" and path.suffix == ".yaml" and _SLUG.fullmatch(path.stem):
            criteria.append(item)
        elif (
            path.suffix.lower() in SUFFIXES and len(parts) > 2 and parts[1] in FOLDERS and not path.name.startswith(".")
        ):
            pictures.append(item)
        elif path.suffix == ".md" and _depth_fits(parts):
            documents.append(item)
        else:
            stray.append(item)
    return criteria, documents, pictures, stray


def _depth_fits(parts: tuple[str, ...]) -> bool:
    return len(parts) > 2 and parts[1] in FOLDERS and len(parts) == (4 if FOLDERS[parts[1]][1] else 3)


def _all_criteria(
    loader: DataLoader, found: list[Found], config: Config, units: Mapping[str, Unit]
) -> dict[str, Criteria]:
    read = [read_criteria(loader, item, config.languages, units) for item in found]
    return {c.id: c for c in read if c}


def _stray(file: str) -> Finding:
    folder = PurePosixPath(file).parts[1] if len(PurePosixPath(file).parts) > 2 else ""
    hint = say("move it out of content/, or name it as the folder asks: <name>.<language>.md")
    if folder and folder not in FOLDERS and folder != "criteria" and (near := closest(folder, FOLDERS)):
        hint = say("did you mean the folder {name}?", name=near)
    return find("stray-file", Place(file), say("this file belongs to nothing and is not published"), hint)


def _name(gathering: _Gathering, file: str) -> _Name | None:
    """Read a document's path, or tell what is wrong with it."""
    path = PurePosixPath(file)
    kind, by_campaign = FOLDERS[path.parts[1]]
    stem, _, lang = path.name.removesuffix(".md").rpartition(".")
    languages = gathering.config.languages
    if not stem:
        _bad_name(
            gathering,
            file,
            say("the name lacks its language"),
            say("name it {name}", name=f"{'bai' if lang in languages else lang}.{languages[0]}.md"),
        )
        return None
    if lang not in languages:
        near = nearest(lang, languages)
        hint = (
            say("did you mean {name}?", name=f"{stem}.{near}.md")
            if near
            else say(
                "the languages of this site are {names}; add {code} to site_config.yaml if it is wanted",
                names=", ".join(languages),
                code=lang,
            )
        )
        gathering.findings.append(
            find("unknown-language", Place(file), say("the site has no language {code}", code=lang), hint)
        )
        return None
    campaign = path.parts[2] if by_campaign else ""
    for part in (stem, *((campaign,) if campaign else ())):
        if not _SLUG.fullmatch(part) or RESERVED.fullmatch(part) or "--" in part:
            _bad_name(gathering, file, say("{name} cannot be part of an address", name=part), _better_name(part))
            return None
    return _Name(kind, campaign, stem, lang)


def _better_name(part: str) -> Message:
    if RESERVED.fullmatch(part):
        return say("the site or Windows keeps this name for itself; choose another")
    better = slugify(part)
    if better and better != part and not RESERVED.fullmatch(better):
        return say("rename it to {name}", name=better)
    return say("use small letters without marks, digits and single hyphens, at most 80, like qlxd-01")


def _bad_name(gathering: _Gathering, file: str, message: Message, hint: Message) -> None:
    gathering.findings.append(find("bad-file-name", Place(file), message, hint))


def _without_twins(gathering: _Gathering, documents: list[Found]) -> Iterator[Found]:
    """Report names that differ only in case, which are one file on Windows; the one in small letters is read."""
    kept: dict[str, str] = {}
    for item in sorted(documents, key=lambda f: (f.file.casefold(), f.file != f.file.lower(), f.file)):
        other = kept.setdefault(item.file.casefold(), item.file)
        if other == item.file:
            yield item
            continue
        gathering.findings.append(
            find(
                "name-collision",
                Place(item.file),
                say("the name differs from {other} only in case", other=other),
                say("rename one of the two"),
            )
        )


def read_entry(config: Config, file: str, data: bytes) -> Entry | None:
    """Read one source document that need not lie on disk; None where it cannot be read."""
    gathering = _Gathering(config, [], {}, Memory())
    _take(gathering, file, data)
    return next(iter(_entries(gathering)), None)


def _read_document(gathering: _Gathering, item: Found) -> None:
    gathering.unread.add(item.file)
    data = read_file(item)
    if isinstance(data, Finding):
        gathering.findings.append(data)
    else:
        _take(gathering, item.file, data)


def _take(gathering: _Gathering, file: str, data: bytes) -> None:
    """Take in a document's bytes."""
    name = _name(gathering, file)
    if name is None:
        return
    source, document, faults = _remembered(gathering, name, file, data)
    gathering.findings += faults
    if source is not None:
        gathering.sources[file] = source
    if document is not None:
        gathering.unread.discard(file)
        gathering.documents.setdefault((name.kind, name.campaign, name.slug), {})[name.lang] = document


def _remembered(gathering: _Gathering, name: _Name, file: str, data: bytes) -> _Opened:
    """Open a document, or take it from memory if neither its bytes nor the languages have changed since."""
    languages = gathering.config.languages
    before = gathering.memory.documents.get(file)
    if before is None or before[:2] != (data, languages):
        before = gathering.memory.documents[file] = (data, languages, _opened(gathering, name, file, data))
    return before[2]


def _opened(gathering: _Gathering, name: _Name, file: str, data: bytes) -> _Opened:
    """Read a source document by its table; of a translation only fences and body, its words come later."""
    source, findings = read_text(data, file)
    if source is None:
        return None, None, findings
    front, faults = read_front(source)
    findings += faults
    if front.node is None:
        return source, None, findings
    body, faults = read_body(source, front.body, gathering.parser)
    findings += faults
    blank = Document(source.file, name.kind, name.lang, source, {}, {}, body, fence=front.fence)
    languages = gathering.config.languages
    if name.lang != languages[0]:
        return source, replace(blank, data={"": front.node}), findings
    reading = Reading(source, languages, marks=True)
    facts = read_group(reading, front.node, table_of(name.kind), (), front.fence)
    findings += reading.findings
    words, spans = {}, dict(reading.spans)
    for by_id, by_place, text in word_paths(facts, table_of(name.kind)):
        words[by_id] = text
        spans.setdefault(by_id, reading.spans.get(by_place, front.fence))
    made = replace(blank, data=facts, words=words, spans=spans, keys=reading.keys, unfilled=reading.unfilled)
    return source, made, findings


def _entries(gathering: _Gathering) -> tuple[Entry, ...]:
    entries = []
    for (kind, campaign, slug), documents in sorted(gathering.documents.items()):
        source = documents.pop(gathering.config.source_language, None)
        if source is None:
            gathering.findings += _orphans(gathering, documents.values())
            continue
        translations = {lang: read_words(d, source, gathering.findings) for lang, d in sorted(documents.items())}
        entries.append(Entry(kind, campaign, slug, source, translations))
    return tuple(entries)


def _orphans(gathering: _Gathering, documents: Iterable[Document]) -> Iterator[Finding]:
    """Report translations without a source file; where that file only cannot be read, its own findings are enough."""
    for document in documents:
        wanted = re.sub(r"[^.]+\.md$", f"{gathering.config.source_language}.md", document.file)
        if wanted not in gathering.unread:
            yield find(
                "orphan-translation",
                Place(document.file),
                say("this translation has no source file"),
                say("write {file}, which holds the facts, or remove this file", file=wanted),
            )


def _read_picture(gathering: _Gathering, item: Found) -> None:
    data = read_file(item, PICTURE_LIMIT)
    if isinstance(data, Finding):
        gathering.findings.append(replace(data, code="image-too-large") if data.code == "too-large" else data)
        return
    before = gathering.memory.pictures.get(item.file)
    if before is None or before[0] != data:
        before = gathering.memory.pictures[item.file] = (data, inspect_picture(data, item.file, gathering.keep))
    looked = before[1]
    if isinstance(looked, Finding):
        gathering.findings.append(looked)
        return
    if looked.metadata:
        gathering.findings.append(
            find(
                "photo-metadata",
                Place(item.file),
                say("the picture carries data of the camera or comments"),
                say("nothing to do: they are removed from what is published"),
            )
        )
    gathering.pictures[item.file] = Picture(item.file, data, looked.width, looked.height, looked.format)
