"""What a line begins with that is no item of a list: headings, rules, underlines, fences, notes, definitions."""

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence

HEADING = re.compile(r"(?P<level>#{1,6})(?P<text>[ \t\u00a0]+\S.*?)(?:[ \t]+#+)?[ \t]*$")
JOINED_HEADING = re.compile(r"(?P<level>#{2,6})(?P<text>[^#\s].*?)(?:[ \t]+#+)?[ \t]*$")
"""A heading without the blank that clerks forget; a single # before a word is none (#1, #hashtag)."""
RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE = re.compile(r"(?P<fence>`{3,})[^`]*$|(?P<tildes>~{3,})(?!~)")
NOTE = re.compile(r"\[\^(?P<label>[^\]\[\s]+)\]:")
DEFINITION = re.compile(
    r"\[(?P<label>(?!\^)(?:[^\[\]\\]|\\.)+)\]:[ \t]*(?:<(?P<inside>[^<>]*)>|(?P<to>[^\s<]\S*))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
BEGIN_LEAVES = frozenset("#`~=-*_|:[")
"""Signs with which headings, fences, underlines, rules, tables and definitions begin."""
_UNDERLINE = re.compile(r"(?:={2,}|-{3,})[ \t]*$")
_FENCE_END = re.compile(r"(`{3,}|~{3,})[ \t]*$")
_SENTENCE_ENDS = tuple(".:;,!?…")


def underlines(line: str, above: Sequence[tuple[int, str]]) -> int:
    """Return the level of the heading that a line makes of the paragraph above it, 0 if none.

    Hyphens below more than one line, or below a sentence, are a rule.
    """
    if not above or not _UNDERLINE.match(line):
        return 0
    if line[0] == "=":
        return 1
    return 2 if len(above) == 1 and not above[0][1].rstrip().endswith(_SENTENCE_ENDS) else 0


class Fences:
    """The ends of fenced code in a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.ends: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(lines):
            if match := _FENCE_END.match(line.strip()):
                self.ends[match[1][0]].append(i)

    def has_end(self, fence: str, number: int) -> bool:
        """Return whether a fence is closed behind a line."""
        later = self.ends[fence[0]]
        return any(len(self.lines[i].strip()) >= len(fence) for i in later[bisect.bisect(later, number) :])

    @staticmethod
    def is_end(line: str, fence: str) -> bool:
        """Return whether a line closes a fence."""
        match = _FENCE_END.match(line)
        return match is not None and match[1].startswith(fence)
