"""What a line begins with to be an item of a list: the marks of Markdown, and those of offices.

In comes a line and where its text begins; out comes a `Marker`. `-`, `*`, `+`, `1.` and `1)` make a list wherever they
stand. What offices type (`•`, `a)`, `A.`, `(1)`, `1/`, `1.1.`, `-một`) may also begin a line of text, so it makes a
list only in a row, or under a line that ends in a colon.
"""

import re
from dataclasses import dataclass

_ALPHABETS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("abcdđeghiklmnopqrstuvxy"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
_LETTER = r"[^\W\d_]"
_SIGNS = re.compile(
    rf"""
      (?P<bullet>[-*+])(?=[ \t]|$)
    | (?P<number>\d{{1,9}}[.)])(?=[ \t]|$)
    | (?P<dot>[•●○▪■◦·])
    | (?P<dash>[–—](?=[ \t])|[-+](?={_LETTER}))
    | (?P<office>
        \d{{1,3}}/(?=[ \t]) | \(\d{{1,3}}\)(?=[ \t]|{_LETTER}) | \d{{1,3}}[.)](?={_LETTER})
      | \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?(?=[ \t])
      | (?:[a-zđ]|[A-ZĐ]|[ivx]{{2,5}}|[IVX]{{2,5}})[.)](?=[ \t]) | \((?:[a-zđ]|[ivx]{{2,5}})\)(?=[ \t])
      )
    """,
    re.VERBOSE,
)


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
        return "" if not self.values or re.fullmatch(r"\d+\.", self.typed) else self.typed

    def follows(self, before: "Marker") -> bool:
        """Return whether the mark is the next one after another of its style."""
        pairs = zip(before.values, self.values, strict=False)
        return self.style == before.style and any(a and b == a + 1 for a, b in pairs)

    def is_under(self, outer: "Marker") -> bool:
        """Return whether the mark counts the parts of another one: 1.2 under 1."""
        return bool(outer.path) and self.path.rpartition(".")[0] == outer.path


def marker_at(line: str, at: int) -> Marker | None:
    """Return the mark that stands at an index of a line."""
    if not (match := _SIGNS.match(line, at)):
        return None
    typed, end, kind = match[0], match.end(), match.lastgroup
    if kind == "dot":
        return Marker(typed, typed, end, sure=True) if line[end:].strip() else None
    if kind in ("bullet", "dash"):
        return Marker(typed, typed, end, sure=kind == "bullet")
    if _is_heading(typed, line[end:]):
        return None
    return _counting(typed, end, sure=kind == "number")


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
