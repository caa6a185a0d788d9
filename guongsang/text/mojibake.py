"""UTF-8 that was read as Windows-1252 or Latin-1, once or more: where it stands and what it should read."""

import re
from functools import lru_cache

from guongsang.text.encodings import Misdecoding, odd_pieces

_CP1252 = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)} | {
    chr(b): b for b in range(0x80, 0x100)
}
_CONTINUED = "".join(re.escape(c) for c, b in _CP1252.items() if 0x80 <= b < 0xC0)
_READ_WRONGLY = re.compile(f"[Â-ß][{_CONTINUED}]|[à-ï][{_CONTINUED}]{{2}}|[ð-ô][{_CONTINUED}]{{3}}")
_CLOSING = "”“’‘»›…–—\xa0"
_MEANT = re.compile("[\x80-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u203a\u20ab\u20ac\u2122\ufeff\U0001f300-\U0001faff]")


def mojibake_misdecodings(text: str) -> list[Misdecoding]:
    """Find UTF-8 that was read as Windows-1252 or Latin-1 once or more; one certain sign gives a text away."""
    if not any(_has_certain(piece) for piece in odd_pieces(text)):
        return []
    stretches, start = [], 0
    for line in text.split("\n"):
        hits = [m for m in _READ_WRONGLY.finditer(line) if _right(m[0])]
        if hits:
            first, last = _whole_words(line, hits[0].start(), hits[-1].end())
            meant, certain = _unwound(line[first:last])
            stretches.append(Misdecoding(start + first, start + last, "UTF-8", meant, certain))
        start += len(line) + 1
    return stretches


def _whole_words(line: str, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch to the blanks around it, or to the quotation mark or bracket that opens it."""
    begin = max(line.rfind(sign, 0, first) for sign in " [({\"'") + 1
    return begin, end if (end := line.find(" ", last)) >= 0 else len(line)


@lru_cache(maxsize=65536)
def _has_certain(piece: str) -> bool:
    return any(_is_certain(m[0]) for m in _READ_WRONGLY.finditer(piece))


def _is_certain(signs: str) -> bool:
    """Return whether a sequence can hardly be meant as it stands: not a capital before a closing quotation mark."""
    return _right(signs) is not None and (len(signs) > 2 or signs[1] not in _CLOSING or signs[:2] == "Ä‘")


def _right(signs: str) -> str | None:
    """Read a sequence as the UTF-8 that it was; None where that gives no letter or sign that people here write."""
    try:
        meant = bytes(_CP1252[c] for c in signs).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return meant if _MEANT.fullmatch(meant) else None


def _unwound(text: str) -> tuple[str, bool]:
    """Read a stretch rightly, as often as it was read wrongly; sure where nothing of it is left over or lost."""
    for _ in range(4):
        better = _READ_WRONGLY.sub(lambda m: _right(m[0]) or m[0], text)
        if better == text:
            break
        text = better
    return text, not re.search("[ÃÂÄÆ][^\\w\\s]|Ã |\ufffd|[\x80-\x9f]", text)
