"""Commands of this program that its messages recommend, as values until it is known how the reader would type them.

A finding is made without knowing how the program was started, or for which site. So it holds a `Command`, and whoever
tells it writes the whole line (`Start.typed`), which works as it stands: in cmd, PowerShell and a POSIX shell, for any
site, in the reader's present folder. This is the one place that writes such a line.
"""

import os
import re
import shlex
from dataclasses import dataclass

_PLAIN = {"nt": re.compile(r"[\w:.\\/-]+"), "posix": re.compile(r"[\w:./-]+")}


@dataclass(frozen=True, slots=True)
class Command:
    """A command to be typed: its words, and whether it works on the site that is meant (`test` does not)."""

    words: tuple[str, ...]
    of_site: bool = True


def command(*words: str) -> Command:
    """Make a command that works on the site."""
    return Command(words)


@dataclass(frozen=True, slots=True)
class Start:
    """How this program is started where its reader is: the words in front, and the folder of a site not its own."""

    words: tuple[str, ...] = ("python", "build.py")
    root: str = ""

    def __str__(self) -> str:
        """Write the words that stand before a command."""
        return " ".join(quoted(word) for word in self.words)

    def typed(self, command: Command) -> str:
        """Write a command as it is to be typed."""
        site = ("--root", self.root) if self.root and command.of_site else ()
        return " ".join([str(self), *(quoted(word) for word in (*command.words, *site))])

    def retyped(self, text: str) -> str:
        """Write the commands in a text for people, which stand there as `python build.py …`, for this start."""
        return re.sub(r"`python\s+build\.py\s([^`]+)`", lambda m: f"`{self.typed(Command(tuple(m[1].split())))}`", text)


def quoted(word: str, system: str = os.name) -> str:
    """Write a word so that a shell takes it for one: in double quotes, which all shells know, where it needs any."""
    if _PLAIN[system].fullmatch(word):
        return word
    if system == "nt":
        return f'"{word}\\"' if word.endswith("\\") else f'"{word}"'
    return shlex.quote(word) if re.search(r'["$`\\!]', word) else f'"{word}"'
