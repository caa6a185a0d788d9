"""Keeps the answers to the questions of `new` until the file is written, so that an interrupt does not lose them.

One file a kind of new file in the site's `.cache`, written after every answer, because a terminal may be closed without
a word. It may hold personal data, so only its owner may read it, and it is deleted when the new file is written or its
answers are declined. A broken or foreign file is an empty one.
"""

import json
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from guongsang.author.write import replace_files
from guongsang.cli.new.prompts import Typed
from guongsang.findings import Finding, Refusal
from guongsang.read.files import Found, read_file

_LIMIT = 10_000
"""How many characters an answer may have to be taken back from the file."""


@dataclass(frozen=True)
class Kept:
    """Answers of an earlier run: texts by field, those that were sure, and when the last was given."""

    texts: dict[str, str]
    sure: set[str]
    at: datetime


@dataclass
class KeptAnswers:
    """The file that keeps the answers of one kind of new file; `written` tells whether it holds those of this run."""

    root: Path
    kind: str
    written: bool = field(default=False)

    @property
    def file(self) -> str:
        """Return the path of the file from the site's root."""
        return f".cache/answers/{self.kind}.json"

    def read(self, fields: Iterable[str]) -> Kept | None:
        """Return the answers that are kept to questions that there are; None where there are none."""
        data = read_file(Found(self.file, self.root / self.file))
        if isinstance(data, Finding):
            return None
        try:
            return _kept(json.loads(data), frozenset(fields) - {"yes"})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    def keep(self, typed: Typed) -> None:
        """Write down what was typed; where that cannot be done, nothing is kept."""
        texts = {name: text for name, text in typed.texts.items() if name != "yes"}
        if not any(texts.values()):
            return
        at = datetime.now().isoformat(timespec="minutes")
        told = {"at": at, "answers": texts, "sure": sorted(typed.sure & texts.keys())}
        path = self.root / self.file
        self.written = False
        with suppress(OSError, Refusal, UnicodeError):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_symlink():
                path.touch(mode=0o600)
                replace_files({path: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()})
                self.written = True

    def delete(self) -> None:
        """Delete the file."""
        self.written = False
        with suppress(OSError):
            (self.root / self.file).unlink()


def _kept(told: dict[str, object], fields: frozenset[str]) -> Kept | None:
    """Return what the file says, as far as it is about these questions. Raises ValueError and the like."""
    answers, sure, at = told["answers"], told["sure"], datetime.fromisoformat(str(told["at"]))
    if not isinstance(answers, dict) or not isinstance(sure, list):
        return None
    texts = {name: text for name, text in answers.items() if name in fields and _can_be_typed(text)}
    if not any(texts.values()):
        return None
    return Kept(texts, {name for name in sure if name in texts}, at)


def _can_be_typed(text: object) -> bool:
    """Return whether a value of the file can have been typed at a question."""
    return (
        isinstance(text, str)
        and len(text) <= _LIMIT
        and not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text)
    )
