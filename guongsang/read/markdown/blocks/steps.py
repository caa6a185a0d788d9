"""Lines that each name a step or a part by its number (Bước 1: …, Điều 2. …, Một là, …), or a label and its value.

Nobody who types such lines one below the other means one line of text, though no empty line stands between them.
"""

import re
from collections.abc import Sequence

_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_STEP = re.compile(
    r"[*_]{0,3}(?:"
    r"(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)[ \u00a0](?P<number>\d{1,3}|[IVX]{1,5})[*_]{0,3}[.:)]"
    rf"|(?P<first>{'|'.join(_NUMBERS)}) là\b|thứ (?P<ordinal>{'|'.join(_ORDINALS)})\b"
    r"|(?<=[*_])(?P<bold>\d{1,3})[.)/] )",
    re.IGNORECASE,
)


_MARKER = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+")
_LABEL = re.compile(
    r"(?P<bold>[*_]{2})?(?P<label>[^\W\d_][^\n\d:*_.,;!?|\[\]<>]{0,39})(?(bold)(?::[*_]{2}|[*_]{2}:)|:)"
    r"[ \t\u00a0]+\S[^\n|]{0,79}"
)


def label_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines behind the first of a paragraph in which each line is a label with its value."""
    found: set[int] = set()
    block: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip(" \t\u00a0>"):
            block.append(number)
            continue
        if len(block) > 1 and _are_labelled([lines[at] for at in block]):
            found.update(block[1:])
        block = []
    return found


def _are_labelled(lines: Sequence[str]) -> bool:
    """Return whether each line is a label and a short value; those of an item of a list must be indented below it."""
    first, *others = (line.lstrip("> ") if line.startswith(">") else line for line in lines)
    marker = _MARKER.match(first.lstrip(" "))
    if marker and not all(line.startswith((" ", "\t")) for line in others):
        return False
    texts = [first.lstrip(" ")[marker.end() if marker else 0 :], *others]
    return all(_is_labelled(text.strip(" \t\u00a0")) for text in texts)


def _is_labelled(text: str) -> bool:
    match = _LABEL.fullmatch(text)
    return match is not None and match["label"][0].isupper() and len(match["label"].split()) <= 5


def step_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that name a step which follows another one further up in the same paragraph."""
    found = set()
    last: dict[str, int] = {}
    for number, line in enumerate(lines):
        text = line.lstrip(" \t\u00a0>")
        if not text.strip():
            last.clear()
        elif match := _STEP.match(text):
            word, value = _named(match)
            if last.get(word) == value - 1:
                found.add(number)
            last[word] = value
    return found


def _named(match: re.Match[str]) -> tuple[str, int]:
    """Return of what kind a step is, and which."""
    if match["first"]:
        return "là", _NUMBERS.index(match["first"].lower()) + 1
    if match["ordinal"]:
        return "thứ", _ORDINALS.index(match["ordinal"].lower()) + 1
    number = match["number"] or match["bold"]
    if number.isdigit():
        return (match["word"] or "").lower(), int(number)
    roman = number.upper()
    return match["word"].lower(), _ROMAN.index(roman) + 1 if roman in _ROMAN else 0
