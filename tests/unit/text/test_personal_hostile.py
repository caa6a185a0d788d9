"""Texts that keep the search for personal data busy end, and hide nothing behind them."""

import pytest

from guongsang.text.personal_data.search import personal_in

HOSTILE = ("07 08 07 08 ", "1 ", "090-", "vo ", "vừa mổ ", "mẹ ", "Con Anh ", "](a", "a@", "STK 1 ")
"""Texts that begin a form again and again and never end one."""


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_that_always_begins_anew_is_searched_to_its_end(hostile: str) -> None:
    """What is found behind a long row of beginnings is what is found alone: no row hides it or is taken for it."""
    row = hostile * (100_000 // len(hostile))
    found = list(personal_in(f"{row}\n\nGọi 0345 671 234 gặp cô Ánh."))
    assert [one.kind for one in found if one.start > len(row)] == ["telephone-number"]
    assert len(found) <= 2
