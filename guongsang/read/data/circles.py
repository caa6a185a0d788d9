"""Finds what leads back to itself where things name what followed them: laws that were replaced, units that merged."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Id = TypeVar("Id")


def closing_steps(follows: Mapping[Id, Sequence[Id]]) -> list[tuple[Id, Id]]:
    """Return the steps that lead back to where a way came from, one for each circle, in order; none is taken twice."""
    found: list[tuple[Id, Id]] = []
    done: set[Id] = set()
    for start in follows:
        way, open_steps = [start], [iter(follows[start] if start not in done else ())]
        on_way = {start}
        while way:
            step = next(open_steps[-1], None)
            if step is None:
                done.add(way[-1])
                on_way.discard(way.pop())
                open_steps.pop()
            elif step in on_way:
                found.append((way[-1], step))
            elif step not in done and step in follows:
                way.append(step)
                on_way.add(step)
                open_steps.append(iter(follows[step]))
    return found
