"""What a writer still has to give, as marks in a tree of values."""

from typing import Any

import pytest

from guongsang.author.new.placeholders import ask, ask_at, ask_group, label_notes, one_of
from guongsang.i18n.messages import Catalogue, say
from guongsang.read.fields.kinds import (
    Date,
    Field,
    Flag,
    Group,
    Integer,
    ListOf,
    PlainText,
    one_of_words,
    optional,
    required,
)

WORDS = Catalogue("en")
NAME = say("Name")
ITEM = Group({"name": required(PlainText(), NAME), "role": optional(PlainText(), say("Role"))})
TABLE = Group(
    {
        "title": required(PlainText(), NAME),
        "movements": optional(ListOf(ITEM), say("Movements")),
        "approved": optional(Group({"on": required(Date(), say("Date")), "by": optional(PlainText(), NAME)}), NAME),
        "signer": optional(Group({"form": optional(PlainText(), say("Form"))}), NAME),
    }
)


@pytest.mark.parametrize(
    ("spec", "asked"),
    [
        (required(PlainText(), NAME), "[[Name]]"),
        (required(PlainText(), NAME, say("what to write")), "[[what to write]]"),
        (required(Date(), NAME), "[[a day, like 2022-06-10]]"),
        (required(Integer(), NAME), "[[digits only, like 14]]"),
        (required(Flag(), NAME), "[[one of these: true, false]]"),
        (required(one_of_words("a", "b"), NAME), "[[one of these: a, b]]"),
        (required(ListOf(PlainText()), NAME), ["[[Name]]"]),
        (required(ITEM, NAME), {"name": "[[Name]]"}),
        (required(ListOf(ITEM), NAME), [{"name": "[[Name]]"}]),
    ],
)
def test_each_kind_of_field_is_asked_for_in_its_way(spec: Field, asked: Any) -> None:
    """By its help, else by the form of its values, else by its label."""
    assert ask(spec, WORDS) == asked


def test_a_question_of_ones_own_stands_in_place_of_the_usual() -> None:
    """In lists too."""
    assert ask(required(PlainText(), NAME), WORDS, "which?") == "[[which?]]"
    assert ask(required(ListOf(Date()), NAME), WORDS, "which?") == ["[[which?]]"]


def test_of_a_group_what_must_stand_is_asked_for_else_all_of_it() -> None:
    """Nobody is asked for what may be left out beside what may not."""
    assert ask_group(ITEM, WORDS) == {"name": "[[Name]]"}
    signer = TABLE.fields["signer"].kind
    assert isinstance(signer, Group)
    assert ask_group(signer, WORDS) == {"form": "[[Form]]"}


@pytest.mark.parametrize(
    ("tree", "path", "result"),
    [
        ({}, "title", {"title": "[[Name]]"}),
        ({"title": "a"}, "title", {"title": "a"}),
        ({}, "nothing", {}),
        ({}, "movements[].role", {"movements": [{"name": "[[Name]]", "role": "[[Role]]"}]}),
        ({"movements": [{"name": "a"}]}, "movements[].role", {"movements": [{"name": "a", "role": "[[Role]]"}]}),
        ({}, "approved.by", {"approved": {"on": "[[a day, like 2022-06-10]]", "by": "[[Name]]"}}),
        ({"approved": {"by": "a"}}, "approved.by", {"approved": {"by": "a"}}),
        ({"approved": "x"}, "approved.by", {"approved": "x"}),
        ({}, "movements", {"movements": [{"name": "[[Name]]"}]}),
    ],
)
def test_a_mark_is_put_at_a_path_with_what_must_stand_beside_it(
    tree: dict[str, Any], path: str, result: dict[str, Any]
) -> None:
    """What stands there already stays."""
    ask_at(tree, TABLE, path, WORDS)
    assert tree == result


def test_a_question_is_put_where_it_belongs() -> None:
    """Also where the field must stand anyway."""
    tree: dict[str, Any] = {}
    ask_at(tree, TABLE, "approved.on", WORDS, "when?")
    assert tree == {"approved": {"on": "[[when?]]"}}


def test_notes_name_each_field_in_the_writers_language() -> None:
    """Those that the table knows."""
    catalogue = Catalogue("vi", {"Name": ("Tên",)})
    assert label_notes({"title": "a", "other": "b"}, TABLE, catalogue) == {("title",): ("Tên",)}
    assert catalogue.tell(one_of(["a", "b"])) == "one of these: a, b"
