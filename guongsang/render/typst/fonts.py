"""The font files of papers, and the letters that each has."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

import fontpkg

from guongsang.render.typst.compiler import Fonts, fonts_in

FAMILIES = ("Be Vietnam Pro", "Noto Serif")


def missing_letters(text: str) -> list[str]:
    """Returns, sorted, the NFC characters of `text` that none of our fonts can draw or that PDF/A does not allow."""
    letters = set(unicodedata.normalize("NFC", text)) - set("\t\n\r")
    unfit = {c for c in letters if ord(c) not in printable() or unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs")}
    return sorted(unfit)


@cache
def load_fonts(*, system: bool) -> Fonts:
    """Return the font book: our fonts, and those of the machine if they are asked for."""
    return fonts_in(font_folders(), system=system)


def font_folders() -> tuple[str, ...]:
    """Return the folder of each family; a wheel keeps all files of its family in one folder."""
    return tuple(str(path.parent) for path in font_files())


def font_files() -> list[Path]:
    """Return the regular file of each family."""
    return [Path(fontpkg.path(family)) for family in FAMILIES]


@cache
def printable() -> frozenset[int]:
    """Return the code points that at least one of our families can draw; Typst falls back from one to the other."""
    return frozenset[int]().union(*(code_points(path.read_bytes()) for path in font_files()))


def code_points(font: bytes) -> set[int]:
    """Return the code points in the `cmap` table of an OpenType font, read from its subtables of format 4 and 12."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for i in range(subtables):
        at = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * i)[2]
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            found |= grouped_points(font, at)
        elif form == 4:
            found |= segment_points(font, at)
    return found


def grouped_points(font: bytes, at: int) -> set[int]:
    """Return the code points of a `cmap` subtable of format 12."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * i) for i in range(count))
    return {point for first, last, glyph in groups for point in range(first, last + 1) if glyph + point - first}


def segment_points(font: bytes, at: int) -> set[int]:
    """Return the code points of a `cmap` subtable of format 4, leaving out those that lead to the missing glyph."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts, deltas, offsets = (struct.unpack_from(f">{count}H", font, at + 16 + doubled * k) for k in (1, 2, 3))
    found: set[int] = set()
    for i, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if offset:
                slot = at + 16 + doubled * 3 + 2 * i + offset + 2 * (point - first)
                (glyph,) = struct.unpack_from(">H", font, slot)
            if glyph and (glyph + delta) % 0x10000:
                found.add(point)
    return found
