"""The word that was meant: "did you mean"."""

import re
from collections.abc import Iterable, Mapping

from guongsang.text.vietnamese import fold

_SEPARATORS = re.compile(r"[-_\s]+")


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate the writer most likely meant, or None where none is near.

    Marks, case, hyphens, underscores and spaces do not count; a wrong, missing, extra or swapped letter counts 1,
    and one slip is let pass for every three letters, three at the most. The first of equally near ones wins. Another
    number is never meant: of qlxd-01 and qlxd-02, of 2022 and 2023, each is as good as the other.
    """
    target = _bare(word)
    slips = min(len(target) // 3, 3)
    found, least, asked = None, slips + 1, _numbers(word)
    for candidate in candidates:
        if (numbers := _numbers(candidate)) and asked and numbers != asked:
            continue
        bare = _bare(candidate)
        distance = 0 if bare == target else _edit_distance(target, bare, least)
        if distance < least:
            found, least = candidate, distance
    return found


def one_letter_apart(left: str, right: str) -> bool:
    """Return whether two words differ by one wrong, missing, extra or swapped letter."""
    return _edit_distance(left, right, 2) == 1


def labelled(words: str, labels: Mapping[str, Iterable[str]]) -> str | None:
    """Return the name that some words are, or that bears them as a label, marks and case ignored; None where two do."""
    wanted = _bare(words)
    found = [name for name, texts in labels.items() if wanted and wanted in map(_bare, (name, *texts))]
    return found[0] if len(found) == 1 else None


def _numbers(word: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"[0-9]{1,15}", word)]


def _bare(word: str) -> str:
    return _SEPARATORS.sub("", fold(word))


def _edit_distance(left: str, right: str, enough: int) -> int:
    """Count the letters to change, drop, add or swap with their neighbour; stop counting at enough."""
    if abs(len(left) - len(right)) >= enough:
        return enough
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
