"""The letters that the fonts of papers have."""

import struct
import unicodedata

import pytest

from guongsang.render.typst.fonts import (
    code_points,
    font_files,
    font_folders,
    grouped_points,
    missing_letters,
    printable,
    segment_points,
)
from guongsang.text.vietnamese import ALPHABET, TONES


def font(*subtables: bytes) -> bytes:
    """Make a font that holds a cmap table and nothing else."""
    records, at = b"", 4 + 8 * len(subtables)
    for table in subtables:
        records += struct.pack(">HHI", 3, 1, at)
        at += len(table)
    cmap = struct.pack(">HH", 0, len(subtables)) + records + b"".join(subtables)
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap


def format_4(*segments: tuple[int, int, int]) -> bytes:
    """Make a cmap subtable of format 4 from segments: first, last, delta."""
    count = len(segments)
    firsts = struct.pack(f">{count}H", *(first for first, _, _ in segments))
    lasts = struct.pack(f">{count}H", *(last for _, last, _ in segments))
    deltas = struct.pack(f">{count}H", *(delta % 0x10000 for _, _, delta in segments))
    head = struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0)
    return head + lasts + b"\0\0" + firsts + deltas + b"\0\0" * count


def format_12(*groups: tuple[int, int, int]) -> bytes:
    """Make a cmap subtable of format 12 from groups: first, last, glyph."""
    return struct.pack(">HHIII", 12, 0, 0, 0, len(groups)) + b"".join(struct.pack(">III", *group) for group in groups)


@pytest.mark.parametrize(
    ("table", "points"),
    [
        (format_4((65, 67, 0), (0xFFFF, 0xFFFF, 1)), {65, 66, 67}),
        (format_4((65, 67, -66), (0xFFFF, 0xFFFF, 1)), {65, 67}),
        (format_4((0xFFFF, 0xFFFF, 1)), set()),
        (format_12((0x1F600, 0x1F602, 5)), {0x1F600, 0x1F601, 0x1F602}),
        (format_12((65, 67, 0)), {66, 67}),
        (format_12(), set()),
    ],
)
def test_the_letters_of_a_table_are_read(table: bytes, points: set[int]) -> None:
    """Without those that lead to the missing glyph."""
    assert code_points(font(table)) == points
    read = segment_points if table[:2] == b"\0\4" else grouped_points
    assert read(table, 0) == points


def test_all_tables_of_a_font_count_and_other_forms_are_passed_over() -> None:
    """A font says some letters in one form and some in another."""
    other = struct.pack(">HH", 6, 0)
    assert code_points(font(format_4((65, 65, 0)), other, format_12((0x1F600, 0x1F600, 1)))) == {65, 0x1F600}


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
