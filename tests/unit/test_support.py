"""The small site that other tests change is a good one."""

from pathlib import Path

import pytest

from guongsang.findings import Place
from unit.support import CAMPAIGN, MAI, PLAN, SITE, changed, codes, found_in, judge_site, shown


def test_the_small_site_has_no_error(tmp_path: Path) -> None:
    """What a test changes is the only thing that is wrong; the second unit owes what it owes, English is missing."""
    content, judgement = judge_site(tmp_path)
    assert set(codes(judgement.findings)) == {"quota-unmet", "plan-missing", "untranslated"}
    assert [entry.id for entry in content.exemplars] == ["2024/noi-01"]
    assert {*found_in(judgement, MAI), *found_in(judgement, PLAN), *found_in(judgement, CAMPAIGN)} >= {"untranslated"}


def test_a_change_must_change_something() -> None:
    """A text that does not stand in the file would make a test of nothing."""
    assert changed(MAI, ("nurse", "ward"))[MAI] != SITE[MAI]
    with pytest.raises(AssertionError):
        changed(MAI, ("no such words", "x"))


@pytest.mark.parametrize(
    ("place", "text"),
    [(Place("a", 1, 2, 1, 3), "b"), (Place("a", 1, 3, 2, 2), "c\nd"), (Place("a", 2, 1, 2, 1), "")],
)
def test_what_stands_at_a_place(place: Place, text: str) -> None:
    """On one line or on several."""
    assert shown("abc\ndef", place) == text
