"""Safe repairs of texts: each is one step, a value in the order of `STEPS` or `STEPS_AFTER_FIELDS`.

A text without line ends of other systems and its path come in, the repaired text goes out, line by line as it was.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say
from guongsang.read.markdown.blocks.reader import read_blocks
from guongsang.read.markdown.source import fences_in, scan_markdown
from guongsang.read.odd_characters import BIDI, CONTROL, INVISIBLE, PRIVATE, language_of, lookalikes, replaced
from guongsang.read.source import read_text
from guongsang.read.yaml.front_matter import read_front
from guongsang.read.yaml.node import Node
from guongsang.read.yaml.parser import read_yaml
from guongsang.text.encodings import Misdecoding, legacy_misdecodings
from guongsang.text.mojibake import mojibake_misdecodings

_BULLET = re.compile(rf"^(\s*){PRIVATE.pattern}[ \t\xa0]*(?=\S)")
_BETWEEN = re.compile("[\x0b\x0c\u2028\u2029]+")


@dataclass(frozen=True)
class Step:
    """A repair of a text, known by its path, that leaves the number of its lines as it is, and how it is told."""

    repair: Callable[[str, str], str]
    says: Message


def _joined(text: str, file: str) -> str:
    return "\n".join(unicodedata.normalize("NFC", line) for line in text.split("\n"))


def _recoded(text: str, file: str) -> str:
    """Read rightly what is certain; one that changes nothing is left out."""
    for find in (mojibake_misdecodings, _legacy(file)):
        stretches = [s for s in find(text) if s.certain and "\n" not in s.meant]
        text = replaced(text, [(s.start, s.end, unicodedata.normalize("NFC", s.meant)) for s in stretches])
    return text


def _legacy(file: str) -> Callable[[str], list[Misdecoding]]:
    return lambda text: legacy_misdecodings(text, vietnamese=language_of(file) in ("vi", ""))


def _right_letters(text: str, file: str) -> str:
    return replaced(text, [(start, start + len(typed), right) for start, typed, right in lookalikes(text, file)])


def _bullets(text: str, file: str) -> str:
    """Write - for the bullets of Word's own fonts at the beginning of lines."""
    return "\n".join(_BULLET.sub(r"\1- ", line) for line in text.split("\n")) if PRIVATE.search(text) else text


def _blanks_behind_marks(text: str, file: str) -> str:
    """Put the blank behind a hyphen or plus that begins a line like an item of a list."""
    if not file.endswith(".md") or (source := read_text(text.encode("utf-8", "surrogatepass"), file)[0]) is None:
        return text
    front, _ = read_front(source)
    if source.text != text or front.node is None:
        return text
    scan = scan_markdown(text[front.body :])
    marks = [front.body + scan.index(end - 1) + 1 for _, end in read_blocks(scan.text).loose_marks]
    return replaced(text, [(at, at, " ") for at in marks if text[at - 1] in "-+" and not text[at : at + 1].isspace()])


def _seen_only(text: str, file: str) -> str:
    """Take out what nobody sees; what parted two words or lines leaves a blank. A byte-order mark is not touched."""
    text = _BETWEEN.sub(" ", text)
    return INVISIBLE.sub("", BIDI.sub("", CONTROL.sub("", text)))


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


STEPS = (
    Step(_joined, say("letters and marks in one (NFC)")),
    Step(_recoded, say("letters that were read in the wrong way")),
    Step(_right_letters, say("letters that only looked like the right ones")),
    Step(_bullets, say("- for the bullets of Word")),
    Step(_seen_only, say("no signs that nobody sees")),
    Step(_blanks_behind_marks, say("a blank behind the mark of an item")),
)
"""The repairs of signs, in the order in which they are made."""

STEPS_AFTER_FIELDS = (Step(_without_trailing_blanks, say("no blanks at the end of lines")),)
"""The repairs that need fields that can be read."""
