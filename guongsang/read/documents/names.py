"""Names of documents: which files below `content/` are documents, and what their paths say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from guongsang.findings import Finding, Place, find
from guongsang.i18n.languages import is_language, nearest
from guongsang.i18n.messages import Message, say
from guongsang.read.documents.better_names import OTHER_ENDINGS, BetterNames
from guongsang.read.files import Found
from guongsang.read.pictures import SUFFIXES
from guongsang.read.tables.laws import LAWS_FILE
from guongsang.read.tables.units import UNITS_FILE
from guongsang.text.file_names import RESERVED, is_copy, without_copy_signs
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
PROGRAMS = frozenset(
    f".{ending}" for ending in "zip rar 7z gz tar lnk url exe msi bat cmd com ps1 sh scr dll iso apk jar vbs".split()
)
"""Endings of packed files, shortcuts and programs, which no renaming makes a text."""
_README = re.compile(r"(?i:readme(?:\.(?:md|markdown|txt))?)|README\.[A-Za-z-]+\.md")
_LAWS = re.compile(r"(?i)laws?\.ya?ml(?:\.txt)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")


@dataclass(frozen=True)
class DocumentName:
    """What a document's path says: its kind, campaign, slug and language."""

    kind: str
    campaign: str
    slug: str
    lang: str

    @property
    def entry(self) -> tuple[str, str, str]:
        """Return what all files of one entry share."""
        return self.kind, self.campaign, self.slug


@dataclass
class FoundFiles:
    """The files below `content/`, by what they are; `stray` ones belong nowhere."""

    criteria: list[Found]
    documents: list[Found]
    pictures: list[Found]
    stray: list[Found]


def sort_files(found: Iterable[Found]) -> FoundFiles:
    """Part what lies below `content/` by what its paths say; the files of units and laws are left out."""
    files = FoundFiles([], [], [], [])
    for item in found:
        path = PurePosixPath(item.file)
        parts = path.parts
        if item.file in (UNITS_FILE, LAWS_FILE):
            continue
        if len(parts) == 3 and parts[1] == "criteria" and path.suffix == ".yaml" and _SLUG.fullmatch(path.stem):
            files.criteria.append(item)
        elif (
            path.suffix.lower() in SUFFIXES and len(parts) > 2 and parts[1] in FOLDERS and not path.name.startswith(".")
        ):
            files.pictures.append(item)
        elif path.suffix == ".md" and depth_fits(parts) and not is_copy(path.name) and not is_readme(path.name):
            files.documents.append(item)
        else:
            files.stray.append(item)
    return files


def is_readme(name: str) -> bool:
    """Return whether a file is a note for those who work in a folder, as programmers leave it."""
    return _README.fullmatch(name) is not None


def depth_fits(parts: tuple[str, ...]) -> bool:
    """Return whether a path lies as deep as documents of its folder do."""
    return len(parts) > 2 and parts[1] in FOLDERS and len(parts) == (4 if FOLDERS[parts[1]][1] else 3)


def entry_of(file: str, source: str) -> tuple[str, str] | None:
    """Return kind and id of the entry whose source file a path would be; None for files of other languages."""
    parts = PurePosixPath(file).parts
    slug, _, lang = parts[-1].removesuffix(".md").rpartition(".")
    return (FOLDERS[parts[1]][0], "/".join([*parts[2:-1], slug])) if lang == source else None


def document_name(file: str, languages: Sequence[str], names: BetterNames | None = None) -> DocumentName | Finding:
    """Return what a document's path says, or the finding of what is wrong with it, with the name it should have."""
    names = names or BetterNames(tuple(languages))
    path = PurePosixPath(file)
    kind, by_campaign = FOLDERS[path.parts[1]]
    stem, _, lang = path.name.removesuffix(".md").rpartition(".")
    if not stem or not lang:
        return _bad_name(file, say("the name lacks its language"), _rename(names, kind, file))
    if lang.lower() in OTHER_ENDINGS and lang not in languages:
        return _bad_name(
            file, say("the name has the ending {ending} too many", ending=f".{lang}"), _rename(names, kind, file)
        )
    if lang not in languages:
        return _unknown_language(names, kind, file, lang)
    campaign = path.parts[2] if by_campaign else ""
    if campaign and not _is_slug(campaign):
        return _bad_name(file, say("{name} cannot be part of an address", name=campaign), _better_folder(campaign))
    if not _is_slug(stem):
        return _bad_name(file, say("{name} cannot be part of an address", name=stem), _rename(names, kind, file))
    return DocumentName(kind, campaign, stem, lang)


def _is_slug(part: str) -> bool:
    return bool(_SLUG.fullmatch(part)) and not RESERVED.fullmatch(part) and "--" not in part


def _unknown_language(names: BetterNames, kind: str, file: str, lang: str) -> Finding:
    if source := names.as_source(file):
        message = say("the site has no language {code}; yet this file seems to be the source of others", code=lang)
        return find("unknown-language", Place(file), message, say("rename it to {name}", name=source))
    better = names.name_for(kind, file)
    hint = (
        say("did you mean {name}?", name=better)
        if better and nearest(lang, names.languages)
        else say(
            "the languages of this site are {names}; add {code} to site_config.yaml if it is wanted",
            names=", ".join(names.languages),
            code=lang,
        )
    )
    found = find("unknown-language", Place(file), say("the site has no language {code}", code=lang), hint)
    meant = nearest(lang, names.languages)
    return found.at_level("warning") if meant is None and is_language(lang) else found


def _rename(names: BetterNames, kind: str, file: str) -> Message:
    """Return the name that a file should have, or how such a name is made."""
    stem = names.parts(file)[1]
    if RESERVED.fullmatch(stem.lower()):
        return say("the site or Windows keeps this name for itself; choose another")
    if better := names.name_for(kind, file):
        return say("rename it to {name}", name=better)
    if kind == "exemplar":
        example = f"{next(iter(names.units), 'qlxd')}-01.{names.languages[0]}.md"
        return say("name it by unit and number, not after the person, like {example}", example=example)
    if kind == "plan" and names.units:
        return say("name it by its unit, one of: {names}", names=", ".join(names.units))
    return say("use small letters without marks, digits and single hyphens, at most 80, like qlxd-01")


def _better_folder(campaign: str) -> Message:
    better = year[0] if (year := _YEAR.search(campaign)) else slugify(campaign)
    if RESERVED.fullmatch(better):
        return say("the site or Windows keeps this name for itself; choose another")
    if not better:
        return say("name the folder by its campaign, like 2024")
    return say("rename the folder to {name}", name=better)


def _bad_name(file: str, message: Message, hint: Message) -> Finding:
    return find("bad-file-name", Place(file), message, hint)


def stray_file(file: str) -> Finding:
    """Return the finding that a file belongs to nothing."""
    folder = PurePosixPath(file).parts[1] if len(PurePosixPath(file).parts) > 2 else ""
    hint = say("move it out of content/, or name it as the folder asks: <name>.<language>.md")
    if PurePosixPath(file).suffix.lower() in PROGRAMS:
        hint = say("move it out of content/")
    if folder == "criteria":
        return _stray_criteria(file)
    if not folder and _LAWS.fullmatch(PurePosixPath(file).name):
        hint = say("if this is the list of legal documents, rename it to {name}", name=PurePosixPath(LAWS_FILE).name)
    if folder and folder not in FOLDERS and folder != "criteria" and (near := closest(folder, FOLDERS)):
        hint = say("did you mean the folder {name}?", name=near)
    return find("stray-file", Place(file), say("this file belongs to nothing and is not published"), hint)


def _stray_criteria(file: str) -> Finding:
    """Return the finding of a file beside the criteria, with its name if it is meant as one of them."""
    stem, *endings = PurePosixPath(without_copy_signs(PurePosixPath(file).name).lower()).name.split(".")
    year = match[0] if (match := _YEAR.search(stem)) else slugify(stem)
    hint = say("move it out of content/")
    if {"yaml", "yml"} & set(endings) and year:
        hint = say("if these are criteria, rename it to {name}", name=f"{year}.yaml")
    return find("stray-file", Place(file), say("this file belongs to nothing and is not published"), hint)


def without_twins(documents: Iterable[Found]) -> tuple[list[Found], list[Finding]]:
    """Part off names that differ only in case, which are one file on Windows; the one in small letters is kept."""
    kept: dict[str, Found] = {}
    findings = []
    for item in sorted(documents, key=lambda f: (f.file.casefold(), f.file != f.file.lower(), f.file)):
        first = kept.setdefault(item.file.casefold(), item)
        if first is not item:
            findings.append(
                find(
                    "name-collision",
                    Place(item.file),
                    say("the name differs from {other} only in case", other=first.file),
                    say("rename one of the two"),
                )
            )
    return list(kept.values()), findings
