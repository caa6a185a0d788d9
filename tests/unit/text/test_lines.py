"""Where lines begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guongsang.text.lines import line_end, line_start

TEXT = "ab\n\ncd"


@pytest.mark.parametrize(
    ("index", "start", "end"),
    [(0, 0, 2), (1, 0, 2), (2, 0, 2), (3, 3, 3), (4, 4, 6), (5, 4, 6), (6, 4, 6)],
)
def test_the_line_around_an_index(index: int, start: int, end: int) -> None:
    """A line feed belongs to the line that it ends; the last line ends with the text."""
    assert (line_start(TEXT, index), line_end(TEXT, index)) == (start, end)


def test_an_empty_text_has_one_empty_line() -> None:
    """Both its ends are nought."""
    assert (line_start("", 0), line_end("", 0)) == (0, 0)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab\n", max_size=12), st.data())
def test_between_start_and_end_there_is_no_line_feed(text: str, data: st.DataObject) -> None:
    """And the index lies between them."""
    index = data.draw(st.integers(0, len(text)))
    start, end = line_start(text, index), line_end(text, index)
    assert start <= index <= end and "\n" not in text[start:end]
    assert start == 0 or text[start - 1] == "\n"
    assert end == len(text) or text[end] == "\n"
