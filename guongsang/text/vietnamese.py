"""Vietnamese text: matching without marks, dictionary order, slugs, official dates, "did you mean".

Plain strings and dates come in, plain strings and sort keys go out; every function is pure and takes NFC and NFD alike.
No locale of the operating system is asked, so the same input gives the same order and the same slug on every machine.

Three facts shape the module. Đ does not decompose in Unicode, so it is mapped by hand. The tone mark of an open
syllable stands in one of two places (hòa, hoà), which readers take for one word, so no key looks at where it stands.
And a Vietnamese dictionary compares syllable by syllable, letters before tone, while Unicode collation compares the
letters of the whole line before any tone; lists for people follow the dictionary.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TypeAlias

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"  # f, j, w and z for loans, in their Latin place
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; ngang has no mark and comes first

_PLACE = {letter: place for place, letter in enumerate(ALPHABET, 1)}
_TONE = {mark: place for place, mark in enumerate(TONES, 1)}
_AFTER_Z = 1000  # letters of other scripts follow the Latin ones, by code point
_BARRED_D = str.maketrans("đðɖ", "ddd")  # Eth and African D look like Đ and are typed for it
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_SYLLABLE = re.compile("\\d+|[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_NEW_PLACEMENT = re.compile(
    "([oO])([aAeE])([" + TONES + "])(?![^\\W\\d_])|(?<![qQ])([uU])([yY])([" + TONES + "])(?![^\\W\\d_])"
)
NO_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, as a class of a pattern: no blanks stand between their words."""
_UNPARTED = re.compile(f"[{NO_BLANKS}]")
_NOT_SLUG = re.compile("[^a-z0-9]+")

Syllable: TypeAlias = tuple[int, str, tuple[int, ...], tuple[int, ...]]
"""Length and digits of a number (0 and "" for a word), places of the letters, tones: numbers come before words."""

SortKey: TypeAlias = tuple[tuple[tuple[Syllable, ...], ...], tuple[bool, ...], str]
"""Parts in order of weight, each syllable by syllable; then case, small letters first; then the text itself."""


def fold(text: str) -> str:
    """Return the text in small letters without marks and with đ as d, for matching: "Đặng Thị Ánh" → "dang thi anh"."""
    if text.isascii():
        return text.lower()
    low = _nfc(text).lower().translate(_BARRED_D)
    return _nfc(_MARKS.sub("", unicodedata.normalize("NFD", low)))


def tone_key(text: str) -> str:
    """Return the text in small letters with each word's tone moved behind it as 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.

    Letters keep their quality (â ă ê ô ơ ư đ), so hòa and hoà are both "hoa1" and differ from hoa and from hoả.
    """
    if text.isascii():
        return text.lower()
    return _WORD.sub(_tone_behind, _nfc(text).lower())


def same_tone_placement(text: str) -> str:
    """Return the text in NFC with hoà, khoẻ, thuỷ written hòa, khỏe, thủy; hoàn, quý and giá stay as they are.

    For comparing only: what is shown keeps the spelling its writer chose, names above all.
    """
    apart = unicodedata.normalize("NFD", text)
    return _nfc(_NEW_PLACEMENT.sub(_mark_on_first_vowel, apart))


def sort_key(text: str) -> SortKey:
    """Return the place of a text in Vietnamese dictionary order: different texts never share a key, NFC and NFD always.

    Digits count by their value, punctuation only where all else is equal.
    """
    text = _nfc(text)
    return (_syllables(text),), tuple(map(str.isupper, text)), text


def name_sort_key(full_name: str) -> SortKey:
    """Return the place of a person in a list by given name (the last word), then family name, then middle names."""
    full_name = _nfc(full_name)
    family, middle, given = split_name(full_name)
    parts = _syllables(given), _syllables(family), _syllables(middle)
    return parts, tuple(map(str.isupper, full_name)), full_name


def split_name(full_name: str) -> tuple[str, str, str]:
    """Return family name (first word), middle names and given name (last word); one word alone is a given name."""
    words = full_name.split()
    return " ".join(words[:1] if len(words) > 1 else []), " ".join(words[1:-1]), " ".join(words[-1:])


def initial(name: str) -> str:
    """Return the letter of the alphabet under which a person is listed: "Nguyễn Thử Ánh" → "A", "Võ Mẫu Ước" → "Ư"."""
    given = unicodedata.normalize("NFD", split_name(name)[2].lower())
    letters = _nfc("".join(char for char in given if char not in _TONE))
    return next((char.upper() for char in letters if char.isalnum()), "")


def slugify(text: str, limit: int = 80) -> str:
    """Return a slug of a-z, 0-9 and single inner hyphens, at most limit characters, cut between words where possible.

    It is "" if nothing is left, as for "…" or a script without Latin letters; what then to do is the caller's choice.
    """
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(slug) <= limit:
        return slug
    whole_words = slug[: limit + 1].rpartition("-")[0]
    return (whole_words or slug[:limit]).strip("-")


def official_date(day: date) -> str:
    """Return a date as documents write it, "ngày 04 tháng 4 năm 2019": 0 before days under 10 and months 1 and 2."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def short_date(day: date) -> str:
    """Return a date as "04/4/2019", with 0 before days under 10 and before months 1 and 2 (Decree 30/2020/NĐ-CP)."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def count_words(text: str) -> int:
    """Count the words of a text as they stand between blanks; a lone dash or bullet is none.

    Of scripts that write no blanks between words each letter counts as one, as it does in the search.
    """
    parted = text if text.isascii() else _UNPARTED.sub(r" \g<0> ", text)
    return sum(any(map(str.isalnum, word)) for word in parted.split())


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def _tone_behind(word: re.Match[str]) -> str:
    """Move the tone marks of one word behind it, as digits."""
    apart = unicodedata.normalize("NFD", word[0])
    letters = "".join(char for char in apart if char not in _TONE)
    return _nfc(letters) + "".join(str(_TONE[char]) for char in apart if char in _TONE)


def _mark_on_first_vowel(rime: re.Match[str]) -> str:
    """Move the tone mark of an open oa, oe or uy from the second vowel to the first."""
    first, second, tone = rime.group(1, 2, 3) if rime[1] else rime.group(4, 5, 6)
    return f"{first}{tone}{second}"


def _syllables(text: str) -> tuple[Syllable, ...]:
    return tuple(map(_syllable, _SYLLABLE.findall(text)))


@lru_cache(maxsize=8192)
def _syllable(word: str) -> Syllable:
    """Return the key of one number or one word; numbers of any length compare by value without being computed."""
    if word[0].isdecimal():
        digits = "".join(str(unicodedata.decimal(char)) for char in word).lstrip("0")
        return -1, f"{len(digits):09}{digits}", (), ()
    places: list[int] = []
    tones: list[int] = []
    for char in word.lower():
        apart = unicodedata.normalize("NFD", char)
        letter = _nfc("".join(part for part in apart if part not in _TONE))
        places.extend(_place(letter) for _ in letter[:1] if not unicodedata.combining(letter[0]))
        tones.extend(_TONE[part] for part in apart if part in _TONE)
    return 0, "", tuple(places), tuple(tones)


def _place(letter: str) -> int:
    """Return the place of a small letter without tone; ü goes with u, letters of other scripts go last."""
    base = unicodedata.normalize("NFD", letter)[0]
    return _PLACE.get(letter) or _PLACE.get(base) or _AFTER_Z + ord(base)
