"""The one reader of contributors' files.

In comes a folder and a path below it; out come bytes, or a finding that says why not. A link is never followed,
nothing outside the folder is opened, only ordinary files are read, and never more than a limit, so that a pipe, a
device or a huge file (over 1 MB) cannot hold up a build.
"""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import Message, say
from guongsang.i18n.system_faults import reason_of
from guongsang.text.file_names import is_litter

CONFIG_FILE = "site_config.yaml"
TEXT_LIMIT = 1_000_000
PICTURE_LIMIT = 20_000_000


@dataclass(frozen=True)
class Found:
    """A file of the site: its path from the root with `/`, in NFC, and where it really lies."""

    file: str
    path: Path


def walk(root: Path, folder: str) -> tuple[list[Found], list[Finding]]:
    """List the files below a folder of the site in a fixed order; links are findings and are not entered.

    What other programs left there is passed over. Names are told in NFC, however they are written on disk.
    """
    found: list[Found] = []
    findings: list[Finding] = []
    _walk(root / folder, folder, found, findings)
    return found, findings


def _walk(path: Path, name: str, found: list[Found], findings: list[Finding]) -> None:
    for entry in _entries(path, findings, name):
        own = f"{name}/{unicodedata.normalize('NFC', entry.name)}"
        if entry.is_symlink() or _is_junction(entry):
            findings.append(
                find("symlink", Place(own), say("this is a link to another place"), say("put the file itself here"))
            )
        elif entry.is_dir(follow_symlinks=False):
            _walk(Path(entry.path), own, found, findings)
        else:
            found.append(Found(own, Path(entry.path)))


def _entries(path: Path, findings: list[Finding], folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        entries = [e for e in os.scandir(path) if not is_litter(e.name)]
        yield from sorted(entries, key=lambda e: unicodedata.normalize("NFC", e.name))
    except OSError as fault:
        findings.append(_unreadable(folder, fault))


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """A Windows junction is a link too (Python 3.12 can tell)."""
    check = getattr(entry, "is_junction", None)
    return bool(check and check())


def without_same_names(files: Iterable[Found]) -> tuple[list[Found], list[Finding]]:
    """Part off files whose names look the same, one in composed letters (NFC) and one in letters and marks (NFD)."""
    kept: dict[str, Found] = {}
    findings = []
    for item in sorted(files, key=lambda f: (f.file, not unicodedata.is_normalized("NFC", f.path.name), str(f.path))):
        if kept.setdefault(item.file, item) is not item:
            findings.append(
                find(
                    "name-collision",
                    Place(item.file),
                    say("two files have this name, which their systems wrote in different ways (NFC and NFD)"),
                    say("rename one of the two"),
                )
            )
    return list(kept.values()), findings


def read_file(found: Found, limit: int = TEXT_LIMIT) -> bytes | Finding:
    """Read an ordinary file of at most `limit` bytes."""
    try:
        before = found.path.lstat()
        if stat.S_ISLNK(before.st_mode):
            return find(
                "symlink", Place(found.file), say("this is a link to another place"), say("put the file itself here")
            )
        if not stat.S_ISREG(before.st_mode):
            return find(
                "unreadable-file", Place(found.file), say("this is not an ordinary file"), say("remove it from here")
            )
        if before.st_size > limit:
            return too_large(found.file, before.st_size, limit)
        with os.fdopen(_open(found.path), "rb") as handle:
            data = handle.read(limit + 1)
    except OSError as fault:
        return _unreadable(found.file, fault)
    return too_large(found.file, len(data), limit) if len(data) > limit else data


def read_head(found: Found, length: int) -> bytes | None:
    """Read the first bytes of an ordinary file; None where that cannot be done."""
    try:
        if not stat.S_ISREG(found.path.lstat().st_mode):
            return None
        with os.fdopen(_open(found.path), "rb") as handle:
            return handle.read(length)
    except OSError:
        return None


def _open(path: Path) -> int:
    return os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))


def too_large(file: str, size: int, limit: int) -> Finding:
    """Report that a file is over its limit."""
    return find(
        "too-large",
        Place(file),
        say("the file has {size} KB; the limit is {limit} KB", size=size // 1000, limit=limit // 1000),
        say("shorten the text, or make the picture smaller"),
    )


def seconds_for(data: bytes) -> float:
    """Return how many seconds of the processor may pass over the reading of a file, several times what it needs."""
    return 2 + len(data) / 250_000


def stopped(file: str, hint: Message) -> Finding:
    """Report that reading a file was stopped, because it took too long or too much memory."""
    message = say("reading this takes more time or memory than one file may have, so it was stopped")
    return find("too-large", Place(file), message, hint)


def _unreadable(file: str, fault: OSError) -> Finding:
    return find(
        "unreadable-file",
        Place(file),
        say("this cannot be opened ({reason})", reason=reason_of(fault)),
        say("see that the file exists and that you may read it"),
    )
