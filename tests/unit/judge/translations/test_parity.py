"""Whether a translation says the same as its source."""

from pathlib import Path

import pytest

from unit.support import MAI, changed, judge_site

ENGLISH = MAI.replace(".vi.", ".en.")
FRONT = "title: Named trays\nevidence: {e1: Checks a week fell from 12 to 6.}\n"
BODY = "## What was done\n\nWrite the name on the tray.\n"


def mismatches(root: Path, front: str = FRONT, body: str = BODY, *changes: tuple[str, str]) -> list[str]:
    """Return the sentences that are told of a translation."""
    _, judgement = judge_site(root, changed(MAI, *changes), {ENGLISH: f"---\n{front}---\n{body}"})
    found = [f for f in judgement.findings if f.code == "translation-mismatch"]
    assert all(f.place.file == ENGLISH for f in found)
    return [f.message.text for f in found]


@pytest.mark.parametrize(
    ("front", "many"),
    [
        (FRONT, 0),
        (FRONT.replace("12 to 6", "12 to 5"), 1),
        (FRONT.replace("12 to 6", "twelve to six"), 0),
        (FRONT.replace("from 12 to 6", "a lot"), 0),
        (FRONT.replace("fell", "of 400 fell"), 1),
        ("title: Trays\n", 0),
    ],
)
def test_figures_of_each_field_agree(tmp_path: Path, front: str, many: int) -> None:
    """By value; small ones may stand in words, and what is not translated is not compared."""
    assert len(mismatches(tmp_path, front)) == many


@pytest.mark.parametrize(
    ("source", "body", "many"),
    [
        ("Có 1.250 khay.", "There are 1,250 trays.", 0),
        ("Có 1.250 khay.", "There are 1,520 trays.", 1),
        ("Có 1.250 khay.", "There are many trays.", 1),
        ("Có khay.", "There are 1,250 trays.", 1),
        ("Có 3 khay.", "There are some trays.", 0),
        ("Ngày 10/6/2022.", "On 10 June 2022.", 0),
        ("Ngày 10/6/2022.", "On 10 June 2023.", 1),
        ("1. Một\n2. Hai", "- One\n- Two", 0),
        ("[a](https://a.example/2022)", "[a](https://a.example/)", 0),
        ("Gọi 0912345678.", "Call 0912345679.", 0),
        ("<!-- 1250 --> a", "a", 0),
        ("Đạt 1,5 triệu.", "It is 1,500,000.", 0),
    ],
)
def test_figures_of_bodies_agree(tmp_path: Path, source: str, body: str, many: int) -> None:
    """Numbers of items, targets, comments and personal data are not compared."""
    assert len(mismatches(tmp_path, FRONT, f"## How\n\n{body}\n", ("Ghi tên lên khay.", source))) == many


def test_many_wrong_figures_are_told_ten_at_a_time(tmp_path: Path) -> None:
    """A table that is another one is not told cell by cell."""
    body = "## How\n\n" + " ".join(str(n) for n in range(1000, 1100)) + "\n"
    assert len(mismatches(tmp_path, FRONT, body)) == 10


@pytest.mark.parametrize(
    ("source", "body", "many"),
    [
        ("a", "## How\n\na\n", 0),
        ("a", "## How\n\n### More\n\na\n", 1),
        ("a\n\n### Nữa\n\nb", "## How\n\na\n", 1),
        ("a", "a\n", 1),
    ],
)
def test_headings_agree_in_number_and_level(tmp_path: Path, source: str, body: str, many: int) -> None:
    """The first that has no partner is told."""
    found = mismatches(tmp_path, FRONT, body, ("Ghi tên lên khay.", source))
    assert len([text for text in found if "headings" in text]) == many


@pytest.mark.parametrize(
    ("source", "body", "many"),
    [
        ("[a](noi-01.vi.md)", "[a](noi-01.en.md)", 0),
        ("[a](noi-01.vi.md)", "[a](noi-01.md#what-was-done)", 1),
        ("[a](noi-01.vi.md)", "a", 1),
        ("[a](noi-01.vi.md) [b](noi-01.vi.md)", "a", 1),
        ("![a](x.png)", "a", 1),
        ("[a](https://a.example)", "a", 0),
    ],
)
def test_links_into_the_site_and_pictures_are_kept(tmp_path: Path, source: str, body: str, many: int) -> None:
    """Each that is missing is told once, links to the web are not."""
    found = mismatches(tmp_path, FRONT, f"## How\n\n{body}\n", ("Ghi tên lên khay.", source))
    assert len([text for text in found if "link" in text or "picture" in text]) == many


def test_of_a_stale_translation_it_is_known_that_it_differs(tmp_path: Path) -> None:
    """Nothing more is told."""
    assert mismatches(tmp_path, "translates: 000000000000\n" + FRONT, "## How\n\n9999\n") == []
