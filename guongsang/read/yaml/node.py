"""A YAML tree whose scalars stay text, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass


# A frozen class takes three times as long to make, and a site has tens of thousands of nodes.
@dataclass(slots=True)
class Node:
    """A scalar (`text`), a mapping (`members`, keys in order) or a list (`items`), with its stretch of the source.

    `unread` names the members of a mapping whose values cannot be read, which is told already; --- stands for its end.
    """

    start: int
    end: int
    text: str | None = None
    members: dict[str, "Member"] | None = None
    items: "tuple[Node, ...] | None" = None
    plain: bool = True
    unread: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """True where nothing was typed (`key:`), which is the same as leaving the key out."""
        return self.text == "" and self.plain


@dataclass(slots=True)
class Member:
    """A key's own stretch of the source and its value."""

    start: int
    end: int
    node: Node


def values_in(node: Node) -> Iterator[tuple[int, int, str]]:
    """Yield the single values below a node: where each begins and ends, and its text."""
    if node.text is not None:
        yield node.start, node.end, node.text
    for inner in (*(m.node for m in (node.members or {}).values()), *(node.items or ())):
        yield from values_in(inner)
