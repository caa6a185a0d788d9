"""Puts the site of an output into a web root in one step, and keeps what was there before as a release of its own.

All is copied beside the root, compared with the manifest and flushed to disk; then two folders change places. Whatever
fails before that leaves the root as it was; whatever is left to do afterwards is done by the next run.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guongsang.findings import Refusal
from guongsang.i18n.messages import say
from guongsang.publish.contents import Compared, compare, files_below, is_below
from guongsang.publish.exchange import put_in_place
from guongsang.publish.faults import cannot_write
from guongsang.publish.gone import carried
from guongsang.publish.locks import one_at_a_time
from guongsang.publish.patience import PATIENCE, Patience
from guongsang.publish.release import is_ours
from guongsang.publish.release_list import RELEASE_LIST, Release
from guongsang.publish.verify import SITE, listed_below
from guongsang.publish.web_root.copying import Carried, carry_over, copy_files, flush_folders, write_flushed
from guongsang.publish.web_root.notes import note_of, shows_withheld
from guongsang.publish.web_root.root import WebRoot
from guongsang.publish.withheld import Withheld, read_withheld
from guongsang.text.file_names import is_litter

KEPT = 5
"""How many releases are kept beside the one that is shown."""


@dataclass(frozen=True)
class Put:
    """What a publish did: the number of the release that is shown, its files, and whether it is new.

    `along` are files of others that stay, `replaced` those in whose place a file of the site lies now, `mended` files
    of the last release that somebody had altered or deleted. `dropped` are older releases that show what is withheld
    now, and were deleted; `left` those that could not be. `can_go_back` says whether the release before is kept whole.
    """

    number: int
    files: int
    is_new: bool
    along: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    dropped: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    can_go_back: bool = False


def put_release(root: WebRoot, output: Path, patience: Patience = PATIENCE) -> Put:
    """Put the site of an output into a web root. Raises Refusal, with the root as it was."""
    try:
        if not is_ours(output):
            raise Refusal(say("there is no built site in {folder}; build it first", folder=str(output)))
        with one_at_a_time(root.folder), one_at_a_time(output):
            files = _files_of(output)
            root.settle()
            return _Putting(root, output, files, read_withheld(output), patience).put()
    except OSError as fault:
        raise cannot_write(root.folder, fault) from fault


def _files_of(output: Path) -> dict[str, str]:
    """Return the files of the site in an output with their SHA-256. Raises Refusal, OSError."""
    files = listed_below(output, SITE)
    files.pop(RELEASE_LIST, None)
    for path in files:
        if not is_below(path):
            raise Refusal(
                say("the manifest in {folder} names {file}, which lies outside it", folder=str(output), file=path)
            )
    return files


@dataclass(frozen=True)
class _Putting:
    """A release on its way into a web root."""

    root: WebRoot
    output: Path
    files: Mapping[str, str]
    withheld: Withheld
    patience: Patience

    def put(self) -> Put:
        """Put the release there, unless it is there already. Raises Refusal, OSError."""
        now = self.root.release
        listed = now.files if now else {}
        state = compare(self.root.folder, listed) if self.root.folder.exists() else Compared((), (), ())
        foreign = [path for path in state.foreign if path not in self._ours]
        if now is None:
            self._refuse_unlike_root(foreign)
        stale = self._ours.intersection(state.foreign) - {RELEASE_LIST}
        if now and listed == self.files and state.is_whole and not stale:
            return self._cleared(Put(now.number, len(listed), False, tuple(foreign)))
        release = Release(self._next_number(bool(state.foreign)), self.files)
        with self._made(release, foreign) as (ready, taken):
            put_in_place(ready, self.root.folder, self.root.place(f"old-{release.number}"), self.patience)
        along, replaced = tuple(taken.along), tuple(taken.replaced)
        return self._finished(
            Put(release.number, len(self.files), True, along, replaced, (*state.missing, *state.altered)), listed
        )

    @property
    def _ours(self) -> set[str]:
        """Return the files that this site put somewhere once and has no more; nobody else's."""
        before = {*carried(self.output), *(path.removeprefix(SITE) for path in self.withheld.files)}
        return (before | {RELEASE_LIST}) - self.files.keys()

    def _next_number(self, before: bool) -> int:
        """Return the number of the new release; what lies in the root and never was one needs a number too."""
        highest = max([self.root.number, *self.root.kept])
        return highest + (2 if before and not self.root.number else 1)

    def _refuse_unlike_root(self, foreign: list[str]) -> None:
        """Refuse a folder of other people's documents: it has folders unknown to the site, and no front page."""
        tops = {path.partition("/")[0] for path in self.files}
        strange = [p for p in foreign if "/" in p and p.partition("/")[0] not in tops and not p.startswith(".")]
        strange = [path for path in strange if not any(map(is_litter, path.split("/")))]
        if strange and "index.html" not in foreign:
            raise Refusal(
                say(
                    "{folder} holds other files and is no web root: {names}. Name an empty folder, or one that has an"
                    " index.html",
                    folder=str(self.root.folder),
                    names=[*strange[:3], *(["…"] if len(strange) > 3 else [])],
                )
            )

    @contextlib.contextmanager
    def _made(self, release: Release, foreign: list[str]) -> Iterator[tuple[Path, Carried]]:
        """Yield a release that is ready, and what went along into it; it goes if it does not get into the root."""
        root = self.root
        root.open_store()
        new, ready = root.place(f"new-{os.getpid()}"), root.place(f"ready-{release.number}")
        try:
            new.mkdir()
            copy_files(self.output / SITE, new, release.files)
            taken = carry_over(root.folder, new, foreign)
            write_flushed(new / RELEASE_LIST, release.data)
            write_flushed(root.place(f"{release.number}.json"), note_of(self.output, self.withheld).data)
            flush_folders(new)
            new.rename(ready)
            flush_folders(root.store, below=False)
            yield ready, taken
        except BaseException:
            with contextlib.suppress(OSError):
                if root.number != release.number:
                    for folder in (new, ready):
                        shutil.rmtree(folder, ignore_errors=True)
                    root.place(f"{release.number}.json").unlink(missing_ok=True)
                    root.close_store()
            raise

    def _finished(self, put: Put, listed: Mapping[str, str]) -> Put:
        """Do what is left once the release is shown; what fails here is done by the next run."""
        with contextlib.suppress(OSError):
            flush_folders(self.root.folder.parent, below=False)
        with contextlib.suppress(OSError):
            self._take_late(put.number, listed)
            self.root.settle()
            return self._cleared(put)
        return put

    def _take_late(self, number: int, listed: Mapping[str, str]) -> None:
        """Take along what others put into the root while the release was made ready. Raises OSError."""
        for name in (f"ready-{number}", f"old-{number}"):
            if (before := self.root.place(name)).is_dir():
                known = {*listed, *self._ours}
                carry_over(before, self.root.folder, [path for path in files_below(before) if path not in known])

    def _cleared(self, put: Put) -> Put:
        """Delete releases that show what is withheld now, and then the oldest; say so. Raises OSError."""
        wrong = [number for number in self.root.kept if shows_withheld(self.root, number, self.withheld)]
        dropped = tuple(number for number in wrong if self.root.drop(number))
        for number in [number for number in self.root.kept if number not in wrong][:-KEPT]:
            self.root.drop(number)
        kept = self.root.kept
        for note in self.root.store.glob("*.json"):
            if note.stem.isdecimal() and int(note.stem) not in (*kept, self.root.number):
                note.unlink()
        left = tuple(number for number in wrong if number not in dropped)
        before = max((number for number in kept if number < put.number), default=None)
        can_go_back = before is not None and before not in left and not put.mended
        return replace(put, dropped=dropped, left=left, can_go_back=can_go_back)
