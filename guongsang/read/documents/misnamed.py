"""Documents that lie under another path than they should, and the path that each is meant to have.

In come the findings of paths; out come the paths that their cures propose. What such a document holds is there, only
under another name; so nobody is told that it is missing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from guongsang.findings import Finding
from guongsang.read.documents.names import FOLDERS
from guongsang.read.source import Source

_CODES = ("bad-file-name", "stray-file", "unknown-language")


def meant_paths(findings: Iterable[Finding], files: frozenset[str]) -> dict[str, str]:
    """Return the path that is meant for each misnamed file, where no other file has it."""
    proposed = {f.place.file: _proposed(f) for f in findings if f.code in _CODES and f.severity != "info"}
    return {file: path for file, path in proposed.items() if path and path not in files}


def _proposed(finding: Finding) -> str:
    """Return the path that a hint proposes, be it another name, another folder, or the folder of another kind."""
    path, name = PurePosixPath(finding.place.file), str(finding.hint.args.get("name", ""))
    if moved := finding.hint.args.get("path"):
        return str(moved)
    if name.endswith((".md", ".yaml")):
        return str(path.with_name(name))
    if name in FOLDERS:
        return str(PurePosixPath(path.parts[0], name, *path.parts[2:]))
    if name and finding.code == "bad-file-name":
        return str(path.parent.with_name(name) / path.name)
    return ""


def once_a_folder(findings: Iterable[Finding], meant: Mapping[str, str]) -> Iterator[Finding]:
    """Yield findings, those of one folder that has a wrong name at the first of its files only."""
    told: set[tuple[str, str]] = set()
    for finding in findings:
        file = finding.place.file
        moved = file in meant and finding.code in _CODES and PurePosixPath(meant[file]).name == PurePosixPath(file).name
        if moved:
            shared = _wrong_folder(file, meant[file])
            if shared in told:
                continue
            told.add(shared)
        yield finding


def _wrong_folder(file: str, meant: str) -> tuple[str, str]:
    """Return the folder that is wrong in a path and the one that is meant."""
    own, other = PurePosixPath(file).parts, PurePosixPath(meant).parts
    depth = next(i for i, (one, two) in enumerate(zip(own, other, strict=False)) if one != two)
    return "/".join(own[: depth + 1]), "/".join(other[: depth + 1])


def needed(finding: Finding, meant: Mapping[str, str], files: Iterable[str], texts: Mapping[str, Source]) -> Finding:
    """Return the finding of a text that is left out, as an error where translations or other documents need it."""
    wanted = PurePosixPath(meant.get(finding.place.file, ""))
    if finding.code != "stray-file" or finding.severity != "warning" or not wanted.suffix:
        return finding
    if wanted.suffix == ".yaml":
        criteria = re.compile(rf"^criteria:\s*[\"']?{re.escape(wanted.stem)}\b", re.MULTILINE)
        return finding.at_level("error") if any(criteria.search(t.text) for t in texts.values()) else finding
    stem, slug = str(wanted).rpartition(".md")[0].rpartition(".")[0], re.escape(wanted.name.split(".")[0])
    named = re.compile(rf"(?<![\w-]){slug}(?:\.[\w-]+)?\.md" + rf"|(?<![\w-]){slug}(?![\w-])" * slug[-1].isdigit())
    own = (f for f in files if f.startswith(f"{stem}.") and f != finding.place.file)
    return finding.at_level("error") if any(own) or any(named.search(t.text) for t in texts.values()) else finding
