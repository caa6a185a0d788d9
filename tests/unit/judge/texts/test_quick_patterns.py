"""Patterns that begin with what is rare find what plain ones find, which look first at what stands before."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guongsang.judge.contradictions import people
from guongsang.judge.texts import office_habits, typed_texts, typing_slips

NAME = r"(?<![^\W\d_])[^\W\d_]+(?:[ \n]+[^\W\d_]+){2}"
QUICK_NAME = people.name_like(3)
MARKED = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]*(?:[oòóỏõọ][aeàáảãạèéẻẽẹ]|(?<!q)[uùúủũụ][yỳýỷỹỵ]))(?![^\W\d_])", re.IGNORECASE
)
STARS = re.compile(r"(?<![^\s(“\"'])\*\*(?:[ \t\xa0][^*\n]{1,500}|[^*\s][^*\n]{0,500}[ \t\xa0])\*\*(?!\*)")
LETTERS = st.text("hoàaqúyuýkỏeHOÀQUÝ²½0_-/ \n\u0301İſ", max_size=25)


def _names(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the names that begin at each word, all words with a capital."""
    found, at = [], 0
    while match := pattern.search(text, at):
        at = match.start() + len(match[0].split()[0])
        if all(word[0].isupper() for word in match[0].split()):
            found.append(f"{match.start()} {match[0]}")
    return found


@given(st.text("AaĐđÁáǅⅨЖж²ªſİı1_ \n-", max_size=30))
@example("Nguyễn Thử Ánh và Nguyễn  Thứ\nÁnh")
@example("Ông Nguyễn Thử Ánh, NGUYỄN THỬ ÁNH")
@example("Иван Петров Мария xÁnh Thử Ánh")
@example("A B C D E F")
@example("ÁnhThử Ánh 2Ánh Thử Ánh")
def test_names_begin_with_capitals(text: str) -> None:
    assert _names(QUICK_NAME, text) == _names(re.compile(NAME), text)


@given(LETTERS)
@example("hoà hòa khoẻ thuý quý QUÝ")
@example("²hoà ½hoà _hoà 3hoà /hoà")
@example("tâmhoà HOÀ Hoà hoàn")
def test_words_with_two_places_for_a_tone(text: str) -> None:
    plain = [(m.start(), m[0]) for m in MARKED.finditer(text) if m[0] == m[0].lower()]
    assert [(start, word) for start, word in office_habits.marked_words(text) if word == word.lower()] == plain


@given(st.text("*** a(“\"'\t\xa0\n", max_size=25))
@example("a ** b** và** c**")
@example("**a ** (** b**")
def test_stars(text: str) -> None:
    quick = [m.span() for m in typing_slips.LOOSE_STARS.finditer(text)]
    assert quick == [m.span() for m in STARS.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "từ 20 ngày xuống 14 ngày",
        "[a](b c) <x@y.vn> https://a.vn/b www.b.vn/c d@e.vn",
        "[nhãn]: https://a.vn\n  [b]: c",
        "một < hai > ba, <https://a.vn>",
        "HTTP://A.VN WWW.A.VN",
        "a@b [c]",
    ],
)
def test_addresses_are_blank(text: str) -> None:
    blank = typed_texts.ADDRESS.sub(lambda match: "\x00" * len(match[0]), text)
    assert typed_texts.without_addresses(text) == blank
