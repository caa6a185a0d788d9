"""Translations that say something else than their source: figures by their value, headings and links."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.judge.translations.numbers import figures_in
from support.good import P1 as PROFILE
from support.good import P1_EN as ENGLISH
from support.program import Ran, found
from support.site import edit
from support.values import values_named


def test_figures_compare_by_value() -> None:
    """Thousands, decimals, dates, months, ordinals, Roman numerals and number words of two languages agree."""
    vi = "Ngày 06/6/2022, 1.234,5 kg; quý IV, ba mươi tư bước, 27,5 %, mười hai, 18.500.000 đồng"
    en = "On 6 June 2022, 1,234.5 kg; the fourth quarter, thirty-four steps, 27.5%, twelve, 18.5 million"
    assert {str(f.value) for f in figures_in(vi, "vi")} == {"6", "2022", "1234.5", "27.5", "18500000"}
    assert (
        not {f.value for f in figures_in(en, "en")}
        - values_named(vi, "vi")
        - {f.value for f in figures_in("18.5", "en")}
    )
    assert {34, 12, 4, 6} <= values_named(vi, "vi") & values_named(en, "en")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("from 12 to 6", "from 13 to 6", "13 does not stand in the source, whose 12"),
        ("early 2024", "early 2023", "2023 does not stand in the source, whose 2024"),
        ("See also", "## More\n\nSee also", "headings"),
        ("See also [ward 3](noi-02.vi.md).", "See also ward 3.", "the link noi-02.vi.md of the source"),
    ],
)
def test_a_translation_that_says_something_else(
    site: Callable[..., Path], check: Callable[..., Ran], old: str, new: str, says: str
) -> None:
    """A wrong figure, heading or a lost link is told in the translation with the place in the source."""
    root = site()
    edit(root, ENGLISH, old, new)
    (finding,) = found(check(root), "translation-mismatch")
    assert says in str(finding["message"]) and PROFILE in str(finding["message"]) and finding["file"] == ENGLISH


@pytest.mark.parametrize(
    ("source", "translation", "differs"),
    [
        ("lúc 14 giờ", "at 2 p.m.", False),
        ("lúc 16:30", "at 4:30 pm", False),
        ("Đại hội XIII", "the 13th Congress", False),
        ("đạt 50%", "reached half", False),
        ("đạt 100%", "all of them", False),
        ("hơn 1.000 hộ", "over a thousand households", False),
        ("dày 0,5 m", "5 m thick", True),
        ("12,5%", "15.2%", True),
        ("lúc 15 giờ", "at 4 p.m.", True),
    ],
)
def test_figures_in_other_forms(
    source: str, translation: str, differs: bool, site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Clock times, halves, Roman numerals and round numbers in words are the same figure; another figure is told."""
    root = site()
    edit(root, PROFILE, "Xem thêm", f"Có {source}. Xem thêm")
    edit(root, ENGLISH, "See also", f"With {translation}. See also")
    run("--root", root, "translate", "--confirm", ENGLISH)
    ran = run("--root", root, "--lang", "en", "--today", "2024-12-01", "check", "--format", "json")
    assert bool(found(ran, "translation-mismatch")) == differs
