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
    (r"^missing argument: ([\w-]+)", lambda m: say("{sign} is missing", sign=m[1])),
    (r"^unexpected argument: ([\w-]+)", lambda m: say("{sign} does not fit here", sign=m[1])),
)


def typst_in_own_words(reason: str) -> Message | str:
    """Return what is wrong in our own words where it is known, else as Typst says it."""
    for pattern, told in _WORDS:
        if found := re.search(pattern, reason):
            return told(found)
    return reason


def _lacking(name: str) -> Message:
    return say("there is no {name} here", name=name)
