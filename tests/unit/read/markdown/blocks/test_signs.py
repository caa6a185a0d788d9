"""What a line begins with that is no item of a list."""

import pytest

from guongsang.read.markdown.blocks.signs import (
    BEGIN_LEAVES,
    DEFINITION,
    FENCE,
    HEADING,
    JOINED_HEADING,
    RULE,
    underlines,
)
from guongsang.read.markdown.blocks.tables import is_delimiter

_BEHIND = (
    "",
    "a",
    "##",
    "# a",
    " a",
    "--",
    "- -",
    "**",
    "__",
    "``",
    "~~",
    "--|-",
    "-:|",
    "-|-|",
    "a]: b",
    "x]: <y> 't'",
    "==",
    " --|",
)


@pytest.mark.parametrize("behind", _BEHIND)
def test_whatever_begins_a_leaf_begins_with_one_of_its_signs(behind: str) -> None:
    """Lines that begin with any other letter are not held against the patterns."""
    for first in map(chr, range(33, 0x3100)):
        line = first + behind
        patterns = (DEFINITION, FENCE, HEADING, JOINED_HEADING, RULE)
        begins = any(p.match(line) for p in patterns) or underlines(line, [(0, "a")]) or is_delimiter(line, "a|b")
        assert first in BEGIN_LEAVES or not begins, line
