"""The letters that the fonts of papers have."""

import unicodedata

import pytest

from guongsang.render.typst.fonts import font_files, font_folders, missing_letters, printable
from guongsang.text.vietnamese import ALPHABET, TONES


def test_our_fonts_have_every_letter_of_vietnamese() -> None:
    """With every tone, small and large."""
    letters = {unicodedata.normalize("NFC", base + tone) for base in ALPHABET for tone in ("", *TONES)}
    single = {letter for letter in letters if len(letter) == 1}
    text = "".join(sorted(single)) + "".join(sorted(single)).upper()
    assert missing_letters(text) == []
    assert len(printable()) > 1_000


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Đồng chí — “tốt” … 50 ₫\n\t", []),
        ("漢字", ["字", "漢"]),
        ("a\x07b", ["\x07"]),
        ("\ue000", ["\ue000"]),
        ("A\u0301", []),
        ("👩", ["👩"]),
        ("", []),
    ],
)
def test_letters_that_cannot_be_printed_are_named_once_and_sorted(text: str, missing: list[str]) -> None:
    """No font has them, or no paper may hold them."""
    assert missing_letters(text) == missing
    assert missing_letters(text * 3) == missing


def test_each_family_has_its_file_in_a_folder_of_its_own() -> None:
    """The files are there, and no other font lies with them."""
    files = font_files()
    assert len(files) == 2 and all(path.is_file() for path in files)
    assert len(set(font_folders())) == 2
