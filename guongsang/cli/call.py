"""What holds for any command: the site's folder, the language of messages, the day; exit statuses and streams.

Findings and answers go to standard output, progress and reports to standard error.
"""

import os
import re
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import click

from guongsang import HOME
from guongsang.cli.streams import err
from guongsang.commands import Start
from guongsang.findings import Refusal
from guongsang.i18n.languages import base_of, is_language, proposed
from guongsang.i18n.messages import Catalogue, CatalogueError, Message, read_catalogue, say, say_n
from guongsang.read.data.catalogues import catalogue_files
from guongsang.read.data.loader import CONFIG_FILE
from guongsang.read.files import Found, read_file

DONE, FINDINGS, WRONG, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit statuses (contract, section 3)."""


@dataclass(frozen=True)
class Call:
    """What holds for any command: the site's folder, the catalogue of messages, the day."""

    root: Path
    catalogue: Catalogue
    today: date

    def tell(self, message: Message) -> str:
        """Write a message in the language of the call."""
        return self.catalogue.tell(message)

    def report(self, message: Message) -> None:
        """Print a message on standard error."""
        err(self.tell(message))


def in_colour() -> bool:
    """Colour only for a person at a terminal who has not said no (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def own_fault(fault: Exception) -> Message:
    """Write a fault of the program itself in one line that says where it lies; nothing was published by then."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return say(
        "a fault of the program itself, nothing was changed: {reason} ({file}, line {line}); please report it",
        reason=f"{type(fault).__name__} {fault}"[:200],
        file=Path(last.filename).name,
        line=str(last.lineno),
    )


def site_folder(root: str | None) -> Path:
    """Return the site's folder, by default the project's own. Raises Refusal where there is none."""
    folder = _root(root)
    if not folder.is_dir():
        missing = say("the folder {folder} does not exist", folder=str(root))
        raise Refusal(
            say("{file} is a file; name the folder of the site", file=str(root)) if folder.exists() else missing
        )
    return folder


def language(lang: str | None, catalogue: Catalogue) -> Catalogue:
    """Return the catalogue of messages. Raises click.BadParameter for a language that has none."""
    if lang and not (catalogue.words or (base_of(lang) == "en" and is_language(lang))):
        raise click.BadParameter(lang, param_hint="--lang")
    return catalogue


def day(today: str | None) -> date:
    """Return the day to judge by, today unless one is named as YYYY-MM-DD. Raises click.BadParameter."""
    if today is None:
        return date.today()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", today):
            return date.fromisoformat(today)
    except ValueError:
        pass
    raise click.BadParameter(today, param_hint="--today")


def _root(value: str | None) -> Path:
    return Path(value).resolve() if value else HOME


_LANGUAGES = re.compile(r"[\"']?languages[\"']?\s*:[\s\[\"'-]*([A-Za-z][A-Za-z0-9-]*)")


def find_catalogue(words: Sequence[str]) -> Catalogue:
    """Find the language of messages before anything is read: `--lang`, else the first of the site, else Vietnamese."""
    value = _value(words, "--root")
    return replace(_catalogue(_root(value), _value(words, "--lang")), start=_start(value))


def _start(root: str | None) -> Start:
    """Return how the program is started from the present folder, as build.py or build.bat, for this site."""
    name = "build.bat" if os.environ.get("GUONGSANG_STARTED_BY") == "build.bat" else "build.py"
    program = str(HOME / name)
    with suppress(OSError):
        if Path.cwd().resolve() == HOME:
            program = name if name == "build.py" else f".\\{name}"
    words = ("python", program) if name == "build.py" else (program,)
    return Start(words, _from_anywhere(root) if root and _root(root) != HOME else "")


def _from_anywhere(root: str) -> str:
    """Return a folder as it is named from any other; short where no link is in its way."""
    folder = Path(root).absolute()
    short = Path(os.path.normpath(folder))
    return str(short if short.resolve() == folder.resolve() else folder)


def _catalogue(root: Path, code: str | None) -> Catalogue:
    if not code:
        data = read_file(Found(CONFIG_FILE, root / CONFIG_FILE))
        config = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
        found = _LANGUAGES.search(re.sub(r"#.*", "", config))
        code = found[1] if found else "vi"
        code = code if is_language(code) else proposed(code) or code
    catalogue = Catalogue(code)
    for part in catalogue_files(code, root, HOME) if is_language(code) else ():
        data = read_file(part)
        with suppress(CatalogueError):
            catalogue = read_catalogue(data, code).laid_over(catalogue) if isinstance(data, bytes) else catalogue
    return catalogue


def _value(words: Sequence[str], option: str) -> str | None:
    """Return what an option is set to; the last time counts, as it does for click."""
    value = None
    before = words[: words.index("--")] if "--" in words else words
    for i, word in enumerate(before):
        if word == option and i + 1 < len(before):
            value = before[i + 1]
        elif word.startswith(option + "="):
            value = word.partition("=")[2]
    return value


@dataclass
class Progress:
    """Tells how far long work has come: one line, rewritten, only to a person at a terminal and only after a second."""

    call: Call
    begun: float = field(default_factory=time.monotonic)

    def tell(self, done: int, total: int) -> None:
        """Print that so many files of so many are made."""
        if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or time.monotonic() - self.begun < 1:
            return
        line = self.call.tell(say_n("Made {done} of {n} file…", "Made {done} of {n} files…", n=total, done=done))
        err(f"\r{line}" if done < total else "\r" + " " * len(line) + "\r", nl=False)
