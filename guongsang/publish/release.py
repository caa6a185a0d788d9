"""Puts a finished build in the place of the last one, in one step.

Each file is written into a folder beside the target as soon as it is made, so that none is held in memory. When all are
there, the two folders change places: on Linux in a single call of the kernel, elsewhere by two renames, the first of
which is undone if the second fails. So a build that is
killed leaves the last good output as it was; what it left beside it is swept away by the next one. A lock lets one
build run at a time. A folder that holds something else than our own output is never touched.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TypeAlias

from guongsang.cache import Cache
from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.i18n.system_faults import reason_of
from guongsang.publish.earlier import Earlier, note_down, read_earlier
from guongsang.publish.exchange import exchanged, swap_by_renaming
from guongsang.text.file_names import is_litter

MANIFEST = "manifest.json"
SCHEMA_VERSION = 1


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
    _folders: set[str] = field(default_factory=set)

    def add(self, file: File) -> None:
        """Write a file, or link the same one of the last output. Raises Refusal."""
        if self.link(file, digest := hashlib.sha256(file.data).hexdigest()):
            return
        try:
            Path(self._place(file)).write_bytes(file.data)
        except OSError as fault:
            raise _cannot_write(self.output, fault) from fault
        self._note(file, digest)

    def link(self, file: File, digest: str) -> bool:
        """Link a file of the last output that has a SHA-256; its bytes need not be known. Raises Refusal."""
        try:
            linked = self.earlier.link(file.path, digest, self._place(file))
        except OSError as fault:
            raise _cannot_write(self.output, fault) from fault
        if linked:
            self._note(file, digest)
        return linked

    def _place(self, file: File) -> str:
        """Return where a file belongs, in a folder that is there; as text, which is five times as fast as a path."""
        folder, _, name = f"{self.folder}/{file.path}".rpartition("/")
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{folder}/{name}"

    def _note(self, file: File, digest: str) -> None:
        row = {"path": file.path, "sha256": digest, "kind": file.kind, "lang": file.lang, "source": file.source}
        self.rows[file.path] = row

    def manifest(self) -> bytes:
        """List all files with their SHA-256, sorted by path."""
        whole = {"schema_version": SCHEMA_VERSION, "files": [self.rows[path] for path in sorted(self.rows)]}
        return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


@contextlib.contextmanager
def one_at_a_time(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder. Raises Refusal if another build holds it or nothing can be written."""
    lock = output.parent / f".{output.name}.lock"
    with _held(lock, output):
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                lock.unlink()


def _held(lock: Path, output: Path) -> IO[bytes]:
    """Open and lock the file of a lock; one that its last holder removed meanwhile is no lock any more."""
    while True:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            handle = lock.open("a+b")
        except OSError as fault:
            raise _cannot_write(output, fault) from fault
        if not _locked(handle.fileno()):
            handle.close()
            raise Refusal(
                say("another build is writing to {folder}; try again when it is done", folder=str(output)), status=3
            )
        if _still_there(lock, handle):
            return handle
        handle.close()


def _still_there(lock: Path, handle: IO[bytes]) -> bool:
    """Return whether an open file is the one that lies at a path."""
    try:
        return os.path.samestat(os.fstat(handle.fileno()), lock.stat())
    except OSError:
        return False


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def staged(output: Path, cache: Cache | None = None) -> Iterator[Staged]:
    """Yield a folder to write into, which takes the place of the output in the end. Raises Refusal.

    Whatever goes wrong before that, be it an interrupt, the folder is removed and the old output stands unchanged.
    `cache` is where it is noted down what the output looks like, so that the next build writes only what is new.
    """
    _refuse_foreign(output)
    sweep(output)
    earlier = read_earlier(output, dict(rows_of(output)), cache) if cache else Earlier(output)
    stage = Staged(output, output.parent / f".{output.name}.new-{os.getpid()}", earlier)
    try:
        yield stage
        stage.add(File(MANIFEST, stage.manifest(), "manifest"))
        _swap(stage.folder, output)
    except BaseException:
        shutil.rmtree(stage.folder, ignore_errors=True)
        raise
    if cache:
        note_down(output, stage.rows, cache)
    sweep(output)


def _refuse_foreign(output: Path) -> None:
    """Refuse a folder with something in it that no build of ours made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise Refusal(say("{folder} is not a folder", folder=str(output)))
    if not output.is_dir():
        return
    names = {path.name for path in output.iterdir() if not is_litter(path.name)}
    if names and not (is_ours(output) and names <= {MANIFEST, "site", "office"}):
        raise Refusal(say("{folder} holds other files and is left as it is; name an empty folder", folder=str(output)))


def rows_of(folder: Path) -> list[tuple[str, str]]:
    """Return path and SHA-256 of each file that the manifest in a folder lists; none where it is none of ours."""
    return [(str(row["path"]), str(row["sha256"])) for row in manifest_rows(folder)]


def manifest_rows(folder: Path) -> list[dict[str, object]]:
    """Return what the manifest in a folder says of each file; nothing where it is none of ours."""
    try:
        whole = json.loads((folder / MANIFEST).read_bytes())
        listed = whole["files"] if whole["schema_version"] == SCHEMA_VERSION else []
        return [{**row, "path": row["path"], "sha256": row["sha256"]} for row in listed]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def is_ours(folder: Path) -> bool:
    """Return whether a folder is the output of a build: its manifest is one of ours and names a file that is there."""
    return any((folder / path).is_file() for path, _ in rows_of(folder))


def _swap(staged: Path, output: Path) -> None:
    """Put a folder in the place of the output. Raises Refusal."""
    try:
        if not output.exists():
            staged.rename(output)
        elif not exchanged(staged, output):
            swap_by_renaming(staged, output, output.parent / f".{output.name}.old-{os.getpid()}")
    except OSError as fault:
        raise _cannot_write(output, fault) from fault


def sweep(output: Path) -> None:
    """Clear what killed builds left; if one was killed between its two renames, put the old output back first."""
    left = sorted(output.parent.glob(f".{output.name}.old-*"))
    if left and not output.exists():
        left.pop().rename(output)
    for folder in [*left, *output.parent.glob(f".{output.name}.new-*")]:
        shutil.rmtree(folder, ignore_errors=True)


def _cannot_write(output: Path, fault: OSError) -> Refusal:
    return Refusal(
        say(
            "{folder} cannot be written ({reason}); nothing was changed",
            folder=str(output),
            reason=reason_of(fault),
        ),
        status=3,
    )
