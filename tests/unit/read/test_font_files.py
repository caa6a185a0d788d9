"""The fonts that a site brings, and the letters that a font has."""

import struct
from pathlib import Path

import pytest

from guongsang.read.font_files import code_points, grouped_points, points_of, read_fonts, segment_points


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


@pytest.mark.parametrize(
    "table",
    [
        format_12((0, 0xFFFFFFFF, 1)),
        format_12(*[(0, 0x10FFFF, 1)] * 2),
        format_12((0x110000, 0x110000, 1)),
        format_12()[:12] + b"\xff\xff\xff\xff",
        format_4(*[(0, 0xFFFF, 1)] * 30_000),
        format_4((65, 67, 0))[:20],
    ],
    ids=["endless", "twice all", "beyond Unicode", "count", "segments", "cut"],
)
def test_a_table_without_end_is_no_font(table: bytes) -> None:
    """A few bytes cannot stand for more letters than there are."""
    assert points_of(font(table)) == frozenset()
    assert len(points_of(font(format_4((65, 67, 0))))) == 3


def test_fonts_of_a_site_are_read_in_order_of_their_names(tmp_path: Path) -> None:
    """Folders inside count too; licences beside fonts are passed over, what is no font is told."""
    assert read_fonts(tmp_path) == ((), [])
    (tmp_path / "fonts/b").mkdir(parents=True)
    sound = font(format_4((65, 70, 0)))
    for name, data in {
        "b/B.OTF": b"OTTO" + sound[4:],
        "a.ttf": sound,
        "OFL.txt": b"licence",
        "LICENSE": b"licence",
        "cut.ttf": sound[:40],
        "empty.ttf": b"",
        "text.ttf": b"text",
        "web.woff2": b"wOF2",
        "several.ttc": b"ttcf",
    }.items():
        (tmp_path / "fonts" / name).write_bytes(data)
    fonts, findings = read_fonts(tmp_path)
    assert [(f.file, f.points) for f in fonts] == [
        (name, frozenset(range(65, 71))) for name in ("fonts/a.ttf", "fonts/b/B.OTF")
    ]
    assert [f.place.file for f in findings] == [
        f"fonts/{n}" for n in ("cut.ttf", "empty.ttf", "several.ttc", "text.ttf", "web.woff2")
    ]
    assert {f.code for f in findings} == {"stray-file"}
