"""Safe repairs of one file: bytes in, repaired bytes and what was repaired out.

Only what is certain is changed: the form of Unicode, letters of a wrong table that turn into Vietnamese, signs nobody
sees, dates in date fields, what keeps YAML from being read. Comments, order, line ends and a byte-order mark stay.
Words and names keep their spelling; where the tone mark stands is never touched. A repaired file has nothing left to
repair, so repairing twice is repairing once.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guongsang.author.repair.fields import repair_fences, repair_fields
from guongsang.i18n.messages import Message, say
from guongsang.read.markdown.source import fences_in
from guongsang.read.odd_characters import BIDI, CONTROL, INVISIBLE, PRIVATE, language_of, lookalikes, replaced
from guongsang.read.source import read_text
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml
from guongsang.report.masking import masked
from guongsang.text.encodings import Misdecoding, certainly_meant, legacy_misdecodings, mojibake_misdecodings, named
from guongsang.text.personal_data import personal_in

_BREAK = re.compile(r"\r\n|\r|\n")
_BULLET = re.compile(rf"^(\s*){PRIVATE.pattern}[ \t\xa0]*(?=\S)")
_BETWEEN = re.compile("[\x0b\x0c\u2028\u2029]+")
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


def repair(data: bytes, file: str) -> Repair:
    """Repair the bytes of a file, known by its path from the site's root; the same bytes where nothing is certain."""
    text, changed = _decoded(data, file)
    if text is None:
        return Repair(file, data, data)
    done = [(1, changed)] if changed else []
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
    return masked(shown if len(list(personal_in(shown))) >= len(list(personal_in(line))) else line)


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
    done: list[tuple[int, Message]] = []
    for step in (_joined, _recoded, _right_letters, _bullets, _seen_only):
        better = step(clean, file)
        done += [(row, _WHAT[step]) for row in _rows(clean, better)]
        clean = better
    lines = clean.split("\n")
    if file.endswith(".md"):
        count = len(lines)
        done += repair_fences(lines)
        ends = ends[count - len(lines) :]
    clean, mended = repair_fields("\n".join(lines), file)
    done += mended
    better = _without_trailing_blanks(clean, file)
    done += [(row, say("no blanks at the end of lines")) for row in _rows(clean, better)]
    lines = better.split("\n")
    return bom + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True)), done


def _rows(before: str, after: str) -> list[int]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [row for row, (a, b) in enumerate(pairs, 1) if a != b]


def _joined(text: str, file: str) -> str:
    return "\n".join(unicodedata.normalize("NFC", line) for line in text.split("\n"))


def _recoded(text: str, file: str) -> str:
    """Read rightly what is certain; a slip that leaves a stretch as it was is none."""
    for find_slips in (mojibake_misdecodings, _legacy(file)):
        slips = [s for s in find_slips(text) if s.sure and "\n" not in s.reads]
        text = replaced(text, [(s.start, s.end, unicodedata.normalize("NFC", s.reads)) for s in slips])
    return text


def _legacy(file: str) -> Callable[[str], list[Misdecoding]]:
    return lambda text: legacy_misdecodings(text, vietnamese=language_of(file) in ("vi", ""))


def _right_letters(text: str, file: str) -> str:
    return replaced(text, [(start, start + len(typed), right) for start, typed, right in lookalikes(text, file)])


def _bullets(text: str, file: str) -> str:
    """Write - for the bullets of Word's own fonts at the beginning of lines."""
    return "\n".join(_BULLET.sub(r"\1- ", line) for line in text.split("\n")) if PRIVATE.search(text) else text


def _seen_only(text: str, file: str) -> str:
    """Take out what nobody sees; what parted two words or lines leaves a blank. A byte-order mark is not touched."""
    text = _BETWEEN.sub(" ", text)
    return INVISIBLE.sub("", BIDI.sub("", CONTROL.sub("", text)))


_WHAT: dict[Callable[[str, str], str], Message] = {
    _joined: say("letters and marks in one (NFC)"),
    _recoded: say("letters that were read in the wrong way"),
    _right_letters: say("letters that only looked like the right ones"),
    _bullets: say("- for the bullets of Word"),
    _seen_only: say("no signs that nobody sees"),
}


def _without_trailing_blanks(text: str, file: str) -> str:
    """Cut blanks at the ends of lines; not in texts of several lines, not in code, and not two that break a line."""
    lines = text.split("\n")
    kept = set(_kept_lines(text, file))
    return "\n".join(line if i in kept else line.rstrip(" \t") for i, line in enumerate(lines))


def _kept_lines(text: str, file: str) -> Iterator[int]:
    """Yield the lines whose blanks at the end may mean something."""
    lines = text.split("\n")
    source, _ = read_text(text.encode("utf-8", "surrogatepass"), file)
    if source is None or source.text != text:
        yield from range(len(lines))
        return
    first = 0
    node: Node | None
    if file.endswith(".md"):
        front, _ = read_front(source)
        node, first = front.node, text.count("\n", 0, front.body)
        body = lines[first:]
        fenced, _ = fences_in(body, indent=True)
        for i, line in enumerate(body):
            breaks = line.endswith("  ") and line.strip() and i + 1 < len(body) and body[i + 1].strip()
            if i in fenced or breaks or line.startswith(("    ", "\t")):
                yield first + i
    else:
        node, _ = read_yaml(source)
        first = len(lines)
    if node is None:
        yield from range(first)
    else:
        for start, end in _scalars(node, text):
            yield from range(text.count("\n", 0, start), text.count("\n", 0, _end_of_blanks(text, end)))


def _end_of_blanks(text: str, end: int) -> int:
    """Go on over the blanks and line ends behind a text, which may belong to it."""
    return end + len(text[end:]) - len(text[end:].lstrip())


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of texts that may go over several lines."""
    if node.text is not None and "\n" in text[node.start : node.end]:
        yield node.start, node.end
    for member in (node.members or {}).values():
        yield from _scalars(member.node, text)
    for item in node.items or ():
        yield from _scalars(item, text)
