"""Digests: equal values have the same one, and nothing that differs is taken for the same."""

from dataclasses import dataclass, fields, replace
from typing import Any

import pytest

from guongsang.digests import Digested, value_digest
from guongsang.i18n.messages import Text, say
from guongsang.read.markdown.tree import Body
from guongsang.render.web.cards import Card, Thumbnail


@dataclass(frozen=True)
class Held(Digested):
    """A value of which the digest is made once."""

    name: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class AlsoHeld(Digested):
    """A value of another class with the same fields."""

    name: str
    more: tuple[str, ...] = ()


@pytest.mark.parametrize("changed", [Held("b"), Held("a", ("c",)), Held(""), AlsoHeld("a"), "a"])
def test_a_value_that_holds_another_has_another_digest_where_that_differs(changed: object) -> None:
    """However deep it lies, and though the digest of what is held was made before."""
    one = [{"x": (1, Held("a"))}]
    assert value_digest(one) == value_digest([{"x": (1, Held("a"))}])
    assert value_digest(one) != value_digest([{"x": (1, changed)}])


def test_every_field_of_a_card_counts() -> None:
    """Another value of any of them gives another digest."""
    text = Text("a", "vi")
    card = Card("u", text, text, text, text, None, text, say("Approved"), Thumbnail("model"), False, True)
    other: Any = Text("b", "en")
    others = [replace(card, **{field.name: other}) for field in fields(card)]
    assert len({value_digest([it]) for it in (card, *others)}) == len(others) + 1


def test_the_markdown_of_a_body_stands_for_its_tree() -> None:
    """And where it lies in its file does not matter."""
    body = Body("a", 1, ("a",))
    assert value_digest(body) == value_digest(Body("a", 9))
    others = [Body("b", 1), Body("a", 1, refused=True), Body("a", 1, unfilled=True)]
    assert len({value_digest(other) for other in (body, *others)}) == 4
