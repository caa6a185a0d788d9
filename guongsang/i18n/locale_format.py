"""Dates, numbers and names of languages as each language writes them, by Babel, which is imported where it is asked."""

from datetime import date
from functools import cache, lru_cache

from guongsang.i18n.languages import base_of, locale_of, name_in
from guongsang.text.vietnamese import official_date, short_date

_WITHOUT_SIGNS = 1000
"""Below this, all languages write a whole number alike."""


@cache
def language_name(code: str) -> str:
    """Return a language's own name for itself, with a capital: Tiếng Việt, English, Português (Brasil)."""
    name = name_in(code, code)
    return name[:1].upper() + name[1:]


def language_in(code: str, lang: str) -> str:
    """Return a language's name as it stands inside a sentence of another: English, tiếng Anh, anglais."""
    name = name_in(code, lang)
    return name[:1].lower() + name[1:] if base_of(lang) == "vi" else name


def show_date(day: date, lang: str) -> str:
    """Write a date short.

    06/6/2022 in Vietnamese (Decree 30's leading zeros), 6 June 2022 in English, else as CLDR has it.
    """
    if base_of(lang) == "vi":
        return short_date(day)
    from babel.dates import format_date

    return format_date(day, "long", locale=locale_of(lang))


def show_date_in_full(day: date, lang: str) -> str:
    """Write a date as documents do: ngày 06 tháng 6 năm 2022, 6 June 2022."""
    return official_date(day) if base_of(lang) == "vi" else show_date(day, lang)


def show_month(day: date, lang: str) -> str:
    """Write a month and its year: tháng 6 năm 2022, June 2022."""
    if base_of(lang) == "vi":
        return f"tháng {day.month} năm {day.year}"
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMMM", day, locale=locale_of(lang)))


def show_number(value: int | float, lang: str) -> str:
    """Write a figure as the language does: 1.234,5 in Vietnamese, 1,234.5 in English."""
    if isinstance(value, int) and 0 <= value < _WITHOUT_SIGNS:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale_of(lang), decimal_quantization=False)


@lru_cache(maxsize=64)
def number_signs(lang: str) -> tuple[str, str]:
    """Return a language's sign before decimals and its sign between thousands; blanks of any width are a plain one."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    group = get_group_symbol(locale_of(lang))
    return get_decimal_symbol(locale_of(lang)), group if group.strip() else " "


def month_names(lang: str) -> dict[str, int]:
    """Return a language's names of months that are one word, in small letters: {"january": 1, …}."""
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in get_month_names(width, context, locale_of(lang)).items():
                if " " not in name:
                    names[name.casefold().rstrip(".")] = month
    return names
