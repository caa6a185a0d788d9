"""Fingerprints: what changes one and what does not."""

import hashlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.i18n.messages import Label
from guongsang.read.documents.fingerprints import fingerprint_of, normalized, plain


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a", "a"),
        ("a  \nb\t\n", "a\nb"),
        ("\n\na\n\n", "a"),
        ("  a", "a"),
        ("a\n  b", "a\n  b"),
        ("", ""),
        ("a  b", "a  b"),
    ],
)
def test_blanks_at_line_ends_and_around_a_text_do_not_count(text: str, same: str) -> None:
    """Those inside a line and in front of it do."""
    assert normalized(text) == same


@settings(deadline=None, max_examples=50)
@given(st.text("ab \t\n", max_size=30))
def test_a_normalized_text_stays(text: str) -> None:
    """It is its own normal form."""
    assert normalized(normalized(text)) == normalized(text)


def test_a_fingerprint_is_twelve_hexadecimal_digits_that_never_change() -> None:
    """Stamps in files of contributors depend on it, so this value may never be another one."""
    canonical = '{"body":"","words":{"title":"Ánh"}}'
    assert (
        fingerprint_of({"words": {"title": "Ánh"}, "body": ""}) == hashlib.sha256(canonical.encode()).hexdigest()[:12]
    )
    assert fingerprint_of({"words": {"title": "Ánh"}, "body": ""}) == "3a432c6f5b2a"


def test_the_order_of_fields_does_not_count_and_that_of_lists_does() -> None:
    """Whoever sorts the fields of a file has changed nothing."""
    assert fingerprint_of({"a": 1, "b": 2}) == fingerprint_of({"b": 2, "a": 1})
    assert fingerprint_of([1, 2]) != fingerprint_of([2, 1])


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.text(max_size=4), st.text(max_size=6), max_size=4), st.text(max_size=4), st.text(max_size=6))
def test_any_other_word_gives_another_fingerprint(words: dict[str, str], key: str, value: str) -> None:
    """A word added or changed is noticed."""
    if words.get(key) != value:
        assert fingerprint_of({**words, key: value}) != fingerprint_of(words)


@pytest.mark.parametrize(
    ("value", "json"),
    [
        (date(2024, 6, 1), "2024-06-01"),
        (Label({"vi": "a", "en": "b"}, "vi"), {"vi": "a", "en": "b"}),
        ({"a": [date(2024, 6, 1), ["b ", 1]]}, {"a": ["2024-06-01", ["b", 1]]}),
        ({1: True}, {"1": True}),
        (None, None),
        (1.5, 1.5),
    ],
)
def test_values_are_brought_to_what_json_knows(value: object, json: object) -> None:
    """Dates, labels, lists and groups in one another."""
    assert plain(value) == json
