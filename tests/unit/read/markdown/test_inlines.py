"""What is marked inside a line: addresses, signs of multiplication, struck words, marks of notes."""

import pytest

from guongsang.read.markdown.engine import Parser
from guongsang.read.markdown.tree import elements, plain_text
from unit.read.markdown.blocks.outline import outline

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "to", "shown"),
    [
        ("Xem https://x.example/a_b_c.", "https://x.example/a_b_c", "https://x.example/a_b_c"),
        ("(http://x.example/a?b=1&c=2)", "http://x.example/a?b=1&c=2", "http://x.example/a?b=1&c=2"),
        ("www.so.example, nhé", "http://www.so.example", "www.so.example"),
        ("https://x.example/a_(b)", "https://x.example/a_(b)", "https://x.example/a_(b)"),
        ("**https://x.example/**", "https://x.example/", "https://x.example/"),
        ("<https://x.example/a>", "https://x.example/a", "https://x.example/a"),
        ("Thư: van.phong@so.example.", "mailto:van.phong@so.example", "van.phong@so.example"),
        ("“https://x.example/đường”", "https://x.example/đường", "https://x.example/đường"),
        ("[chữ](https://x.example/)", "https://x.example/", "chữ"),
        ("[https://x.example/](https://x.example/)", "https://x.example/", "https://x.example/"),
    ],
)
def test_bare_addresses_become_links(text: str, to: str, shown: str) -> None:
    """Without the marks of the sentence behind them, once where they are links already."""
    (link,) = elements(PARSER.parse(text), "a")
    assert (link.attrs["href"], plain_text(link.children)) == (to, shown)


@pytest.mark.parametrize(
    "text", ["`https://x.example/`", "xhttps://x.example", "tên@", "@so.example", "http://", "www.", "a@b"]
)
def test_what_is_no_address_stays_text(text: str) -> None:
    """Code, and words that only begin like one."""
    assert not list(elements(PARSER.parse(text), "a"))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("5*6 = 30 và 7*8 = 56", "p(5*6 = 30 và 7*8 = 56)"),
        ("2*x + 3*y", "p(2*x + 3*y)"),
        ("a*2 và b*2", "p(a*2 và b*2)"),
        ("5 * 6 = 30 và 7 * 8 = 56", "p(5 * 6 = 30 và 7 * 8 = 56)"),
        ("*5* và *6*", "p(em(5) và em(6))"),
        ("**5S** và **S**àng lọc", "p(strong(5S) và strong(S) àng lọc)"),
        ("tên_tệp_dài", "p(tên_tệp_dài)"),
        ("~~gạch~~ và ~10 %", "p(del(gạch) và ~10 %)"),
        ("~~ a ~~", "p(~~ a ~~)"),
        ("a ~~**b**~~", "p(a del(strong(b)))"),
        ("\\~~a~~", "p(~~a~~)"),
        ("\\*a\\*", "p(*a*)"),
        (r"C:\hoso\*.docx và *x*", r"p(C:\hoso\*.docx và em(x))"),
        (r"\\may\chung\_x_ nhé", r"p(\\may\chung\_x_ nhé)"),
        (r"(D:\2022\-a\[1].docx)", r"p((D:\2022\-a\[1].docx))"),
        (r"`C:\hoso\*.docx`", r"p(code(C:\hoso\*.docx))"),
        (r"a\*b và 5\_6", "p(a*b và 5_6)"),
    ],
)
def test_signs_mark_words_and_not_figures(text: str, tree: str) -> None:
    """A star between figures multiplies."""
    assert outline(PARSER.parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a[^1]\n\n[^1]: b", "p(a note(b))"),
        ("a[^1]\n[^1]: b", "p(a note(b))"),
        ("a[^1]\n\n[^1]: b\n\n    c", "p(a note(b br() c))"),
        ("a[^1]\n\n[^1]: b\n\n  c\n\nd", "p(a note(b br() c)) p(d)"),
        ("## a[^1]\n\n[^1]: b", "h2(a note(b))"),
        ("a[^1] [^2]\n\n[^1]: b\n[^2]: c", "p(a note(b) note(c))"),
        ("- a[^1]\n\n  [^1]: b", "ul(li(p(a note(b))))"),
        ("a[^9]", "p(a[^9])"),
    ],
)
def test_notes_stand_where_their_marks_stand(text: str, tree: str) -> None:
    """Their paragraphs are kept apart."""
    assert outline(PARSER.parse(text)) == tree
