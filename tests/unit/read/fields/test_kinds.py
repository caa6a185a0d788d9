"""Kinds of field as data: their examples and how fields are named."""

import pytest

from guongsang.i18n.messages import Catalogue, say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.examples import example
from guongsang.read.fields.kinds import (
    LABEL,
    PLAIN_OR_LABEL,
    Date,
    Either,
    Field,
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
    field_name,
    one_of_words,
    optional,
    required,
)
from guongsang.read.yaml.parser import read_yaml
from unit.support import source_of

NAME = say("Name")


@pytest.mark.parametrize(
    "kind",
    [
        one_of_words("a", "b"),
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


def test_facts_are_no_words_unless_said() -> None:
    """Words are translated; a fact stands once, in the source file."""
    may, must, words = optional(Date(), NAME), required(Date(), NAME), Field(PlainText(3), NAME, translated=True)
    assert (may.required, may.translated) == (False, False)
    assert (must.required, must.translated) == (True, False)
    assert (words.required, words.translated) == (False, True)
    assert PLAIN_OR_LABEL.plain and not LABEL.plain


def test_a_choice_may_have_a_label() -> None:
    """Words that are told nowhere have none, and neither has what is no choice."""
    kind = OneOf({"a": NAME, "b": None})
    assert [kind.label(choice) for choice in ("a", "b", "c")] == [NAME, None, None]
    assert list(one_of_words("x", "y").choices.items()) == [("x", None), ("y", None)]
