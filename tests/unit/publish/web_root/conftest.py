"""A place to publish in."""

from pathlib import Path

import pytest

from support.web_roots import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return an empty place."""
    return Place(tmp_path)
