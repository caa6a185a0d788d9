"""The static files of the look and of the site, as they are published."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guongsang.model.urls import ASSETS
from guongsang.render.html.minify import minify
from guongsang.text.file_names import is_litter


@dataclass(frozen=True)
class Asset:
    """A static file: the path under which it is published, its name with a digest of its content, and its bytes."""

    path: str
    data: bytes


def static_assets(project: Path, root: Path) -> dict[str, Asset]:
    """Return the static files by name: the project's, and over them those of the site."""
    out: dict[str, Asset] = {}
    for folder in (project / "static", root / "static"):
        for name, path in static_files(folder):
            data = path.read_bytes()
            if folder == project / "static":
                data = minify(name, data)
            digest = hashlib.sha256(data).hexdigest()[:12]
            out[name] = Asset(f"{ASSETS}/{PurePosixPath(name).with_suffix('')}-{digest}{path.suffix}", data)
    return out


def static_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder that are published as they are, each with its path below it."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        within = path.relative_to(folder)
        hidden = any(is_litter(part) or part.startswith(".") for part in within.parts)
        if not hidden and path.is_file() and not path.is_symlink():
            yield within.as_posix(), path
