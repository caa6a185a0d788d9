"""Tables of fields that are written as classes."""

# ruff: noqa: RUF009 - a field of a table is declared by a function, which makes the field of the dataclass

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass
from datetime import date
from typing import Any

import pytest

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    LABEL,
    Date,
    Either,
    Field,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    MappingOf,
    Number,
    Period,
    PlainText,
    Reading,
    Ref,
    Slug,
    Url,
    Value,
    one_of_words,
)
from guongsang.read.fields.table import always, build, optional, required, shared, table, word_list, words
from guongsang.read.yaml.parser import read_yaml
from unit.support import source_of

NAME = say("Name")
HELP = say("what it is called")
SHARED = Field(Flag(), say("Draft"))


@dataclass(frozen=True)
class Inner:
    """A group inside."""

    on: date | None = required(Date(), NAME)
    note: str = optional(PlainText(), NAME)


@dataclass(frozen=True)
class Outer:
    """A group with groups inside."""

    title: str = words(say("Title"), HELP, required=True, limit=3)
    lessons: tuple[str, ...] = word_list(NAME)
    one: Inner | None = optional(table(Inner), NAME)
    there: Inner = always(Inner, NAME, HELP, required=True)
    many: tuple[Inner, ...] = optional(ListOf(table(Inner, "note")), NAME)
    mixed: tuple[Inner | str, ...] = optional(ListOf(Either((table(Inner), PlainText()))), NAME)
    from_: date | None = required(Date(), NAME)
    for_: str = optional(PlainText(), NAME)
    port: int = optional(Integer(), NAME, default=8000)
    draft: bool = shared(SHARED)


KINDS: list[tuple[Kind, object]] = [
    (PlainText(), ""),
    (Ref("unit"), ""),
    (one_of_words("a", "b"), ""),
    (Slug(), ""),
    (Url(), ""),
    (Period(), ""),
    (Flag(), False),
    (ListOf(PlainText()), ()),
    (Integer(), None),
    (Number(), None),
    (Date(), None),
    (LABEL, None),
    (MappingOf(PlainText()), None),
    (Either((PlainText(), Date())), None),
    (Group({}), None),
]


@pytest.mark.parametrize(("kind", "left_out"), KINDS, ids=[type(kind).__name__ for kind, _ in KINDS])
@pytest.mark.parametrize("declare", [required, optional, lambda kind, label: shared(Field(kind, label))])
def test_what_was_left_out_has_the_empty_value_of_its_kind(declare: Any, kind: Kind, left_out: object) -> None:
    """Text is empty, a flag is false, a list is empty, and everything else is None."""

    @dataclass(frozen=True)
    class Row:
        x: Any = declare(kind, NAME)

    assert build(Row, {}) == Row()
    assert Row().x == left_out and type(Row().x) is type(left_out)


@pytest.mark.parametrize("default", [None, True, 5, "usual", ()])
def test_a_fact_may_have_a_default_of_its_own(default: object) -> None:
    """Where left out differs from false or empty."""

    @dataclass(frozen=True)
    class Row:
        x: Any = optional(Flag(), NAME, default=default)

    assert build(Row, {}).x is default
    assert build(Row, {"x": False}).x is False


def test_a_table_holds_the_fields_of_its_class_in_order() -> None:
    """With kind, label and help; Python's own words have no underscore in files."""
    fields = table(Outer).fields
    assert list(fields) == ["title", "lessons", "one", "there", "many", "mixed", "from", "for", "port", "draft"]
    assert fields["title"] == Field(PlainText(3), say("Title"), required=True, translated=True, help=HELP)
    assert fields["lessons"] == Field(ListOf(PlainText()), NAME, translated=True)
    assert fields["there"] == Field(table(Inner), NAME, required=True, help=HELP)
    assert (fields["from"].required, fields["for"].required) == (True, False)
    assert fields["draft"] is SHARED
    assert not any(fields[name].translated for name in fields if name not in ("title", "lessons"))


def test_a_table_knows_its_class_and_the_field_that_names_items() -> None:
    """It is made once for each."""
    assert (table(Inner).makes, table(Inner).key) == (Inner, None)
    assert (table(Inner, "note").makes, table(Inner, "note").key) == (Inner, "note")
    assert table(Inner) is table(Inner) and table(Inner, "note") is table(Inner, "note")


DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("tree", "made"),
    [
        ({}, Outer()),
        ({"title": "A", "lessons": ["x", "y"]}, Outer(title="A", lessons=("x", "y"))),
        ({"one": {"on": DAY}}, Outer(one=Inner(on=DAY))),
        ({"there": {"note": "a"}}, Outer(there=Inner(note="a"))),
        ({"there": {}}, Outer(there=Inner())),
        ({"one": {}}, Outer(one=None)),
        ({"many": [{"on": DAY}, {}]}, Outer(many=(Inner(on=DAY), Inner()))),
        ({"mixed": [{"on": DAY}, "a"]}, Outer(mixed=(Inner(on=DAY), "a"))),
        ({"from": DAY, "for": "b"}, Outer(from_=DAY, for_="b")),
        ({"port": 1, "draft": True}, Outer(port=1, draft=True)),
        ({"unknown": "x"}, Outer()),
    ],
)
def test_what_was_read_becomes_a_value(tree: Mapping[str, Value], made: Outer) -> None:
    """Groups become values of their classes, lists become tuples, and an empty group is as good as none."""
    assert build(Outer, tree) == made


def test_a_value_does_not_change() -> None:
    """What is always there is the value's own."""
    one = build(Outer, {})
    with pytest.raises(FrozenInstanceError):
        one.title = "x"  # type: ignore[misc]
    assert one.there == Inner()


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("a", "a"),
        (["a", "b"], ("a", "b")),
        ({"on": DAY}, Inner(on=DAY)),
        (Label({"vi": "a"}, "vi"), Label({"vi": "a"}, "vi")),
    ],
)
def test_one_of_several_kinds_is_known_by_its_form(value: Value, made: object) -> None:
    """A group by being one; whatever else fits the first of the others."""

    @dataclass(frozen=True)
    class Row:
        x: Any = optional(Either((ListOf(PlainText()), table(Inner), LABEL)), NAME)

    assert build(Row, {"x": value}).x == made


def test_a_group_without_a_class_stays_a_mapping() -> None:
    """Its keys are data, such as stages or sections."""

    @dataclass(frozen=True)
    class Row:
        x: Mapping[str, str] | None = optional(Group({"a": Field(PlainText(), NAME)}), NAME)

    assert build(Row, {"x": {"a": "b"}}).x == {"a": "b"}


def test_a_file_is_read_by_the_table_and_built() -> None:
    """From YAML to the value of the class."""
    source = source_of("title: A\nfrom: 2024-06-01\nmany:\n  - {on: 2024-06-01, note: b}\nthere: {on: 2024-06-01}\n")
    node, _ = read_yaml(source)
    assert node is not None
    reading = Reading(source, ("vi",))
    tree = read_tree(reading, node, table(Outer))
    assert reading.findings == []
    assert build(Outer, tree) == Outer(title="A", from_=DAY, many=(Inner(DAY, "b"),), there=Inner(DAY))
