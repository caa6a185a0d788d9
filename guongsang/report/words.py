"""The words of findings as every form shows them: paths and sentences without what steers a terminal or a program.

A path may hold any sign that a file system takes, and so may a value that a sentence names. Whatever cannot be seen
there is written out (`\\x1b`), and personal data in the name of a file is covered as it is in a sentence.
"""

from functools import lru_cache

from guongsang.commands import Command
from guongsang.findings import Finding
from guongsang.i18n.messages import Catalogue, Message
from guongsang.judge.people.masking import masked
from guongsang.report import masking
from guongsang.text.visible import visible, written_out

_STOPS = (".", "!", "?", "…", ":", "。", "។", "။", "؟")


def message_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what is wrong."""
    return visible(masking.message_of(finding, catalogue))


def hint_of(finding: Finding, catalogue: Catalogue) -> str:
    """Return what to do about it."""
    return visible(masking.hint_of(finding, catalogue))


@lru_cache(maxsize=4096)
def shown_path(path: str) -> str:
    """Return a path to be shown: what cannot be seen is written out, personal data in a name covered."""
    written = "".join(c if c.isprintable() or c == " " else written_out(c) for c in path)
    return "/".join(_without_personal_data(name) for name in written.split("/"))


def _without_personal_data(name: str) -> str:
    """Cover personal data in the name of a file or folder, with its endings and without."""
    stem, dot, endings = name.partition(".")
    return masked(masked(stem) + dot + endings)


def in_sentences(finding: Finding, catalogue: Catalogue) -> str:
    """Return what is wrong and what to do about it as two sentences on one line."""
    told = [
        (finding.message, message_of(finding, catalogue)),
        (finding.hint, hint_of(finding, catalogue)),
    ]
    return " ".join(_sentence(text, message, catalogue) for message, text in told if text)


def _sentence(text: str, message: Message, catalogue: Catalogue) -> str:
    """Begin with a capital what does not begin with a value; end with a full stop what does not end with a command."""
    if not _first_place(message, catalogue):
        text = text[:1].upper() + text[1:]
    return text if text.endswith(_STOPS) or _ends_with_command(message, catalogue) else f"{text}."


def _first_place(message: Message, catalogue: Catalogue) -> bool:
    """Return whether a sentence begins with what stands in one of its places."""
    parts = [part for part in catalogue.parts(message) if part != ""]
    first = parts[0] if parts else ""
    if isinstance(first, Message):
        return _first_place(first, catalogue)
    return catalogue.pattern(message).startswith("{")


def _ends_with_command(message: Message, catalogue: Catalogue) -> bool:
    parts = [part for part in catalogue.parts(message) if part != ""]
    last = parts[-1] if parts else ""
    return isinstance(last, Command) or (isinstance(last, Message) and _ends_with_command(last, catalogue))
