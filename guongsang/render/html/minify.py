"""Scripts and style sheets as they are published: the project's own without comments and blanks.

Only what is sure without reading the language is left out: of a script comments on lines of their own and blanks at the
beginning of lines, so no text of a script may go over several lines; of a style sheet comments, and blanks around marks
that end or part something, so no text of a style sheet may hold such a mark with a blank.
"""

import re

_COMMENT = re.compile(rb"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_BLANKS = re.compile(rb"^\s+", re.MULTILINE)
_CSS_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_CSS_BLANKS = re.compile(rb"\s*([{};,>])\s*|(?<=[\w)-]:)[ \t]+|(?<=^)\s+")
_CSS_LAST = re.compile(rb";+\}")


def minify(name: str, data: bytes) -> bytes:
    """Leave out of a script or style sheet what only its writers need; other files stay as they are."""
    data = data.replace(b"\r\n", b"\n") if name.endswith((".js", ".css")) else data
    if name.endswith(".js"):
        return _BLANKS.sub(b"", _COMMENT.sub(b"", data))
    if name.endswith(".css"):
        return _CSS_LAST.sub(b"}", _CSS_BLANKS.sub(lambda m: m[1] or b"", _CSS_COMMENT.sub(b"", data))).strip() + b"\n"
    return data
