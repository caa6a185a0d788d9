"""Which pages of the last output stand at another address now, so that links to them from elsewhere lead nowhere.

A page is the same if it comes from the same source in the same language; one that a former name (`moved_from`) still
leads to is at its old address, and not among them. A changed word of `sections` moves many at once.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from guongsang.publish.contents import read_if_there
from guongsang.publish.release import MANIFEST, SCHEMA_VERSION

_SITE = "site/"


def moved_pages(output: Path, pages: Iterable[tuple[str, str | None, str | None]]) -> tuple[tuple[str, str], ...]:
    """Return old and new address of each page that moved, below the site.

    `pages` are path below the output, language and source of the files of the new output.
    """
    listed = list(pages)
    paths = {path for path, _, _ in listed}
    now: dict[tuple[str, str], list[str]] = {}
    for path, lang, source in listed:
        if lang and source and _is_page(path):
            now.setdefault((source, lang), []).append(path)
    moved = []
    for path, lang, source in _pages_before(output):
        new = now.get((source, lang), [])
        if path not in paths and len(new) == 1:
            moved.append((path.removeprefix(_SITE), new[0].removeprefix(_SITE)))
    return tuple(sorted(moved))


def _is_page(path: str) -> bool:
    return path.startswith(_SITE) and path.endswith(".html")


def _pages_before(output: Path) -> list[tuple[str, str, str]]:
    """Read path, language and source of the pages of the last output; none where it is none of ours. Raises OSError."""
    try:
        whole = json.loads(read_if_there(output / MANIFEST))
        rows = whole["files"] if whole["schema_version"] == SCHEMA_VERSION else []
        found = [(str(row["path"]), str(row.get("lang") or ""), str(row.get("source") or "")) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return [row for row in found if row[1] and row[2] and _is_page(row[0])]
