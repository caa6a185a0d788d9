"""A sheet that can be printed whatever letters are in it.

A letter that no font has is an error, which `missing_glyphs` finds; but papers of the Office also name people whose
documents were left out for their errors (`--skip-invalid`), and one such letter would stop the whole build. In comes a
sheet; out comes the same with a sign in the place of such letters.
"""

import json
from collections.abc import Mapping, Sequence

from guongsang.read.font_files import FontFile
from guongsang.render.typst.fonts import missing_letters
from guongsang.render.typst.sheet import Sheet, SheetValue

NOT_DRAWN = frozenset("lang tag role id unit_id href url src alt photo photo_alt qr align paper settings".split())
"""Values of a sheet that are not set as text."""
_SIGN = "?"


def drawable(sheet: Sheet, fonts: Sequence[FontFile]) -> Sheet:
    """Return a sheet with a question mark for each letter that no font has; nearly always the sheet itself."""
    missing = missing_letters("".join(set(json.dumps(sheet, ensure_ascii=False))), fonts)
    return _replaced(sheet, str.maketrans(dict.fromkeys(missing, _SIGN))) if missing else sheet


def _replaced(sheet: Mapping[str, SheetValue], table: Mapping[int, str]) -> Sheet:
    return {key: value if key in NOT_DRAWN else _value(value, table) for key, value in sheet.items()}


def _value(value: SheetValue, table: Mapping[int, str]) -> SheetValue:
    match value:
        case str():
            return value.translate(table)
        case Mapping():
            return _replaced(value, table)
        case list() | tuple():
            return [_value(inner, table) for inner in value]
    return value
