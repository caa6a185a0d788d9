"""Patterns that are compiled when they are first used are the same patterns, and all of them are sound."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from copy import deepcopy

import pytest

import guongsang
from guongsang.text.patterns import LazyPattern, lazy
from guongsang.text.personal_data.forms import Kind


def _patterns() -> Iterator[object]:
    for module in pkgutil.walk_packages(guongsang.__path__, "guongsang."):
        for value in vars(importlib.import_module(module.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Kind):
                    yield from (form.pattern for form in one.forms)
                    yield one.first_look
                yield one


@pytest.mark.parametrize("expression", ["a+", "(?P<it>[ăâ])", r"\d{2}", "^x$", "(?i:vợ|chồng)"])
def test_is_the_same_pattern(expression: str) -> None:
    text = "aa ă 2022 VỢ\nx\nchồng"
    one, other = lazy(expression, re.MULTILINE), re.compile(expression, re.MULTILINE)
    assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]
    assert one.sub("-", text) == other.sub("-", text)
    assert (one.pattern, one.flags, one.groupindex) == (other.pattern, other.flags, other.groupindex)


def test_is_compiled_when_it_is_used() -> None:
    one = LazyPattern("(")
    assert "compiled" not in vars(deepcopy(one))
    with pytest.raises(re.error):
        one.search("")


def test_all_are_sound() -> None:
    found = [one for one in _patterns() if isinstance(one, LazyPattern)]
    assert len(found) > 150
    assert all(one.compiled.pattern == one.pattern for one in found)
