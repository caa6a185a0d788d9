"""Dates as people type them."""

import re

_DAY_MONTH = re.compile(r"(?:ngày )?(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})", re.ASCII)


_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)


def day_typed(text: str) -> tuple[int, int, int] | None:
    """Read a date as people type it, as year, month and day: 10/6/2022, ngày 10 tháng 6 năm 2022, 2022/6/10."""
    if match := _DAY_MONTH.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    return None
