"""Keeps the sources of a site and its output apart: no output below the sources, no paper of the Office among them.

Whatever lies in `static/` is published, so an output there would put the Office's papers on the site with the next
build. Paths are compared where they really lie: links, `..` and another case of the letters make no difference.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guongsang import SOURCES
from guongsang.findings import Finding, Place, Refusal, find
from guongsang.i18n.messages import say
from guongsang.publish.release import MANIFEST, is_ours, rows_of


def refuse_source(roots: Iterable[Path], output: Path) -> None:
    """Refuse an output inside the sources of one of the folders or inside an output, and one that holds a folder.

    Raises Refusal.
    """
    real = output.resolve()
    around = (real, *real.parents)
    held = any(_below_sources(root, around) or _same(real, (root.resolve(), *root.resolve().parents)) for root in roots)
    if held or any(is_ours(folder) for folder in real.parents):
        raise Refusal(say("{folder} is no place to publish into; name a folder of its own", folder=str(output)))


def _below_sources(root: Path, around: Iterable[Path]) -> bool:
    """Return whether one of the folders around an output is a source, be it by another name or in another case."""
    home = root.resolve()
    names = {str(home / name).casefold() for name in SOURCES}
    real = [(home / name).resolve() for name in SOURCES]
    return any(str(folder).casefold() in names or _same(folder, real) for folder in around)


def _same(folder: Path, others: Iterable[Path]) -> bool:
    """Return whether a folder is one of several, which need not exist."""
    for other in others:
        try:
            if folder == other or folder.samefile(other):
                return True
        except OSError:
            continue
    return False


def office_papers(output: Path, files: Mapping[str, tuple[Path, bytes]]) -> Iterator[Finding]:
    """Find papers of the Office among files that would be published, given by their path from the site's root.

    Such is a file that the manifest of an output calls one: below `office/`, at its place or by its bytes, be it the
    site's own output or one that lies among the files.
    """
    folders = [path.parent for path, _ in files.values() if path.name == MANIFEST]
    secret = {digest for f in (output, *folders) for path, digest in rows_of(f) if path.startswith("office/")}
    outputs = [folder for folder in folders if is_ours(folder)]
    for file, (path, data) in sorted(files.items()):
        inside = any(path.is_relative_to(folder) for folder in outputs)
        if inside or hashlib.sha256(data).hexdigest() in secret:
            yield find(
                "office-paper",
                Place(file),
                say("this file belongs to the output of a build, whose papers of the Office may not be published"),
                say("delete it here; what lies in this folder is published with the site"),
            )
