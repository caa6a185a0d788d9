"""A web root and the releases that are kept beside it, each in a folder of its own, named by its number.

A release says itself which number it has, by the list that lies in it. So it can be told what a killed run left: the
folder of a release that is ready bears its number, and the root tells whether it got there.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.contents import digest_of_file, files_below
from guongsang.publish.faults import cannot_read
from guongsang.publish.release import is_ours
from guongsang.publish.release_list import RELEASE_LIST, Release, read_release
from guongsang.publish.sources import refuse_source

_CLOSED = 0o700
_NOBODY = "web.config"
_REFUSE_ALL = """<?xml version="1.0" encoding="utf-8"?>
<configuration><system.webServer><security><requestFiltering>
<verbs allowUnlisted="false" />
</requestFiltering></security></system.webServer></configuration>
"""
"""Tells IIS to answer nothing from this folder, should it lie in what it shows; elsewhere the modes say so."""


@dataclass(frozen=True)
class WebRoot:
    """The folder that a web server shows, without links on the way; `store` beside it holds the other releases."""

    folder: Path

    @property
    def store(self) -> Path:
        """Return where the releases lie that are not shown."""
        return self.folder.parent / f".{self.folder.name}.releases"

    @property
    def release(self) -> Release | None:
        """Return the release that is shown; None where none of ours is."""
        return read_release(self.folder)

    @property
    def number(self) -> int:
        """Return the number of the release that is shown, 0 where none of ours is."""
        release = self.release
        return release.number if release else 0

    @property
    def kept(self) -> list[int]:
        """Return the numbers of the releases that are kept, oldest first. Raises OSError."""
        return sorted(int(path.name) for path in self._named("[0-9]*") if path.name.isdecimal())

    @property
    def foreign(self) -> list[str]:
        """Return the files in the root that its release did not put there. Raises OSError."""
        return foreign_in(self.folder)

    def place(self, name: int | str) -> Path:
        """Return the folder of a release that is kept, or of one on its way."""
        return self.store / str(name)

    def _named(self, pattern: str) -> list[Path]:
        """Return what lies in the store under a name of some form; a folder that cannot be read is no empty one."""
        found = self.store.iterdir() if self.store.is_dir() else ()
        return sorted(path for path in found if fnmatchcase(path.name, pattern))

    def open_store(self) -> None:
        """Make the folder of the releases, which nobody else may look into. Raises OSError."""
        self.store.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            self.store.chmod(_CLOSED)
        if not (self.store / _NOBODY).exists():
            (self.store / _NOBODY).write_text(_REFUSE_ALL, encoding="utf-8")

    def close_store(self) -> None:
        """Remove the folder of the releases where none is in it."""
        with contextlib.suppress(OSError):
            if [path.name for path in self.store.iterdir()] == [_NOBODY]:
                shutil.rmtree(self.store)

    def drop(self, number: int) -> bool:
        """Delete a release that is kept, and return whether that could be done; it is gone at once or not at all."""
        with contextlib.suppress(OSError):
            gone = self.place(number).rename(self.place(f"new-without-{number}"))
            shutil.rmtree(gone, ignore_errors=True)
            return True
        return False

    def settle(self) -> None:
        """Bring to an end, or undo, what a killed run began. Raises OSError."""
        aside = self._named("old-*")
        if aside and not self.folder.exists():
            aside.pop().rename(self.folder)
        for folder in aside:
            self._keep(folder)
        for folder in self._named("ready-*"):
            if folder.name == f"ready-{self.number}":
                self._keep(folder)
            else:
                shutil.rmtree(folder, ignore_errors=True)
        for folder in self._named("new-*"):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in (self.place(number) for number in self.kept):
            release = read_release(folder)
            if release and str(release.number) != folder.name:
                self._keep(folder)

    def _keep(self, folder: Path) -> None:
        """Put what lay in the root among the releases, under its number; what never was a release becomes one."""
        release = read_release(folder)
        if release is None:
            strange = set(self.foreign)
            found = [path for path in files_below(folder) if path not in strange]
            if not found:
                shutil.rmtree(folder, ignore_errors=True)
                return
            release = Release(self.number - 1, {path: digest_of_file(folder / path) for path in found})
            (folder / RELEASE_LIST).write_bytes(release.data)
        if self.place(release.number).exists():
            shutil.rmtree(folder, ignore_errors=True)
        else:
            folder.rename(self.place(release.number))


def foreign_in(folder: Path) -> list[str]:
    """Return the files of a folder that its release does not list; all, where there is none. Raises OSError."""
    release = read_release(folder)
    ours = {*release.files, RELEASE_LIST} if release else set()
    return [path for path in files_below(folder) if path not in ours] if folder.is_dir() else []


def find_root(folder: Path, output: Path, sources: Iterable[Path]) -> WebRoot:
    """Return the web root that a folder is, or becomes. Raises Refusal where none can be.

    Neither may the sources or an output lie in it, nor it in them, and it must have a folder around it to move in.
    """
    try:
        return _found(folder, output, sources)
    except OSError as fault:
        raise cannot_read(folder, fault) from fault


def _found(folder: Path, output: Path, sources: Iterable[Path]) -> WebRoot:
    real, made = folder.resolve(), output.resolve()
    if real.exists() and not real.is_dir():
        raise Refusal(say("{folder} is not a folder", folder=str(folder)))
    if not real.parent.is_dir():
        raise Refusal(say("the folder {folder} does not exist", folder=str(real.parent)))
    if os.path.ismount(real):
        raise Refusal(
            say("{folder} is a whole disk or share, which cannot be replaced; name a folder in it", folder=str(folder))
        )
    refuse_source(sources, folder)
    if is_ours(real) or made.is_relative_to(real):
        raise Refusal(say("{folder} is no place to publish into; name a folder of its own", folder=str(folder)))
    return WebRoot(real)
