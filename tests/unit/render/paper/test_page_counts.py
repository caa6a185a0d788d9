"""How many pages a paper has."""

import pytest

from guongsang.render.paper.page_counts import page_count


@pytest.mark.parametrize(
    ("pdf", "pages"),
    [
        (b"", 0),
        (b"<</Type/Page/Parent 1 0 R>>", 1),
        (b"<</Type /Page /Parent 1 0 R>> <</Type/Page>>", 2),
        (b"<</Type/Pages/Count 3>><</Type/Page>>", 1),
        (b"<</Type/PageLabel>>", 0),
        (b"<</Type\n/Page\n>>", 1),
    ],
)
def test_pages_are_counted_and_lists_of_pages_are_not(pdf: bytes, pages: int) -> None:
    """However they are written."""
    assert page_count(pdf) == pages
