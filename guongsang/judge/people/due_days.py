"""The days by which a withdrawal of consent must be answered and carried out (Decree 356/2025/NĐ-CP).

The day of the request itself does not count. Working days are Monday to Friday; public holidays are not known here, so
an answer may be due some days later than what is told.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ANSWER_WORKING_DAYS = 2
OFF_DAYS = 15
OFF_DAYS_WITH_THIRD_PARTIES = 20
_SATURDAY = 5


@dataclass(frozen=True)
class WithdrawalDays:
    """The last days to answer a request, and to take everything down, by the Office alone or with third parties."""

    answer_by: date
    off_by: date
    off_by_with_third_parties: date


def withdrawal_days(requested_on: date) -> WithdrawalDays:
    """Return the days by which a request of a day must be answered and carried out."""
    return WithdrawalDays(
        answer_by=_after_working_days(requested_on, ANSWER_WORKING_DAYS),
        off_by=_after(requested_on, OFF_DAYS),
        off_by_with_third_parties=_after(requested_on, OFF_DAYS_WITH_THIRD_PARTIES),
    )


def _after_working_days(day: date, count: int) -> date:
    while count and day < date.max:
        day = _after(day, 1)
        count -= day.weekday() < _SATURDAY
    return day


def _after(day: date, days: int) -> date:
    """Return a later day, at most the last one that there is."""
    return day + timedelta(min(days, (date.max - day).days))
