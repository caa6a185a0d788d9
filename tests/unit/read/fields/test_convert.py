"""Every kind of field: right values, wrong ones, nothing, and the stretch of each value."""

from datetime import date

import pytest

from guongsang.i18n.messages import Label
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
    Ref,
    Slug,
    Url,
    one_of_words,
    optional,
    required,
)
from guongsang.read.yaml.parser import read_yaml
from support.fields import INNER, LABEL, NAME, PLAIN, read, value
from unit.support import codes, shown, source_of


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("Một hai", PlainText(), "Một hai"),
        ("0345", PlainText(), "0345"),
        ("no", PlainText(), "no"),
        ("'  a  '", PlainText(), "a"),
        ("một hai ba", PlainText(3), "một hai ba"),
        ("qlxd", Ref("unit"), "qlxd"),
        ("b", one_of_words("a", "b"), "b"),
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
        ("2022-01", Period(), "2022-01/2022-01"),
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
        ("c", one_of_words("a", "b"), "bad-value"),
        ("A", one_of_words("a", "b"), "bad-value"),
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
        ("https://user:pass@a.example/", Url(), "bad-value"),
        ("https://user@a.example", Url(), "bad-value"),
        ("http://:pass@a.example/b/", Url(), "bad-value"),
        ("HTTPS://u:p@a.example", Url(), "bad-value"),
        ("https://ten:m@t@a.example/", Url(), "bad-value"),
        ("https://a.example/?q=1", Url(), "bad-value"),
        ("https://a.example:99999", Url(), "bad-value"),
        ("https://a.example:65536/b", Url(), "bad-value"),
        ("https://a.example:0/", Url(), "bad-value"),
        ("https://a.example:/", Url(), "bad-value"),
        ("https://a.example:80a/", Url(), "bad-value"),
        ("https://[2001:db8::1]:70000/", Url(), "bad-value"),
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
