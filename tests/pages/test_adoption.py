"""Who copied what: on the exemplar's page, on that of the unit, and as a map."""

import re
from collections.abc import Callable
from pathlib import Path

from support.good import P1, P1_EN, P2
from support.program import Ran
from support.site import edit

COPIED = (
    "\nadopted_by:\n  - {unit: vp, on: 2024-04-02, result: Làm theo cho quầy}\n"
    "  - {unit: duoc, on: 2024-04-03, result: <b>Chưa</b> được như mong muốn}\n---\n"
)


def build(run: Callable[..., Ran], root: Path, *words: str) -> None:
    """Build a site without papers; it must succeed."""
    ran = run("--root", root, "--today", "2024-12-01", "build", "--no-print", *words)
    assert ran.status == 0, ran.out + ran.err


def page(root: Path, name: str) -> str:
    """The text of a page that is published."""
    return (root / "output/site" / name).read_text(encoding="utf-8")


def test_the_map_and_its_words(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """In each language under its own address: a picture with a name, and a list with unit, result and day."""
    root = site()
    edit(root, P2, "\n---\n", COPIED)
    build(run, root)
    for name, copier, day in (("vi/lam-theo", "Văn phòng", "02/4/2024"), ("en/adoption", "Office", "2 April 2024")):
        made = page(root, f"{name}/index.html")
        drawing = re.search(r'<svg class="map".*?</svg>', made, re.DOTALL)
        assert drawing and 'role="img" aria-labelledby="m-2024" aria-describedby="d-2024"' in drawing[0]
        assert drawing[0].count("<path") == 3 and f">{copier}</text>" in drawing[0]
        words = made.replace(drawing[0], "")
        assert day in words and copier in words and "Làm theo cho quầy" in words
        assert "<b>Chưa" not in made and "&lt;b&gt;Chưa" in made
        index = "".join(p.read_text("utf-8") for p in (root / "output/site/assets").rglob("*.js"))
        assert f"{name.partition('/')[2]}/index.html" in index
        assert words.index("units/duoc" if "en" in name else "don-vi/duoc") > 0


def test_it_is_reached_from_both_sides(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """From the exemplar, from the unit that copied, and from the foot of every page."""
    root = site()
    edit(root, P2, "\n---\n", COPIED)
    build(run, root)
    assert "../../adoption/index.html" in page(root, "en/exemplars/2024/noi-02.html")
    unit = page(root, "en/units/vp/index.html")
    assert "exemplars/2024/noi-02.html" in unit and "Làm theo cho quầy" in unit and "2 April 2024" in unit
    assert 'href="adoption/index.html"' in page(root, "en/index.html")


def test_nothing_copied_no_page(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Nor any way to it; the same where what was copied is not published."""
    root = site()
    edit(root, P1, "adopted_by:\n  - {unit: duoc, on: 2024-05-06, result: Dùng cho tủ thuốc trực.}\n", "")
    edit(root, P1_EN, "adopted_by: [{result: Used for the night cabinet.}]\n", "")
    build(run, root)
    assert not (root / "output/site/en/adoption").exists() and "adoption" not in page(root, "en/index.html")
    edit(root, P2, "\n---\n", COPIED)
    edit(root, P2, "\n---\n", "\ndraft: true\n---\n")
    build(run, root, "--shrink")
    assert not (root / "output/site/vi/lam-theo").exists()
    assert "lam-theo" not in page(root, "vi/don-vi/vp/index.html")
