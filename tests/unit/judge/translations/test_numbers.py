"""The figures of a text by their value."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.locale_format import show_date, show_number
from guongsang.judge.translations.numbers import figures_in, has_number_words, stands_in
from support.values import values_named


def figures(text: str, lang: str = "vi") -> list[str]:
    """Return the figures of a text as numbers in digits."""
    return [f"{figure.value.normalize():f}" for figure in figures_in(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("tăng 12 lần", "vi", ["12"]),
        ("1.234 người", "vi", ["1234"]),
        ("1,234 people", "en", ["1234"]),
        ("1.234,5", "vi", ["1234.5"]),
        ("27,5 %", "vi", ["27.5"]),
        ("27.5 %", "en", ["27.5"]),
        ("1.5", "vi", ["1.5"]),
        ("10/6/2022", "vi", ["10", "6", "2022"]),
        ("2022-06-10", "en", ["2022", "6", "10"]),
        ("12/QĐ-UBND", "vi", ["12"]),
        ("a1", "vi", []),
        ("1234567890123456", "vi", []),
        ("1 234", "fr", ["1", "234"]),
        ("1\u202f234", "fr", ["1234"]),
        ("1\xa0234,5", "fr", ["1234.5"]),
        ("", "vi", []),
    ],
)
def test_digits_are_read_as_their_language_writes_them(text: str, lang: str, found: list[str]) -> None:
    """Thousands, decimals and dates; long numbers are no figures."""
    assert figures(text, lang) == found


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("ba mươi tư", "vi", [30, 34]),
        ("hai trăm", "vi", [2, 100]),
        ("thirty-four", "en", [34]),
        ("twice", "en", [2]),
        ("tháng 6 năm 2022", "vi", [6, 2022]),
        ("6 June 2022", "en", [6, 2022]),
        ("Điều IV", "vi", [4]),
        ("half", "en", [Decimal("0.5"), 50, 2]),
        ("lúc 2 giờ", "vi", [2, 14]),
        ("at 2 pm", "en", [14]),
        ("juin", "fr", [6]),
    ],
)
def test_words_months_roman_numerals_and_hours_name_values(text: str, lang: str, values: list[object]) -> None:
    """Whatever may stand for a figure in another language."""
    assert set(map(Decimal, values)) <= values_named(text, lang)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "others", "there"),
    [
        ("12", ["12"], True),
        ("12", ["13"], False),
        ("1.5", ["1500000"], True),
        ("1500000", ["1.5"], True),
        ("2", ["2000"], True),
        ("2", ["200"], False),
        ("12", [], False),
    ],
)
def test_a_value_may_be_counted_in_thousands_or_millions(value: str, others: list[str], there: bool) -> None:
    """1,5 triệu is 1,500,000."""
    assert stands_in(Decimal(value), set(map(Decimal, others))) is there


def test_number_words_are_known_of_two_languages() -> None:
    """And of their variants."""
    assert [has_number_words(lang) for lang in ("vi", "en", "en-US", "fr")] == [True, True, True, False]


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10**9), st.sampled_from(["vi", "en", "fr"]), st.sampled_from(["vi", "en", "fr"]))
def test_a_number_is_the_same_in_every_language(number: int, one: str, other: str) -> None:
    """As each of them writes it."""
    (figure,) = figures_in(f"x {show_number(number, one)} y", one)
    assert figure.value == number
    assert stands_in(figure.value, values_named(f"x {show_number(number, other)} y", other))


@settings(deadline=None, max_examples=50)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["vi", "en"]), st.sampled_from(["vi", "en"]))
def test_a_date_is_the_same_in_every_language(day: date, one: str, other: str) -> None:
    """Each of its figures is named by the other."""
    named = values_named(show_date(day, other), other)
    assert all(stands_in(figure.value, named) for figure in figures_in(show_date(day, one), one))


@settings(deadline=None, max_examples=50)
@given(st.text("0123456789.,/- '\u202fab", max_size=30), st.sampled_from(["vi", "en", "fr"]))
def test_figures_lie_in_the_text(text: str, lang: str) -> None:
    """Each at its own digits, in order within dates and numbers."""
    for figure in figures_in(text, lang):
        assert text[figure.start : figure.end][0].isdigit() and text[figure.start : figure.end][-1].isdigit()
