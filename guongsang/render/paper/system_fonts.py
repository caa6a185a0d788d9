"""Which of the families that `print.fonts` names can set documents of administration, and why others cannot.

They are fonts of the machine, so a build may find none of them, or one that lacks letters. A letter that a font lacks
may be put together from others, with its marks in the wrong place and its word torn for whoever searches or listens; so
such a family is not used at all. Where none is left, our own fonts are.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guongsang.read.data.types import Config
from guongsang.read.font_files import family_file, points_of
from guongsang.read.source import Source
from guongsang.render.typst.fonts import load_fonts

_COLLECTION = b"ttcf"


@dataclass(frozen=True)
class SystemFonts:
    """The families that are fit to print with, in the order in which they are named; those that the machine lacks.

    `lacking` names with each family that is not fit the letters of the site that it lacks; `known` are all families of
    the machine.
    """

    fit: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = ()


def choose_fonts(config: Config, sources: Iterable[Source]) -> SystemFonts:
    """Look at the families of `print.fonts` on this machine; one that a wheel brings is none of its.

    Without such a setting no font of the machine is seen.
    """
    named = [name for name in config.formal.fonts if family_file(name) is None]
    if not named:
        return SystemFonts()
    letters = _letters(config, sources)
    lacks = {name: _lacking(name.casefold(), letters) for name in named}
    return SystemFonts(
        tuple(name for name, missing in lacks.items() if missing == ""),
        tuple(name for name, missing in lacks.items() if missing is None),
        tuple((name, missing) for name, missing in lacks.items() if missing),
        tuple(sorted({font.family for font in load_fonts(system=True).fonts()})),
    )


def _letters(config: Config, sources: Iterable[Source]) -> frozenset[str]:
    """Return the composed letters of the site; a font may take others from the next one."""
    texts = [source.text for source in sources]
    texts += [word for c in config.catalogues.values() for forms in c.words.values() for word in forms]
    return frozenset(c for c in set().union(*texts) if unicodedata.normalize("NFD", c) != c)


@cache
def _lacking(family: str, letters: frozenset[str]) -> str | None:
    """Return the letters that some font of a family lacks; None where there is no such family.

    A file that holds several fonts (.ttc) is not looked into, and trusted.
    """
    files = {Path(f.path) for f in load_fonts(system=True).fonts() if f.family.casefold() == family and f.path}
    if not files:
        return None
    fonts = [data for data in (file.read_bytes() for file in files) if not data.startswith(_COLLECTION)]
    known = [points_of(font) for font in fonts]
    return "".join(sorted(c for c in letters if any(ord(c) not in points for points in known)))
