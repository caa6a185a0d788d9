"""Bodies become trees: lists, notes and code as they were meant, each document read as if it were the first."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guongsang.read.markdown import engine
from guongsang.read.markdown.body import read_body
from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import Body, Node
from guongsang.read.source import read_text
from support.program import Ran


def read(text: str) -> tuple[Body, list[tuple[str, int, int]]]:
    """Read a body alone; give it with its findings as code, line and column."""
    source, faults = read_text(text.encode(), "x.md")
    assert source is not None
    body, more = read_body(source, 0)
    return body, [(f.code, f.place.line, f.place.column) for f in [*faults, *more]]


def tree(nodes: tuple[Node, ...]) -> str:
    """Write a tree in short: the tags with what is in them."""
    return "".join(n.strip() if isinstance(n, str) else f"{n.tag}({tree(n.children)})" for n in nodes)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("1. one\n   - nested", "ol(li(oneul(li(nested))))"),
        ("- a\n  - b\n    - c", "ul(li(aul(li(bul(li(c))))))"),
        ("- a\n  - b\n    - c\n- d\n\nend", "ul(li(aul(li(bul(li(c)))))li(d))p(end)"),
        ("1. a\n   - b\n     1. c\n   - d\n2. e", "ol(li(aul(li(bol(li(c)))li(d)))li(e))"),
        ("- a\n  1. x\n  2. y\n- b", "ul(li(aol(li(x)li(y)))li(b))"),
        ("- a\n\n  - b\n\n- c", "ul(li(p(a)ul(li(b)))li(p(c)))"),
        ("- a\n\n  more\n- b", "ul(li(p(a)p(more))li(p(b)))"),
        ("- a\n  ```\n  x\n\n    y\n  ```\n- b", "ul(li(apre(code(x\n\n  y)))li(b))"),
        ("+ a\n  + b\n\nend", "ul(li(aul(li(b))))p(end)"),
        ("* a\n   * b\n* c", "ul(li(aul(li(b)))li(c))"),
        ("- a\n    - b\n        - c\n- d", "ul(li(aul(li(bul(li(c)))))li(d))"),
        ("- a\n\t- b\n\t\t- c", "ul(li(aul(li(bul(li(c))))))"),
        ("- a\n\n    more\n\n        deep", "ul(li(p(a)p(more)p(deep)))"),
        ("```\n- a\n  - b\n```", "pre(code(- a\n  - b))"),
        ("    - a\n      - b", "ul(li(aul(li(b))))"),
        ("text\n- a\n  - b", "p(text)ul(li(aul(li(b))))"),
    ],
)
def test_lists_nest_by_two_blanks_or_more(typed: str, wanted: str) -> None:
    """Two, three or four blanks or a tab make a deeper level, and what belongs to an item stays in it."""
    assert tree(read(typed)[0].nodes) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("a[^1]\n\n[^1]: x[^2] y\n[^2]: z", "p(anote(x(z)y))"),
        ("a[^1]\n\n[^1]: x[^1]", "p(anote(x))"),
        ("a[^1] b[^2]\n\n[^1]: x[^2]\n[^2]: y[^1]", "p(anote(x(y))bnote(y(x)))"),
    ],
)
def test_a_note_in_a_note_stands_in_brackets(typed: str, wanted: str) -> None:
    """A note never holds a note, a link to one, or itself."""
    body, _ = read(typed)
    assert tree(body.nodes) == wanted
    assert not body.links


def test_tags_are_told_where_they_are_no_code() -> None:
    """Indented lines are no code, so a tag there is told too."""
    assert read("- a\n\n  ```\n  <i>\n  ```")[1] == []
    assert read("    <b>\n\ntext <b>")[1] == [("unsafe-html", 1, 5), ("unsafe-html", 3, 6)]
    assert read("- a\n    - <b>")[1] == [("unsafe-html", 2, 7)]


def test_too_many_marks_on_a_letter_move_no_place() -> None:
    """A heap of marks is cut and told, and what follows on the line keeps its column."""
    assert read("e" + "\u0301" * 100 + " <b>")[1] == [
        ("control-character", 1, 2),
        ("not-nfc", 1, 1),
        ("unsafe-html", 1, 103),
    ]


def test_a_row_of_odd_letters_is_told_once_and_the_last_counts_the_rest() -> None:
    """Letters in a row are one finding; of more than 50 places the last says how many more there are."""
    assert read("a\u200b\u200b\u200bb")[1] == [("invisible-character", 1, 2)]
    source, told = read_text(("a\u200b" * 60).encode(), "x.md")
    assert source is not None
    assert len(told) == 50
    assert told[-1].message.args["n"] == 10


_NOTED = "one[^1] [two][r]\n\n[^1]: note of the first\n\n[r]: https://first.example"
_UNNOTED = "three[^1] [four][r]\n\n```\ncode\n```"


def read_after(*texts: str) -> list[str]:
    """Read bodies one after the other with one parser, as documents of a site are; give their trees."""
    parser, trees = Parser(), []
    for text in texts:
        source, _ = read_text(text.encode(), "x.md")
        assert source is not None
        trees.append(tree(read_body(source, 0, parser)[0].nodes))
    return trees


def test_documents_do_not_mix() -> None:
    """Footnotes, link targets and code of one document are not those of the next, whose marks have the same names."""
    alone = [read_after(text)[0] for text in (_NOTED, _UNNOTED)]
    assert "note(" in alone[0] and "note(" not in alone[1] and "a(" not in alone[1]
    assert read_after(_NOTED, _UNNOTED, _NOTED, _NOTED, _UNNOTED) == [*alone, alone[0], *alone]


_TOO_DEEP = "*a **b " * 2_000 + " c** d*" * 2_000
"""Emphasis inside emphasis, below every limit that is looked at beforehand, on which the parser gives up."""


def test_a_document_that_fails_leaves_nothing_behind(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Where the parser gives up in the middle of a document, the next one is read as if it were the first."""
    root = site()
    with pytest.raises(RecursionError):
        Parser().parse(_TOO_DEEP)
    for name, body in (("aa-noted", f"{_NOTED}\n\n{_TOO_DEEP}"), ("ab-unnoted", "three [r]")):
        head = f"---\ntitle: {name}\n---\n"
        (root / f"content/pages/{name}.vi.md").write_text(head + body, encoding="utf-8", newline="\n")
    ran = run("--root", root, "--lang", "en", "build", "--no-print", "--skip-invalid")
    assert ran.status == 0 and "too-deep" in ran.out and "aa-noted.vi.md" in ran.out
    html = (root / "output/site/vi/ab-unnoted.html").read_text(encoding="utf-8")
    assert "three [r]" in html and "note of the first" not in html


@given(
    st.lists(
        st.sampled_from(
            ["a", "b ", " ", "\n\n", "  \n", "*", "**", "_", "`", "[x](y)", "[^1]", "[^1]: n", "&", "<", "> ", "# "]
        )
        | st.sampled_from(["1. ", "- ", "|", "\\", "!", "~", "http://a.b", "^", "---", "    ", "\n", "đ"]),
        max_size=30,
    )
)
def test_a_text_without_signs_is_read_like_any(parts: list[str]) -> None:
    """That the engine does not look for patterns in texts that hold no sign of Markdown changes nothing."""
    text = "".join(parts)
    quick = Parser().parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "SIGNLESS", re.compile(r"(?!)"))
        assert Parser().parse(text) == quick
