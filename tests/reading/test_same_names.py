"""Pictures whose names look the same but are written in different ways."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from support.program import Ran

PICTURE = "content/exemplars/2024/noi-02.png"


@pytest.mark.parametrize("name", ["hình", "ảnh đẹp", "Đội trưởng", "quyết định", "é"])
def test_one_name_in_two_ways_is_a_collision(site: Callable[..., Path], run: Callable[..., Ran], name: str) -> None:
    """One of the two would be published in the place of the other."""
    root = site()
    for form in ("NFC", "NFD"):
        place = root / "content/pages" / f"{unicodedata.normalize(form, name)}.png"  # type: ignore[arg-type]
        place.write_bytes((root / PICTURE).read_bytes())
    if len(list((root / "content/pages").glob("*.png"))) < 2:
        pytest.skip("this file system takes the two names for one, so NOTHING WAS TESTED")
    found = json.loads(run("--root", root, "check", "--format", "json").out)["findings"]
    told = [f for f in found if f["code"] == "name-collision"]
    assert [f["file"] for f in told] == [f"content/pages/{name}.png"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_one_way_alone_is_none(site: Callable[..., Path], run: Callable[..., Ran], form: str) -> None:
    """Either is read, whatever way the document names it in."""
    root = site()
    place = root / "content/pages" / f"{unicodedata.normalize(form, 'hình')}.png"  # type: ignore[arg-type]
    place.write_bytes((root / PICTURE).read_bytes())
    found = json.loads(run("--root", root, "check", "--format", "json").out)["findings"]
    assert "name-collision" not in {f["code"] for f in found}
