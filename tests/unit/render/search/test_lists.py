"""Lists of documents: made of a few at a time and joined, they are those of all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.render.search.lists import Lists, codes_below, in_order, joined, lists_of, written

CODES = codes_below(4 * 5 * 32)
PLACES = st.dictionaries(st.integers(0, 31), st.integers(0, 3))
"""How much a place weighs, by document."""


def stamps(places: dict[int, int]) -> list[int]:
    """Return stamps in their order."""
    return [4 * number + weight for number, weight in sorted(places.items())]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.fixed_dictionaries({"a": PLACES, "b": PLACES}), max_size=5))
def test_joined_lists_are_the_list_of_all(groups: list[dict[str, dict[int, int]]]) -> None:
    """However a key is spread over groups of documents, some of which may not have it."""
    made = [(32, lists_of({k: stamps(p) for k, p in group.items() if p}, CODES)) for group in groups]
    whole = {k: [128 * at + s for at, g in enumerate(groups) for s in stamps(g[k])] for k in "ab"}
    assert joined(made, CODES) == {key: written(own, CODES) for key, own in whole.items() if own}


def test_groups_without_any_key_count_as_well() -> None:
    """Their documents stand between those of others."""
    nothing, one = lists_of({}, CODES), lists_of({"a": [1]}, CODES)
    assert nothing == Lists("", b"", b"", "")
    assert joined([(2, nothing), (3, one), (30, nothing), (1, one)], CODES) == {"a": written([9, 141], CODES)}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["b\0", "ab\0", "a\0z", "a\0b"], ["a\0b", "a\0z", "ab\0", "b\0"]),
        (["\uff41\0", "\U00020000\0"], ["\U00020000\0", "\uff41\0"]),
        (["đ\0", "a\0", "字\0"], ["a\0", "đ\0", "字\0"]),
        ([], []),
    ],
)
def test_keys_are_in_the_order_of_javascript(keys: list[str], expected: list[str]) -> None:
    """By their first words, then by their second ones; letters above U+FFFF stand in front of some below."""
    assert in_order(keys) == expected
