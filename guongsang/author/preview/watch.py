"""Watches the files of a site: the only room that imports watchfiles.

In comes a folder and what to call; it is called once for each batch of saves, after the last of them. New files are
seen whatever their date is. The folders that a site has are watched to the bottom; the site's own folder only at its
top, so that an output or an environment that lies there costs nothing. Network drives tell nothing of changes: there,
and where the system refuses to watch so many folders, the files are looked at several times a second instead.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import watchfiles

from guongsang import SOURCES
from guongsang.text.file_names import is_litter

_TOP = (*SOURCES, "site_config.yaml")
_LONGEST, _STILL = 400, 60
"""A batch ends when nothing has changed for 60 milliseconds, at the latest after 400."""


@dataclass(frozen=True)
class Watch:
    """What is watched, and the call that each batch of changes makes, one at a time."""

    root: Path
    others: Sequence[Path]
    changed: Callable[[], None]
    polling: bool = False
    stopping: threading.Event = field(default_factory=threading.Event)
    _one: threading.Lock = field(default_factory=threading.Lock)
    _moved: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Begin to watch, in threads that end with the program."""
        for work in (self._top, self._folders):
            threading.Thread(target=work, daemon=True).start()

    def stop(self) -> None:
        """End watching."""
        self.stopping.set()
        self._moved.set()

    def _top(self) -> None:
        """Watch the configuration, and which folders there are."""
        there = self._present()
        for batch in _batches([self.root], self.stopping, self.polling, deep=False, wanted=self._matters):
            if self._present() != there:
                there = self._present()
                self._moved.set()
            if batch:
                self._call()

    def _folders(self) -> None:
        """Watch the folders to the bottom, anew when one has come or gone; first look for what was saved meanwhile."""
        while not self.stopping.is_set():
            self._moved.clear()
            looked = False
            for batch in _batches(self._present(), self._moved, self.polling, deep=True, wanted=_is_no_leftover):
                if batch or not looked:
                    self._call()
                looked = True

    def _present(self) -> list[Path]:
        mine = [self.root / name for name in SOURCES]
        return [folder for folder in (*mine, *self.others) if folder.is_dir()]

    def _matters(self, _: watchfiles.Change, path: str) -> bool:
        return Path(path).name in _TOP

    def _call(self) -> None:
        with self._one:
            self.changed()


def _batches(
    paths: Sequence[Path],
    stop: threading.Event,
    polling: bool,
    *,
    deep: bool,
    wanted: Callable[[watchfiles.Change, str], bool],
) -> Iterator[set[tuple[watchfiles.Change, str]]]:
    """Yield the batches of changes until told to stop, an empty one where nothing has changed for a second."""
    if not paths:
        stop.wait()
        return
    for poll in (polling, True):
        try:
            yield from watchfiles.watch(
                *paths,
                watch_filter=wanted,
                debounce=_LONGEST,
                step=_STILL,
                stop_event=stop,
                rust_timeout=1000,
                yield_on_timeout=True,
                force_polling=poll,
                recursive=deep,
                ignore_permission_denied=True,
                raise_interrupt=False,
            )
            return
        except OSError:
            continue


def _is_no_leftover(_: watchfiles.Change, path: str) -> bool:
    """Leave out what editors and office programs put beside a file while they save it."""
    name = Path(path).name
    return not is_litter(name) and not name.startswith(".") and not name.endswith((".tmp", ".crdownload"))
