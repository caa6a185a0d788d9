"""Texts that went through the wrong table of letters: TCVN3 (ABC) and VNI; `mojibake` has UTF-8 that was misread.

A text comes in as it was decoded; out come `Slip`s: where such a stretch stands, in what it was written, what it should
read, and whether that is sure. Nothing is guessed from single signs: the stretch must turn into Vietnamese syllables
that it is not as it stands, more than one of them, so that «, §, ×, ° and the letters of other languages pass.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from guongsang.text.syllables import is_syllable

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HATS = dict(zip("âáàåãä", ("\u0302" + t for t in ("", *_VNI_TONES.values())), strict=True))
_VNI_BREVES = dict(zip("êéèúüë", ("\u0306" + t for t in ("", *_VNI_TONES.values())), strict=True))
_VNI_SINGLE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "î": "ỵ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}


def _vni_pairs() -> dict[str, str]:
    """Make the table of VNI: a vowel and the letter that stands for its marks."""
    pairs = {base + sign: base + mark for base in "aeouy" for sign, mark in _VNI_TONES.items()}
    pairs |= {base + sign: base + mark for base in "aeo" for sign, mark in _VNI_HATS.items()}
    pairs |= {f"a{sign}": f"a{mark}" for sign, mark in _VNI_BREVES.items()}
    pairs |= {base + sign: _VNI_SINGLE[base] + mark for base in "ôö" for sign, mark in _VNI_TONES.items()}
    table = {key: unicodedata.normalize("NFC", value) for key, value in pairs.items()} | _VNI_SINGLE
    capitals = {key.upper(): value.upper() for key, value in table.items()}
    mixed = {key[0].upper() + key[1:]: value[0].upper() for key, value in table.items()}
    return mixed | capitals | table


_VNI = _vni_pairs()
_VNI_SIGNS = re.compile("[aeouyôö][âáàåãäêéèúüëùøûõï]|[ñöôîíìæóò]", re.IGNORECASE)
_LETTER = r"A-Za-zÀ-ÖØ-öø-ÿ"
_TCVN3_SIGN = "¡-©ª«¬\xad®µ-¹»-¾"
_TCVN3_WORD = re.compile(f"[{_LETTER}\u0100-\u1fff{_TCVN3_SIGN}×÷]+")
_VNI_WORD = re.compile(f"[{_LETTER}\u0100-\u1fff]+")
_TCVN3_MARK = re.compile(f"[{_LETTER}][{_TCVN3_SIGN}×÷]|[{_TCVN3_SIGN}×÷][{_LETTER}]|[a-z][À-ÖØ-Þ]")
_VNI_MARK = re.compile("[aeouyôöAEOUYÔÖ][âáàåãäêéèúüëùøûõïÂÁÀÅÃÄÊÉÈÚÜËÙØÛÕÏ]")
_MODERN = re.compile("[\u0100-\u1fff]")
_CAPITAL_INSIDE = re.compile("[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_PROSE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Misdecoding:
    """A stretch of a text that reads wrongly: from where to where, in what it was written, what it should read."""

    start: int
    end: int
    encoding: str
    meant: str
    certain: bool = True


@dataclass(frozen=True, eq=False)
class _Table:
    """An old table of letters: its name, its words, what gives it away at once, and how a word is brought over."""

    name: str
    word: re.Pattern[str]
    mark: re.Pattern[str]
    convert: Callable[[str], str]


def _from_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(char, char) for char in text)


def _from_vni(text: str) -> str:
    return _VNI_SIGNS.sub(lambda m: _VNI.get(m[0], m[0]), text)


_TABLES = (
    _Table("TCVN3 (ABC)", _TCVN3_WORD, _TCVN3_MARK, _from_tcvn3),
    _Table("VNI", _VNI_WORD, _VNI_MARK, _from_vni),
)


def legacy_misdecodings(text: str, *, vietnamese: bool = True) -> list[Misdecoding]:
    """Find what was written in TCVN3 or VNI, line by line; a text of another language must show more of it."""
    if not any(_has_strong(piece) for piece in odd_pieces(text)):
        return []
    least = 2 if vietnamese else 4
    for table in _TABLES:
        if not table.mark.search(text):
            continue
        found: list[Misdecoding] = []
        strange: set[str] = set()
        start = 0
        for line in text.split("\n"):
            if table.mark.search(line):
                stretches, words = _in_line(table, line, start)
                found += stretches
                strange |= words
            start += len(line) + 1
        if len(strange) >= least:
            return found
    return []


@lru_cache(maxsize=2)
def odd_pieces(text: str) -> frozenset[str]:
    """Return what stands between blanks and is not plain; the same pieces come again in most texts."""
    pieces = () if text.isascii() else text.replace("\n", " ").split(" ")
    return frozenset(piece for piece in pieces if not piece.isascii())


@lru_cache(maxsize=65536)
def _has_strong(piece: str) -> bool:
    """Return whether a piece has a word without which no line is looked at."""
    return any(_kind(table, word) == "strong" for table in _TABLES for word in table.word.findall(piece))


@lru_cache(maxsize=65536)
def _kind(table: _Table, word: str) -> str:
    """Return what a word is: strong (only an old table explains it), weak, a syllable either way, modern, other."""
    if word.isascii():
        return "plain"
    if _MODERN.search(word):
        return "modern"
    meant = table.convert(word)
    if meant == word:
        return "either" if is_syllable(word) else "other"
    fits = is_syllable(meant)
    if is_syllable(word) and not _CAPITAL_INSIDE.search(word):
        return "either" if fits else "modern"
    if not fits:
        return "other"
    return "strong" if table.mark.search(word) and word.lower() not in _NOT_WORDS else "weak"


_NOT_WORDS = frozenset(("µm", "où", "thaï", "laïc", "haï"))
"""A unit and French words that old tables would explain."""


def _in_line(table: _Table, line: str, start: int) -> tuple[list[Misdecoding], set[str]]:
    """Find the stretches of one line, and the strange words in them; foreign words in number speak against it."""
    words = [(m, _kind(table, m[0])) for m in table.word.finditer(line)]
    kinds = [kind for _, kind in words]
    good = kinds.count("strong") + kinds.count("weak")
    if "strong" not in kinds or good < 4 * kinds.count("other"):
        return [], set()
    stretches, run = [], list[re.Match[str]]()
    for match, kind in [*words, (None, "modern")]:
        if match is not None and kind not in ("modern", "other"):
            run.append(match)
            continue
        if any(_kind(table, m[0]) in ("strong", "weak") for m in run):
            stretches.append(_stretch(table, line, start, run, whole=len(run) == len(words)))
        run = []
    return stretches, {m[0] for m, kind in words if kind in ("strong", "weak")}


def _stretch(table: _Table, line: str, start: int, run: list[re.Match[str]], *, whole: bool) -> Misdecoding:
    """Make one stretch: the whole line where nothing speaks against it, else from its first strange word to its last.

    It is certain where no word left out beside it could belong to it.
    """
    strange = [i for i, m in enumerate(run) if _kind(table, m[0]) in ("strong", "weak")]
    beside = [] if whole else [*run[: strange[0]], *run[strange[-1] + 1 :]]
    if not whole:
        run = run[strange[0] : strange[-1] + 1]
    changed = [m for m in run if table.convert(m[0]) != m[0]]
    first, last = changed[0].start(), changed[-1].end()
    certain = all(table.convert(m[0]) == m[0] for m in beside)
    return Misdecoding(start + first, start + last, table.name, table.convert(line[first:last]), certain)


def named(data: bytes, *, vietnamese: bool = True) -> tuple[str, str] | None:
    """Name the encoding of bytes that are not UTF-8, with the text as it should read; None where it cannot be told."""
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return "UTF-16", data.decode(codec, "replace")
    if data[:200].count(0) * 3 > len(data[:200]) > 1:
        return "UTF-16", data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "replace")
    text = data.decode("latin-1")
    if stretches := legacy_misdecodings(text, vietnamese=vietnamese):
        table = next(t for t in _TABLES if t.name == stretches[0].encoding)
        return table.name, table.convert(text)
    text = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    words = [w for w in _PROSE.findall(text) if not w.isascii()]
    if words and sum(map(is_syllable, words)) >= 0.8 * len(words) and "\ufffd" not in text:
        return "Windows-1258", text
    return None


def certainly_meant(text: str) -> bool:
    """Return whether what bytes turned into is certain: nothing lost, nearly all words with marks can be Vietnamese."""
    words = [w for w in _PROSE.findall(text) if not w.isascii() and not w.isupper()]
    return not {"\ufffd", "\x00"} & set(text) and sum(map(is_syllable, words)) >= 0.97 * len(words)


def excerpt_of(text: str, limit: int = 60) -> str:
    """Show the beginning of what a stretch should read."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
