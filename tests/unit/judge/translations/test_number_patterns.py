"""Patterns that begin with a figure find what plain ones find that first look at what stands before it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guongsang.judge.translations import numbers
from guongsang.judge.translations.numbers import figures_in, values_in_digits
from support.values import values_named

PLAIN = {
    "_DIGITS": r"(?<![\w.,'’])\d+(?:[.,'’\u00a0\u202f]\d+)*",
    "_ANY_DIGITS": r"(?<!\d)(?<!\d[.,])\d{1,15}(?!\d|[.,]\d)",
    "_HOUR": r"(?<![\d.,])(\d{1,2})(?:[:.]\d\d(?!\d)|\s*(?:giờ|h\b|[ap]\.?m\b))",
}
TEXTS = st.text("0123456789.,:-/'’\u00a0\u202f ahpmIVX٣３giờ", max_size=40)


@pytest.mark.parametrize("name", PLAIN)
@given(text=TEXTS)
@example("31/05/2022, 12.345,6 và 1 234")
@example("8h30, 20:15, 9 giờ, 10 p.m, 1.2.3")
@example("BC-12/QLXD a1 1a ３４ ٣٤ 1'234 1’234")
@example("1234567890123456 12345678901234567")
@example(".5 ,5 '5 5. 5, -5")
def test_find_the_same(name: str, text: str) -> None:
    flags = re.IGNORECASE if name == "_HOUR" else 0
    found = [m.span() for m in getattr(numbers, name).finditer(text)]
    assert found == [m.span() for m in re.finditer(PLAIN[name], text, flags)]


@given(text=TEXTS)
@example("từ 20 ngày xuống 14 ngày")
@example("thứ XII, 31.05.2022")
def test_values_in_digits_are_among_those_named(text: str) -> None:
    assert {figure.value for figure in figures_in(text, "vi")} <= values_in_digits(text, figures_in(text, "vi"))
    assert values_in_digits(text, figures_in(text, "vi")) <= values_named(text, "vi")
