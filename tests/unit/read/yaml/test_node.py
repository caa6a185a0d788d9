"""The nodes of a YAML tree."""

import pytest

from guongsang.read.yaml.node import Member, Node, values_in


@pytest.mark.parametrize(
    ("node", "empty"),
    [
        (Node(0, 0, text=""), True),
        (Node(0, 2, text="", plain=False), False),
        (Node(0, 1, text="a"), False),
        (Node(0, 2, members={}), False),
        (Node(0, 2, items=()), False),
    ],
)
def test_only_a_plain_nothing_is_empty(node: Node, empty: bool) -> None:
    """An empty text in quotes, an empty list and an empty group were typed by somebody."""
    assert node.empty is empty


def test_values_come_from_groups_before_lists_and_with_their_stretch() -> None:
    """A value gives itself; a group and a list give what is in them, however deep."""
    leaf, other = Node(3, 4, text="a"), Node(7, 9, text="bc")
    tree = Node(0, 10, members={"x": Member(0, 1, leaf), "y": Member(5, 6, Node(7, 9, items=(other,)))})
    assert list(values_in(tree)) == [(3, 4, "a"), (7, 9, "bc")]
    assert list(values_in(leaf)) == [(3, 4, "a")]
    assert list(values_in(Node(0, 2, items=()))) == []
