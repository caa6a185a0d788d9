"""The days by which a request to take a profile down must be answered and carried out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.judge.people.due_days import withdrawal_days


@pytest.mark.parametrize(
    ("requested", "answer", "off", "later"),
    [
        ("2026-03-02", "2026-03-04", "2026-03-17", "2026-03-22"),
        ("2026-03-05", "2026-03-09", "2026-03-20", "2026-03-25"),
        ("2026-03-06", "2026-03-10", "2026-03-21", "2026-03-26"),
        ("2026-03-07", "2026-03-10", "2026-03-22", "2026-03-27"),
        ("2026-03-08", "2026-03-10", "2026-03-23", "2026-03-28"),
        ("2026-12-31", "2027-01-04", "2027-01-15", "2027-01-20"),
        ("2028-02-28", "2028-03-01", "2028-03-14", "2028-03-19"),
        ("9999-12-30", "9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_day_of_the_request_and_weekends_do_not_count(requested: str, answer: str, off: str, later: str) -> None:
    """For the answer working days count, for the rest all days; the calendar has an end."""
    days = withdrawal_days(date.fromisoformat(requested))
    found = (days.answer_by, days.off_by, days.off_by_with_third_parties)
    assert [day.isoformat() for day in found] == [answer, off, later]


@given(st.dates(max_value=date(9999, 1, 1)))
def test_there_are_two_working_days_to_answer(requested: date) -> None:
    """Counted one by one."""
    until = withdrawal_days(requested).answer_by
    between = [requested + timedelta(n) for n in range(1, (until - requested).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == 2 and until.weekday() < 5
