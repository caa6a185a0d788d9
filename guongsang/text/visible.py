"""Text without what steers a terminal or a program: such signs are written out (`\\x1b`)."""

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Write out the signs that steer a terminal or end a line."""
    return _STEERING.sub(lambda found: written_out(found[0]), text)


def written_out(char: str) -> str:
    """Write a sign as Python's escape of it."""
    return char.encode("unicode_escape").decode("ascii")
