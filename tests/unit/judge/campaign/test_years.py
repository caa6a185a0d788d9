"""Whether the years in a campaign's texts are its own."""

from pathlib import Path

import pytest

from unit.support import CAMPAIGN, MAI, PLAN, changed, told


@pytest.mark.parametrize(
    ("file", "change", "found"),
    [
        (CAMPAIGN, ("Việc hay năm 2024", "Việc hay năm 2023"), ["2023"]),
        (CAMPAIGN, ("Việc hay năm 2024", "Việc hay từ 2020 đến 2024"), []),
        (CAMPAIGN, ("Việc hay năm 2024", "Việc hay 12/2023/QĐ"), []),
        (PLAN, ("Kế hoạch của Khoa Nội", "Kế hoạch năm 2025"), ["2025"]),
        (CAMPAIGN, ("một việc đã làm được", "một việc trước ngày 10/6/2023"), ["10/6/2023"]),
        (CAMPAIGN, ("một việc đã làm được", "một việc hạn chót: 10/6/2023"), ["10/6/2023"]),
        (CAMPAIGN, ("một việc đã làm được", "một việc trước ngày 10/6/2024"), []),
        (CAMPAIGN, ("một việc đã làm được", "một việc của ngày 10/6/2019"), []),
        (CAMPAIGN, ("một việc đã làm được", "một <!-- trước ngày 10/6/2023 --> việc"), []),
        (PLAN, ("Hướng dẫn Khoa Dược.", "Hướng dẫn trước 05/2021."), ["05/2021"]),
        (MAI, ("period: 2024-01/2024-02", "period: 2025-01/2025-02"), ["2025-01/2025-02"]),
        (MAI, ("period: 2024-01/2024-02", "on: 2025-01-01"), ["2025-01-01"]),
        (MAI, ("period: 2024-01/2024-02", "years: [2023, 2025]"), ["2025"]),
        (MAI, ("period: 2024-01/2024-02", "years: [1999]"), []),
    ],
)
def test_titles_deadlines_and_evidence(tmp_path: Path, file: str, change: tuple[str, str], found: list[str]) -> None:
    """What names another year only, lay before the campaign or comes after it; history is not told."""
    assert [text for code, text in told(tmp_path, changed(file, change)) if code == "year-mismatch"] == found


def test_an_english_deadline_is_told_too(tmp_path: Path) -> None:
    """In a translation."""
    english = CAMPAIGN.replace(".vi.", ".en.")
    text = "---\ntitle: Good work of 2024\nsummary: Each tells one.\n---\nEach ward tells one by 10/6/2023.\n"
    assert ("year-mismatch", "10/6/2023") in told(tmp_path, {english: text})


def test_a_campaign_over_several_years_has_them_all(tmp_path: Path) -> None:
    """The name says from which to which."""
    files = {
        "content/campaigns/2022-2023.vi.md": "---\ntitle: Đợt 2023\nsummary: x y z\ncriteria: 2024\n---\nx\n",
    }
    assert told(tmp_path, files) == []
