"""The fonts that a site brings, for writing systems that those of the project lack, and the letters that each has.

They lie in its folder `fonts/`, or in a wheel of fontpkg that is installed and whose family the site names. This is the
only room that knows fontpkg.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guongsang.findings import Finding, Place, find
from guongsang.i18n.messages import say
from guongsang.read.files import Found, read_file, walk

FOLDER = "fonts"
_ENDINGS = (".ttf", ".otf")
_BEGINNINGS = (b"\0\1\0\0", b"OTTO", b"true")
_LIMIT = 60_000_000
"""Bytes of a font; one of all Chinese signs has about twenty million."""
_POINTS = 0x110000
"""Code points of Unicode."""
_SUBTABLES = 12
"""Subtables of a `cmap` that are read; fonts have up to ten."""


@dataclass(frozen=True)
class FontFile:
    """A font: its file from the root of the site, where that lies, its bytes, and the code points that it has."""

    file: str
    path: Path
    data: bytes
    points: frozenset[int]


def read_fonts(root: Path) -> tuple[tuple[FontFile, ...], list[Finding]]:
    """Read the fonts in the folder of a site, which need not be there; what is no font is told."""
    if not (root / FOLDER).is_dir():
        return (), []
    found, findings = walk(root, FOLDER)
    fonts: list[FontFile] = []
    for item in found:
        if item.path.suffix.lower() in _TEXTS:
            continue
        read = _read(item)
        if isinstance(read, Finding):
            findings.append(read)
        else:
            fonts.append(read)
    return tuple(fonts), findings


def fonts_of_wheels(families: Iterable[str]) -> Iterator[FontFile]:
    """Yield the regular font of each family that an installed wheel brings."""
    for family in families:
        if path := family_file(family):
            data = path.read_bytes()
            yield FontFile(f"{FOLDER}/{path.name}", path, data, points_of(data))


def family_file(family: str) -> Path | None:
    """Return the regular font of a family from its wheel; None where none is installed."""
    import fontpkg

    try:
        return Path(fontpkg.path(family, nearest=True))
    except fontpkg.FontpkgError:
        return None


_TEXTS = ("", ".txt", ".md")
"""Licences that lie beside fonts."""


def _read(item: Found) -> FontFile | Finding:
    data = read_file(item, _LIMIT) if item.path.suffix.lower() in _ENDINGS else b""
    if isinstance(data, Finding):
        return data
    points = points_of(data)
    if points:
        return FontFile(item.file, item.path, data, points)
    return find(
        "stray-file",
        Place(item.file),
        say("this file is not a font that can be used"),
        say("put a font of one style there whose name ends in .ttf or .otf"),
    )


def points_of(data: bytes) -> frozenset[int]:
    """Return the code points of a font, none where it cannot be read."""
    if not data.startswith(_BEGINNINGS):
        return frozenset()
    try:
        return frozenset(code_points(data))
    except (ValueError, struct.error, StopIteration):
        return frozenset()


def code_points(font: bytes) -> set[int]:
    """Return the code points in the `cmap` table of an OpenType font, read from its subtables of format 4 and 12.

    Raises ValueError, struct.error or StopIteration where the table is none.
    """
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for at in {cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * i)[2] for i in range(min(subtables, _SUBTABLES))}:
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            found |= grouped_points(font, at)
        elif form == 4:
            found |= segment_points(font, at)
    return found


def grouped_points(font: bytes, at: int) -> set[int]:
    """Return the code points of a `cmap` subtable of format 12."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    if count > _POINTS:
        raise ValueError("more groups than there are code points")
    groups = [struct.unpack_from(">III", font, at + 16 + 12 * i) for i in range(count)]
    _refuse_too_many([(first, last) for first, last, _ in groups])
    return {point for first, last, glyph in groups for point in range(first, last + 1) if glyph + point - first}


def segment_points(font: bytes, at: int) -> set[int]:
    """Return the code points of a `cmap` subtable of format 4, leaving out those that lead to the missing glyph."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts, deltas, offsets = (struct.unpack_from(f">{count}H", font, at + 16 + doubled * k) for k in (1, 2, 3))
    _refuse_too_many(list(zip(firsts, lasts, strict=True)))
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


def _refuse_too_many(stretches: list[tuple[int, int]]) -> None:
    """Raise ValueError where stretches of code points hold more than there are, so that none is endless."""
    beyond = any(last >= _POINTS for _, last in stretches)
    if beyond or sum(max(last - first + 1, 0) for first, last in stretches) > _POINTS:
        raise ValueError("more code points than Unicode has")
