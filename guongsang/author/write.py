"""Writes a writer's files: new ones all or none and never over an old one, changed ones in one step.

A file is written beside its place under a hidden name first, so that a full disk or a power cut leaves no half file.
"""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.i18n.system_faults import reason_of


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files of a site, all of them or none. Raises Refusal where one exists or cannot be written."""
    for file in files:
        _refuse(root, file)
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for file, data in files.items():
            path = root / file
            folders += _make_folders(path.parent)
            _place_new(path, data, file)
            made.append(path)
    except BaseException as fault:
        for path in made:
            with suppress(OSError):
                path.unlink()
        for folder in reversed(folders):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(fault, OSError):
            raise _refused(file, fault) from fault
        raise


def _refuse(root: Path, file: str) -> None:
    """Refuse what exists, also in other letters or as a broken link, and what would lie outside the site."""
    path = root / file
    same = path.parent.is_dir() and any(n.casefold() == path.name.casefold() for n in _names(path.parent))
    if same or os.path.lexists(path):
        raise Refusal(say("{file} exists already; nothing was changed", file=file))
    if not path.resolve().is_relative_to(root.resolve()):
        raise Refusal(say("{file} would lie outside the site; nothing was changed", file=file))


def _names(folder: Path) -> Iterable[str]:
    with suppress(OSError):
        return os.listdir(folder)  # noqa: PTH208
    return ()


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; give those that were made."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
    return missing[::-1]


def _place_new(path: Path, data: bytes, file: str) -> None:
    beside = _beside(path, data)
    try:
        try:
            os.link(beside, path)
        except FileExistsError:
            raise Refusal(say("{file} exists already; nothing was changed", file=file)) from None
        except OSError:  # a file system without hard links
            with path.open("xb") as handle:
                handle.write(data)
    finally:
        with suppress(OSError):
            beside.unlink()


def _beside(path: Path, data: bytes) -> Path:
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    with beside.open("xb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    return beside


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Put new bytes in place of files, their rights kept: all lie beside the old ones before the first is replaced.

    Raises Refusal; a file that may not be written is refused, although its folder would allow to replace it.
    """
    ready: dict[Path, Path] = {}
    path, replaced = Path(), False
    try:
        for path, data in files.items():
            if path.exists() and not (path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            ready[path] = _beside(path, data)
            with suppress(OSError):
                shutil.copymode(path, ready[path])
        for path, beside in ready.items():
            beside.replace(path)
            replaced = True
    except OSError as fault:
        raise _not_all(path.name, fault) if replaced else _refused(path.name, fault) from fault
    finally:
        for beside in ready.values():
            with suppress(OSError):
                beside.unlink()


def write_over(path: Path, data: bytes) -> None:
    """Write a file in one step, over what has its name, or into a device or pipe. Raises Refusal."""
    path = path.resolve()
    if path.is_file() or not path.exists():
        replace_files({path: data})
        return
    try:
        path.write_bytes(data)
    except OSError as fault:
        raise _refused(path.name, fault) from fault


def _not_all(file: str, fault: OSError) -> Refusal:
    reason = reason_of(fault)
    return Refusal(
        say("{file} cannot be written ({reason}); nothing more was changed", file=file, reason=reason), status=3
    )


def _refused(file: str, fault: OSError) -> Refusal:
    reason = reason_of(fault)
    return Refusal(say("{file} cannot be written ({reason}); nothing was changed", file=file, reason=reason), status=3)
