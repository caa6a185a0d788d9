"""Lists of documents by key, and how they are written.

A document in a list is a stamp: its number x 4 + how much the place weighs where the key stands in it. A key is two
words: the folded and the exact form of a word, or the folded forms of a pair of neighbours. Lists are first made of a
few documents, then joined; of what is written only the distance over each joint has to be made anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SIGNS = "".join(chr(n) for n in range(0x23, 0x7F) if chr(n) not in "\\<")[:90]
APART = "\0"
"""Stands between the two words of a key, below all letters, so keys have the order of their words."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of a few documents by key: the first and the last stamp of each (below 256), and what follows the first.

    Keys, and what follows, are one text each, a line for each key: there are very many, and so they are light.
    """

    keys: str
    firsts: bytes
    lasts: bytes
    rests: str


def lists_of(stamps: Mapping[str, Sequence[int]], codes: Sequence[str]) -> Lists:
    """Make lists of the stamps of each key, which are in their order."""
    return Lists(
        "\n".join(stamps),
        bytes([own[0] for own in stamps.values()]),
        bytes([own[-1] for own in stamps.values()]),
        "\n".join([_steps(own, codes) if len(own) > 1 else "" for own in stamps.values()]),
    )


def joined(groups: Iterable[tuple[int, Lists]], codes: Sequence[str]) -> dict[str, str]:
    """Join the lists of groups of documents, each with how many these are, and write them by key."""
    written: dict[str, str] = {}
    ends: dict[str, int] = {}
    base = 0
    for documents, some in groups:
        rows = zip(some.firsts, some.lasts, some.keys.split("\n"), some.rests.split("\n"), strict=False)
        for first, last, key, rest in rows:
            begun = written.get(key)
            if begun is None:
                written[key] = codes[base + first] + rest
            else:
                written[key] = begun + codes[base + first - (ends[key] | 3) - 1] + rest
            ends[key] = base + last
        base += 4 * documents
    return written


def written(stamps: Sequence[int], codes: Sequence[str]) -> str:
    """Write a list of stamps, each as the documents left out before it, x 4 + weight."""
    return codes[stamps[0]] + _steps(stamps, codes)


def _steps(stamps: Sequence[int], codes: Sequence[str]) -> str:
    """Write all stamps of a list but the first."""
    return "".join([codes[stamp - (last | 3) - 1] for last, stamp in pairwise(stamps)])


def codes_below(many: int) -> list[str]:
    """Write the numbers up to a count: digits of base 45, the last one in the first half of 90 signs, the others in the
    second."""
    codes = list(SIGNS[:45])
    for number in range(45, many):
        ahead, last = divmod(number, 45)
        prefix = ""
        while ahead:
            ahead, digit = divmod(ahead - 1, 45)
            prefix = SIGNS[45 + digit] + prefix
        codes.append(prefix + SIGNS[last])
    return codes


def in_order(keys: Iterable[str]) -> list[str]:
    """Sort keys by their UTF-16, as JavaScript does; it matters only where letters above U+FFFF occur."""
    found = list(keys)
    whole = "".join(found)
    has_large = len(whole.encode("utf-16-le")) > 2 * len(whole)
    return sorted(found, key=lambda key: key.encode("utf-16-be")) if has_large else sorted(found)
