"""What holds for any command: the site's folder, the language of messages, the day; exit statuses and streams.

Findings and answers go to standard output, progress and reports to standard error.
"""

import os
import re
import sys
import time
import traceback
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from guongsang.cli.line.words import folder_named
from guongsang.cli.streams import err
from guongsang.findings import Refusal
from guongsang.i18n.languages import base_of, is_language
from guongsang.i18n.messages import Catalogue, Message, say, say_n

DONE, FINDINGS, WRONG, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit statuses."""


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
    folder = folder_named(root)
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
