"""Abbreviations that the search takes for their long forms."""

from pathlib import Path

import pytest

from guongsang.read.data.abbreviations import read_abbreviations
from guongsang.read.data.loader import DataLoader
from guongsang.read.tables.abbreviations import Abbreviation
from unit.support import codes


def write(folder: Path, rows: str) -> Path:
    """Write a list of abbreviations into a folder."""
    (folder / "locales").mkdir(parents=True)
    (folder / "locales" / "abbreviations.yaml").write_text(f"abbreviations:\n{rows}", encoding="utf-8")
    return folder


def test_a_list_of_a_site_stands_in_place_of_the_projects(tmp_path: Path) -> None:
    """Where a site has none, the project's is read."""
    look = write(tmp_path / "project", "  - {short: TĐKT, long: thi đua khen thưởng, lang: vi}\n")
    own = write(tmp_path / "site", "  - {short: QLXD, long: quản lý xây dựng, lang: vi}\n")
    (tmp_path / "bare").mkdir()
    assert read_abbreviations(DataLoader(own), look) == (Abbreviation("QLXD", "quản lý xây dựng", "vi"),)
    assert read_abbreviations(DataLoader(tmp_path / "bare"), look) == (
        Abbreviation("TĐKT", "thi đua khen thưởng", "vi"),
    )


@pytest.mark.parametrize(
    ("rows", "found", "kept"),
    [
        ("  - {short: A B, long: x, lang: vi}\n", ["bad-value"], 0),
        ("  - {short: A.B, long: x, lang: vi}\n", ["bad-value"], 0),
        ("  - {short: AB, long: x, lang: vi}\n  - {short: AB, long: y, lang: vi}\n", ["duplicate-key"], 1),
        ("  - {short: AB, long: x, lang: vi}\n  - {short: AB, long: y, lang: en}\n", [], 2),
        ("  - {short: AB, lang: vi}\n", ["missing-field"], 0),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_the_others_are_kept(
    tmp_path: Path, rows: str, found: list[str], kept: int
) -> None:
    """An abbreviation is one word, and stands once in each language."""
    loader = DataLoader(write(tmp_path / "site", rows))
    assert len(read_abbreviations(loader, tmp_path)) == kept
    assert codes(loader.findings) == found
