"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.fields.typed_dates import day_typed, period_typed


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/6/2022", (2022, 6, 10)),
        ("10-06-2022", (2022, 6, 10)),
        ("10.6.2022", (2022, 6, 10)),
        ("ngày 10 tháng 6 năm 2022", (2022, 6, 10)),
        ("10 tháng 6 năm 2022", (2022, 6, 10)),
        ("ngày 10/6/2022", (2022, 6, 10)),
        ("10 / 6 / 2022", (2022, 6, 10)),
        ("2022/6/10", (2022, 6, 10)),
        ("2022.06.10", (2022, 6, 10)),
        ("31/02/2022", (2022, 2, 31)),
        ("10/6", None),
        ("6/2022", None),
        ("10/6/22", None),
        ("June 10, 2022", None),
        ("", None),
        ("10/6/2022 ", None),
        ("٣/6/2022", None),
        ("20220610", None),
    ],
)
def test_day_month_year_in_the_usual_forms(typed: str, day: tuple[int, int, int] | None) -> None:
    """Year, month and day; whether the calendar has the day is not asked."""
    assert day_typed(typed) == day


@settings(deadline=None, max_examples=50)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from("/.-"))
def test_any_day_is_read_in_either_order(day: date, sign: str) -> None:
    """With zeros or without."""
    parts = (day.year, day.month, day.day)
    assert day_typed(f"{day.day}{sign}{day.month}{sign}{day.year}") == parts
    assert day_typed(f"{day.day:02}{sign}{day.month:02}{sign}{day.year}") == parts
    assert day_typed(f"{day.year}{sign}{day.month}{sign}{day.day}") == parts


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("4/2022", "2022-04/2022-04"),
        ("tháng 4 năm 2022", "2022-04/2022-04"),
        ("2022-4", "2022-04/2022-04"),
        ("April 2022", "2022-04/2022-04"),
        ("Quý I/2022", "2022-01/2022-03"),
        ("quý 4 năm 2022", "2022-10/2022-12"),
        ("Q2 2022", "2022-04/2022-06"),
        ("01/2022 - 3/2022", "2022-01/2022-03"),
        ("từ 01/2022 đến 03/2022", "2022-01/2022-03"),
        ("tháng 1 đến tháng 3 năm 2022", "2022-01/2022-03"),
        ("1-3/2022", "2022-01/2022-03"),
        ("11/2021 – 2/2022", "2021-11/2022-02"),
        ("01/01/2022 - 31/03/2022", "2022-01-01/2022-03-31"),
        ("6 tháng đầu năm 2022", "2022-01/2022-06"),
        ("6 tháng cuối năm 2022", "2022-07/2022-12"),
        ("2022", "2022-01/2022-12"),
        ("13/2022", None),
        ("Quý V/2022", None),
        ("3-1/2022", None),
        ("đầu năm", None),
        ("", None),
    ],
)
def test_a_period_is_read_as_it_is_typed(typed: str, period: str | None) -> None:
    """Months, quarters, years and ranges, in Vietnamese and English."""
    assert period_typed(typed) == period


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("T1-T3/2024", "2024-01/2024-03"),
        ("THÁNG 1 NĂM 2024", "2024-01/2024-01"),
        ("tháng 1, 2/2024", "2024-01/2024-02"),
        ("tháng giêng năm 2024", "2024-01/2024-01"),
        ("quý III và quý IV năm 2023", "2023-07/2023-12"),
        ("Quý 1 - Quý 2/2023", "2023-01/2023-06"),
        ("quý II/2022 đến quý IV/2023", "2022-04/2023-12"),
        ("01/2024-03/2024", "2024-01/2024-03"),
        ("2023-2024", "2023-01/2024-12"),
        ("cả năm 2023", "2023-01/2023-12"),
        ("nửa cuối năm 2023", "2023-07/2023-12"),
        ("first half of 2023", "2023-01/2023-06"),
        ("Jan 2024 - Mar 2024", "2024-01/2024-03"),
        ("Quý I, III/2023", None),
        ("quý 4 - quý 1/2023", None),
        ("quý 5/2023", None),
        ("tháng 11-13/2023", None),
        ("2024-2023", None),
        ("đầu năm 2023", None),
        ("từ 1/2024 đến nay", None),
    ],
)
def test_quarters_halves_and_years_from_one_to_another(typed: str, period: str | None) -> None:
    """Two that are listed are a period only if they are neighbours."""
    assert period_typed(typed) == period


@pytest.mark.parametrize("typed", ["Ngày 20 tháng 2 năm 2024", "NGÀY 20/2/2024", "20 Tháng 2 Năm 2024"])
def test_capital_letters_do_not_matter_in_a_day(typed: str) -> None:
    """A sentence may begin with it."""
    assert day_typed(typed) == (2024, 2, 20)
