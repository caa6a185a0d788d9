"""What of Markdown may be searched, and what the parser is given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.read.markdown.source import fences_in, lines_of, scan_markdown, without_comments
from guongsang.read.odd_characters import HOLE


@pytest.mark.parametrize(
    ("raw", "text", "searchable"),
    [
        ("a", "a", "a"),
        ("", "", ""),
        ("a <!-- b --> c", "a  c", "a            c"),
        ("a `<!-- b -->` c", "a `<!-- b -->` c", "a              c"),
        ("a <!-- b", "a <!-- b", "a <!-- b"),
        ("a <!-- b\nc --> d", "a  d", "a       \n      d"),
        ("a `b` c", "a `b` c", "a     c"),
        ("a ``b ` c`` d", "a ``b ` c`` d", "a           d"),
        ("a `b c", "a `b c", "a `b c"),
        (f"a{HOLE}b", "ab", f"a{HOLE}b"),
        ("```\nx\n```\ny", "```\nx\n```\ny", "   \n \n   \ny"),
        ("```\n<!-- x -->\n```", "```\n<!-- x -->\n```", "   \n          \n   "),
        ("<!-- a --><!-- b -->c", "c", "                    c"),
    ],
)
def test_code_and_comments_are_taken_out(raw: str, text: str, searchable: str) -> None:
    """The parser gets no comments and no holes; what is searched has blanks for them and for code."""
    scanned = scan_markdown(raw)
    assert scanned.text == text
    assert scanned.searchable == searchable


@settings(deadline=None, max_examples=50)
@given(st.text(f"ab `<!->\n~{HOLE}", max_size=60))
def test_what_is_searched_is_as_long_as_what_was_typed(raw: str) -> None:
    """And every letter of what is parsed leads back to the same letter of what was typed."""
    scanned = scan_markdown(raw)
    assert len(scanned.searchable) == len(raw)
    assert len(scanned.countable) == len(scanned.text)
    assert [i for i, c in enumerate(scanned.searchable) if c == "\n"] == [i for i, c in enumerate(raw) if c == "\n"]
    for at, letter in enumerate(scanned.text):
        assert raw[scanned.index(at)] == letter
    assert HOLE not in scanned.text


@pytest.mark.parametrize(
    ("lines", "fenced", "unclosed"),
    [
        (["```", "x", "```"], {0: 0, 1: 0, 2: 0}, ()),
        (["~~~", "x", "~~~", "y"], {0: 0, 1: 0, 2: 0}, ()),
        (["```", "x", "~~~"], {}, (0, 2)),
        (["````", "```", "````"], {0: 0, 1: 0, 2: 0}, ()),
        (["```python", "x", "```"], {0: 0, 1: 0, 2: 0}, ()),
        (["```", "x", "```python"], {}, (0, 2)),
        (["```", "```", "```", "```"], {0: 0, 1: 0, 2: 2, 3: 2}, ()),
        (["``", "x", "``"], {}, ()),
        (["```a`b", "x", "```"], {}, (2,)),
        (["  ```", "x", "  ```"], {}, ()),
    ],
)
def test_fenced_code_ends_with_the_fence_that_opens_it(
    lines: list[str], fenced: dict[int, int], unclosed: tuple[int, ...]
) -> None:
    """As many of the same sign with nothing behind them; what has no end is no code."""
    assert fences_in(lines, indent=False) == (fenced, unclosed)


def test_indented_fences_count_where_they_are_asked_for() -> None:
    """Code inside an item of a list is code too when names are looked for."""
    assert fences_in(["  ```", "x", "  ```"], indent=True) == ({0: 0, 1: 0, 2: 0}, ())


@pytest.mark.parametrize(
    ("raw", "blanked"),
    [
        ("a<!--b-->c", "a        c"),
        ("a<!--\n-->c", "a    \n   c"),
        ("`<!--b-->`", "`<!--b-->`"),
        ("a<!--b", "a<!--b"),
        ("a `code` b", "a `code` b"),
    ],
)
def test_comments_are_blanked_and_code_stays(raw: str, blanked: str) -> None:
    """The length and the lines stay as they were."""
    assert without_comments(raw) == blanked


@settings(deadline=None, max_examples=50)
@given(st.text("ab\n", max_size=30))
def test_lines_come_with_the_index_at_which_they_begin(text: str) -> None:
    """Put together again they are the text."""
    lines = list(lines_of(text))
    assert "\n".join(line for _, line in lines) == text
    assert all(text.startswith(line, start) for start, line in lines)
