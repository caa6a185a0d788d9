"""Finds personal data in a text: each stretch once, with its kind; nothing is looked up.

The text is searched as it is read (`text.readable`), so no way of typing hides a number, and the stretches are those
of the text as it was typed. The forms are those of Vietnam and, in words, of Vietnamese and English. Document numbers,
sums, dates, measures, ISBN, digests and addresses of the web are none.
Rules: the safeguard SAF-04, Law 91/2025/QH15 on personal data (basic and sensitive data).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guongsang.text.patterns import lazy
from guongsang.text.personal_data.accounts import ACCOUNT
from guongsang.text.personal_data.contact import HOME, LINKED_TELEPHONE, MAIL, SPELLED_TELEPHONE, TELEPHONE
from guongsang.text.personal_data.forms import GAP, Form, Held, Kind
from guongsang.text.personal_data.health import HEALTH
from guongsang.text.personal_data.numbers import CARD, IDENTITY, NUMBERS, PLATE, TRAVEL_DOCUMENT
from guongsang.text.personal_data.people import BIRTH, CHILD, POLITICS, RELATIVE
from guongsang.text.personal_data.signs import Pieces
from guongsang.text.personal_data.unmarked import UNMARKED_CHILD, UNMARKED_HEALTH, UNMARKED_RELATIVE
from guongsang.text.readable import Readable, text_of_markup


@dataclass(frozen=True)
class Personal:
    """A stretch of a text that holds personal data, and of what kind."""

    start: int
    end: int
    kind: str


_KINDS = (
    LINKED_TELEPHONE,
    *NUMBERS,
    IDENTITY,
    TRAVEL_DOCUMENT,
    TELEPHONE,
    SPELLED_TELEPHONE,
    CARD,
    PLATE,
    HOME,
    CHILD,
    UNMARKED_CHILD,
    BIRTH,
    RELATIVE,
    UNMARKED_RELATIVE,
    HEALTH,
    UNMARKED_HEALTH,
    POLITICS,
    MAIL,
    ACCOUNT,
)
_PIECES = Pieces(signs for kind in _KINDS for signs in (kind.looked_for, *(needs.signs for needs in kind.needs)))
_IN_ADDRESSES = (LINKED_TELEPHONE, ACCOUNT)
_WORDS = (SPELLED_TELEPHONE, RELATIVE, UNMARKED_RELATIVE, HEALTH, UNMARKED_HEALTH, POLITICS, MAIL, ACCOUNT)
_WITH_FIGURES = tuple(kind for kind in _KINDS if kind not in _WORDS)
_FIGURE = lazy(r"\d")
_MAYBE_ROW = lazy(r"\d[\W\d_]{5,}(?<=\d)")
_ROW_OF_FIGURES = lazy(r"\d(?:(?:[^\w\n]|_){0,3}\d){6}")
_ROW_OF_NUMBER = lazy(rf"\d(?:{GAP}\d){{6,}}")
_ROW_ANYHOW = lazy(r"\d(?:(?:[^\w\n]|_){0,3}\d){6,}")
_NO_DATA = lazy(
    r"(?:https?://|www\.)[^\s)>\]]+|\]\((?!tel:|mailto:|sms:|zalo|viber|callto:|whatsapp)[^)\s]{0,600}\)"
    r"|\bISBN(?:-1[03])?:?\s*[\d][\d –-]{8,16}[\dX]|\b97[89][- ]?\d[\d -]{7,12}\d(?!\d)",
    re.IGNORECASE,
)
"""Addresses of the web and numbers of books; an address that dials a number is looked at first."""
_SIGNS_OF_NO_DATA = ("://", "www.", "](", "isbn", "978", "979")
_ALIKE = {ord("ſ"): "s", ord("ı"): "i", ord("İ"): "i"}
"""Letters that patterns take for small ones where they do not mind capitals, though they are not made so."""
_ODD = tuple(map(chr, _ALIKE))
_NEAR = 120


def personal_in(text: str) -> Iterator[Personal]:
    """Find personal data in a text, each stretch once, addresses of the web aside."""
    readable = Readable.of(text)
    for found in _found(readable.text):
        yield Personal(*readable.typed(found.start, found.end), found.kind)


def personal_in_markup(raw: str) -> list[Personal]:
    """Return the personal data in a stretch of a raw file, with that which entities, escapes or Markdown part."""
    found = list(personal_in(raw))
    readable = Readable.of_markup(raw)
    if readable.text == raw:
        return found
    for one in _found(readable.text):
        start, end = readable.typed(one.start, one.end)
        if not any(start < other.end and other.start < end for other in found):
            found.append(Personal(start, end, one.kind))
    return found


def personal_figures_in(raw: str) -> Iterator[Personal]:
    """Find the personal data with figures in it in a stretch of a raw file, however its figures are parted."""
    text = text_of_markup(raw)
    every = list(_found(text, _WITH_FIGURES)) if _FIGURE.search(text) else []
    readable = Readable.of_markup(raw) if every else Readable(text)
    for found in every:
        yield Personal(*readable.typed(found.start, found.end), found.kind)


def _found(text: str, kinds: Iterable[Kind] = _KINDS) -> Iterator[Personal]:
    text = text.replace("\xa0", " ")
    small = _small(text)
    seen = _without_addresses(text, compared(small))
    held = held_by(small, seen)
    rows = [m.span() for m in _in_rows(_ROW_OF_FIGURES, seen)] if held.figures_anyhow else []
    taken = bytearray(len(text))
    for kind in kinds:
        if kind.signs and kind.looked_for.pieces.isdisjoint(held.pieces):
            continue
        places = _places(kind.looked_for.standing_in(small, held.pieces), small) if kind.signs else rows
        if kind.first_look:
            places = [m.span() for m in kind.first_look.finditer(seen)]
        forms = kind.possible(held) if places else []
        for start, end in _stretches(forms, text if kind in _IN_ADDRESSES else seen, places):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield Personal(start, start + len(text[start:end].rstrip(" .,;:-–(")), kind.name)


def held_by(small: str, seen: str) -> Held:
    """Return what a text holds of what forms need, from its small letters and from what is searched for figures."""
    letters = compared(small)
    pieces = _PIECES.held_by(small)
    return Held(letters, pieces if letters == small else pieces | _PIECES.held_by(letters), *longest_rows(seen))


def longest_rows(text: str) -> tuple[int, int]:
    """Return how many figures the longest row of a text has, with gaps as in numbers and with any signs between."""
    anyhow = _longest(_ROW_ANYHOW, text)
    return _longest(_ROW_OF_NUMBER, text) if anyhow else 0, anyhow


def compared(small: str) -> str:
    """Return small letters as patterns compare them that do not mind capitals."""
    return small.translate(_ALIKE) if any(letter in small for letter in _ODD) else small


def _longest(row: re.Pattern[str], text: str) -> int:
    """Return how many figures the longest row of a text has."""
    return max((sum(map(str.isdigit, match[0])) for match in _in_rows(row, text)), default=0)


def _in_rows(row: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the rows of figures of a text, which are looked for only where seven signs or more are no letters."""
    for match in _MAYBE_ROW.finditer(text):
        yield from row.finditer(text, *match.span())


def _without_addresses(text: str, small: str) -> str:
    """Return the text with lines for addresses of the web and numbers of books, which its small letters may hold."""
    if not any(sign in small for sign in _SIGNS_OF_NO_DATA):
        return text
    return _NO_DATA.sub(lambda m: "_" * len(m[0]), text)


def _stretches(forms: list[Form], text: str, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of some forms near some places, those of the first forms first."""
    windows = list(_around(places, len(text))) if forms else []
    for form in forms:
        for window in windows:
            for match in form.pattern.finditer(text, *window):
                if form.meant is None or form.meant(match):
                    yield match.span("it")


def _small(text: str) -> str:
    """Return the text in small letters, as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _places(signs: list[str], small: str) -> list[tuple[int, int]]:
    """Return where signs stand in a text in small letters, in order; one pattern of all would be slower."""
    places = []
    for sign in signs:
        at = small.find(sign)
        while at >= 0:
            places.append((at, at + len(sign)))
            at = small.find(sign, at + 1)
    return sorted(places)


def _around(places: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around places, so that only they are looked at closely."""
    window: tuple[int, int] | None = None
    for first, last in places:
        start, end = max(first - _NEAR, 0), min(last + _NEAR, length)
        if window and start > window[1]:
            yield window
            window = None
        window = (window[0] if window else start, end)
    if window:
        yield window
