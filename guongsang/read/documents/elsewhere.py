"""Documents that can be read but lie where they belong to no campaign or unit that there is.

In come the names of a site's documents; out comes the path that each is meant to have, where that is certain: a plan
that bears its unit's name, a review that bears its year, a folder that was renamed, a campaign that was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.read.documents.better_names import BetterNames
from guongsang.read.documents.names import FOLDERS
from guongsang.read.source import Source
from guongsang.text.suggestions import closest


@dataclass(frozen=True)
class _Site:
    """What is known of a site: what proposes names, its campaigns, its texts by file."""

    names: BetterNames
    campaigns: frozenset[str]
    sources: Mapping[str, Source]

    def naming(self, slug: str, folder: str) -> int:
        """Return how many documents name a profile, those of its own name in its folder left out."""
        named = re.compile(rf"(?<![\w-]){re.escape(slug)}(?![\w-])")
        own = f"{folder}/{slug}."
        return sum(bool(named.search(source.text)) for file, source in self.sources.items() if not file.startswith(own))


def elsewhere(
    names: BetterNames, documents: Iterable[str], campaigns: frozenset[str], sources: Mapping[str, Source]
) -> dict[str, str]:
    """Return the path that is meant for documents of no known campaign or unit, where no file has it."""
    site = _Site(names, campaigns, sources)
    meant = {}
    for file in documents:
        path = _meant(site, PurePosixPath(file))
        if path and str(path) != file and str(path) not in names.files:
            meant[file] = str(path)
    return meant


def judge_renamed(meant: Mapping[str, str]) -> Iterator[Finding]:
    """Report profiles that others name by a name one letter off."""
    for file, path in sorted(meant.items()):
        name, renamed = PurePosixPath(path).name, PurePosixPath(path).parent == PurePosixPath(file).parent
        if file.startswith("content/exemplars/") and renamed:
            yield find(
                "bad-file-name",
                Place(file),
                say("other documents name this profile {slug}, but no file bears that name", slug=name.split(".")[0]),
                say("rename it to {name}; or correct the name in the plan and in links", name=name),
            )


def _meant(site: _Site, path: PurePosixPath) -> PurePosixPath | None:
    kind, slug, names = FOLDERS[path.parts[1]][0], path.name.split(".")[0], site.names
    match kind:
        case "exemplar" if path.parts[2] in site.campaigns:
            return _renamed(site, path, slug)
        case "exemplar" | "plan" if path.parts[2] not in site.campaigns:
            campaign = _campaign_meant(site, path)
            return path.parents[1] / campaign / path.name if campaign else None
        case "review" if slug not in site.campaigns:
            better = names.name_for(kind, str(path))
            if better and better != path.name and better.split(".")[0] in site.campaigns:
                return path.with_name(better)
            campaign = _campaign_meant(site, path)
            return path.with_name(path.name.replace(slug, campaign, 1)) if campaign else None
        case "plan" if slug not in names.units and (better := names.name_for(kind, str(path))):
            return path.with_name(better)
    return None


def _renamed(site: _Site, path: PurePosixPath, slug: str) -> PurePosixPath | None:
    """Return the path of a profile that nothing names, where several documents name one like it that is not there."""
    folder = str(path.parent)
    awaited = [s for s in site.names.awaited(folder, slug.rpartition("-")[0]) if closest(s, [slug])]
    if len(awaited) != 1 or site.naming(slug, folder) or site.naming(awaited[0], folder) < 2:
        return None
    return path.with_name(path.name.replace(slug, awaited[0], 1))


def _campaign_meant(site: _Site, path: PurePosixPath) -> str:
    """Return the campaign that is meant: one of a close name, or one without documents whose dates are of that year."""
    names, typed = site.names, path.parts[2].split(".")[0]
    if near := closest(typed, sorted(site.campaigns)):
        return near
    empty = [c for c in site.campaigns if not any(f.startswith(_starts(path, c)) for f in names.files)]
    alike = [c for c in empty if _of_year(names, str(path), c) or _of_year(names, _file_of(names, c), typed)]
    return alike[0] if len(alike) == 1 else ""


def _starts(path: PurePosixPath, campaign: str) -> tuple[str, ...]:
    """Return how the paths of a campaign's documents of the same kind begin."""
    return tuple(f"content/{path.parts[1]}/{campaign}{end}" for end in ("/", path.name[path.name.index(".") :]))


def _file_of(names: BetterNames, campaign: str) -> str:
    return f"content/campaigns/{campaign}.{names.languages[0]}.md"


def _of_year(names: BetterNames, file: str, year: str) -> bool:
    """Return whether the dates in a file are of a year."""
    return file in names.files and len(year) == 4 and f": {year}-" in names.text_of(file)
