"""What was published before and is not any more, for those who copied the site by hand.

A copy that only adds and replaces keeps the page of a person who has withdrawn. So every build compares the files of
the site with those of the last output and lists what is gone in `office/gone.txt`, one path below the site a line. The
list is carried on from build to build, because not every build is copied: a file leaves it by coming back, and the list
begins anew where somebody deletes it.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from guongsang.publish.contents import read_if_there
from guongsang.publish.release import GONE, File, rows_of

_SITE = "site/"
_LIMIT = 20_000


def gone_files(output: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Return what of the site earlier outputs had and the new one lacks, sorted; at most 20,000 paths below the site.

    `paths` are those of the new files below the output.
    """
    here = {path.removeprefix(_SITE) for path in paths if path.startswith(_SITE)}
    return tuple(sorted({*_published(output), *carried(output)} - here)[:_LIMIT])


def gone_list(paths: Iterable[str], head: str) -> File:
    """Return the list as a file of the output, behind the lines of a heading."""
    lines = [*(f"# {line}" for line in head.splitlines()), *paths]
    return File(GONE, ("\n".join(lines) + "\n").encode(), "office")


def _published(output: Path) -> set[str]:
    """Read which files of the site the last output held."""
    return {path.removeprefix(_SITE) for path, _ in rows_of(output) if path.startswith(_SITE)}


def carried(output: Path) -> set[str]:
    """Return what the list of the last build names; nothing where there is none of ours. Raises OSError."""
    try:
        lines = read_if_there(output / GONE).decode().splitlines()
    except ValueError:
        return set()
    return {line for line in lines if line and not line.startswith("#") and ".." not in PurePosixPath(line).parts}
