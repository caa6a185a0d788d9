"""Lists as people type them on one line, without the brackets: ids with commas between, years with `to`.

Only what has no blanks of its own can be parted with certainty, so sentences are left alone.
"""

import re

from guongsang.read.fields.kinds import Integer, Kind, OneOf, Ref, Slug

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:và|and)\s+")
_YEARS = re.compile(r"(?:từ |from )?(?:năm )?(\d{4}) ?(?:-|–|—|đến|tới|to) ?(?:năm )?(\d{4})", re.ASCII | re.IGNORECASE)
_ID = re.compile(r"[\w./-]+")
_MOST_YEARS = 30


def list_typed(text: str, kind: Kind) -> str | None:
    """Return a list as YAML has it for a text that holds its items; None where it is not certain what they are."""
    if isinstance(kind, Integer):
        return _numbers(text.strip())
    if not isinstance(kind, (Ref, Slug, OneOf)):
        return None
    items = _BETWEEN.split(text.strip())
    return f"[{', '.join(items)}]" if all(map(_ID.fullmatch, items)) else None


def _numbers(text: str) -> str | None:
    if years := _YEARS.fullmatch(text):
        first, last = int(years[1]), int(years[2])
        return f"[{', '.join(map(str, range(first, last + 1)))}]" if 0 < last - first < _MOST_YEARS else None
    items = [item.removeprefix("năm ").strip() for item in _BETWEEN.split(text)]
    return f"[{', '.join(items)}]" if all(re.fullmatch(r"[1-9][0-9]*", item, re.ASCII) for item in items) else None
