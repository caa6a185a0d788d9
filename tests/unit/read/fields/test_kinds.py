"""Kinds of field as data: their examples and how fields are named."""

import pytest

from guongsang.i18n.messages import Catalogue, say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    Number,
    OneOf,
    Period,
    PlainText,
    Reading,
    Ref,
    Slug,
    Url,
    example,
    field_name,
    optional,
    required,
    translated,
)
from guongsang.read.yaml.parser import read_yaml
from unit.support import source_of

NAME = say("Name")


@pytest.mark.parametrize(
    "kind",
    [
        OneOf(("a", "b")),
        Flag(),
        Integer(),
        Number(),
        Date(),
        Period(),
        Slug(),
        Slug("[A-Z]+", "GEN"),
        Url(),
        ListOf(Date()),
        Either((Date(), PlainText())),
        PlainText(),
        Ref("unit"),
    ],
)
def test_the_example_of_a_kind_is_a_right_value_of_it(kind: Kind) -> None:
    """Whoever copies it out of a hint has no further finding."""
    source = source_of(f"x: {example(kind)}\n", "units.yaml")
    node, _ = read_yaml(source)
    assert node is not None
    reading = Reading(source, ("vi",))
    data = read_tree(reading, node, Group({"x": optional(kind, NAME)}))
    assert reading.findings == [] and "x" in data


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("title",), "“Name” (title)"),
        (("approved", "on"), "“Name” (approved.on)"),
        (("tags", 0), "item 1 of “Name” (tags)"),
        (("deeds", 2, "title"), "“Name” (deeds.title)"),
        ((), "“Name” ()"),
    ],
)
def test_a_field_is_named_by_its_label_and_as_it_is_typed(path: tuple[str | int, ...], name: str) -> None:
    """An item of a list by its number, counted from 1."""
    assert Catalogue("en").tell(field_name(NAME, path)) == name


def test_facts_and_words_are_told_apart() -> None:
    """Words are translated and plain text, facts are neither unless said."""
    fact, must, words = optional(Date(), NAME), required(Date(), NAME), translated(NAME, limit=3, required=True)
    assert (fact.required, fact.words) == (False, False)
    assert (must.required, must.words) == (True, False)
    assert (words.required, words.words, words.kind) == (True, True, PlainText(3))
    assert PLAIN_OR_LABEL.plain and not LABEL.plain
