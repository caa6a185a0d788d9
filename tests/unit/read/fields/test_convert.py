"""Every kind of field: right values, wrong ones, nothing, and where the finding points."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Label, say
from guongsang.read.fields.convert import read_tree
from guongsang.read.fields.kinds import (
    Date,
    Either,
    Flag,
    Group,
    Integer,
    Kind,
    ListOf,
    LocalizedText,
    MappingOf,
    Number,
    OneOf,
    Period,
    PlainText,
    Reading,
    Ref,
    Slug,
    Url,
    optional,
    required,
)
from guongsang.read.yaml.parser import read_yaml
from unit.support import codes, shown, source_of

NAME = say("Name")
PLAIN = LocalizedText(plain=True)
LABEL = LocalizedText()
INNER = Group({"on": required(Date(), NAME), "note": optional(PlainText(), NAME)})


def read(text: str, group: Group, *, marks: bool = False) -> tuple[dict[str, Any], Reading]:
    """Read a text by a table of fields, for a site in Vietnamese and English."""
    source = source_of(text, "site_config.yaml")
    node, faults = read_yaml(source)
    assert node is not None and faults == []
    reading = Reading(source, ("vi", "en"), marks=marks)
    return read_tree(reading, node, group), reading


def value(typed: str, kind: Kind, *, marks: bool = False) -> tuple[Any, Reading]:
    """Read one field `x` that was typed so."""
    data, reading = read(f"x: {typed}\n", Group({"x": optional(kind, NAME)}), marks=marks)
    return data.get("x"), reading


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("Một hai", PlainText(), "Một hai"),
        ("0345", PlainText(), "0345"),
        ("no", PlainText(), "no"),
        ("'  a  '", PlainText(), "a"),
        ("một hai ba", PlainText(3), "một hai ba"),
        ("qlxd", Ref("unit"), "qlxd"),
        ("b", OneOf(("a", "b")), "b"),
        ("true", Flag(), True),
        ("false", Flag(), False),
        ("'true'", Flag(), True),
        ("0", Integer(), 0),
        ("14", Integer(1), 14),
        ("-3", Integer(-5), -3),
        ("27.5", Number(), 27.5),
        ("14", Number(), 14),
        ("-0.25", Number(), -0.25),
        ("1.25", Number(), 1.25),
        ("2022-06-10", Date(), date(2022, 6, 10)),
        ("'2024-02-29'", Date(), date(2024, 2, 29)),
        ("2022-01/2022-05", Period(), "2022-01/2022-05"),
        ("2022-01-05/2022-02-01", Period(), "2022-01-05/2022-02-01"),
        ("2022-01/2022-01", Period(), "2022-01/2022-01"),
        ("qlxd-01", Slug(), "qlxd-01"),
        ("GEN-1.2", Slug(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*", "GEN-01"), "GEN-1.2"),
        ("https://a.example", Url(), "https://a.example/"),
        ("http://a.example/b/", Url(), "http://a.example/b/"),
        ("[a, b]", ListOf(PlainText()), ["a", "b"]),
        ("[]", ListOf(PlainText()), []),
        ("[1, 2]", ListOf(Integer()), [1, 2]),
        ("{a: 1, b: 2}", MappingOf(Integer()), {"a": 1, "b": 2}),
        ("{vi: một, en: one}", LABEL, Label({"vi": "một", "en": "one"}, "vi")),
        ("{vi: một}", LABEL, Label({"vi": "một"}, "vi")),
        ("{vi: một, en: }", LABEL, Label({"vi": "một"}, "vi")),
        ("một", PLAIN, Label({"vi": "một"}, "vi")),
        ("{on: 2022-06-10}", INNER, {"on": date(2022, 6, 10)}),
        ("a", Either((PlainText(), ListOf(PlainText()))), "a"),
        ("[a]", Either((PlainText(), ListOf(PlainText()))), ["a"]),
        ("5", Either((Integer(), PlainText())), 5),
        ("five", Either((Integer(), PlainText())), "five"),
    ],
)
def test_a_right_value_becomes_what_is_meant(typed: str, kind: Kind, meant: object) -> None:
    """Typed as it should be, it is read without a finding."""
    got, reading = value(typed, kind)
    assert got == meant and type(got) is type(meant)
    assert reading.findings == []


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("''", PlainText(), "bad-value"),
        ("một hai ba", PlainText(2), "bad-value"),
        ("[a]", PlainText(), "wrong-type"),
        ("{a: b}", PlainText(), "wrong-type"),
        ("''", Ref("unit"), "bad-value"),
        ("c", OneOf(("a", "b")), "bad-value"),
        ("A", OneOf(("a", "b")), "bad-value"),
        ("yes", Flag(), "wrong-type"),
        ("có", Flag(), "wrong-type"),
        ("True", Flag(), "wrong-type"),
        ("maybe", Flag(), "wrong-type"),
        ("1.5", Integer(), "wrong-type"),
        ("01", Integer(), "wrong-type"),
        ("1e3", Integer(), "wrong-type"),
        ("٣", Integer(), "wrong-type"),
        ("-1", Integer(), "bad-value"),
        ("1", Integer(2), "bad-value"),
        ("9999999999999999", Integer(), "wrong-type"),
        ("1.200", Number(), "wrong-type"),
        ("27,5", Number(), "wrong-type"),
        ("1.234.567", Number(), "wrong-type"),
        (".5", Number(), "wrong-type"),
        ("5 km", Number(), "wrong-type"),
        ("nan", Number(), "wrong-type"),
        ("10/6/2022", Date(), "bad-date"),
        ("2022-02-30", Date(), "bad-date"),
        ("2022-6-10", Date(), "bad-date"),
        ("2022", Date(), "bad-date"),
        ("“2022-06-10”", Date(), "bad-date"),
        ("2022-05/2022-01", Period(), "date-order"),
        ("2022-01", Period(), "bad-date"),
        ("2022-13/2022-14", Period(), "bad-date"),
        ("“2022-01/2022-05”", Period(), "bad-date"),
        ("Qlxd", Slug(), "bad-value"),
        ("qlxd_01", Slug(), "bad-value"),
        ("-a", Slug(), "bad-value"),
        ("con", Slug(), "bad-value"),
        ("page-2", Slug(), "bad-value"),
        ("a" * 81, Slug(), "bad-value"),
        ("../x", Slug(), "bad-value"),
        ("javascript:alert(1)", Url(), "bad-value"),
        ("a.example", Url(), "bad-value"),
        ("https://", Url(), "bad-value"),
        ("https://a.example/?q=1", Url(), "bad-value"),
        ("a", ListOf(PlainText()), "wrong-type"),
        ("[]", ListOf(PlainText(), least=1), "bad-value"),
        ("a", MappingOf(Integer()), "wrong-type"),
        ("a", LABEL, "wrong-type"),
        ("{}", LABEL, "wrong-type"),
        ("{de: a}", LABEL, "unknown-language"),
        ("{vi: [a]}", LABEL, "wrong-type"),
        ("a", INNER, "wrong-type"),
        ("{}", INNER, "missing-field"),
        ("{on: 2022-06-10, of: x}", INNER, "unknown-field"),
        ("{on: 2022-13-01}", Either((INNER, PlainText())), "bad-date"),
        ("[1]", Either((Integer(), ListOf(Date()))), "bad-date"),
    ],
)
def test_a_wrong_value_is_one_finding_at_what_was_typed(typed: str, kind: Kind, code: str) -> None:
    """With the code of what is wrong, on the line of the field."""
    _, reading = value(typed, kind)
    (finding,) = reading.findings
    assert finding.code == code
    text = f"x: {typed}\n"
    assert finding.place.line == 1
    assert shown(text, finding.place) and shown(text, finding.place) in text


@pytest.mark.parametrize("kind", [PlainText(), Flag(), Date(), ListOf(Date()), LABEL, INNER, Either((Date(), Flag()))])
def test_nothing_typed_is_the_same_as_no_field(kind: Kind) -> None:
    """It is no value, and missing only where the field must stand."""
    got, reading = value("", kind)
    assert got is None and reading.findings == []
    _, reading = read("x:\n", Group({"x": required(kind, NAME)}))
    assert codes(reading.findings) == ["missing-field"]
    assert shown("x:\n", reading.findings[0].place) == "x"


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
        ("individul", OneOf(("individual", "collective")), {"name": "individual"}),
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


def test_a_variant_of_a_language_takes_the_words_of_the_wider_one() -> None:
    """A Brazilian site reads labels in Portuguese."""
    source = source_of("x: {pt: um}\n", "units.yaml")
    node, _ = read_yaml(source)
    assert node is not None
    reading = Reading(source, ("pt-BR", "en"))
    data = read_tree(reading, node, Group({"x": optional(LABEL, NAME)}))
    assert data["x"] == Label({"pt-BR": "um"}, "pt-BR")
    assert reading.spans["x", "pt-BR"] == reading.spans["x", "pt"]


def test_each_value_and_key_has_its_stretch_by_path() -> None:
    """In groups, lists and mappings alike."""
    text = "x:\n  - {on: 2022-01-01}\ny: {a: 1}\n"
    _, reading = read(text, Group({"x": optional(ListOf(INNER), NAME), "y": optional(MappingOf(Integer()), NAME)}))
    assert text[slice(*reading.spans["x", 0, "on"])] == "2022-01-01"
    assert text[slice(*reading.spans["y", "a"])] == "1"
    assert text[slice(*reading.keys["x", 0, "on"])] == "on"
    assert text[slice(*reading.keys["y", "a"])] == "a"


KINDS = st.sampled_from(
    [
        PlainText(5),
        OneOf(("a", "b")),
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
