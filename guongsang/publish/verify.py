"""Proves that a copy of an output, or of its site alone, is complete and unaltered.

A copy is compared with the manifest of the site's own output; where there is none, with the list that lies in the copy
itself. A copy that is whole by its own list is told from one that is damaged: it is only of another build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.contents import Compared, compare
from guongsang.publish.faults import cannot_read
from guongsang.publish.gone import carried
from guongsang.publish.release import MANIFEST, rows_of
from guongsang.publish.release_list import RELEASE_LIST, read_release
from guongsang.publish.signing import SIGNATURE
from guongsang.publish.withheld import read_withheld
from guongsang.text.file_names import is_litter

SITE = "site/"
"""Where the site lies in an output."""


@dataclass(frozen=True)
class Verified:
    """What a copy is like, by paths below it: of `files` that should be there, some are missing or altered.

    `withdrawn` are files of withdrawn exemplars with their ids, `gone` those that the site had before, `foreign` all
    others that do not belong. `of_another_build` says that the copy is whole by its own list, `is_release` that it has
    one, as a web root does into which a release was put.
    """

    folder: Path
    files: int
    withdrawn: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    foreign: tuple[str, ...]
    of_another_build: bool = False
    is_release: bool = False

    @property
    def faults(self) -> int:
        """Return how many files are not as they should be."""
        return sum(map(len, (self.withdrawn, self.gone, self.missing, self.altered, self.foreign)))


def verify(folder: Path, output: Path) -> Verified:
    """Compare a copy with what the output of a site holds. Raises Refusal where that cannot be done."""
    if not folder.is_dir():
        raise Refusal(say("{folder} is not a folder", folder=str(folder)))
    try:
        return _verified(folder, output)
    except OSError as fault:
        raise cannot_read(folder, fault) from fault


def _verified(folder: Path, output: Path) -> Verified:
    """Compare a copy with the best list that there is. Raises Refusal where there is none, OSError."""
    own, prefix = _own_list(folder)
    listed = {} if folder.resolve() == output.resolve() else listed_below(output, prefix)
    if not (listed or own):
        raise Refusal(
            say(
                "neither {folder} nor {output} has a list of files to compare with; build the site first",
                folder=str(folder),
                output=str(output),
            )
        )
    compared = compare(folder, listed or own)
    other = bool(listed and own and not compared.is_whole and compare(folder, own).is_whole)
    return _sorted_out(_Copy(folder, output, prefix, len(listed or own), other), compared)


def listed_below(output: Path, prefix: str) -> dict[str, str]:
    """Return what the manifest of an output lists below a folder of it, as paths below that with their SHA-256."""
    return {path.removeprefix(prefix): digest for path, digest in rows_of(output) if path.startswith(prefix)}


def _own_list(folder: Path) -> tuple[Mapping[str, str], str]:
    """Return the files that a list in a copy names, and what of an output the copy is of: all, or the site."""
    if rows := rows_of(folder):
        return dict(rows), ""
    release = read_release(folder)
    return release.files if release else {}, SITE


@dataclass(frozen=True)
class _Copy:
    """A copy and what it is of: an output as a whole, or what lies in it below `prefix`."""

    folder: Path
    output: Path
    prefix: str
    files: int
    of_another_build: bool


def _sorted_out(copy: _Copy, compared: Compared) -> Verified:
    """Tell apart what does not belong: files of withdrawn exemplars, what was on the site before, and others."""
    withheld = read_withheld(copy.output).files
    before = {f"{SITE}{path}" for path in carried(copy.output)}
    strange = [path for path in compared.foreign if path not in (RELEASE_LIST, MANIFEST, SIGNATURE)]
    withdrawn = [path for path in strange if f"{copy.prefix}{path}" in withheld]
    gone = [path for path in strange if f"{copy.prefix}{path}" in before and path not in withdrawn]
    known = {*withdrawn, *gone}
    return Verified(
        folder=copy.folder,
        files=copy.files,
        withdrawn=tuple((path, withheld[f"{copy.prefix}{path}"]) for path in withdrawn),
        gone=tuple(gone),
        missing=compared.missing,
        altered=compared.altered,
        foreign=tuple(p for p in strange if p not in known and not any(map(is_litter, p.split("/")))),
        of_another_build=copy.of_another_build,
        is_release=RELEASE_LIST in compared.foreign,
    )
