"""What is marked inside a line of text: the patterns of Python-Markdown, and those that it lacks."""

import re
import string
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as Inlines
from markdown.util import AtomicString

_LINE_BREAK = r"(?: {2,}|\\)\n"
_STAR_IN_FIGURES = r"(?<![*\\])(?:(?<=\d)\*(?=\w)|(?<=\w)\*(?=\d))(?!\*)"
_PATH = r"(?<![\w\\])(?:[A-Za-z]:\\(?=[\w.])|\\\\[\w.-]+\\)[^\s<>\"|`]*"
_STRUCK = r"(~~)(?![\s~])(.{1,2000}?)(?<![\s~])~~(?!~)"
_NOTE = r"\[\^([^\]\[\s]+)\]"
_ADDRESS = r"(?<![\w@.:/-])(?:https?://|www\.(?=\w))[^\s<>\"“”\x02\x03]{1,2000}"
_MAIL = r"(?<![\w.+@/:-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w@-])"
_BEHIND_ADDRESS = "?!.,:;*_~'’»…"
SIGNLESS = re.compile(r"[^`*_~^\\\[\]!<>&@\x02\x03]+")
"""A text in which none of the patterns is found, but for addresses."""
ADDRESSES = ("://", "www.")
"""What every address holds."""


def register_inlines(engine: Markdown, notes: Mapping[str, int]) -> None:
    """Add the patterns to an engine; `notes` has the labels of the notes of the text being read, with their numbers."""
    engine.ESCAPED_CHARS = list(string.punctuation)
    patterns = engine.inlinePatterns
    patterns.deregister("html")
    patterns.register(_NoteMark(_NOTE, notes), "note", 175)
    patterns.register(_Path(_PATH, engine), "path", 185)
    patterns.register(_Star(_STAR_IN_FIGURES, engine), "star", 172)
    patterns.register(_Address(_ADDRESS, engine), "address", 105)
    patterns.register(_Mail(_MAIL, engine), "mail", 104)
    patterns.register(SubstituteTagInlineProcessor(_LINE_BREAK, "br"), "linebreak", 100)
    patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)


_SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "path": ("\\",),
    "escape": ("\\",),
    "note": ("[^",),
    "star": ("*",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "address": ADDRESSES,
    "mail": ("@",),
    "linebreak": ("\n",),
    "entity": ("&",),
    "struck": ("~~",),
    "em_strong": ("*", "_"),
}
"""The signs of each pattern, at most two, one of which stands in whatever it finds."""
_BY_DEFINITION = ("reference", "image_reference", "short_reference", "short_image_ref")
"""The patterns that find nothing where no target is defined."""


class SignedInlines(Inlines):
    """Looks for a pattern only where one of its signs stands, which takes a quarter of the time.

    The name of its method is that of the private one that it replaces.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        names = sorted(_SIGNS, key=md.inlinePatterns.get_index_for_name)
        self._patterns = [
            (md.inlinePatterns[name], _SIGNS[name][0], _SIGNS[name][-1], name in _BY_DEFINITION) for name in names
        ]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Return a text with stand-ins for what the patterns from an index on find in it."""
        if isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(self._patterns)):
            pattern, sign, other, by_definition = self._patterns[index]
            if (sign not in data and other not in data) or (by_definition and not self.md.references):
                continue
            found, start = True, 0
            while found:
                data, found, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data


class _NoteMark(InlineProcessor):
    """Puts `sup` with the number of a note where the mark of a known note stands."""

    def __init__(self, pattern: str, notes: Mapping[str, int]) -> None:
        super().__init__(pattern)
        self.notes = notes

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        """Return the mark, or nothing where there is no such note."""
        if m[1] not in self.notes:
            return None, None, None
        mark = Element("sup", {"note": str(self.notes[m[1]])})
        mark.text = AtomicString("")
        return mark, m.start(), m.end()


class _Star(InlineProcessor):
    """Keeps the sign of multiplication between figures: 5*6."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the sign as one that marks nothing."""
        return _plain("*"), m.start(), m.end()


class _Path(InlineProcessor):
    """Keeps the backslashes of a path of Windows, and what stands behind them: C:\\*.docx."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the path with signs that mark nothing."""
        return "".join(_plain(char) for char in m[0]), m.start(), m.end()


class _Address(InlineProcessor):
    """Makes a link of an address that stands in the text as it is, without the marks of the sentence behind it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the link."""
        shown = _without_end(m[0])
        return _link(shown, shown if shown.startswith("http") else f"http://{shown}"), m.start(), m.start() + len(shown)


class _Mail(InlineProcessor):
    """Makes a link of a mail address that stands in the text as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the link."""
        return _link(m[0], f"mailto:{m[0]}"), m.start(), m.end()


def _plain(char: str) -> str:
    """Return a sign as the engine writes one that marks nothing; letters and figures stay."""
    return char if char.isalnum() else f"\x02{ord(char)}\x03"


def _link(shown: str, to: str) -> Element:
    link = Element("a", {"href": to})
    link.text = AtomicString(shown)
    return link


def _without_end(address: str) -> str:
    """Cut what belongs to the sentence: its marks, and a bracket that was opened before the address."""
    while True:
        kept = address.rstrip(_BEHIND_ADDRESS)
        for opening, closing in ("()", "[]"):
            if kept.endswith(closing) and kept.count(closing) > kept.count(opening):
                kept = kept[:-1]
        if kept == address:
            return kept
        address = kept
