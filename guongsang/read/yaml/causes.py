"""Why YAML cannot be read, in a clerk's words, and at the place that has to be mended.

A YAML parser complains where it gets stuck, which is often a line or fifty after the slip, and in the words of its
grammar. In come the text, the parser's complaint and its two marks; out comes the likeliest cause: a quotation mark
that is never closed, a colon without its space, a sign that cannot begin a value, a tab, a line that is not indented.
"""

import re
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say

_OPENED = re.compile(r"^[ ]*(?:- +)?(?:[^:#\n\"']*: +)?([\"'])(?P<rest>[^\n]*)$", re.MULTILINE)
_CURLY = re.compile(r"(?:^|[:\-{\[,]\s+)[“”„‟‘’«»]")
_STRAIGHT = say('put the whole text between straight quotes: "…"; the quotes “ ” that stand here do not count as such')
_QUOTE = say('put the whole text between quotes: "…"')


_BULLET = re.compile(r"[ \t]*(?P<sign>[–—•·+])[ \t]")


_WIDE_ITEM = re.compile(r" *-(?P<gap> {2,})(?P<rest>\S[^\n]*)")
_CLOSED_EARLY = re.compile(
    r" *(?:- +)?(?P<key>[\w-]+: +)"
    r"(?P<value>(?:\"[^\"\n]*\"|'[^'\n]*'|\[[^\[\]\n]*\]|\{[^{}\n]*\})(?P<more>[ ]*[^\s#,\]}][^\n]*))"
)
_WITH_BACKSLASH = re.compile(r" *(?:- +)?(?P<key>[\w-]+:) +\"(?P<value>[^\"'\\\n]*\\[^\"'\n]*)\"")


@dataclass(frozen=True)
class Cause:
    """What is wrong, from which index of the text to which, and what to do."""

    start: int
    end: int
    message: Message
    hint: Message


def explain(text: str, problem: str, at: int, began: int) -> Cause:
    """Find the likeliest cause of a parser's complaint at an index; `began` is where what it was reading began."""
    if sure := _two_blanks(text, at) or _goes_on(text, at) or _backslash(text, at, problem):
        return sure
    for words, cause in (
        ("mapping values are not allowed", _colon_inside),
        ("found a tab character", lambda text, at, began: _tab(text, text.find("\t", text.rfind("\n", 0, at) + 1))),
        ("cannot start any token", _sign),
        ("expected alphabetic or numeric character", _sign),
        ("expected whitespace or line break", _sign),
        ("block sequence entries are not allowed", _sign),
        ("expected comment or line break", _sign),
        ("could not find expected ':'", _no_colon),
    ):
        if words in problem:
            found = _unclosed(text, at) or cause(text, at, began)
            return (_bullet(text, at) if found.message is _DOES_NOT_FIT[0] else None) or found
    if "did not find expected ',' or" in problem and text[began : began + 1] in ("[", "{"):
        if text[at : at + 1] == ":" and "\n" not in text[began:at]:
            return _colon_inside(text, at, began)
        if "\n" in text[began:at] or not text[at:].strip():
            at = began
    message, hint = next(((m, h) for words, m, h in _CURES if words in problem), _NO_CURE)
    return _unclosed(text, at) or _bullet(text, at) or Cause(at, at + 1, message, hint)


def _two_blanks(text: str, at: int) -> Cause | None:
    """More than one blank behind the dash of an item whose further fields stand as if it were one."""
    line = text.rfind("\n", 0, at) + 1
    column = len(text[line:at]) if not text[line:at].strip() else -1
    while line > 0 and column > 0:
        line, end = text.rfind("\n", 0, line - 1) + 1, line - 1
        if found := _WIDE_ITEM.fullmatch(text, line, end):
            if column != found.start("gap") - line + 1 or column == found.start("rest") - line:
                return None
            return Cause(
                *found.span("gap"),
                say("the fields of this item do not begin in one column: two blanks stand behind the dash"),
                say("write one blank behind the dash: {line}", line=f"- {found['rest'].strip()}"),
            )
        if len(text[line:end]) - len(text[line:end].lstrip()) < column and text[line:end].strip():
            return None
    return None


def _goes_on(text: str, at: int) -> Cause | None:
    """A value that begins with a quotation mark or bracket and goes on behind its end: "5S" & tiết kiệm."""
    line = text.rfind("\n", 0, at) + 1
    end = text.find("\n", line)
    found = _CLOSED_EARLY.fullmatch(text, line, len(text) if end < 0 else end)
    if found is None:
        return None
    return Cause(
        found.start("more"),
        found.end("more"),
        say("the text goes on behind the sign that ends it"),
        say("put the whole text between quotes: {line}", line=found["key"] + quoted_value(found["value"])),
    )


def _backslash(text: str, at: int, problem: str) -> Cause | None:
    """A backslash between double quotes, as in the paths of Windows."""
    if not any(words in problem for words in ("escape", "hexdecimal", "hexadecimal")):
        return None
    line = text.rfind("\n", 0, at) + 1
    end = text.find("\n", line)
    found = _WITH_BACKSLASH.match(text[line : len(text) if end < 0 else end])
    if found is None:
        return None
    start = line + text[line:].index("\\")
    whole = f"{found['key'].strip()} '{found['value']}'"
    return Cause(
        start,
        start + 1,
        say("a backslash inside double quotes means something else"),
        say("put the text between single quotes: {line}", line=whole),
    )


def quoted_value(value: str) -> str:
    """Return a text between quotes, as YAML reads it unchanged."""
    value = value.strip()
    return f'"{value}"' if not set(value) & {'"', "\\"} else "'" + value.replace("'", "''") + "'"


def _bullet(text: str, at: int) -> Cause | None:
    """A dash or bullet of Word where the complaint is or on the line above, which begins no item of a list."""
    line = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    found = _BULLET.match(text, line) or _BULLET.match(text, above)
    if found is None:
        return None
    return Cause(
        *found.span("sign"),
        say("the sign {sign} begins no item of a list here", sign=found["sign"]),
        say("type - and a blank instead"),
    )


def _unclosed(text: str, at: int) -> Cause | None:
    """Find the first quotation mark before the complaint that opens a value and is not closed on its line."""
    for match in _OPENED.finditer(text):
        if match.start() > at:
            return None
        if match[1] not in match["rest"].replace("\\" + match[1], ""):
            start = match.start("rest") - 1
            return Cause(
                start,
                start + 1,
                say("the quotation mark that opens here is never closed"),
                say("close it with the same sign"),
            )
    return None


def _colon_inside(text: str, at: int, began: int) -> Cause:
    """A colon and a space inside a text; where it is the line's first colon, the line before is the one at fault."""
    first = text.rfind("\n", 0, at) + 1
    if ":" not in text[first:at] and (before := text[:first].rstrip()):
        start = before.rfind("\n") + 1
        line = before[start:]
        if not line.lstrip().startswith("#") and not re.search(r":(\s|$)", line):
            return _colon_missing(start + len(line) - len(line.lstrip()), len(before), line)
        start = first + len(text[first:at]) - len(text[first:at].lstrip())
        return Cause(start, at, *_DOES_NOT_FIT)
    curly = _CURLY.search(text[first:at])
    return Cause(at, at + 1, say("a colon followed by a space stands inside the text"), _STRAIGHT if curly else _QUOTE)


def _no_colon(text: str, at: int, began: int) -> Cause:
    line_end = text.find("\n", began)
    end = len(text) if line_end < 0 else line_end
    return _colon_missing(began, end, text[began:end])


def _colon_missing(start: int, end: int, line: str) -> Cause:
    if re.match(r"\s*[a-z_]+:\S", line):
        return Cause(start, end, say("a space is missing after the colon"), say("write the name, a colon and a space"))
    return Cause(
        start,
        end,
        say("a colon is missing after the name of the field"),
        say("write the name, a colon and a space; indent the further lines of a long text"),
    )


def _sign(text: str, at: int, began: int) -> Cause:
    """A tab, or a sign that means something to YAML, where a value should begin."""
    where = at if text[at : at + 1] in ("\t", "@", "`", "%", "-") else began
    sign = text[where : where + 1]
    if sign == "\t":
        return _tab(text, where)
    return Cause(where, where + 1, say("a value cannot begin with the sign {sign}", sign=sign), _QUOTE)


def _tab(text: str, at: int) -> Cause:
    """A tab in the margin; the line above shows how many blanks belong there."""
    line = text.rfind("\n", 0, at) + 1
    above = text[:line].rstrip("\n").rpartition("\n")[2]
    item = re.match(r" *- +", above)
    blanks = len(item[0]) if item else len(above) - len(above.lstrip(" ")) + 2 * bool(re.search(r":\s*$", above))
    if text[line:at].strip() or not blanks:
        return Cause(at, at + 1, say("a tab is used to indent"), say("use two spaces instead of the tab"))
    return Cause(at, at + 1, say("a tab is used to indent"), say("begin the line with {n} blanks", n=str(blanks)))


_DOES_NOT_FIT = (
    say("this line does not fit the fields around it"),
    say("begin the fields of one group in the same column, and put a text that holds quotes between other quotes"),
)
_CURES: tuple[tuple[str, Message, Message], ...] = (
    ("did not find expected key", *_DOES_NOT_FIT),
    (
        "did not find expected '-' indicator",
        say("this line does not fit the list around it"),
        say("begin every item of the list with - in the same column"),
    ),
    (
        "unexpected end of stream",
        say("a quotation mark or bracket that was opened is never closed"),
        say("close it with the same sign"),
    ),
    (
        "unknown escape character",
        say("a backslash inside double quotes means something else"),
        say("use / instead of \\ , or single quotes: '…'"),
    ),
    (
        "did not find expected ',' or",
        say("a comma or the closing bracket is missing"),
        say("separate the values with commas and close the bracket"),
    ),
)
_NO_CURE = (say("these fields cannot be read from here on"), say("compare with a file that works, or quote the text"))
