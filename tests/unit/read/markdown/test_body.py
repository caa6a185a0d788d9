"""A body: its tree, its links, pictures and headings with their places, and what is told of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.findings import Finding
from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.body import levelled, read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body, Element, elements, plain_text
from unit.support import codes, shown, source_of

PARSER = Parser()


def read(text: str, start: int = 0) -> tuple[Body, list[Finding]]:
    """Read a body from an index of a text on."""
    return read_body(source_of(text), start, PARSER)


def test_a_body_lists_what_is_in_it() -> None:
    """Links, pictures and headings in reading order, each with its stretch of the source."""
    text = "---\n---\n## Một\n\n[a](b.md) ![c](d.jpg)\n\n### Hai\n\n[e](https://f.example)\n"
    body, findings = read(text, 8)
    assert findings == []
    assert [(link.to, text[link.start : link.end]) for link in body.links] == [
        ("b.md", "b.md"),
        ("https://f.example", "https://f.example"),
    ]
    assert [(image.to, image.alt) for image in body.images] == [("d.jpg", "c")]
    assert [(h.level, h.text) for h in body.headings] == [(2, "Một"), (3, "Hai")]
    assert text[body.headings[1].start :].startswith("### Hai")
    assert body.start == 8 and not body.refused and not body.unfilled


def nested(depth: int) -> str:
    """Return lists in one another."""
    return "".join(f"{'  ' * level}- a\n" for level in range(depth))


@pytest.mark.parametrize("more", ["", "\n[^1]: a\n\n    - b\n"], ids=["alone", "with a note"])
def test_lists_in_lists_are_read_as_far_as_papers_can_set_them(more: str) -> None:
    """Seven in one another, be it with a list in a note; the eighth is told at its line."""
    body, findings = read(nested(7) + more)
    assert not body.refused and "too-deep" not in codes(findings)
    body, findings = read(nested(8) + more)
    assert body.refused and [f.place.line for f in findings if f.code == "too-deep"] == [8]


@pytest.mark.parametrize(
    ("text", "levels", "told"),
    [
        ("## a\n\n### b\n\n## c", [2, 3, 2], 0),
        ("# a\n\n## b", [2, 2], 1),
        ("### a", [2], 1),
        ("## a\n\n#### b", [2, 3], 1),
        ("## a\n\n#### b\n\n#### c", [2, 3, 4], 1),
        ("# a\n\n# b", [2, 2], 2),
    ],
)
def test_headings_begin_at_two_and_skip_no_level(text: str, levels: list[int], told: int) -> None:
    """Each that had to be moved is told."""
    body, findings = read(text)
    assert [heading.level for heading in body.headings] == levels
    assert codes(findings) == ["heading-level"] * told


def test_headings_inside_other_blocks_are_bold_lines() -> None:
    """They head no part of the text, so they are in no list of headings."""
    body, findings = read("> ## Một\n\n- ## Hai")
    assert findings == [] and body.headings == ()
    assert [plain_text(e.children) for e in elements(body.nodes, "strong")] == ["Một", "Hai"]


def test_levels_are_told_by_their_number() -> None:
    """Counted over all headings, not over all blocks."""
    nodes = (Element("h1"), Element("p"), Element("h2"), Element("h6"))
    moved, numbers = levelled(nodes)
    assert [node.tag for node in moved if isinstance(node, Element)] == ["h2", "p", "h2", "h3"]
    assert numbers == [0, 2]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a <b>c", "unsafe-html", "<b>"),
        ("a [[tên]] b", "to-fill-in", "[[tên]]"),
        ("# Một", "heading-level", "# Một"),
        ("a&shy;b", "invisible-character", "&shy;"),
        ("- " * 30 + "a", "too-deep", "-"),
        ("*" * 300, "too-deep", "*"),
    ],
)
def test_each_fault_of_a_body_has_its_code_and_place(text: str, code: str, at: str) -> None:
    """One slip is one finding."""
    _, (finding,) = read(text)
    assert (finding.code, shown(text, finding.place)) == (code, at)


def test_a_refused_body_has_no_tree_and_says_so() -> None:
    """Its text is kept, so that fingerprints still follow from it."""
    body, _ = read("*" * 300)
    assert body.refused and body.nodes == () and body.text == "*" * 300


@pytest.mark.parametrize(
    ("text", "unfilled"), [("[[a]]", True), ("`[[a]]`", False), ("<!-- [[a]] -->", False), ("[[a]](b)", False)]
)
def test_a_body_with_a_mark_is_not_filled_in(text: str, unfilled: bool) -> None:
    """But for marks in code and comments, and for links."""
    assert read(text)[0].unfilled is unfilled


def test_what_entities_stand_for_is_read_like_typed_letters() -> None:
    """Decomposed, unseen and misleading letters are brought to the same form."""
    body, _ = read("a&#769; x&shy;y &ETH;ức")
    assert plain_text(body.nodes) == "á xy Đức\n"


def test_a_comment_that_is_cut_out_lets_marks_meet_their_letter() -> None:
    """What stands together after the cut is composed."""
    body, _ = read("a<!-- x -->\u0301b")
    assert plain_text(body.nodes) == "áb\n"


def test_a_parser_that_fails_is_one_finding() -> None:
    """One document must not stop the others, whatever the parser stumbles over."""

    class Broken(Parser):
        def parse_blocks(self, blocks: Block) -> tuple[Element, ...]:
            raise KeyError(blocks.kind)

    body, findings = read_body(source_of("Một"), 0, Broken())
    assert body.refused
    assert codes(findings) == ["unreadable-file"]


@settings(deadline=None, max_examples=100)
@given(st.text("ab \n*_#>-[]()`!<|1.&;^:{}", max_size=80))
def test_any_body_is_read_with_every_place_in_it(text: str) -> None:
    """Nothing is raised, and links, pictures, headings and findings lie in the file."""
    body, findings = read(text)
    for thing in (*body.links, *body.images, *body.headings):
        assert 0 <= thing.start <= thing.end <= len(text)
    lines = text.count("\n") + 1
    assert all(1 <= finding.place.line <= lines for finding in findings)
