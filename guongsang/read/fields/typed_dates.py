"""Days and periods as people type them, in Vietnamese and English."""

import re
from calendar import month_abbr, month_name
from collections.abc import Callable, Mapping

_DAY_MONTH = re.compile(r"(?:ngày )?(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})", re.ASCII)


_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)


def day_typed(text: str) -> tuple[int, int, int] | None:
    """Read a date as people type it, as year, month and day: 10/6/2022, ngày 10 tháng 6 năm 2022, 2022/6/10."""
    if match := _DAY_MONTH.fullmatch(text.lower()):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    return None


_MONTHS = {name.lower(): i for names in (month_name, month_abbr) for i, name in enumerate(names) if name}
_OF_YEAR = r"(?: ?[/.-] ?| năm |, | )"
_MONTH = re.compile(
    rf"(?:tháng )?(\d{{1,2}}){_OF_YEAR}(\d{{4}})|(\d{{4}})[-/.](\d{{1,2}})|([a-z]+) (\d{{4}})", re.ASCII | re.I
)
_YEAR = r"(?:cả )?(?:năm )?(?P<year>\d{4})"
_WHOLE_YEAR = re.compile(_YEAR)
_SHARED = re.compile(rf"(?:tháng )?(\d{{1,2}}) ?(?:[-–—]|đến|tới|to) ?(?:tháng )?(\d{{1,2}}){_OF_YEAR}(\d{{4}})")
_QUARTER = re.compile(rf"(?:quý|q\.?|quarter) ?(?P<quarter>[1-4]|i{{1,3}}|iv)(?: ?[/,.-] ?| )?{_YEAR}", re.I)
_FIRST_MONTHS = re.compile(rf"(?P<n>[1-9]|1[0-2]) tháng (?P<part>đầu|cuối) {_YEAR}")
_BETWEEN = re.compile(r" ?(?:[–—]| - | đến | tới | to | until ) ?")
_TIGHT = re.compile(r"\d{1,2}/\d{4}-\d{1,2}/\d{4}|\d{4}-\d{4}", re.ASCII)
_NAMED = r"(?:quý|q\.?|quarter|tháng|t\.?)"
_SEVERAL = re.compile(
    rf"(?P<kind>{_NAMED}) ?(?P<first>\d{{1,2}}|i{{1,3}}|iv)(?P<between> ?(?:[-–—,&]|đến|tới|to|và|and) ?)"
    rf"(?:{_NAMED} ?)?(?P<last>\d{{1,2}}|i{{1,3}}|iv){_OF_YEAR}(?P<year>\d{{4}})",
    re.ASCII,
)
_HALF = re.compile(r"(?P<part>nửa đầu|nửa cuối|first half|second half)(?: of)?(?: năm)? (?P<year>\d{4})")
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def period_typed(text: str) -> str | None:
    """Read a period as people type it, as two months or days with a slash between: Quý I/2022 is 2022-01/2022-03."""
    text = " ".join(text.lower().split()).removeprefix("từ ").removeprefix("from ")
    for pattern, read in _READERS.items():
        if match := pattern.fullmatch(text):
            return _months(*read(match))
    parts = _BETWEEN.split(text) if not _TIGHT.fullmatch(text) else text.split("-")
    ends = [_end(part.strip()) for part in parts]
    if None in ends or len(ends) > 2:
        return _from_quarter_to_quarter(parts)
    return f"{ends[0]}/{ends[-1]}"


def _from_quarter_to_quarter(parts: list[str]) -> str | None:
    """Return the period from one quarter or year to another, each with its year; None where they are none."""
    ends = [match for part in parts if (match := _QUARTER.fullmatch(part) or _WHOLE_YEAR.fullmatch(part))]
    if len(ends) != 2 or len(parts) != 2:
        return None
    (year, first, _), (last_year, _, last) = (
        _quarter(end) if "quarter" in end.groupdict() else (int(end["year"]), 1, 12) for end in ends
    )
    return f"{year}-{first:02}/{last_year}-{last:02}" if (year, first) < (last_year, last) else None


def _several(match: re.Match[str]) -> tuple[int, int, int]:
    """Return the months from one quarter or month to another; of two that are listed, only neighbours are a period."""
    first, last = (_QUARTERS.get(match[end]) or int(match[end]) for end in ("first", "last"))
    listed = match["between"].strip() in (",", "và", "and", "&")
    if first >= last or (listed and last - first > 1):
        return int(match["year"]), 0, 0
    if match["kind"].startswith("q"):
        return int(match["year"]), 3 * first - 2, 3 * last
    return int(match["year"]), first, last


def _half(match: re.Match[str]) -> tuple[int, int, int]:
    return (int(match["year"]), 1, 6) if match["part"] in ("nửa đầu", "first half") else (int(match["year"]), 7, 12)


def _quarter(match: re.Match[str]) -> tuple[int, int, int]:
    last = 3 * _QUARTERS[match["quarter"].lower()]
    return int(match["year"]), last - 2, last


def _part_of_year(match: re.Match[str]) -> tuple[int, int, int]:
    n, year = int(match["n"]), int(match["year"])
    return (year, 1, n) if match["part"] == "đầu" else (year, 13 - n, 12)


_READERS: Mapping[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int, int]]] = {
    re.compile(_YEAR): lambda match: (int(match["year"]), 1, 12),
    _SHARED: lambda match: (int(match[3]), int(match[1]), int(match[2])),
    _QUARTER: _quarter,
    _FIRST_MONTHS: _part_of_year,
    _SEVERAL: _several,
    _HALF: _half,
    re.compile(r"tháng (?:giêng|01?)" + _OF_YEAR + r"(?P<year>\d{4})"): lambda match: (int(match["year"]), 1, 1),
}


def _months(year: int, first: int, last: int) -> str | None:
    return f"{year}-{first:02}/{year}-{last:02}" if 0 < first <= last < 13 else None


def _end(text: str) -> str | None:
    """Read a month or day as it stands in the calendar's own writing."""
    if parts := day_typed(text):
        return "{}-{:02}-{:02}".format(*parts)
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    if match[5]:
        year, month = int(match[6]), _MONTHS.get(match[5].lower(), 0)
    else:
        year, month = (int(match[2]), int(match[1])) if match[1] else (int(match[3]), int(match[4]))
    return f"{year}-{month:02}" if 0 < month < 13 else None
