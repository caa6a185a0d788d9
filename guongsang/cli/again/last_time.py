"""Tells again what a call told last time, where nothing that it read has changed since.

What `build` and `check` tell depends on the words of the call, where and how it was typed, the day, the files of the
site and of the program, and the output. All of this is looked at before anything else of the program is imported; if it
is as it was, the lines of that time are written again, with the same status. A command says itself whether what it told
will hold (`streams.lasts`).
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from guongsang import HOME, SOURCES
from guongsang.cache import Cache
from guongsang.cli.again.seen import Seen, UnsureError, seen_below, stamp_of
from guongsang.cli.line.words import command_in, folder_named, in_front, value_of
from guongsang.cli.streams import Line, in_colour, recorded, write

OF_A_SITE = (*SOURCES, "site_config.yaml")
"""What of a site's folder is read."""
PROGRAM = ("guongsang", "templates", "static", "locales", "docs/codes.md", "fonts.json", "requirements.lock.txt")
"""What of the project's folder is read."""
FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
)
"""Where systems keep fonts; they matter to a site that is printed in some of them."""
_LASTING = (0, 1, 2)
"""The exit statuses of runs that came to their end."""
_AT_ANY_TIME = 1 << 63
"""Later than any change: sizes and times are enough."""


class Kept(NamedTuple):
    """What is kept of a call: when it began, stamps of what it read and wrote, how it ended, what it told.

    The time is in nanoseconds since 1970; `fonts` is None where fonts of the machine do not matter.
    """

    since: int
    sources: str
    fonts: str | None
    output: str
    status: int
    lines: Sequence[Line]


class LastTime(NamedTuple):
    """A call that may be told again: the name that it is kept under, its site, what it publishes into, if it does."""

    name: str
    root: Path
    output: Path
    publishes: bool

    def tell_or(self, run: Callable[[], int]) -> int:
        """Tell again what was told last time; else run the call, and keep what it tells if that will hold."""
        now = time.time_ns()
        try:
            seen = seen_below([*(self.root / name for name in OF_A_SITE), *(HOME / name for name in PROGRAM)])
            kept = self._kept()
            if kept and self._holds(kept, seen):
                return self._told(kept, seen, now)
            sources = stamp_of(seen, now)
        except UnsureError:
            return run()
        with recorded() as recording:
            status = run()
        if recording.lasting and status in _LASTING:
            with suppress(UnsureError):
                fonts = _stamp_of_fonts() if recording.fonts else None
                self._keep(Kept(now, sources, fonts, self._stamp_of_output(), status, recording.lines))
        return status

    def _told(self, kept: Kept, seen: Sequence[Seen], now: int) -> int:
        """Tell what is kept; young files that were looked at byte by byte need not be so the next time."""
        for name, text, nl in kept.lines:
            write(text, name, nl=nl)
        if any(one.is_young(kept.since) for one in seen):
            self._keep(kept._replace(since=now, sources=stamp_of(seen, now)))
        return kept.status

    def _holds(self, kept: Kept, seen: Sequence[Seen]) -> bool:
        """Return whether everything is as it was then."""
        return (
            stamp_of(seen, kept.since) == kept.sources
            and self._stamp_of_output() == kept.output
            and (kept.fonts is None or _stamp_of_fonts() == kept.fonts)
        )

    def _stamp_of_output(self) -> str:
        """Return what the output looks like, with what a killed build may have left beside it."""
        if not self.publishes:
            return stamp_of(seen_below([self.output / "manifest.json"]), _AT_ANY_TIME)
        left = [path for end in ("old", "new") for path in self.output.parent.glob(f".{self.output.name}.{end}-*")]
        return stamp_of(seen_below([self.output, *left]), _AT_ANY_TIME)

    def _kept(self) -> Kept | None:
        data = self._cache.known(self.name, lambda: b"[]")
        with suppress(ValueError, TypeError):
            return Kept(*json.loads(data))
        return None

    def _keep(self, kept: Kept) -> None:
        self._cache.put(self.name, json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        self._cache.sweep()

    @property
    def _cache(self) -> Cache:
        return Cache(self.root / ".cache" / "told")


def last_time(typed: Sequence[str]) -> LastTime | None:
    """Return the call that was typed, if it is one that may be told again and names the folder of a site."""
    words = in_front(list(typed))
    command = command_in(words)
    root, output = folder_named(value_of(words, "--root")), value_of(words, "--output")
    if command not in ("build", "check") or "--timings" in words or not (root / "site_config.yaml").is_file():
        return None
    day = value_of(words, "--today") or time.strftime("%Y-%m-%d")
    around = (str(Path.cwd()), os.environ.get("GUONGSANG_STARTED_BY"), str(HOME), sys.version, in_colour())
    name = blake2b(json.dumps([words, day, *around]).encode(), digest_size=16).hexdigest()
    return LastTime(name, root, Path(output).absolute() if output else root / "output", command == "build")


def _stamp_of_fonts() -> str:
    return stamp_of(seen_below(Path(name).expanduser() for name in FONTS), _AT_ANY_TIME)
