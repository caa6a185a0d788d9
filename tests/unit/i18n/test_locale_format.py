"""Dates, figures and names of languages as each language writes them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.locale_format import (
    language_in,
    language_name,
    month_names,
    number_signs,
    show_date,
    show_date_in_full,
    show_month,
    show_number,
)


@pytest.mark.parametrize(
    ("lang", "short", "full", "month"),
    [
        ("vi", "06/6/2022", "ngày 06 tháng 6 năm 2022", "tháng 6 năm 2022"),
        ("vi-VN", "06/6/2022", "ngày 06 tháng 6 năm 2022", "tháng 6 năm 2022"),
        ("en", "6 June 2022", "6 June 2022", "June 2022"),
        ("en-US", "June 6, 2022", "June 6, 2022", "June 2022"),
        ("fr", "6 juin 2022", "6 juin 2022", "juin 2022"),
        ("de", "6. Juni 2022", "6. Juni 2022", "Juni 2022"),
    ],
)
def test_dates_and_months(lang: str, short: str, full: str, month: str) -> None:
    """Vietnamese as Decree 30 has it, also for a variant of it; others as CLDR has them."""
    day = date(2022, 6, 6)
    assert show_date(day, lang) == short
    assert show_date_in_full(day, lang) == full
    assert show_month(day, lang) == month


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        (0, "vi", "0"),
        (1234, "vi", "1.234"),
        (1234567.5, "vi", "1.234.567,5"),
        (1234567.5, "en", "1,234,567.5"),
        (0.125, "en", "0.125"),
        (-3, "en", "-3"),
        (2.0, "vi", "2"),
        (0.1234567, "en", "0.1234567"),
    ],
)
def test_figures(value: float, lang: str, shown: str) -> None:
    """Thousands and decimals have the language's signs, and no decimal is rounded away."""
    assert show_number(value, lang) == shown


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10**12), st.sampled_from(["vi", "en", "fr", "de"]))
def test_a_figure_is_read_back_by_its_signs(value: int, lang: str) -> None:
    """Without the sign between thousands, a whole number is its digits."""
    _, thousands = number_signs(lang)
    shown = "".join(" " if char.isspace() else char for char in show_number(value, lang))
    assert shown.replace(thousands, "") == str(value)


@pytest.mark.parametrize(
    ("lang", "signs"), [("vi", (",", ".")), ("en", (".", ",")), ("fr", (",", " ")), ("de", (",", "."))]
)
def test_the_signs_of_figures(lang: str, signs: tuple[str, str]) -> None:
    """The sign before decimals, then the one between thousands; a narrow blank is a plain one."""
    assert number_signs(lang) == signs


@pytest.mark.parametrize(
    ("code", "name"), [("vi", "Tiếng Việt"), ("en", "English"), ("fr", "Français"), ("pt-BR", "Português (Brasil)")]
)
def test_a_language_names_itself_with_a_capital(code: str, name: str) -> None:
    """As a switch of languages shows it."""
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [("en", "vi", "tiếng Anh"), ("vi", "vi", "tiếng Việt"), ("vi", "en", "Vietnamese"), ("en", "fr", "anglais")],
)
def test_a_language_inside_a_sentence(code: str, lang: str, name: str) -> None:
    """In Vietnamese it begins small, elsewhere as the language has it."""
    assert language_in(code, lang) == name


@pytest.mark.parametrize(
    ("lang", "name", "month"),
    [("en", "june", 6), ("en", "jun", 6), ("en", "sept", 9), ("fr", "juin", 6), ("fr", "août", 8), ("de", "märz", 3)],
)
def test_months_that_are_one_word_are_known_by_it(lang: str, name: str, month: int) -> None:
    """Long and short, in small letters and without a full stop."""
    assert month_names(lang)[name] == month


def test_months_of_several_words_are_left_out() -> None:
    """Vietnamese months are words with figures; nothing with a blank can be met word by word."""
    assert all(" " not in name for lang in ("vi", "en", "fr") for name in month_names(lang))
    assert "tháng 6" not in month_names("vi")
