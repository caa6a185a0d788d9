"""What is wrong in fields is told: all at once, where it belongs, with the value or the field that was meant."""

from datetime import date
from typing import Any

import pytest

from guongsang.i18n.messages import Label
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    Date,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    Number,
    PlainText,
    Reading,
    one_of_words,
    optional,
    required,
)
from guongsang.read.yaml.parser import read_yaml
from support.fields import INNER, LABEL, NAME, read, value
from unit.support import codes, shown, source_of


@pytest.mark.parametrize(
    ("typed", "kind", "hint"),
    [
        ("yes", Flag(), {"name": "true"}),
        ("0", Flag(), {"name": "false"}),
        ("10/6/2022", Date(), {"name": "2022-06-10"}),
        ("ngày 10 tháng 6 năm 2022", Date(), {"name": "2022-06-10"}),
        ("2022/6/1", Date(), {"name": "2022-06-01"}),
        ("27,5", Number(), {"value": "27.5"}),
        ("1.234,5", Number(), {"value": "1234.5"}),
        ("1.234.567", Number(), {"value": "1234567"}),
        ("007", Number(), {"value": "7"}),
        ("00", Number(), {"value": "0"}),
        ("007", Integer(), {"value": "7"}),
        ("1.200", Number(), {"whole": "1200", "decimal": "1.2"}),
        ("individul", one_of_words("individual", "collective"), {"name": "individual"}),
        ("“2022-06-10”", Date(), {"value": "2022-06-10"}),
        ("«true»", Flag(), {"value": "true"}),
    ],
)
def test_the_hint_gives_the_value_that_was_meant(typed: str, kind: Kind, hint: dict[str, str]) -> None:
    """Written as it should be, so that it can be copied."""
    _, reading = value(typed, kind)
    assert reading.findings[0].hint.args == hint


def test_a_date_that_is_in_no_calendar_is_not_proposed() -> None:
    """31/02 cannot be meant as it stands."""
    _, reading = value("31/02/2022", Date())
    assert "name" not in reading.findings[0].hint.args


def test_all_faults_of_a_group_are_told_at_once() -> None:
    """Unknown, missing and wrong fields, and what is right is still read."""
    group = Group({"a": required(Date(), NAME), "b": required(Flag(), NAME), "c": optional(PlainText(), NAME)})
    data, reading = read("b: yes\nc: một\ncc: hai\n", group)
    assert data == {"c": "một"}
    assert sorted(codes(reading.findings)) == ["missing-field", "unknown-field", "wrong-type"]


def test_a_list_keeps_its_right_items_and_tells_the_wrong_ones() -> None:
    """Each at its own line, with its number."""
    data, reading = read("x:\n  - 2022-01-01\n  - hai\n  - 2022-01-03\n", Group({"x": optional(ListOf(Date()), NAME)}))
    assert data["x"] == [date(2022, 1, 1), date(2022, 1, 3)]
    (finding,) = reading.findings
    assert finding.place.line == 3
    assert finding.message.args["field"].args["n"] == 2


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("titel: a", "title"), ("Title: a", "title"), ("zzzzzz: a", None), ("title\xa0: a", "title"), ("5: a", None)],
)
def test_an_unknown_field_is_told_with_the_one_that_was_meant(typed: str, hint: str | None) -> None:
    """A blank that is none for YAML, a comma in a figure and a slip of the pen each have their hint."""
    _, reading = read(typed + "\n", Group({"title": optional(PlainText(), NAME)}))
    (finding,) = reading.findings
    assert finding.code == "unknown-field"
    assert finding.hint.args.get("name") == hint


def test_a_missing_field_is_told_where_it_belongs() -> None:
    """At the key of its group, or where the caller says for the outermost."""
    group = Group({"x": required(INNER, NAME), "y": required(Flag(), NAME)})
    source = source_of("x: {note: a}\n", "site_config.yaml")
    node, _ = read_yaml(source)
    assert node is not None
    reading = Reading(source, ("vi",))
    read_tree(reading, node, group, (0, 1))
    assert [(f.message.args["field"].args["name"], f.place.column) for f in reading.findings] == [("on", 1), ("y", 1)]


def test_a_colon_inside_words_is_told_as_such() -> None:
    """An item with a colon is read as a field and its value, which nobody meant."""
    _, reading = read("x:\n  - Một điều: làm ngay\n", Group({"x": optional(ListOf(PlainText()), NAME)}))
    (finding,) = reading.findings
    assert finding.code == "wrong-type"
    assert shown("x:\n  - Một điều: làm ngay\n", finding.place) == ":"


@pytest.mark.parametrize(
    ("typed", "kind", "got", "unfilled"),
    [
        ("'[[tên]]'", PlainText(), "[[tên]]", {("x",): True}),
        ("Ông [[tên]]", PlainText(), "Ông [[tên]]", {("x",): True}),
        ("[[ngày]]", Date(), None, {("x",): False}),
        ("[[tên]]", PlainText(), None, {("x",): True}),
        ("{vi: '[[tên]]', en: a}", LABEL, Label({"en": "a"}, "vi"), {("x", "vi"): False}),
        ("a", PlainText(), "a", {}),
    ],
)
def test_marks_are_told_and_kept_apart(typed: str, kind: Kind, got: object, unfilled: dict[Any, bool]) -> None:
    """A text with a mark is kept as text; a fact that is only a mark is wanting; neither is a wrong value."""
    read_value, reading = value(typed, kind, marks=True)
    assert read_value == got
    assert reading.unfilled == unfilled
    assert codes(reading.findings) == ["to-fill-in"] * len(unfilled)


def test_without_marks_brackets_are_what_they_are() -> None:
    """Data files have no marks."""
    assert value("'[[tên]]'", PlainText())[0] == "[[tên]]"
    assert codes(value("[[ngày]]", Date())[1].findings) == ["wrong-type"]
