"""What Typst finds wrong in a print template, in the program's own words; Typst itself speaks English only."""

import re
from collections.abc import Callable

from guongsang.i18n.messages import Message, say

_WORDS: tuple[tuple[str, Callable[[re.Match[str]], Message]], ...] = (
    (r"^unclosed (?:delimiter|raw text|label)", lambda _: say("what opens here is not closed")),
    (r"^unexpected closing delimiter", lambda _: say("what closes here was not opened")),
    (r"^expected (?:an )?expression", lambda _: say("an expression is missing")),
    (r"^unclosed string", lambda _: say("the end of this text is missing")),
    (
        r"^file not found \(searched at (?:.*[/\\])?([^/\\)]+)\)",
        lambda m: say("there is no template {name}", name=m[1]),
    ),
    (r"^unknown variable: ([\w-]+)", lambda m: say("{name} is not known here", name=m[1])),
    (r"^unresolved import", lambda _: say("what is imported here is not there")),
    (r'^dictionary does not contain key "([^"]*)"', lambda m: say("there is no {name} here", name=m[1])),
    (r"^(?:type )?[\w ]+ (?:has no method|does not contain|has no field) [`\"]([^`\"]+)", lambda m: _lacking(m[1])),
    (
        r"^(?:module|symbol) [`\"]?\w+[`\"]? does not contain [`\"]([^`\"]+)|^label `<([^>]+)>` does not exist",
        lambda m: _lacking(m[1] or m[2]),
    ),
    (r"^missing argument: ([\w-]+)", lambda m: say("{sign} is missing", sign=m[1])),
    (r"^unexpected argument: ([\w-]+)", lambda m: say("{sign} does not fit here", sign=m[1])),
    (r"^unexpected argument", lambda _: say("too much or too little stands between the brackets of what is called")),
    (r"^(?:panicked with|assertion failed): (.*?)(?:; [\w-]+\.typ:\d+)?$", lambda m: _stopped(m[1])),
    (r"^assertion failed", lambda _: say("what the template asserts here does not hold")),
    (r"^cannot divide by zero", lambda _: say("a number is divided by zero")),
    (r"out of bounds|is empty", lambda _: say("this list holds no such item")),
    (r"^cannot loop over|elements to destructure|^cannot destructure", lambda _: say("this is no list")),
    (
        (
            r"^expected .*, found (?!end)|^cannot (?:add|subtract|multiply|divide|compare|join|apply|convert|take)"
            r"|invalid digits|^invalid |^number must|^color string|non-hexadecimal"
        ),
        lambda _: say("a value of another kind belongs here"),
    ),
    (r"always true|depth exceeded|infinite loop|did not converge", lambda _: say("this comes to no end")),
    (
        (
            r"^cannot (?:return|break|continue|set|use|reference|mutate|import|include|assign)|^unexpected|^expected"
            r"|only be used|not allowed here|^the document does not contain"
        ),
        lambda _: say("this does not belong here"),
    ),
)


def typst_in_own_words(reason: str) -> Message:
    """Return what is wrong in our own words where it is known, else as a quotation of what Typst says."""
    for pattern, told in _WORDS:
        if found := re.search(pattern, reason):
            return told(found)
    return say("it cannot be carried out (“{reason}”)", reason=reason)


def _stopped(reason: str) -> Message:
    return say("the template stops here: {reason}", reason=reason)


def _lacking(name: str) -> Message:
    return say("there is no {name} here", name=name)
