"""Marks of lists on paper: a sign that no font draws stops nothing, because a list needs none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.paper_sites import built
from support.pdf import lines_of
from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [("✓", "– Đúng"), ("✅", "– Đúng"), ("👉", "– Đúng"), ("❶", "– Đúng"), ("⑴", "(1) Đúng"), ("a)", "a) Đúng")],
)
def test_a_mark_that_no_font_draws_is_another_on_paper(
    site: Callable[..., Path], run: Callable[..., Ran], typed: str, drawn: str
) -> None:
    """A dash, or the number that it stands for; in the text such a sign is still told."""
    root = site()
    second = {"❶": "❷", "⑴": "⑵", "a)": "b)"}.get(typed, typed)
    edit(root, PROFILE, "1. Ghi tên lên khay.\n2. ", f"{typed} Đúng giờ\n{second} Đúng người\n\n2. ")
    edit(
        root,
        "content/bulletins/2024-05.vi.md",
        "select: {campaign: 2024, stage: registered}",
        "exemplars: [2024/noi-01]",
    )
    assert "unprintable-letter" not in run("--root", root, "check").out
    lines = lines_of(built(root)["site/vi/ban-tin/2024-05.pdf"])
    assert any(" ".join(line.split()).startswith(drawn) for line in lines), lines
    if typed == "✓":
        edit(root, PROFILE, "Đúng giờ", "Đúng ✓ giờ")
        assert "unprintable-letter" in run("--root", root, "check").out
