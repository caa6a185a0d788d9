"""Numbers of legal documents, brought to one spelling, so that they can be compared however they are typed."""

import re
import unicodedata

from guongsang.text.vietnamese import fold

_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
_BLANKS = re.compile(r"\s*(?:(/)\s*|(-)\s*(?=[A-ZĐÐ]{1,8}\b))")
"""Blanks around a slash, or around a dash with an abbreviation behind it; other dashes part a number from words."""
_NUMBER = re.compile(r"(?<!\w)0*(\d+\w*(?:[/-]\w+)*/\w+(?:[/-]\w+)*)")
_LONGEST = 200
"""As many signs are looked at; no number is longer, and patterns take long over a text without end."""
_YEAR = re.compile(r"/(?:19|20)\d\d(?:/|$)")


def law_key(number: str) -> str:
    """Return a number of a legal document in one spelling: "Luật số 06/2022/QH15" → "6/2022/qh15".

    Words around it, blanks, kinds of dashes, case, marks and zeros in front do not count; what holds no such number
    is compared as a whole.
    """
    typed = _DASHES.sub("-", unicodedata.normalize("NFKC", number[:_LONGEST]))
    found: list[str] = _NUMBER.findall(fold(_BLANKS.sub(r"\1\2", typed)))
    named = [one for one in found if any(map(str.isalpha, one))]
    return (named or found or [" ".join(fold(typed).split())])[0]


def names_its_year(key: str) -> bool:
    """Return whether a number holds its year, so that no other document bears it: 98/2023/NĐ-CP, not 39-CT/TW."""
    return bool(_YEAR.search(key))
