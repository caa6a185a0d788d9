"""All values that a text names, in digits or otherwise."""

from decimal import Decimal

from guongsang.judge.translations.numbers import figures_in, values_in_digits, values_otherwise


def values_named(text: str, lang: str) -> set[Decimal]:
    """Return them for a text in a language."""
    return values_in_digits(text, figures_in(text, lang)) | values_otherwise(text, lang)
