"""The name that a file should have, where its own cannot be used.

In comes a path as somebody typed it or a program left it; out comes a name that `check` takes. A profile is never named
after its person, because its name is its address: it gets the next number of its unit.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from guongsang.i18n.languages import nearest
from guongsang.text.file_names import RESERVED, free, numbered, without_copy_signs
from guongsang.text.suggestions import labelled
from guongsang.text.vietnamese import slugify

OTHER_ENDINGS = frozenset(
    ("md", "markdown", "mdown", "mkd", "txt", "text", "doc", "docx", "odt", "rtf", "htm", "html", "pdf", "yaml", "yml")
)
"""Endings that stand behind the name of a text by mistake; Explorer hides the last one."""
_UNIT_LINE = re.compile(r"^unit:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_EXEMPLARS = re.compile(r"^exemplars:.*(?:\n[ \t-].*)*", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _nothing(_: str) -> str:
    """Return no text."""
    return ""


@dataclass(frozen=True)
class BetterNames:
    """Proposes names: it knows languages, units and files of a site, and may read a file's first lines."""

    languages: tuple[str, ...]
    units: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    text_of: Callable[[str], str] = _nothing
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _given: dict[tuple[str, str], str] = field(default_factory=dict)
    _named: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def name_for(self, kind: str, file: str) -> str:
        """Return the name that a document of a kind should have; empty where none can be made.

        Files that differ only in their language get the same name, others never.
        """
        folder, stem, lang = self.parts(file)
        key = (folder, stem.casefold())
        if key not in self._given:
            self._given[key] = self._slug(kind, folder, stem, lang)
        slug = self._given[key]
        return f"{slug}.{lang}.md" if slug else ""

    def as_source(self, file: str) -> str:
        """Return the name of a source file that is missing, where a file in another language stands in its place."""
        path = PurePosixPath(file)
        stem = path.name.removesuffix(".md").rpartition(".")[0]
        source = f"{stem}.{self.languages[0]}.md"
        needed = any(f.startswith(f"{path.parent}/{stem}.") and f != file for f in self.files)
        if not needed or str(path.with_name(source)) in self.files or "\ntranslates:" in self.text_of(file):
            return ""
        return source

    def folder_of(self, kind: str, file: str) -> str:
        """Return the folder in which a document of a kind should lie; empty where several campaigns could be meant."""
        path = PurePosixPath(file)
        if kind not in ("exemplar", "plan"):
            return f"content/{path.parts[1]}"
        campaigns = {PurePosixPath(f).name.split(".")[0] for f in self.files if f.startswith("content/campaigns/")}
        named = campaigns & set(path.parts) or campaigns
        return f"content/{path.parts[1]}/{next(iter(named))}" if len(named) == 1 else ""

    def parts(self, file: str) -> tuple[str, str, str]:
        """Part a path into folder, stem and language, however many endings and signs of copies stand behind."""
        path = PurePosixPath(file)
        parts = without_copy_signs(path.name).strip(" .").split(".")
        while len(parts) > 1 and parts[-1].strip().lower() in ("", *OTHER_ENDINGS):
            parts.pop()
        lang = self._language(parts[-1], alone=len(parts) == 1)
        if lang and len(parts) == 1:
            return str(path.parent), "", self.languages[0]
        if lang:
            parts.pop()
        return str(path.parent), "-".join(parts).strip(), lang or self.languages[0]

    def _language(self, part: str, *, alone: bool) -> str | None:
        """Return the language that a part of a name means; one that is the whole name must be its very code."""
        exact = next((code for code in self.languages if code.casefold() == part.strip().casefold()), None)
        return exact or (None if alone else nearest(part, self.languages))

    def _slug(self, kind: str, folder: str, stem: str, lang: str) -> str:
        slug = slugify(stem) if stem else "bai"
        match kind:
            case "exemplar":
                return self._of_profile(folder, stem, lang)
            case "plan":
                return self._unit_of_plan(folder, stem)
            case "campaign" | "review":
                year = _YEAR.search(slug)
                slug = year[0] if year else slug
        if lang == self.languages[0] and len(orphaned := self._orphaned(folder)) == 1 and kind in ("page", "bulletin"):
            return orphaned[0]
        if RESERVED.fullmatch(slug):
            return ""
        return free(slug, self._taken(folder)) if slug and self._is_taken(folder, slug, lang) else slug

    def _of_profile(self, folder: str, stem: str, lang: str) -> str:
        """Name a profile by unit and number: those in its name where it has them, else the next of its unit."""
        slug = slugify(stem)
        for unit in self.units:
            if re.fullmatch(rf"{re.escape(unit)}-\d{{1,3}}", slug) and not self._is_taken(folder, slug, lang):
                return slug
        unit = self._unit_of(folder, stem) or next(iter(self._units_in(slug)), "")
        awaited = self.awaited(folder, unit) if unit else []
        return awaited[0] if len(awaited) == 1 else numbered(unit, self._taken(folder)) if unit else ""

    def awaited(self, folder: str, unit: str) -> list[str]:
        """Return the profiles of a unit that translations or its plan name, and of which there is no source file."""
        if (folder, unit) not in self._named:
            self._named[folder, unit] = self._named_for(folder, unit)
        named = self._named[folder, unit]
        return sorted(slug for slug in named if not self._is_taken(folder, slug, self.languages[0]))

    def _named_for(self, folder: str, unit: str) -> frozenset[str]:
        """Return the profiles of a unit that the names of files or its plan name."""
        number = rf"(?<![\w-]){re.escape(unit)}-\d{{1,3}}(?![\w-])"
        plan = folder.replace("/exemplars/", "/plans/") + f"/{unit}.{self.languages[0]}.md"
        texts = [self.text_of(plan)] if plan in self.files else []
        texts += [f[len(folder) :] for f in self.files if f.startswith(f"{folder}/{unit}-") and f.endswith(".md")]
        return frozenset(slug for text in texts for slug in re.findall(number, text))

    def _orphaned(self, folder: str) -> list[str]:
        """Return the names in a folder that only translations have."""
        here = {name for name in self._taken(folder) if f"{folder}/{name}.{self.languages[0]}.md" not in self.files}
        return sorted(here - self._given_in(folder))

    def _unit_of_plan(self, folder: str, stem: str) -> str:
        """Return the unit of a plan: by its name, else by the exemplars that it names."""
        slug = slugify(stem)
        if slug in self.units:
            return slug
        if unit := labelled(stem, self.labels) or next(iter(self._units_in(slug)), ""):
            return unit
        for file in sorted(self.files):
            if self.parts(file)[:2] == (folder, stem):
                for listed in _EXEMPLARS.findall(self.text_of(file)):
                    return next((u for u in self.units if re.search(rf"\b{re.escape(u)}-\d{{1,3}}\b", listed)), "")
        return ""

    def _unit_of(self, folder: str, stem: str) -> str:
        """Read the unit of a profile from its own lines, or from those of its source file."""
        for file in sorted(self.files):
            if self.parts(file)[:2] == (folder, stem):
                found = _UNIT_LINE.search(self.text_of(file))
                if found and found[1] in self.units:
                    return found[1]
        return ""

    def _units_in(self, slug: str) -> list[str]:
        """Return the units whose ids stand in a name as whole words, the longest first."""
        found = (u for u in self.units if re.search(rf"(?:^|-){re.escape(u)}(?:-|$)", slug))
        return sorted(found, key=len, reverse=True)

    def _is_taken(self, folder: str, slug: str, lang: str) -> bool:
        return f"{folder}/{slug}.{lang}.md" in self.files or slug in self._given_in(folder)

    def _taken(self, folder: str) -> frozenset[str]:
        """Return the names in a folder that documents have, or that were proposed for others."""
        here = (PurePosixPath(f).name for f in self.files if str(PurePosixPath(f).parent) == folder)
        used = {
            name.partition(".")[0] for name in here if name.endswith(tuple(f".{code}.md" for code in self.languages))
        }
        return frozenset(name for name in used if name == slugify(name)) | self._given_in(folder)

    def _given_in(self, folder: str) -> frozenset[str]:
        return frozenset(slug for (where, _), slug in self._given.items() if where == folder)
