"""Mends of lines that YAML cannot read but a person can: each is one value, tried in the order of `MENDS`.

A line and the names of the fields that may stand there come in; out come edits, of which the caller keeps the first
that lets the file be read further.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guongsang.i18n.messages import Message, say
from guongsang.read.yaml.causes import quoted_value

OPENING, CLOSING = "“„«‘‟", "”“»’‟"
_FIELD = r"[ \t]*(?:- +)?(?P<key>[A-Za-z_]+)"
_COLON = "[:：∶︓]"
_BLANKS = "\xa0\u2007\u202f\u3000"
_AS_SPACES = str.maketrans({"\t": "  ", **dict.fromkeys(_BLANKS, " ")})


@dataclass(frozen=True)
class Replacement:
    """One replacement in a text, and what it repairs."""

    start: int
    end: int
    new: str
    what: Message


@dataclass(frozen=True)
class Mend:
    """What is mended in a line: the group `it` of a pattern, what comes in its place, and how it is told.

    The pattern begins where the line does. If it has a group `key`, that must be the name of a field of the file.
    """

    pattern: re.Pattern[str]
    replacement: Callable[[re.Match[str]], str]
    says: Message


MENDS = (
    Mend(
        re.compile(rf"(?P<it> *[\t{_BLANKS}][ \t{_BLANKS}]*)"),
        lambda found: found["it"].translate(_AS_SPACES),
        say("blanks instead of tabs before a field"),
    ),
    Mend(
        re.compile(r" *-(?P<it>[ \t]*\t[ \t]*)"),
        lambda _: " ",
        say("blanks instead of tabs before a field"),
    ),
    Mend(
        re.compile(r" *-(?P<it> {2,})(?=[\w-]+:)"),
        lambda _: " ",
        say("one blank behind the dash of an item"),
    ),
    Mend(
        re.compile(
            rf"{_FIELD}(?P<it>:[ \t]+(?P<value>(?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]|\{{[^{{}}]*\}})[ ]*[^\s#,\]}}].*))$"
        ),
        lambda found: f": {quoted_value(found['value'])}",
        say("quotes around a text that goes on behind a quotation mark or bracket"),
    ),
    Mend(
        re.compile(rf"{_FIELD}(?P<it>:[ \t]+\"(?P<value>[^\"']*\\[^\"']*)\")\s*$"),
        lambda found: f": '{found['value']}'",
        say("single quotes around a text with a backslash"),
    ),
    Mend(
        re.compile(rf"{_FIELD}(?P<it>:|{_COLON}[ \t]*)(?=[^\s/])"),
        lambda _: ": ",
        say("a colon and a blank after the name of a field"),
    ),
    Mend(
        re.compile(rf"{_FIELD}(?P<it>{_COLON}[ \t]*[{OPENING}](?P<value>[^\"\\]+)[{CLOSING}])\s*$"),
        lambda found: f': "{found["value"].strip()}"',
        say("straight quotes around a text instead of “ ”"),
    ),
    Mend(
        re.compile(
            rf"{_FIELD}(?P<it>{_COLON}[ \t]*(?!.*(?:[\"\\]| #))(?P<value>[^\s/\"'\[\]{{}}|>&*!%@`#?,:-](?:.*\S)?))\s*$"
        ),
        lambda found: f': "{found["value"]}"',
        say("quotes around a text with a colon"),
    ),
)
"""The mends of a line, in the order in which they are tried."""


def mends_of_line(line: str, start: int, names: set[str]) -> Iterator[Replacement]:
    """Propose the edits that may let a line be read, which begins at `start` of its text."""
    for mend in MENDS:
        found = mend.pattern.match(line)
        if found and ("key" not in mend.pattern.groupindex or found["key"] in names):
            yield Replacement(start + found.start("it"), start + found.end("it"), mend.replacement(found), mend.says)
