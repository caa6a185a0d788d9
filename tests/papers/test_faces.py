"""Fonts of the machine for documents of administration: used where they are fit, told where they are not."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.render.typst.fonts import load_fonts
from support.pdf import assert_conforms, text_of
from support.program import Ran
from support.site import edit

PLAN = "output/office/2024/plan-noi.vi.pdf"
BASES, MARKS = "aăâeêioôơuưy", "\u0300\u0301\u0303\u0309\u0323"
LETTERS = unicodedata.normalize("NFC", "".join(b + m for b in BASES for m in MARKS))
WHOLE = f"{LETTERS}{LETTERS.upper()}đĐ"


def needs(family: str) -> None:
    """Go on only if the machine has a font; where all is checked, one that lacks it fails."""
    if family not in load_fonts(system=True).families():
        why = f"{family} is not installed, so FONTS OF THE MACHINE WERE NOT CHECKED"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)


def fonts_of(file: Path) -> str:
    """Return the names of the fonts in a PDF, as poppler lists them."""
    if shutil.which("pdffonts") is None:
        pytest.fail("pdffonts (poppler-utils) is needed to look at papers")
    return subprocess.run(["pdffonts", file], capture_output=True, check=True, encoding="utf-8").stdout


def built_with(root: Path, fonts: str, run: Callable[..., Ran]) -> Ran:
    """Build a site whose plan holds every Vietnamese letter, with a setting of fonts."""
    config, plan = root / "site_config.yaml", root / "content/plans/2024/noi.vi.md"
    config.write_text(f"{config.read_text(encoding='utf-8')}\nprint: {{fonts: {fonts}}}\n", encoding="utf-8")
    plan.write_text(f"{plan.read_text(encoding='utf-8')}\n{WHOLE}\n", encoding="utf-8")
    ran = run("--root", root, "--lang", "en", "build")
    assert ran.status == 0, ran.out
    return ran


def test_a_font_of_the_machine_is_used(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Documents are set in it, conform, and every letter is found; bulletins keep our fonts; the next name may do."""
    needs("Liberation Serif")
    root = site()
    ran = built_with(root, "[Phông Thử Không Có, Liberation Serif]", run)
    assert "print.fonts" not in ran.err
    used = fonts_of(root / PLAN)
    assert "LiberationSerif-Bold" in used and "LiberationSerif-Italic" in used and "NotoSerif" not in used
    pdf = (root / PLAN).read_bytes()
    assert_conforms(pdf)
    assert WHOLE in text_of(pdf)
    assert "Liberation" not in fonts_of(root / "output/site/vi/ban-tin/2024-05.pdf")


def test_a_font_that_is_not_there_is_told(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Documents come out in our own font, as without the setting, and the build says so."""
    root = site()
    assert "Phông Thử: this font is not on this machine" in built_with(root, "Phông Thử", run).err
    printed = (root / PLAN).read_bytes()
    assert WHOLE in text_of(printed)
    edit(root, "site_config.yaml", "print: {fonts: Phông Thử}", "")
    assert "print.fonts" not in run("--root", root, "--lang", "en", "build").err
    assert (root / PLAN).read_bytes() == printed
    edit(root, "site_config.yaml", "languages:", "print: {fonts: Phông Thử}\nlanguages:")
    assert "print.fonts" not in run("--root", root, "--lang", "en", "build", "--no-print").err


def test_a_misspelt_font_gets_a_proposal(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """The name of the machine's font that was most likely meant is told."""
    needs("Liberation Serif")
    assert "Liberatoin Serif: did you mean Liberation Serif?" in built_with(site(), "Liberatoin Serif", run).err


def test_a_font_that_lacks_letters_is_not_used(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """A font without some Vietnamese letters would tear words apart; it is left out and its gaps are told."""
    needs("DejaVu Sans Mono")
    root = site()
    ran = built_with(root, "DejaVu Sans Mono", run)
    assert "DejaVu Sans Mono: this font lacks Ả, ả, Ấ, ấ" in ran.err
    assert "DejaVu" not in fonts_of(root / PLAN)
    assert WHOLE in text_of((root / PLAN).read_bytes())
