"""Papers in other writing systems: mirrored from right to left, set in the site's fonts where ours lack the letters."""

import re
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import fontpkg
import pytest

from guongsang.read.font_files import FontFile, code_points, fonts_of_wheels
from guongsang.render.typst.fonts import letters_set_by
from support.sheets import SMALL, printed

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">([^<]*)<')
TITLE = "Zangvil"
PAGE = re.compile(r'<page width="([\d.]+)"')


def with_title(lang: str) -> dict[str, Any]:
    """Return the smallest sheet in a language, with a title that is one word."""
    sheet = deepcopy(SMALL)
    sheet["lang"] = lang
    sheet["articles"][0]["title"] = TITLE
    return sheet


def words_of(pdf: bytes, tmp_path: Path) -> list[tuple[float, float, float, str]]:
    """Return each word with the width of its page and where on it the word begins and ends."""
    (tmp_path / "a.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout
    words = []
    for part in told.decode().split("<page ")[1:]:
        width = float(PAGE.search("<page " + part)[1])  # type: ignore[index]
        words += [(width, float(a), float(b), word) for a, b, word in WORD.findall(part)]
    return words


@pytest.mark.parametrize("layout", ["newsletter", "poster", "yearbook"])
@pytest.mark.parametrize("lang", ["he", "ar", "fa-AF", "az-Arab"])
def test_papers_from_right_to_left_are_mirrored(layout: str, lang: str, tmp_path: Path) -> None:
    """Nothing leaves the page, and what stands near its left edge stands as near its right one."""
    from_left = words_of(printed(with_title("en"), layout), tmp_path)
    from_right = words_of(printed(with_title(lang), layout), tmp_path)
    assert all(first >= -1 and last <= width + 1 for width, first, last, _ in from_right)
    ends = [round(first / width, 2) for width, first, _, word in from_left if word == TITLE]
    assert ends == [round((width - last) / width, 2) for width, _, last, word in from_right if word == TITLE]
    assert min(ends) < 0.2


def font(points: set[int]) -> FontFile:
    """Return a font that has some letters."""
    return FontFile("fonts/a.ttf", Path("a.ttf"), b"", frozenset(points))


@pytest.mark.parametrize(
    ("points", "set_by_it", "left"),
    [
        (set(range(0x1780, 0x17DE)), "កុ្", "aạ◌1ก"),
        ({0x61, 0x25CC, 0x0E01}, "กิ", "a◌1ก"[:3]),
        (set(range(0x600, 0x6FF)), "اً", "aב"),
        (set(range(0x4E00, 0x9FFF)), "字", "a1あ"),
        ({0x61, 0x62}, "", "abạ字"),
    ],
)
def test_a_font_sets_the_scripts_that_ours_lack(points: set[int], set_by_it: str, left: str) -> None:
    """Whole scripts, their signs too, and no letter that our fonts have."""
    pattern = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), letters_set_by(font(points)))
    assert all(re.fullmatch(pattern, letter) for letter in set_by_it)
    assert not any(re.fullmatch(pattern, letter) for letter in left)


def test_a_wheel_brings_a_font_by_its_family() -> None:
    """One that is not installed brings none."""
    (found,) = fonts_of_wheels(["Noto Serif", "Không Có Phông Này", ""])
    assert found.points == frozenset(code_points(Path(fontpkg.path("Noto Serif")).read_bytes()))
