"""The recipes of CONTRIBUTING.md name files that exist."""

import re

from support.site import PROJECT


def test_the_recipes_name_files_that_exist() -> None:
    """Every path of the project that CONTRIBUTING.md names is there; places to fill in are none."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(
        r"`((?:guongsang|templates|locales|tests|docs|bench|content)/[^`<> ]*|requirements[^` ]*)`", text
    )
    assert len(paths) > 20
    assert [path for path in paths if not (PROJECT / path).exists() and path != "locales/<code>.po"] == []
