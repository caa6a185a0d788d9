"""Names of figures in texts: {{registered}}, {{registered.staff}}, {{2021.registered}}."""

import re
from collections.abc import Callable

from guongsang.text.patterns import lazy

_NAMED = lazy(r"\{\{\s*([\w.-]+)\s*\}\}")


def names_in(text: str) -> list[tuple[str, int, int]]:
    """Return the names in a text, each with the stretch of its place, braces included."""
    return [(found[1], found.start(), found.end()) for found in _NAMED.finditer(text)] if "{{" in text else []


def with_figures(text: str, figure: Callable[[str], str | None]) -> str:
    """Return a text with each name replaced by what a function gives for it; where that is None, it stays."""

    def shown(found: re.Match[str]) -> str:
        value = figure(found[1])
        return found[0] if value is None else value

    return _NAMED.sub(shown, text) if "{{" in text else text
