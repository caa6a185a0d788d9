"""Parts a text into lines for a drawing, where no browser does it; widths are reckoned from kinds of letters."""

import unicodedata

_WIDE, _BROAD, _CAPITAL, _NARROW, _USUAL = 1.0, 0.9, 0.7, 0.34, 0.59
_THIN = frozenset("iljtfrI1.,:;'’!|()[] ")


def width_of(text: str) -> float:
    """Return about how wide a text is, in heights of its letters."""
    return sum(map(_letter, unicodedata.normalize("NFC", text)))


def _letter(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", sign)
    if base[0] in _THIN:
        return _NARROW
    if base[0] in "mwMW":
        return _BROAD
    return _CAPITAL if sign.isupper() else _USUAL


def wrapped(text: str, width: float, most: int) -> list[str]:
    """Return the lines of a text, each about as wide as allowed; behind the last of `most` lines stands … for the rest.

    A word that is wider than a line is parted anywhere.
    """
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines and piece is word else piece
            if lines and piece is word and width_of(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _pieces(word: str, width: float) -> list[str]:
    """Return a word in one piece where it fits, else in as many as it needs."""
    if width_of(word) <= width:
        return [word]
    pieces = [""]
    for sign in word:
        if width_of(pieces[-1] + sign) > width and pieces[-1] and not unicodedata.combining(sign):
            pieces.append("")
        pieces[-1] += sign
    return pieces
