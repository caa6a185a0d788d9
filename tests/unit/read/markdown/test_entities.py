"""Entities of HTML in a body, which stand for letters like any others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.entities import has_entities, odd_entities
from guongsang.read.odd_characters import HOLE
from unit.support import codes, shown, source_of


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a &amp; b", True),
        ("&#233;", True),
        ("&#xE9;", True),
        ("&XYZ;", True),
        ("a & b;", False),
        ("&amp", False),
        ("&#;", False),
        ("&;", False),
        ("", False),
    ],
)
def test_an_entity_has_its_sign_and_its_end(text: str, there: bool) -> None:
    """Anything else is text."""
    assert has_entities(text) is there


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", []),
        ("a &amp; b &lt;c&gt; &eacute;", []),
        ("a&shy;b", [("invisible-character", "&shy;")]),
        ("a&#8238;b", [("bidi-control", "&#8238;")]),
        ("a&#x202e;b &zwnj;x", [("bidi-control", "&#x202e;"), ("invisible-character", "&zwnj;")]),
        ("x&#208;", []),
        ("&ETH;ức", [("lookalike-letter", "&ETH;")]),
        ("M&#1072;u", [("lookalike-letter", "&#1072;")]),
        ("&unknown;", []),
    ],
)
def test_letters_that_come_as_entities_are_told_at_the_entity(text: str, found: list[tuple[str, str]]) -> None:
    """The whole entity is marked, and what is decoded rightly is let pass."""
    source = source_of(text)
    told = list(odd_entities(source, 0, text))
    assert [(finding.code, shown(text, finding.place)) for finding in told] == found


def test_the_place_counts_from_where_the_text_begins() -> None:
    """A body stands behind its front matter."""
    whole = "---\na: 1\n---\nMột a&shy;b"
    source = source_of(whole)
    start = whole.index("Một")
    (finding,) = odd_entities(source, start, whole[start:])
    assert shown(whole, finding.place) == "&shy;"


def test_a_letter_that_was_typed_beside_an_entity_has_its_own_place() -> None:
    """Marks that stand apart are told where they are, be they typed or decoded."""
    text = "x&amp;y\u202ez"
    told = list(odd_entities(source_of("x&amp;y" + HOLE + "z"), 0, text))
    assert codes(told) == ["bidi-control"]
    assert (told[0].place.column, told[0].place.end_column) == (8, 9)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["a", " ", "&amp;", "&shy;", "&#8238;", "&#0;", "&x;", "\n", "á"]), max_size=15))
def test_every_place_lies_in_the_text(pieces: list[str]) -> None:
    """Whatever stands beside whatever."""
    text = "".join(pieces)
    for finding in odd_entities(source_of(text), 0, text):
        assert shown(text, finding.place) != ""
