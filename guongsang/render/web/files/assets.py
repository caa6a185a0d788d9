"""The static files of the look and of the site, as they are published.

What lies in `static/root/` goes to the root of the site under its own name (`CNAME`, `.well-known`), because whoever
asks for it knows no digest. Everything else goes to the assets.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guongsang.model.urls import ASSETS
from guongsang.render.html.minify import minify
from guongsang.text.file_names import is_litter

ROOT = "root/"
"""The folder of static files that keep their names and lie at the root of the site."""
_OF_GIT = (".git", ".gitignore", ".gitattributes")


@dataclass(frozen=True)
class Asset:
    """A static file: the path under which it is published, which has a digest for an asset, and its bytes."""

    path: str
    data: bytes


def static_assets(project: Path, root: Path) -> dict[str, Asset]:
    """Return the static files by name: the project's, and over them those of the site."""
    out: dict[str, Asset] = {}
    for folder in (project / "static", root / "static"):
        for name, path in static_files(folder):
            data = path.read_bytes()
            if name.startswith(ROOT):
                out[name] = Asset(name.removeprefix(ROOT), data)
                continue
            if folder == project / "static":
                data = minify(name, data)
            digest = hashlib.sha256(data).hexdigest()[:12]
            out[name] = Asset(f"{ASSETS}/{PurePosixPath(name).with_suffix('')}-{digest}{path.suffix}", data)
    return out


def static_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder that are published as they are, each with its path below it."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        within = path.relative_to(folder)
        if not _is_hidden(within.as_posix()) and path.is_file() and not path.is_symlink():
            yield within.as_posix(), path


def _is_hidden(name: str) -> bool:
    """Return whether a file is somebody's own: other programs leave it, or its name begins with a dot outside root."""
    parts = PurePosixPath(name).parts
    if name.startswith(ROOT):
        return any(is_litter(part) or part.casefold() in _OF_GIT for part in parts)
    return any(is_litter(part) or part.startswith(".") for part in parts)


def root_paths(folder: Path) -> dict[str, str]:
    """Return what a folder of static files puts at the root of the site: its path there and in the folder."""
    return {name.removeprefix(ROOT): name for name, _ in static_files(folder) if name.startswith(ROOT)}
