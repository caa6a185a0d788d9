"""What leads back to itself."""

from guongsang.read.data.circles import closing_steps


def test_each_circle_is_told_once_at_the_step_that_closes_it() -> None:
    """Ways that meet again are none; what is not in the file leads nowhere."""
    assert closing_steps({1: [2, 3], 2: [4], 3: [4], 4: [9]}) == []
    assert closing_steps({1: [1]}) == [(1, 1)]
    assert closing_steps({1: [2], 2: [3], 3: [1]}) == [(3, 1)]
    assert closing_steps({1: [2], 2: [1], 3: [4], 4: [3]}) == [(2, 1), (4, 3)]


def test_a_long_way_is_no_trouble() -> None:
    """It is walked without calls inside calls."""
    assert closing_steps({i: [i + 1] for i in range(20_000)}) == []
