"""Puts a finished build in the place of the last one, in one step.

Each file is written into a folder beside the target as soon as it is made, so that none is held in memory. When all are
there, the two folders change places: on Linux in a single call of the kernel, elsewhere by two renames, the first of
which is undone if the second fails. So a build that is
killed leaves the last good output as it was; what it left beside it is swept away by the next one. A folder that holds
something else than our own output is never touched.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from guongsang.cache import Cache
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.contents import files_below, read_if_there
from guongsang.publish.earlier import Earlier, note_down, read_earlier
from guongsang.publish.exchange import put_in_place
from guongsang.publish.faults import cannot_write
from guongsang.publish.kept import kept_aside
from guongsang.publish.modes import folders_down, let_all_read
from guongsang.publish.patience import PATIENCE, Patience
from guongsang.publish.signing import SIGNATURE, sign
from guongsang.text.file_names import is_litter

MANIFEST = "manifest.json"
_MADE = ("site/", "office/")
"""The folders of an output, of which a build makes all that is in them."""
GONE = "office/gone.txt"
"""The list of what was published before; people delete it when they are done, or put one back."""
SCHEMA_VERSION = 1
_NAMED = 5


Row: TypeAlias = dict[str, str | None]
"""What the manifest says of a file."""


@dataclass(frozen=True)
class File:
    """A file of the output: its path below it, its bytes, what it is, its language and its source, if it has one."""

    path: str
    data: bytes
    kind: str
    lang: str | None = None
    source: str | None = None


@dataclass
class Staged:
    """What will be the output, in a folder beside it into which several threads may write; what its manifest lists."""

    output: Path
    folder: Path
    earlier: Earlier
    rows: dict[str, Row] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    _folders: set[str] = field(default_factory=set)

    def add(self, file: File) -> None:
        """Write a file, or link the same one of the last output. Raises Refusal."""
        if self.link(file, digest := hashlib.sha256(file.data).hexdigest()):
            return
        try:
            place = Path(self._place(file))
            place.write_bytes(file.data)
            if _is_public(file.path):
                let_all_read(place)
        except OSError as fault:
            raise cannot_write(self.output, fault) from fault
        self._note(file, digest)

    def link(self, file: File, digest: str) -> bool:
        """Link a file of the last output that has a SHA-256; its bytes need not be known. Raises Refusal."""
        try:
            linked = self.earlier.link(file.path, digest, self._place(file))
        except OSError as fault:
            raise cannot_write(self.output, fault) from fault
        if linked:
            self._note(file, digest)
        return linked

    def _place(self, file: File) -> str:
        """Return where a file belongs, in a folder that is there; as text, which is five times as fast as a path."""
        folder, _, name = f"{self.folder}/{file.path}".rpartition("/")
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            if _is_public(file.path):
                let_all_read(*folders_down(self.folder, file.path))
            self._folders.add(folder)
        return f"{folder}/{name}"

    def _note(self, file: File, digest: str) -> None:
        row = {"path": file.path, "sha256": digest, "kind": file.kind, "lang": file.lang, "source": file.source}
        self.rows[file.path] = row

    def manifest(self) -> bytes:
        """List all files with their SHA-256, sorted by path."""
        whole = {"schema_version": SCHEMA_VERSION, "files": [self.rows[path] for path in sorted(self.rows)]}
        return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _is_public(path: str) -> bool:
    """Return whether a file is published; papers of the Office are for whom the umask lets read them."""
    return path.startswith("site/")


@contextlib.contextmanager
def staged(
    output: Path, cache: Cache | None = None, patience: Patience = PATIENCE, key: Path | None = None
) -> Iterator[Staged]:
    """Yield a folder to write into, which takes the place of the output in the end. Raises Refusal.

    Whatever goes wrong before that, be it an interrupt, the folder is removed and the old output stands unchanged.
    `cache` is where it is noted down what the output looks like, so that the next build writes only what is new.
    `patience` is how long is waited for other programs to close what they hold, `key` signs the manifest.
    """
    foreign_in(output)
    sweep(output)
    earlier = read_earlier(output, dict(rows_of(output)), cache) if cache else Earlier(output)
    stage = Staged(output, output.parent / f".{output.name}.new-{os.getpid()}", earlier)
    try:
        yield stage
        stage.add(File(MANIFEST, stage.manifest(), "manifest"))
        if key:
            sign(stage.folder / MANIFEST, key)
        stage.kept = foreign_in(output)
        with kept_aside(output, stage.kept):
            put_in_place(stage.folder, output, output.parent / f".{output.name}.old-{os.getpid()}", patience)
    except BaseException:
        shutil.rmtree(stage.folder, ignore_errors=True)
        raise
    if cache:
        note_down(output, stage.rows, cache)
    with contextlib.suppress(Refusal):
        sweep(output)


def foreign_in(output: Path) -> list[str]:
    """Return what lies in the folders of an output and was made by no build, by its path.

    Raises Refusal where something else lies beside these folders, or where no build made them.
    """
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise Refusal(say("{folder} is not a folder", folder=str(output)))
    within: list[str] = []
    try:
        listed = [path for path, _ in rows_of(output)]
        ours = any((output / path).is_file() for path in listed)
        known = {*listed, MANIFEST, SIGNATURE, GONE} if ours else set()
        found = (path for path in files_below(output) if path not in known) if output.is_dir() else ()
        foreign = [path for path in found if not any(map(is_litter, path.split("/")))]
    except OSError as fault:
        raise cannot_write(output, fault) from fault
    if ours:
        foreign, within = [p for p in foreign if not p.startswith(_MADE)], [p for p in foreign if p.startswith(_MADE)]
    if not foreign:
        return within
    raise Refusal(
        say(
            "{folder} holds other files and is left as it is: {names}. Name an empty folder",
            folder=str(output),
            names=foreign[:_NAMED] + (["…"] if len(foreign) > _NAMED else []),
        )
    )


def rows_of(folder: Path) -> list[tuple[str, str]]:
    """Return path and SHA-256 of each file that the manifest in a folder lists; none where it is none of ours.

    Raises OSError where it cannot be read, so that a fault of the disk is not taken for an empty folder.
    """
    return [(str(row["path"]), str(row["sha256"])) for row in manifest_rows(folder)]


def manifest_rows(folder: Path) -> list[dict[str, object]]:
    """Return what the manifest in a folder says of each file; nothing where it is none of ours. Raises OSError."""
    try:
        whole = json.loads(read_if_there(folder / MANIFEST))
        listed = whole["files"] if whole["schema_version"] == SCHEMA_VERSION else []
        return [{**row, "path": row["path"], "sha256": row["sha256"]} for row in listed]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def is_ours(folder: Path) -> bool:
    """Return whether a folder is the output of a build: its manifest is one of ours and names a file that is there."""
    return any((folder / path).is_file() for path, _ in rows_of(folder))


def sweep(output: Path) -> None:
    """Clear what killed builds left; if one was killed between its two renames, put the old output back first.

    Raises Refusal.
    """
    try:
        left = sorted(output.parent.glob(f".{output.name}.old-*"))
        if left and not output.exists():
            left.pop().rename(output)
        unfinished = list(output.parent.glob(f".{output.name}.new-*"))
    except OSError as fault:
        raise cannot_write(output, fault) from fault
    for folder in [*left, *unfinished]:
        shutil.rmtree(folder, ignore_errors=True)
