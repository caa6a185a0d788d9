"""What a line begins with to be an item of a list: the marks of Markdown, and those of offices.

In comes a line and where its text begins; out comes a `Marker`. `-`, `*`, `+`, `1.` and `1)` make a list wherever they
stand. What offices type (`a)`, `A.`, `(1)`, `1/`, `1.1.`, `-một`, `✓`) may also begin a line of text, so it makes a
list only in a row, or under a line that ends in a colon. A blank is also one that does not break, as Word writes them.
"""

import re
from dataclasses import dataclass

_ALPHABETS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("abcdđeghiklmnopqrstuvxy"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
BLANK = " \t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
"""Blanks of a line, those of Word that do not break it included, as signs of a class."""
_LETTER = r"[^\W\d_]"
_B = f"[{BLANK}]"
_NO_DATE = rf"(?!\d{{1,2}}\.{_B}?\d{{1,2}}\.{_B}?(?:19|20)\d\d(?!\d))"
_SIGN = (
    r"(?:[\u2023\u2043\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|[0-9]\ufe0f?\u20e3)"
    r"[\ufe0f\u200d\u2640\u2642\U0001f3fb-\U0001f3ff]*"
)
_PLAIN_SIGN = re.compile(
    r"[=\u00bb-]|[\u2023\u2043\u2190-\u21ff\u25a0-\u25ff\u2756\u2794\u2798-\u27be\u2b00-\u2bff"
    r"\U0001f536-\U0001f53d\U0001f7e0-\U0001f7eb]"
)
"""Arrows, squares and the like, which say no more than any bullet."""
SIGNS_STYLE = "sign"
_SIGNS = re.compile(
    rf"""
      (?P<bullet>[-*+])(?={_B}|$)
    | (?P<number>{_NO_DATE}\d{{1,9}}[.)])(?={_B}|$)
    | (?P<dot>[•●○▪■◦·] | [o§Øü](?=\t))
    | (?P<sign>(?:[=-]>|»)(?={_B}) | {_SIGN}(?={_B}|{_LETTER}))
    | (?P<dash>[–—](?={_B}) | [-+](?={_LETTER}) | \*(?={_LETTER}[^*]*$))
    | (?P<office>
        \d{{1,3}}/(?={_B}) | \(\d{{1,3}}\)(?={_B}|{_LETTER}) | \d{{1,3}}[.)](?={_LETTER})
      | \d{{1,2}}(?:{_B}?[-–]|:)(?={_B}) | \[\d{{1,3}}\](?={_B})
      | {_NO_DATE}\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?(?={_B})
      | (?:[a-zđ]|[A-ZĐ]|[ivx]{{2,5}}|[IVX]{{2,5}})[.)/](?={_B}) | \((?:[a-zđ]|[ivx]{{2,5}})\)(?={_B})
      )
    """.replace(f"[{BLANK}]", "[" + BLANK.replace(" ", r"\ ").replace("\t", r"\t") + "]"),
    re.VERBOSE,
)
_LONGEST_NUMBER = 3
"""Figures of a number that makes a list wherever it stands; a longer one may be a year."""


@dataclass(frozen=True)
class Marker:
    """The mark of an item: marks of one `style` make one list; `values` is what it counts as, in several alphabets.

    `path` holds its figures (1.2), `end` is where its text begins to be looked for, `sure` whether it makes a list
    wherever it stands.
    """

    typed: str
    style: str
    end: int
    sure: bool
    values: tuple[int, ...] = ()
    path: str = ""

    @property
    def ordered(self) -> bool:
        """Return whether the mark counts."""
        return bool(self.values)

    @property
    def shown(self) -> str:
        """Return the mark where it must be shown as it was typed; empty where lists show it by themselves."""
        if self.style == SIGNS_STYLE:
            return "" if _PLAIN_SIGN.match(self.typed) else self.typed
        return "" if not self.values or re.fullmatch(r"\d+\.", self.typed) else self.typed

    @property
    def may_be_text(self) -> bool:
        """Return whether a line of text often begins so: an initial, a dash, a sign, a star of a note, a year."""
        year = self.path.isdigit() and len(self.path) > _LONGEST_NUMBER
        return year or self.style[0] in "A–*" or self.style == SIGNS_STYLE

    def follows(self, before: "Marker") -> bool:
        """Return whether the mark is the next one after another of its style."""
        pairs = zip(before.values, self.values, strict=False)
        return self.style == before.style and any(a and b == a + 1 for a, b in pairs)

    def is_under(self, outer: "Marker") -> bool:
        """Return whether the mark counts the parts of another one: 1.2 under 1."""
        return bool(outer.path) and self.path.rpartition(".")[0] == outer.path

    def begins_under(self, outer: "Marker") -> bool:
        """Return whether the mark is the first under another one and no figure: 1.1. under 1., 1.2.1 under 1.2."""
        figure = self.path.count(".") == 1 and self.typed == self.path
        return self.is_under(outer) and self.values == (1,) and not figure


def marker_at(line: str, at: int) -> Marker | None:
    """Return the mark that stands at an index of a line."""
    if not (match := _SIGNS.match(line, at)):
        return None
    typed, end, kind = match[0], match.end(), match.lastgroup
    if kind == "dot":
        return Marker(typed, typed, end, sure=True) if line[end:].strip() else None
    if kind == "sign":
        return Marker(typed, SIGNS_STYLE, end, sure=False)
    if kind in ("bullet", "dash"):
        return Marker(typed, "–" if typed == "—" else typed, end, sure=kind == "bullet")
    if _is_heading(typed, line[end:]):
        return None
    return _counting(typed, end, sure=kind == "number" and len(typed) <= _LONGEST_NUMBER + 1)


def _counting(typed: str, end: int, *, sure: bool) -> Marker:
    body = re.sub(r"\W*(\w.*\w|\w)\W*", r"\1", typed)
    before, _, after = typed.partition(body)
    if not body[0].isdigit():
        letter = "A" if body.isupper() else "a"
        return Marker(typed, before + letter + after, end, sure, _letter_values(body.lower()))
    outer, _, last = body.rpartition(".")
    return Marker(typed, f"{before}{outer}.1{after}" if outer else f"{before}1{after}", end, sure, (int(last),), body)


def _letter_values(letters: str) -> tuple[int, ...]:
    """Return what letters count as in the Latin and the Vietnamese alphabet and as a Roman number; 0 is no number."""
    return tuple(signs.index(letters) + 1 if letters in signs else 0 for signs in _ALPHABETS)


def _is_heading(typed: str, text: str) -> bool:
    """Return whether a line in capitals behind a capital or Roman number heads a part: II. KẾT QUẢ."""
    letters = [c for c in text if c.isalpha()]
    return typed[0].isupper() and len(letters) > 3 and text == text.upper()
