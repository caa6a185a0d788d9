"""The figures of a text by their value, so that texts in two languages can be compared.

A text and its language come in; out come its figures in digits with their places, and every value that it names in any
way: digits in the language's own form (1.234,5 or 1,234.5), days and months of dates, hours by either clock, names of
months, Roman numerals, and number words where a table of them stands here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from guongsang.i18n.languages import base_of
from guongsang.i18n.locale_format import month_names, number_signs
from guongsang.text.patterns import lazy

# A digit stands first and what is before it is looked at behind it, so that a text is passed over quickly up to one.
_IN_DATES = lazy(r"\d[./-]\d\d?[./-]\d")
_DATE = lazy(r"(?<![\w.,])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\w])")
_DIGITS = lazy(r"\d(?<![\w.,'’]\d)\d*(?:[.,'’\u00a0\u202f]\d+)*")
_ANY_DIGITS = lazy(r"\d(?<!\d\d)(?<!\d[.,]\d)\d{0,14}(?!\d|[.,]\d)")
_ROMAN = lazy(r"\b[IVX]{1,5}\b")
_ROMANS = {
    r: i for i, r in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), 1)
}
_HOUR = lazy(r"(\d(?<![\d.,]\d)\d?)(?:[:.]\d\d(?!\d)|\s*(?:giờ|h\b|[ap]\.?m\b))", re.IGNORECASE)
_PARTS = {"half": ("0.5", "50"), "nửa": ("0.5", "50"), "quarter": ("0.25", "25")}
_WORD = lazy(r"[^\W\d_]+")
_LONGEST = 15
_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_VI = "không một hai ba bốn năm sáu bảy tám chín mười".split()
_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": {
        **{w: i for i, w in enumerate(_EN)},
        **{w: (i + 2) * 10 for i, w in enumerate(_EN_TENS)},
        **{w: i for i, w in enumerate(_EN_ORDINALS, 1)},
        "once": 1,
        "twice": 2,
        "both": 2,
        "double": 2,
        "hundred": 100,
        "half": 2,
        "dozen": 12,
        "quarter": 4,
        "thousand": 1000,
        "all": 100,
        "every": 100,
    },
    "vi": {
        **{w: i for i, w in enumerate(_VI)},
        "mốt": 1,
        "đôi": 2,
        "tư": 4,
        "lăm": 5,
        "bẩy": 7,
        "mươi": 10,
        "trăm": 100,
        "nửa": 2,
        "tá": 12,
        "nhất": 1,
        "nghìn": 1000,
        "ngàn": 1000,
        "toàn": 100,
        "tất": 100,
    },
}


@dataclass(frozen=True)
class Figure:
    """A figure in digits: its value and its stretch of the text."""

    value: Decimal
    start: int
    end: int


def figures_in(text: str, lang: str) -> Iterator[Figure]:
    """Yield the figures in digits; long numbers such as telephones are none, and a date gives three."""
    parted = text
    if _IN_DATES.search(text):
        parted = _DATE.sub(lambda m: " " * len(m[0]), text)
        for match in _DATE.finditer(text):
            for group in (1, 3, 4):
                yield Figure(Decimal(match[group]), *match.span(group))
    for match in _DIGITS.finditer(parted):
        if sum(map(str.isdigit, match[0])) <= _LONGEST:
            yield from _values(match, lang)


def _values(match: re.Match[str], lang: str) -> Iterator[Figure]:
    """Read one number as its language writes it; what does not fit that is read as parts, each by itself."""
    if match[0].isdecimal():
        yield Figure(Decimal(match[0]), *match.span())
        return
    decimal, group = number_signs(lang)
    typed = match[0].replace("’", "'")
    groups = "[\u00a0\u202f]" if not group.strip() else re.escape(group)
    if re.fullmatch(rf"\d{{1,3}}(?:{groups}\d{{3}})+(?:{re.escape(decimal)}\d+)?", typed):
        yield Figure(Decimal(re.sub(groups, "", typed).replace(decimal, ".")), match.start(), match.end())
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", typed):
        yield Figure(Decimal(typed.replace(",", ".")), match.start(), match.end())
    else:
        for part in re.finditer(r"\d+", match[0]):
            yield Figure(Decimal(part[0]), match.start() + part.start(), match.start() + part.end())


def values_in_digits(text: str, figures: Iterable[Figure]) -> set[Decimal]:
    """Return the values that a text with these figures names in digits, whole numbers and parts of them."""
    return {f.value for f in figures} | set(map(Decimal, set(_ANY_DIGITS.findall(text))))


def values_otherwise(text: str, lang: str) -> set[Decimal]:
    """Return the values that a text names in words, in Roman numerals and as hours by the other clock."""
    values = {Decimal(_ROMANS[roman]) for roman in _ROMAN.findall(text) if roman in _ROMANS}
    values |= {Decimal((int(hour) + 12) % 24) for hour in _HOUR.findall(text)}
    words = [word.casefold() for word in _WORD.findall(text)]
    for word in _PARTS.keys() & set(words):
        values |= set(map(Decimal, _PARTS[word]))
    table = _table(lang)
    for i in [i for i, word in enumerate(words) if word in table]:
        values |= {Decimal(v) for v in _counted(table, words[i : i + 3])}
    return values


def has_number_words(lang: str) -> bool:
    """Return whether number words of a language are known here."""
    return base_of(lang) in _WORDS


@lru_cache(maxsize=32)
def _table(lang: str) -> Mapping[str, int]:
    return {**month_names(lang), **_WORDS.get(base_of(lang), {})}


def _counted(table: Mapping[str, int], words: list[str]) -> Iterator[int]:
    """Yield the values that a number word can begin: itself, and tens with units (thirty four, ba mươi tư)."""
    values = [table[w] for w in words if w in table] if words[0] in table else []
    yield values[0]
    if len(values) > 1 and values[0] % 10 == 0 and 10 <= values[0] < 100 and values[1] < 10:
        yield values[0] + values[1]
    if len(values) > 1 and values[0] < 10 and values[1] == 10:
        yield values[0] * 10
        if len(values) > 2 and values[2] < 10:
            yield values[0] * 10 + values[2]


def stands_in(value: Decimal, values: set[Decimal]) -> bool:
    """Return whether a value stands among others, be it counted in thousands, millions or billions."""
    if value in values:
        return True
    return any(value * 10**power in values or value / 10**power in values for power in (3, 6, 9))
