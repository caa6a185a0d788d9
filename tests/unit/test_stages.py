"""The stages of an exemplar, as they follow from dates."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.stages import LABELS, STAGES, must_follow, reached, stage_of

DAY = date(2022, 6, 10)
PROGRESS = st.dictionaries(st.sampled_from(STAGES), st.dates())


def test_every_stage_has_its_label() -> None:
    """Nothing can be shown by its key."""
    assert tuple(LABELS) == STAGES
    assert all(label.text and label.text[0].isupper() for label in LABELS.values())


@pytest.mark.parametrize(
    ("dated", "stage"),
    [
        ([], None),
        (["discovered"], "discovered"),
        (["approved", "discovered"], "approved"),
        (["reviewed", "registered"], "reviewed"),
        (["honoured", "nurtured"], "honoured"),
        (["unknown"], None),
    ],
)
def test_the_stage_is_the_last_of_the_list_that_has_a_date(dated: list[str], stage: str | None) -> None:
    """Steps may be left out, and the order in which they were typed does not matter."""
    assert stage_of(dict.fromkeys(dated, DAY)) == stage


@given(PROGRESS)
def test_the_stage_that_follows_from_dates_is_reached_and_no_later_one(progress: dict[str, date]) -> None:
    """Every dated step is reached, every step behind the last is not."""
    stage = stage_of(progress)
    for wanted in STAGES:
        assert reached(stage, wanted) is (stage is not None and STAGES.index(wanted) <= STAGES.index(stage))
    assert all(reached(stage, step) for step in progress)


def test_before_the_first_stage_nothing_is_reached() -> None:
    """Where no date stands, there is no stage."""
    assert not any(reached(None, stage) for stage in STAGES)


@pytest.mark.parametrize(
    ("stage", "before"),
    [
        ("discovered", []),
        ("selected", ["discovered"]),
        ("registered", ["discovered", "selected"]),
        ("approved", ["discovered", "selected", "registered"]),
        ("nurtured", ["discovered", "selected", "registered", "approved"]),
        ("replicated", ["discovered", "selected", "registered", "approved"]),
        ("honoured", ["discovered", "selected", "registered", "approved"]),
        ("reviewed", ["discovered", "selected", "registered", "approved", "nurtured", "replicated", "honoured"]),
    ],
)
def test_nurturing_replicating_and_honouring_do_not_wait_for_one_another(stage: str, before: list[str]) -> None:
    """The first four steps follow one another, the review follows all, and those between follow the four only."""
    assert must_follow(stage, dict.fromkeys(STAGES, DAY)) == before


@pytest.mark.parametrize("missing", list(combinations(STAGES[:4], 2)))
def test_only_steps_that_have_a_date_are_compared(missing: tuple[str, str]) -> None:
    """A step that nobody dated can be neither before nor behind another."""
    progress = {stage: DAY for stage in STAGES if stage not in missing}
    assert not set(missing) & set(must_follow("reviewed", progress))
