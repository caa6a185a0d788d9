"""What may stand in a body, with each footnote where its mark stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.footnotes import TAGS, with_footnotes
from guongsang.read.markdown.tree import Element, Node, elements, plain_text

PARSER = Parser()


def e(tag: str, *children: Node, **attrs: str) -> Element:
    """Make an element."""
    return Element(tag, attrs, children)


def notes(text: str) -> list[str]:
    """Return the texts of the notes of a body."""
    return [plain_text(note.children) for note in elements(PARSER.parse(text), "note")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a[^1] b[^2]\n\n[^1]: một\n[^2]: hai", ["một", "hai"]),
        ("a[^x] b[^x]\n\n[^x]: một", ["một", "một"]),
        ("a[^1]", []),
        ("[^1]: một", []),
        ("a[^1]\n\n[^1]: một *hai*", ["một hai"]),
        ("a[^1]\n\n[^1]: một[^2]\n\n[^2]: hai", ["một (hai)"]),
        ("a[^1]\n\n[^1]: một[^1]", ["một"]),
        ("a[^1]\n\n[^1]: một[^2]\n\n[^2]: hai[^1]", ["một (hai)"]),
    ],
)
def test_a_note_stands_where_its_mark_stands(text: str, found: list[str]) -> None:
    """Once for each mark; inside another note in brackets; inside itself not at all."""
    assert notes(text) == found


def test_nothing_of_the_way_back_is_left() -> None:
    """No list of notes at the end, no arrow, no link into the page."""
    nodes = PARSER.parse("a[^1]\n\n[^1]: một")
    assert plain_text(nodes) == "amột\n\n"
    assert not list(elements(nodes, "a", "sup", "ol", "li", "hr"))


def test_many_marks_of_one_long_note_end_somewhere() -> None:
    """A short file cannot be made to write out millions of notes."""
    marks = [e("sup", e("a", "1", href="#fn:1"))] * 2_500
    nodes = with_footnotes((e("p", *marks), e("div", e("ol", e("li", e("p", "x"), id="fn:1")))))
    assert len(list(elements(nodes, "note"))) == 2_000


def test_only_the_listed_elements_and_attributes_pass() -> None:
    """Of any other element its text is left, and of attributes those that pages use."""
    nodes = (e("p", e("font", "a", color="red"), e("a", "b", href="x", onclick="y")), e("div", "c"))
    assert with_footnotes(nodes) == (e("p", "a", e("a", "b", href="x")),)


@pytest.mark.parametrize(
    ("tag", "given", "kept"),
    [
        ("img", {"src": "a", "alt": "b", "title": "c"}, {"src": "a", "alt": "b"}),
        ("ol", {"start": "3", "class": "x"}, {"start": "3"}),
        ("td", {"align": "right", "style": "x"}, {"align": "right"}),
        ("p", {"id": "x"}, {}),
    ],
)
def test_attributes_that_pages_use_are_kept(tag: str, given: dict[str, str], kept: dict[str, str]) -> None:
    """No names, styles or titles."""
    assert with_footnotes((Element(tag, given),)) == (Element(tag, kept),)


def test_blanks_between_blocks_are_no_text() -> None:
    """They would be printed; those inside a paragraph stay."""
    nodes = ("\n", e("p", " a "), "\n\n", e("ul", "\n", e("li", "b"), "\n"), "\n")
    assert with_footnotes(nodes) == (e("p", " a "), e("ul", e("li", "b")))


@settings(deadline=None, max_examples=60)
@given(st.text("ab[^]12: \n", max_size=60))
def test_any_mix_of_marks_and_notes_ends_in_listed_elements(text: str) -> None:
    """Circles, marks without notes and notes without marks are no trouble."""

    def tags(nodes: tuple[Node, ...]) -> set[str]:
        inner = [n for n in nodes if isinstance(n, Element)]
        return {n.tag for n in inner}.union(*(tags(n.children) for n in inner))

    assert tags(PARSER.parse(text)) <= TAGS
