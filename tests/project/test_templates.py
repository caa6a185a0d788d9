"""Templates: lines that can be read, and what Python works out for them."""

from pathlib import Path

import pytest

from guongsang.render.web.cards import Thumbnail, drawings_of
from support.site import PROJECT

PRINT = sorted((PROJECT / "templates/print").glob("*.typ"))


@pytest.mark.parametrize("path", PRINT, ids=lambda path: path.name)
def test_no_line_of_a_print_template_is_long(path: Path) -> None:
    """A line of a print template has at most 120 characters."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []


@pytest.mark.parametrize(
    ("thumbnails", "others", "names"),
    [
        ([], (), []),
        ([None, Thumbnail("photo")], (), []),
        ([Thumbnail("named", letter="Á"), Thumbnail("unnamed")], (), ["open", "shut"]),
        ([Thumbnail("named")], (), ["open", "team"]),
        ([Thumbnail("model")], ("half",), ["open", "model", "half"]),
    ],
)
def test_a_page_names_the_drawings_that_it_needs(
    thumbnails: list[Thumbnail | None], others: tuple[str, ...], names: list[str]
) -> None:
    """Photos need none; a model and a team are drawn upon an open window."""
    assert drawings_of(thumbnails, *others) == names
