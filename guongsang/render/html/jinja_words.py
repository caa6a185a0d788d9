"""What Jinja2 finds wrong in a template, in the program's own words; Jinja2 itself speaks English only."""

import re
from collections.abc import Callable

from guongsang.i18n.messages import Message, say

_SIGNS = {
    "end of statement block": "%}",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
    "end of template": "",
}
_KINDS = {
    "name": say("a name"),
    "integer": say("a number"),
    "float": say("a number"),
    "string": say("a text"),
}
"""What Jinja2 calls a kind of word by its name."""
_NAME = r"'([^']*)'"
_WORDS: tuple[tuple[str, Callable[[re.Match[str]], Message]], ...] = (
    (rf"[Ee]xpected an expression, got {_NAME}", lambda m: _before(say("an expression is missing"), m[1])),
    (rf"expected token {_NAME}, got {_NAME}", lambda m: _before(say("{sign} is missing", sign=_sign(m[1])), m[2])),
    (rf"unexpected (?:char )?{_NAME}", lambda m: say("{sign} does not fit here", sign=_sign(m[1]))),
    (rf"Encountered unknown tag {_NAME}.*following tags: (.*?)\.", lambda m: _unknown_tag(m[1], m[2])),
    (rf"Encountered unknown tag {_NAME}", lambda m: say("there is no tag {name}", name=m[1])),
    (
        r"Unexpected end of template.*following tags: (.*?)\.",
        lambda m: say("this is missing: {names}", names=_tags(m[1])),
    ),
    (r"Missing end of (?:raw directive|comment tag)", lambda _: say("the end of this is missing")),
    (rf"No (?:filter|test) named {_NAME}", lambda m: say("there is no {name} here", name=m[1])),
    (rf"^{_NAME} is undefined", lambda m: say("{name} is not known here", name=m[1])),
    (r"has no (?:attribute|element) '?([^\s']*)", lambda m: say("there is no {name} here", name=m[1] or "…")),
    (r"codec can't decode", lambda _: say("it is not in UTF-8")),
    (r"^([\w./-]+\.(?:html|xml|txt))$", lambda m: say("there is no template {name}", name=m[1])),
    (rf"^{_NAME} not found in search path", lambda m: say("there is no template {name}", name=m[1])),
    (rf"block {_NAME} defined twice|duplicate argument 'l_\d+_(\w+)'", lambda m: _twice(m[1] or m[2])),
    (r"division by zero|modulo by zero", lambda _: say("a number is divided by zero")),
    (r"not iterable|cannot unpack|to unpack|has no len\(|object is not a mapping", lambda _: say("this is no list")),
    (r"not callable|expected call", lambda _: say("what is called here is no function")),
    (r"not subscriptable|No (?:first|last) item|out of range", lambda _: say("this list holds no such item")),
    (
        r"argument|format string",
        lambda _: say("too much or too little stands between the brackets of what is called"),
    ),
    (
        (
            r"unsupported operand|can only concatenate|not supported between|can't multiply|bad operand"
            r"|number is required|must be str|doesn't define|invalid literal|could not convert"
        ),
        lambda _: say("a value of another kind belongs here"),
    ),
    (r"cannot use extend|cannot assign", lambda _: say("this does not belong here")),
)


def in_own_words(reason: str) -> Message:
    """Return what is wrong in our own words where it is known, else as a quotation of what Jinja2 says."""
    for pattern, told in _WORDS:
        if found := re.search(pattern, reason, re.DOTALL):
            return told(found)
    return say("it cannot be carried out (“{reason}”)", reason=reason)


def _sign(name: str) -> Message | str:
    return _KINDS.get(name) or _SIGNS.get(name, name)


def _twice(name: str) -> Message:
    return say("{name} stands twice here", name=name)


def _before(what: Message, name: str) -> Message:
    sign = _sign(name)
    return say("{what} before {sign}", what=what, sign=sign) if sign else say("{what} at the end", what=what)


def _unknown_tag(name: str, wanted: str) -> Message:
    return say("there is no tag {name} here; this is missing before: {names}", name=name, names=_tags(wanted))


def _tags(text: str) -> str:
    return ", ".join(f"{{% {name} %}}" for name in re.findall(_NAME, text))
