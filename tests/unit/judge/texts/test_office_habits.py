"""What the habits of Word and Zalo do to a text."""

from pathlib import Path

import pytest

from unit.support import changed, told

PAGE = "content/pages/about.vi.md"
CODES = ("office-heading", "mixed-tone-placement")


def page(root: Path, text: str, lang: str = "vi") -> list[tuple[str, str]]:
    """Return what is told of the habits in a page."""
    files = {PAGE: "---\ntitle: Một\n---\nMột trang.\n"}
    files[PAGE.replace(".vi.", f".{lang}.")] = f"---\ntitle: Một\n---\n{text}\n"
    return [one for one in told(root, files) if one[0] in CODES]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I. KẾT QUẢ\n\na", [("office-heading", "I. KẾT QUẢ")]),
        ("**II. KẾT QUẢ**\n\na", [("office-heading", "**II. KẾT QUẢ**")]),
        ("a\n\n**Kết quả**\n\nb", [("office-heading", "**Kết quả**")]),
        ("a\n\n**Kết quả:**\n\nb", [("office-heading", "**Kết quả:**")]),
        ("**Kết quả**\nb", []),
        ("**Chúng tôi đã làm xong.**\n\nb", []),
        ("I. Một câu bình thường\n\na", []),
        ("**" + "từ " * 13 + "cuối**\n\na", []),
        ("## I. KẾT QUẢ\n\na", []),
        ("`**a b**`\n\nb", []),
    ],
)
def test_lines_that_look_like_a_heading(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    """They stand alone and hold no sentence."""
    assert page(tmp_path, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hòa hòa hoà", [("mixed-tone-placement", "hoà")]),
        ("hoà hoà hòa", [("mixed-tone-placement", "hòa")]),
        ("hoà hòa", [("mixed-tone-placement", "hoà")]),
        ("hòa khỏe thủy", []),
        ("hoà khoẻ thuỷ", []),
        ("hòa bình, ông Hoà", []),
        ("quý hoàn giá, hòa", []),
        ("hòa /hoà @hoà", []),
        ("HOÀ hòa", []),
    ],
)
def test_one_way_to_place_the_tone_is_kept(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    """The rarer one is told at its first word; names, capitals and addresses are left to their bearers."""
    assert page(tmp_path, text) == found


def test_other_languages_have_no_tones_to_place(tmp_path: Path) -> None:
    """Headings are looked at all the same."""
    assert page(tmp_path / "a", "hòa hoà", "en") == []
    assert page(tmp_path / "b", "a\n\n**One**\n\nb", "en") == [("office-heading", "**One**")]


def test_changes_of_the_small_site_are_told_too(tmp_path: Path) -> None:
    """A plan is a document like any other."""
    plan = changed("content/plans/2024/noi.vi.md", ("Hướng dẫn Khoa Dược.", "Hướng dẫn cho hoà hợp, hòa thuận."))
    assert "mixed-tone-placement" in [code for code, _ in told(tmp_path, plan)]
