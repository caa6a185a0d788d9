"""Scripts as they are published: the project's own without comments and indentation, so that readers load little.

Only what is sure without reading JavaScript is left out: comments on lines of their own and blanks at the beginning of
lines. So no text of a script may go over several lines.
"""

import re

_COMMENT = re.compile(rb"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_BLANKS = re.compile(rb"^\s+", re.MULTILINE)


def slim(script: bytes) -> bytes:
    """Leave out of a script whole lines of comment, indentation and empty lines."""
    return _BLANKS.sub(b"", _COMMENT.sub(b"", script.replace(b"\r\n", b"\n")))
