"""Texts in lines for drawings."""

import pytest

from guongsang.render.web.adoption.wrapping import width_of, wrapped


@pytest.mark.parametrize(
    "text",
    [
        "Mười hai lời hứa trên bảng, mười một lời đã giữ",
        "Planning",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "一页看懂的规划图一页看懂的规划图",
        "វិធី​ធ្វើការ​ល្អ​ដែល​វែង​មែនទែន",
        "",
    ],
)
def test_lines_are_no_wider_than_allowed(text: str) -> None:
    """And hold the whole text, parted between words where these fit."""
    lines = wrapped(text, 8, 50)
    assert all(width_of(line) <= 8 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    """A line is filled as far as it goes; marks that are typed apart take no room."""
    assert wrapped("Bản đồ quy hoạch một trang", 9, 9) == ["Bản đồ quy hoạch", "một trang"]
    assert width_of("e\u0302\u0323") == width_of("ệ")


def test_what_is_too_long_is_cut_with_a_sign() -> None:
    """The list beside the drawing has the whole text."""
    lines = wrapped("một hai ba bốn năm sáu bảy tám", 4, 2)
    assert len(lines) == 2 and lines[-1].endswith("…")
