"""The font files of papers, and the letters that each has."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guongsang.i18n.languages import sample_letters
from guongsang.read.data.types import Config
from guongsang.read.font_files import FontFile, code_points, family_file

if TYPE_CHECKING:
    from typst import Fonts

FAMILIES = ("Be Vietnam Pro", "Noto Serif")
_STRETCH = 128
_NOTHING = "[^\\s\\S]"


def missing_letters(text: str, fonts: Sequence[FontFile] = ()) -> list[str]:
    """Return, sorted, the NFC characters that neither our fonts nor those of a site draw, or that PDF/A forbids."""
    letters = set(unicodedata.normalize("NFC", text)) - set("\t\n\r")
    unfit = {c for c in letters if not _drawn(c, fonts) or unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs")}
    return sorted(unfit)


def _drawn(letter: str, fonts: Sequence[FontFile]) -> bool:
    return ord(letter) in printable() or any(ord(letter) in font.points for font in fonts)


def languages_without_font(config: Config) -> tuple[str, ...]:
    """Return the languages in which nothing can be printed, because their letters are in none of the fonts of papers.

    Where the source language is one, it is all of them: names and what is not translated stand in its letters on every
    paper.
    """
    lacking = tuple(code for code in config.languages if missing_letters(sample_letters(code), config.fonts))
    return tuple(config.languages) if config.languages[0] in lacking else lacking


def fonts_of_language(config: Config, code: str) -> list[FontFile]:
    """Return the fonts of a site for a language in a script that our own fonts lack."""
    lacking = missing_letters(sample_letters(code))
    return [font for font in config.fonts if any(ord(letter) in font.points for letter in lacking)]


@cache
def load_fonts(*, system: bool) -> "Fonts":
    """Return the font book: our fonts, and those of the machine if they are asked for."""
    from guongsang.render.typst.compiler import fonts_in

    return fonts_in(font_folders(), system=system)


def font_folders() -> tuple[str, ...]:
    """Return the folder of each family; a wheel keeps all files of its family in one folder."""
    return tuple(str(path.parent) for path in font_files())


def font_files() -> list[Path]:
    """Return the regular file of each family."""
    return [path for family in FAMILIES if (path := family_file(family))]


@cache
def printable() -> frozenset[int]:
    """Return the code points that at least one of our families can draw; Typst falls back from one to the other."""
    return frozenset[int]().union(*(code_points(path.read_bytes()) for path in font_files()))


def letters_set_by(font: FontFile) -> str:
    """Return the pattern of the letters that a font of a site sets: those of the scripts that our fonts do not have.

    A script is taken as a whole, in stretches of 128 code points, because a syllable needs its signs from one font.
    """
    ours = {point // _STRETCH for point in printable()}
    stretches = sorted({point // _STRETCH for point in font.points} - ours)
    ranges = (f"\\u{{{n * _STRETCH:x}}}-\\u{{{n * _STRETCH + _STRETCH - 1:x}}}" for n in stretches)
    return f"[{''.join(ranges)}]" if stretches else _NOTHING
