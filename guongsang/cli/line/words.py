"""The words of a command line, before anything is known of them. Imports nothing, as each call begins here."""

from collections.abc import Sequence
from pathlib import Path

from guongsang import HOME

EVERYWHERE = ("--root", "--lang", "--today")
"""The options that may stand before or after any command."""


def in_front(words: list[str]) -> list[str]:
    """Bring the options that may stand anywhere to the front, and name the command `build` where none is named."""
    front: list[str] = []
    rest: list[str] = []
    while words:
        word = words.pop(0)
        if word == "--":
            rest += [word, *words]
            break
        if word in EVERYWHERE:
            front += [word, *words[:1]]
            words = words[1:]
        elif word.partition("=")[0] in EVERYWHERE:
            front.append(word)
        else:
            rest.append(word)
    alone = rest[:1] in (["--help"], ["-h"], ["--version"])
    if not alone and (not rest or rest[0].startswith("-")):
        rest.insert(0, "build")
    return front + rest


def value_of(words: Sequence[str], option: str) -> str | None:
    """Return what an option is set to; the last time counts, as it does for click."""
    value = None
    before = words[: words.index("--")] if "--" in words else words
    for i, word in enumerate(before):
        if word == option and i + 1 < len(before):
            value = before[i + 1]
        elif word.startswith(option + "="):
            value = word.partition("=")[2]
    return value


def folder_named(root: str | None) -> Path:
    """Return the folder that `--root` names, the project's own where it names none."""
    return Path(root).resolve() if root else HOME


def command_in(words: Sequence[str]) -> str | None:
    """Return the command that words name, behind the options that may stand anywhere."""
    rest = list(words)
    while rest and rest[0].partition("=")[0] in EVERYWHERE:
        del rest[: 1 if "=" in rest[0] else 2]
    return rest[0] if rest else None
