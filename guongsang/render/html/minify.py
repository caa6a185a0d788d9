"""Scripts and style sheets as they are published: the project's own without comments and blanks.

A script is read as texts, templates, regular expressions and the rest, so what stands inside them is never touched;
ends of lines stay where JavaScript may read them as the end of a statement. What is not understood is a template inside
a template, and a regular expression that begins with a blank. Of a style sheet go comments and the blanks around marks
that end or part something, so no text of a style sheet may hold such a mark with a blank. This is our own because the
libraries that do it lack wheels for Windows or weigh 4 MB.
"""

import re

_SCRIPT = re.compile(
    rb"""
    (?P<literal>
      '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `(?:\\.|[^`\\])*`
      | (?<=[(,=:\[!&|?{};>\s]) / (?![*/\s]) (?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+ /   # a regular expression
    )
    | (?P<gap> (?:\s|//[^\n]*|/\*.*?\*/)+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS_STATEMENT = re.compile(rb"[\w$)\]}'\"`+/\x80-\xff-]")
_BEGINS_STATEMENT = re.compile(rb"[\w$(\[{'\"`+/!~#\x80-\xff-]")
_WORD = re.compile(rb"[\w$#\x80-\xff]")

_CSS_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_CSS_BLANKS = re.compile(rb"\s*([{};,>])\s*|(?<=[\w)-]:)[ \t]+|(?<=^)\s+")
_CSS_LAST = re.compile(rb";+\}")


def minify(name: str, data: bytes) -> bytes:
    """Leave out of a script or style sheet what only its writers need; other files stay as they are."""
    data = data.replace(b"\r\n", b"\n") if name.endswith((".js", ".css")) else data
    if name.endswith(".js"):
        return _SCRIPT.sub(_without_gap, data.strip() + b"\n").lstrip()
    if name.endswith(".css"):
        return _CSS_LAST.sub(b"}", _CSS_BLANKS.sub(lambda m: m[1] or b"", _CSS_COMMENT.sub(b"", data))).strip() + b"\n"
    return data


def _without_gap(found: re.Match[bytes]) -> bytes:
    """Return a literal as it is; of blanks and comments the end of line or the one blank that something depends on."""
    if found["literal"]:
        return found[0]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if b"\n" in found[0] and _ENDS_STATEMENT.match(before) and _BEGINS_STATEMENT.match(after):
        return b"\n"
    if (_WORD.match(before) and _WORD.match(after)) or (before == after and before in (b"+", b"-")):
        return b" "
    return b""
