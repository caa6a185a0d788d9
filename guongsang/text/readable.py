"""A text as it is read, with a way back to where each letter of it was typed.

In comes a text as it was typed or decoded; out comes what a reader sees: letters composed and in their usual form,
figures of every script as 0 to 9, nothing of what nobody sees. `of_markup` reads a raw line or body too: entities,
escapes and the signs of Markdown are what they stand for, so that a stretch that was found in what is read can be
shown, or covered, in the file.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_PLAIN = re.compile(
    "[\t\n\x20-\x7e\u00a0\u00a7\u00ab\u00b7\u00bb\u00c0-\u024f\u1ea0-\u1eff"
    "\u2010-\u2026\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u25a0-\u25ff]*"
)
"""Text in composed Latin letters and usual signs, as nearly every text is; it is read as it stands."""
_UNSEEN = ("Cf", "Mn", "Me", "Cc")
_BLANK = (*_UNSEEN, "Zs", "Zl", "Zp", "Cn")
_NEVER_SHOWN = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u0332-\u0338\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Fillers, strokes through and lines under letters, and what chooses a form of the letter before."""
_MARKS_LIMIT = 30
_MARKUP = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9a-zA-Z]{2,31});"
    r"|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\w\s]|[_NLP])"
    r"|<!--.{0,800}?-->|\]\([^)\n]{0,600}\)|\[\^[^\]\n]{0,80}\]|\[|[*`~]+|(?<![^\W_])_+|_+(?![^\W_])",
    re.DOTALL,
)
_BLANKS = {"_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029"}


@dataclass(frozen=True)
class Readable:
    """A text as it is read; `starts` and `ends` say where each letter of it was typed, if that is elsewhere."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str) -> "Readable":
        """Return a text as it is read."""
        if _PLAIN.fullmatch(text):
            return cls(text)
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, cluster in _clusters(text):
            shown = _shown(cluster)
            out.append(shown)
            starts += [start] * len(shown)
            ends += [start + len(_without_tail(cluster))] * len(shown)
        return cls("".join(out), tuple(starts), tuple(ends))

    @classmethod
    def of_markup(cls, raw: str) -> "Readable":
        """Return a stretch of a raw file as it is read, whether it is Markdown or a value of YAML."""
        if not _MARKUP.search(raw):
            return cls.of(raw)
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        for match in (*_MARKUP.finditer(raw), None):
            first, after = match.span() if match else (len(raw), len(raw))
            out.append(raw[last:first])
            starts += range(last, first)
            ends += range(last + 1, first + 1)
            shown = _decoded(match[0]) if match else ""
            out.append(shown)
            starts += [first] * len(shown)
            ends += [after] * len(shown)
            last = after
        return cls.of("".join(out))._inside(starts, ends)

    def _inside(self, starts: list[int], ends: list[int]) -> "Readable":
        """Return the same reading with the places of a text around it."""
        if self.starts is None or self.ends is None:
            return Readable(self.text, tuple(starts), tuple(ends))
        inner = zip(self.starts, self.ends, strict=True)
        places = [(starts[first], ends[last - 1]) for first, last in inner]
        return Readable(self.text, tuple(first for first, _ in places), tuple(last for _, last in places))

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text as it was typed that gave a stretch of what is read, which is not empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def text_of_markup(raw: str) -> str:
    """Return the text alone of a stretch of a raw file as it is read, which is far quicker than its places."""
    return Readable.of(_MARKUP.sub(lambda match: _decoded(match[0]), raw)).text


def shows_anything(text: str) -> bool:
    """Return whether a reader sees anything of a text: marks on no letter and empty patterns of Braille are blanks."""
    return any(c.isascii() or unicodedata.category(c) not in _BLANK for c in text if c not in " \u2800")


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Part a text into letters with the marks and unseen signs that follow them, each with its index."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or text[i].isspace() or unicodedata.category(text[i]) not in _UNSEEN:
            yield start, text[start:i]
            start = i


def _shown(cluster: str) -> str:
    """Return a letter composed with its marks and in its usual form, without unseen signs; a figure is 0 to 9."""
    if cluster.isascii():
        return "".join(c for c in cluster if c.isprintable() or c.isspace())
    if (figure := unicodedata.decimal(cluster[0], None)) is not None:
        return str(figure)
    seen = "".join(c for c in cluster if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    return unicodedata.normalize("NFKC", _NEVER_SHOWN.sub("", seen[:_MARKS_LIMIT]))


def _without_tail(cluster: str) -> str:
    """Return a letter with its marks, without the unseen signs behind it."""
    end = len(cluster)
    while end > 1 and unicodedata.category(cluster[end - 1]) in ("Cf", "Cc"):
        end -= 1
    return cluster[:end]


def _decoded(typed: str) -> str:
    """Return what an entity, an escape or a sign of Markdown stands for in what is read."""
    if typed[0] == "&":
        return unescape(typed)
    if typed[0] != "\\":
        return ""
    if len(typed) > 2:
        number = int(typed[2:], 16)
        return chr(number) if number <= 0x10FFFF else ""
    return _BLANKS.get(typed[1], typed[1])
