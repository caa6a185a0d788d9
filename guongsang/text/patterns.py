"""Patterns that are compiled when they are first used: a command needs few of the hundreds that the program has."""

import re
from functools import cached_property
from typing import Any, cast


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used."""
    return cast("re.Pattern[str]", LazyPattern(expression, flags))


class LazyPattern:
    """What behaves as a compiled pattern."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        """Keep what is to be compiled."""
        self.pattern = expression
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern itself has by that name, and keep it, so that it is asked for once."""
        if name.startswith("__"):
            raise AttributeError(name)
        value = self.__dict__[name] = getattr(self.compiled, name)
        return value
