"""Whatever is typed into a field is a value or a finding."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    Date,
    Either,
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
    Slug,
    Url,
    one_of_words,
    optional,
)
from guongsang.read.yaml.parser import read_yaml
from support.fields import INNER, LABEL, NAME, PLAIN, value
from unit.support import source_of

KINDS = st.sampled_from(
    [
        PlainText(5),
        one_of_words("a", "b"),
        Flag(),
        Integer(1),
        Number(),
        Date(),
        Period(),
        Slug(),
        Url(),
        LABEL,
        PLAIN,
        INNER,
        ListOf(Date()),
        MappingOf(Flag()),
        Either((Date(), ListOf(Integer()))),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.text("ab12-/.:, '[]{}“”đ", max_size=16), KINDS)
def test_whatever_was_typed_is_a_value_or_a_finding(typed: str, kind: Kind) -> None:
    """Nothing is raised, and no value is lost without a word."""
    source = source_of(f"x: {typed}\n", "units.yaml")
    node, _ = read_yaml(source)
    member = node.members["x"] if node is not None and node.members else None
    if node is None or member is None or member.node.empty:
        return
    reading = Reading(source, ("vi", "en"))
    data = read_tree(reading, node, Group({"x": optional(kind, NAME)}))
    assert "x" in data or reading.findings


@settings(deadline=None, max_examples=50)
@given(st.dates())
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    """As ISO has it."""
    assert value(day.isoformat(), Date())[0] == day


@settings(deadline=None, max_examples=50)
@given(st.integers(-(10**14), 10**14))
def test_every_whole_number_is_read(number: int) -> None:
    """Up to fifteen digits, as a whole number and as a number."""
    assert value(str(number), Number())[0] == number
    assert value(str(number), Integer(-(10**15)))[0] == number
