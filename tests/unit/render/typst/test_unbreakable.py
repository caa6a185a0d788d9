"""What stays on one line of paper."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.render.typst.unbreakable import unbreakable_phrases


def parts(text: str, programme: str = "") -> list[Any] | None:
    """Return the parts of one text; None where it is set as it stands."""
    return unbreakable_phrases({"title": text, "programme": programme}).get(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một câu bình thường.", None),
        ("", None),
        ("Khoản 3 nói", [["Khoản 3"], " nói"]),
        ("năm 2024", [["năm 2024"]]),
        ("đạt 95 %", [["đạt 95"], " %"]),
        ("(95 %)", ["(", ["95 %"], ")"]),
        ("số 12/QĐ-UBND ngày", [["số 12/QĐ-UBND"], " ngày"]),
        ("Công trình - sáng", ["Công ", ["trình -"], " sáng"]),
        ("a  b", ["a b"]),
        ("a\nb", ["a b"]),
        ("x" * 22, None),
        ("x" * 23, [["xxx"]] * 7 + [["xx"]]),
        ("បទពិសោធន៍ល្អក្នុងការរៀបចំការងារប្រចាំថ្ងៃ", None),
        ("ประสบการณ์ที่ดีในการจัดระเบียบงานประจำวัน", None),
        ("日常工作安排的好经验日常工作安排的好经验日常工作", None),
        ("ការងារ 12", None),
        ("تجربة 12", None),
    ],
)
def test_numbers_dashes_and_documents_are_kept_together(text: str, found: list[Any] | None) -> None:
    """A number with the word before it; a word that no column has room for is cut into small parts."""
    assert parts(text) == found


def test_the_name_of_the_programme_is_never_broken() -> None:
    """Unless it is one word, or too long for a column."""
    assert parts("Phong trào Gương Sáng hay", "Gương Sáng") == ["Phong trào ", ["Gương Sáng"], " hay"]
    assert parts("Phong trào Gương Sáng hay", "Gương") is None
    assert parts("a " + "b " * 20, "b " * 20) is None


def test_only_texts_that_are_set_are_looked_at() -> None:
    """Addresses, names of pictures and ids are no words; texts are found however deep, each once."""
    sheet = {
        "url": "năm 2024",
        "src": "năm 2023",
        "programme": {"text": "Gương Sáng", "lang": "năm 2022"},
        "articles": [{"body": [{"tag": "p", "children": ["năm 2021", "năm 2021"]}]}, ("năm 2020",)],
        "number": 5,
    }
    assert set(unbreakable_phrases(sheet)) == {"năm 2021", "năm 2020", "Gương Sáng"}


@settings(deadline=None, max_examples=150)
@given(st.text("ab1 -–/%.đ\u0301\u200d\n", max_size=60), st.sampled_from(["", "a b"]))
def test_the_parts_are_the_text(text: str, programme: str) -> None:
    """Put together again they read the same, with single blanks."""
    got = parts(text, programme)
    if got is not None:
        whole = "".join(part[0] if isinstance(part, list) else part for part in got)
        assert whole == re.sub(r"\s+", " ", text)


@settings(deadline=None, max_examples=50)
@given(st.text("aé\u0301\u200d👩", min_size=23, max_size=60))
def test_a_long_word_is_cut_between_letters_only(word: str) -> None:
    """A mark stays with its letter, and what is joined stays joined."""
    for part in parts(word) or []:
        letters = part[0] if isinstance(part, list) else part
        if letters is not word and not word.startswith(letters):
            assert not letters.startswith(("\u0301", "\u200d"))
