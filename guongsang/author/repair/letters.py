"""Safe repairs of one file: bytes in, repaired bytes and what was repaired out.

Only what is certain is changed: the form of Unicode, letters of a wrong table that turn into Vietnamese, signs nobody
sees, dates in date fields, what keeps YAML from being read. Comments, order, line ends and a byte-order mark stay.
Words and names keep their spelling; where the tone mark stands is never touched. A repaired file has nothing left to
repair, so repairing twice is repairing once.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from guongsang.author.repair.fields import repair_fences, repair_fields
from guongsang.author.repair.meant_values import Meant, with_meant_values
from guongsang.author.repair.steps import STEPS, STEPS_AFTER_FIELDS, Step
from guongsang.i18n.messages import Message, say
from guongsang.judge.people.masking import masked
from guongsang.read.odd_characters import BIDI, CONTROL, INVISIBLE, language_of
from guongsang.text.encodings import certainly_meant, named
from guongsang.text.personal_data.search import personal_in_markup

_BREAK = re.compile(r"\r\n|\r|\n")
_ROUNDS = 8
_BOM = "\ufeff"


@dataclass(frozen=True)
class Change:
    """What was repaired, and on which lines (from 1) of the file as it was."""

    what: Message
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Repair:
    """A file before and after; `changes` is empty where nothing was to be done, or nothing could be done surely."""

    file: str
    before: bytes
    data: bytes
    changes: tuple[Change, ...] = ()


def repair(data: bytes, file: str, meant: Iterable[Meant] = ()) -> Repair:
    """Repair the bytes of a file, known by its path from the site's root; the same bytes where nothing is certain.

    `meant` is what is known to belong at places of the file.
    """
    text, changed = _decoded(data, file)
    if text is None:
        return Repair(file, data, data)
    done = [(1, changed)] if changed else []
    if not changed:
        text, done = with_meant_values(text, meant)
    for _ in range(_ROUNDS):
        better, more = _once(text, file)
        if better == text:
            changes = _gathered(done)
            return Repair(file, data, text.encode("utf-8") if changes else data, changes)
        text, done = better, done + more
    return Repair(file, data, data)


def difference(repaired: Repair) -> str:
    """Show a repair as a unified diff; signs that nobody sees are written out as <U+200B>."""
    old = _shown(_decoded(repaired.before, repaired.file, as_is=True)[0] or "")
    new = _shown(repaired.data.decode("utf-8", "replace"))
    lines = difflib.unified_diff(old, new, repaired.file, repaired.file, n=1, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _shown(text: str) -> list[str]:
    hidden = re.compile(rf"(?!\t)(?:{CONTROL.pattern}|{BIDI.pattern}|{INVISIBLE.pattern})")
    lines = _BREAK.split(text.removeprefix(_BOM))
    return [_covered(hidden.sub(lambda m: f"<U+{ord(m[0]):04X}>", line), hidden.sub("", line)) for line in lines]


def _covered(shown: str, line: str) -> str:
    """Cover personal data; where signs that nobody sees part it, the line is shown without them."""
    return masked(shown if len(personal_in_markup(shown)) >= len(personal_in_markup(line)) else line)


def _gathered(done: list[tuple[int, Message]]) -> tuple[Change, ...]:
    """Put the lines of the same repair together, in the order in which they were made."""
    lines: dict[str, list[int]] = {}
    messages: dict[str, Message] = {}
    for line, what in done:
        messages.setdefault(what.text, what)
        lines.setdefault(what.text, []).append(line)
    return tuple(Change(messages[text], tuple(sorted(set(rows)))) for text, rows in lines.items())


def _decoded(data: bytes, file: str, *, as_is: bool = False) -> tuple[str | None, Message | None]:
    """Decode a file; one in another encoding only if that is certain. `as_is` gives any text, to show it."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if as_is and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("latin-1"), None
    match named(data, vietnamese=language_of(file) in ("vi", "")):
        case None:
            return None, None
        case encoding, text:
            if not certainly_meant(text):
                return None, None
            return text.removeprefix(_BOM), say("UTF-8 instead of {encoding}", encoding=encoding)


def _once(text: str, file: str) -> tuple[str, list[tuple[int, Message]]]:
    """Make every repair once, line by line where lines stand for themselves."""
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    ends = _BREAK.findall(text)
    clean = "\n".join(_BREAK.split(text))
    clean, done = _stepped(clean, file, STEPS)
    lines = clean.split("\n")
    if file.endswith(".md"):
        count = len(lines)
        done += repair_fences(lines)
        ends = ends[count - len(lines) :] if len(lines) <= count else [*ends, *ends[-1:]]
    clean, mended = repair_fields("\n".join(lines), file)
    clean, trimmed = _stepped(clean, file, STEPS_AFTER_FIELDS)
    text = "".join(line + end for line, end in zip(clean.split("\n"), [*ends, ""], strict=True))
    return bom + text, [*done, *mended, *trimmed]


def _stepped(text: str, file: str, steps: Iterable[Step]) -> tuple[str, list[tuple[int, Message]]]:
    """Take steps one after the other; give the text and the lines that each changed."""
    done: list[tuple[int, Message]] = []
    for step in steps:
        better = step.repair(text, file)
        done += [(row, step.says) for row in _rows(text, better)]
        text = better
    return text, done


def _rows(before: str, after: str) -> list[int]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [row for row, (a, b) in enumerate(pairs, 1) if a != b]
