"""Blocks of a text and their places: headings, rules, quotations, code, notes, verse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.blocks.block import Block
from guongsang.read.markdown.blocks.reader import read_blocks
from guongsang.read.markdown.engine import Parser
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("## a", "h2(a)"),
        ("  ## a\nb", "h2(a) p(b)"),
        ("   ### a ###", "h3(a)"),
        ("##a", "h2(a)"),
        ("## Cách dùng F#", "h2(Cách dùng F#)"),
        ("## Phòng C# ##", "h2(Phòng C#)"),
        ("#1 về đích", "p(#1 về đích)"),
        ("- #1 về đích", "ul(li(#1 về đích))"),
        ("- ##hai", "ul(li(##hai))"),
        ("> #a #b", "blockquote(p(#a #b))"),
        ("> # a", "blockquote(h1(a))"),
        ("##", "p(##)"),
        ("- #", "ul(li(#))"),
        ("a\n## b", "p(a) h2(b)"),
    ],
)
def test_headings_need_their_signs_and_words(text: str, tree: str) -> None:
    """Up to any margin; inside other blocks a blank too, so that no number sign is lost."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Một\n---", "h2(Một)"),
        ("Một\n===", "h1(Một)"),
        ("Một câu.\n---\nhai", "p(Một câu.) hr() p(hai)"),
        ("một\nhai\n---", "p(một hai) hr()"),
        ("- Nguyễn Văn A\n-", "ul(li(Nguyễn Văn A) li())"),
        ("- Nguyễn Văn A\n- \n- Trần Văn B", "ul(li(Nguyễn Văn A) li() li(Trần Văn B))"),
        ("Nguyễn Văn A\n-", "p(Nguyễn Văn A -)"),
        ("1. một\n---\n2. hai", "ol(li(một)) hr() ol@2(li(hai))"),
        ("- một\n---", "ul(li(một)) hr()"),
        ("* * *", "hr()"),
        ("a\n=", "p(a =)"),
    ],
)
def test_an_underline_makes_a_heading_of_a_short_line_only(text: str, tree: str) -> None:
    """Below items, sentences and longer texts it is a rule."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("> a\n\n> b", "blockquote(p(a)) blockquote(p(b))"),
        ("> a\n>\n> b", "blockquote(p(a) p(b))"),
        ("> a\n- b\n- c", "blockquote(p(a)) ul(li(b) li(c))"),
        ("> a\nb", "blockquote(p(a b))"),
        ("a\n> b", "p(a) blockquote(p(b))"),
        ("> - a\n>   - b\n> - c", "blockquote(ul(li(a ul(li(b))) li(c)))"),
        (">a\n>>b", "blockquote(p(a) blockquote(p(b)))"),
        ("- a\n  > b", "ul(li(a blockquote(p(b))))"),
    ],
)
def test_quotations_end_where_they_end(text: str, tree: str) -> None:
    """Two stay two, and a list behind one stays outside."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("\tMột dòng.", "p(Một dòng.)"),
        ("    Một dòng.\nHai.", "p(Một dòng. Hai.)"),
        ("a\n\n    b\n\n\tc", "p(a) p(b) p(c)"),
        ("```\na\n  b\n```", "pre(code(a b))"),
        ("~~~\na\n~~~", "pre(code(a))"),
        ("```python\na\n```\nb", "pre(code(a)) p(b)"),
        ("```\na", "p(``` a)"),
        ("- a\n  ```\n  b\n  ```\n- c", "ul(li(a pre(code(b))) li(c))"),
        ("````\n```\n````", "pre(code(```))"),
        ("```\n- a\n\n| b |\n```", "pre(code(- a | b |))"),
        ("a  \nb\\\nc", "p(a br() b br() c)"),
        ("a   \nb  ", "p(a br() b)"),
        ("- a  \n  b", "ul(li(a br() b))"),
    ],
)
def test_code_is_fenced_and_verse_keeps_its_lines(text: str, tree: str) -> None:
    """A first line that is indented, as letters have it, is a paragraph; two blanks or a backslash end a line."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "kind", "typed"),
    [
        ("a\n\n  ## b c\n\nd", "heading", "## b c"),
        ("a\n\nb\n---", "heading", "b\n---"),
        ("a\n\n[^1]: b\n    c\n\n    d\n\ne", "note", "[^1]: b\n    c\n\n    d"),
        ("[x]: y.md 'z'\na", "definition", "[x]: y.md 'z'"),
        ("a\n| b |\n|---|\n| c |\n\nd", "table", "| b |\n|---|\n| c |"),
        ("a\n- b\n  c\n- d\n\ne", "list", "- b\n  c\n- d"),
    ],
)
def test_blocks_know_their_stretch(text: str, kind: str, typed: str) -> None:
    """From their first letter to the end of their last line."""
    (block,) = (b for b in read_blocks(text).root.children if b.kind == kind)
    assert text[block.start : block.end] == typed


@pytest.mark.parametrize(
    ("text", "definitions", "tree"),
    [
        ("[a]: b.md\n\n[a]", {"a": "b.md"}, "p(a(a))"),
        ('[a b]: <c d.md> "e"\n[A  B][]', {"a b": "c d.md"}, "p(a(A  B))"),
        ("[a]: b c", {}, "p([a]: b c)"),
        ("chữ\n[a]: b.md", {}, "p(chữ [a]: b.md)"),
        ("[x][a]\n\n[a]: b.md\n[a]: c.md", {"a": "c.md"}, "p(a(x))"),
    ],
)
def test_definitions_say_where_links_lead(text: str, definitions: dict[str, str], tree: str) -> None:
    """On lines of their own, not in a paragraph."""
    root = read_blocks(text).root
    assert {b.label: b.lines[0][1] for b in root.all("definition")} == definitions
    assert outline(PARSER.parse(text)) == " ".join(tree.split())


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["- ", "1. ", "a) ", "> ", "  ", "\t", "a", "\n", "\n\n", "```\n", "---", "# ", "|", ": "])
    )
)
def test_every_line_lies_in_its_block(parts: list[str]) -> None:
    """Whatever stands beside whatever, blocks hold their children, and leaves hold what was typed."""
    text = "".join(parts)

    def look(block: Block) -> None:
        assert 0 <= block.start <= block.end <= len(text)
        for index, line in block.lines:
            assert block.kind in ("code", "definition") or text.startswith(line, index)
        for child in block.children:
            assert block.first <= child.first <= child.last <= max(block.last, child.last)
            look(child)

    look(read_blocks(text).root)
