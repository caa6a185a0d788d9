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
    (rf"has no (?:attribute|element) {_NAME}?", lambda m: say("there is no {name} here", name=m[1] or "…")),
    (r"codec can't decode", lambda _: say("it is not in UTF-8")),
    (r"^([\w./-]+\.(?:html|xml|txt))$", lambda m: say("there is no template {name}", name=m[1])),
)


def in_own_words(reason: str) -> Message | str:
    """Return what is wrong in our own words where it is known, else as Jinja2 says it."""
    for pattern, told in _WORDS:
        if found := re.search(pattern, reason, re.DOTALL):
            return told(found)
    return reason


def _sign(name: str) -> str:
    return _SIGNS.get(name, name)


def _before(what: Message, sign: str) -> Message:
    sign = _sign(sign)
    return say("{what} before {sign}", what=what, sign=sign) if sign else say("{what} at the end", what=what)


def _unknown_tag(name: str, wanted: str) -> Message:
    return say("there is no tag {name} here; this is missing before: {names}", name=name, names=_tags(wanted))


def _tags(text: str) -> str:
    return ", ".join(f"{{% {name} %}}" for name in re.findall(_NAME, text))
