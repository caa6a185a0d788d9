"""The Markdown engine, and what it makes of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Element, Node, elements, plain_text

PARSER = Parser()


def outline(nodes: tuple[Node, ...]) -> list[object]:
    """Write a tree as nested lists: a tag, its attributes if any, what is inside."""
    return [n if isinstance(n, str) else [n.tag, *([n.attrs] if n.attrs else []), *outline(n.children)] for n in nodes]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Một *hai* **ba** `bốn`", [["p", "Một ", ["em", "hai"], " ", ["strong", "ba"], " ", ["code", "bốn"]]]),
        ("# Một\n\n### Hai", [["h1", "Một"], ["h3", "Hai"]]),
        ("##Một", [["h2", "Một"]]),
        ("#một hai", [["p", "#một hai"]]),
        ("#1 trong 10", [["p", "#1 trong 10"]]),
        ("- a\n- b", [["ul", ["li", "a"], ["li", "b"]]]),
        ("3. a\n4. b", [["ol", {"start": "3"}, ["li", "a"], ["li", "b"]]]),
        ("> a", [["blockquote", ["p", "a"]]]),
        ("> #a\n> b", [["blockquote", ["p", "#a\nb"]]]),
        ("> ## a", [["blockquote", ["h2", "a"]]]),
        ("```\nx < y\n```", [["pre", ["code", "x < y\n"]]]),
        ("a  \nb", [["p", "a", ["br"], "\nb"]]),
        ("a\nb", [["p", "a\nb"]]),
        ("[a](b.md)", [["p", ["a", {"href": "b.md"}, "a"]]]),
        ("![a](b.jpg)", [["p", ["img", {"src": "b.jpg", "alt": "a"}]]]),
        ("---", [["hr"]]),
        ("<b>a</b>", [["p", "<b>a</b>"]]),
        ("a &amp; b", [["p", "a & b"]]),
        (
            "|a|b|\n|-|-:|\n|1|2|",
            [
                [
                    "table",
                    ["thead", ["tr", ["th", "a"], ["th", {"align": "right"}, "b"]]],
                    ["tbody", ["tr", ["td", "1"], ["td", {"align": "right"}, "2"]]],
                ]
            ],
        ),
    ],
)
def test_markdown_becomes_a_tree(text: str, tree: list[object]) -> None:
    """What a clerk types becomes what is meant; a tag that is typed stays text."""
    assert outline(PARSER.parse(text)) == tree


def test_one_parser_reads_documents_one_after_another() -> None:
    """Notes, references and numbers of one document are not known in the next."""
    parser = Parser()
    assert outline(parser.parse("a[^1]\n\n[^1]: note\n\n[x]: y.md")) == [["p", "a", ["note", "note"]]]
    assert outline(parser.parse("a[^1] [x]")) == [["p", "a[^1] [x]"]]


def test_a_document_that_cannot_be_parsed_leaves_no_trace_in_the_next() -> None:
    """Whatever is raised, the next text finds a new engine."""
    parser = Parser()
    with pytest.raises(RecursionError):
        parser.parse("*a **b " * 2_000 + " c** d*" * 2_000)
    assert outline(parser.parse("a")) == [["p", "a"]]


def test_a_note_inside_a_note_is_found() -> None:
    """Its mark stands in a text that is only read once the first note is."""
    nodes = PARSER.parse("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c")
    assert plain_text(nodes) == "ab (c)\n\n"


@settings(deadline=None, max_examples=80)
@given(st.text("ab c\n*_#>-[]()`!<|1.\\&~^:", max_size=60))
def test_any_text_becomes_elements_of_known_kinds(text: str) -> None:
    """No tag that was typed becomes an element, and no script ever does."""
    nodes = PARSER.parse(text)
    assert not list(elements(nodes, "script", "style", "iframe", "div", "b", "c"))
    assert all(isinstance(node, (str, Element)) for node in nodes)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.text("abcăđ ", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_plain_paragraphs_keep_their_words(paragraphs: list[str]) -> None:
    """Letters and blanks are the words that were typed, a paragraph each."""
    nodes = PARSER.parse("\n\n".join(f"x{p.strip()}" for p in paragraphs))
    assert [plain_text(p.children) for p in elements(nodes, "p")] == [f"x{p.strip()}" for p in paragraphs]
