"""`fix` in the front matter: labels become ids, lines that YAML cannot read are mended, a missing end is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guongsang.author.repair.letters import repair
from support.program import Ran
from support.site import edit

PROFILE = "content/exemplars/2024/noi-01.vi.md"
PAGE = "content/pages/about.vi.md"


def test_labels_and_misspelt_names_become_ids(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """What check says was meant is written: fields, units, categories, choices, periods, dates, in data files too."""
    root = site()
    before = (root / PROFILE).read_text(encoding="utf-8")
    for old, new in (
        ("unit: noi", "đơn vị: Khoa Nội"),
        ("category: nurse", "categroy: Điều dưỡng"),
        ("staff_category: public-employee", "staff_category: viên chức"),
        ("period: 2024-01/2024-02", "period: 01/2024 - 2/2024"),
        ("discovered: {on: 2024-02-20}", "discovered: {on: 20/2/2024}"),
        ("consent: {on: 2024-03-02", "consent: {on:2024-03-02"),
    ):
        edit(root, PROFILE, old, new)
    edit(root, "content/criteria/2024.yaml", "label:", "lable:")
    for _ in range(3):
        assert run("--root", root, "fix", "--write").status == 0
    assert (root / PROFILE).read_text(encoding="utf-8") == before
    assert "lable" not in (root / "content/criteria/2024.yaml").read_text(encoding="utf-8")
    assert run("--root", root, "check").status == 0


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ('position: "5S" & tiết kiệm', "position: '\"5S\" & tiết kiệm'"),
        ("position: [Gương] sáng", 'position: "[Gương] sáng"'),
        ('position: "C:\\Users"', "position: 'C:\\Users'"),
        ("movements:\n  -  name: a\n    on: 2022-01-01", "movements:\n  - name: a\n    on: 2022-01-01"),
        ("title: a: b\nposition: c: d", 'title: "a: b"\nposition: "c: d"'),
    ],
)
def test_lines_that_yaml_cannot_read_are_mended(typed: str, mended: str) -> None:
    """Each by itself, whatever else is wrong."""
    head = "name: Một\n"
    assert (
        repair(f"---\n{head}{typed}\n---\nBài.\n".encode(), PROFILE).data.decode()
        == f"---\n{head}{mended}\n---\nBài.\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_missing_end_of_the_fields_is_written(end: str) -> None:
    """Behind the last field, where check says."""
    text = end.join(["---", "title: Một", "tags:", "  - a", "", "## Bài", "", "Chữ: nghĩa.", ""])
    mended = end.join(["---", "title: Một", "tags:", "  - a", "---", "", "## Bài", "", "Chữ: nghĩa.", ""])
    assert repair(text.encode(), PAGE).data.decode() == mended


@pytest.mark.parametrize("opening", ["", "\n\n---\n", "--\n", "\n–––\n", "- - -\n"])
def test_a_slip_before_the_fields_hides_nothing_behind_it(
    site: Callable[..., Path], run: Callable[..., Ran], opening: str
) -> None:
    """The fields are read, what is wrong in them is told too, and fix writes the line."""
    root = site()
    before = (root / PROFILE).read_bytes()
    edit(root, PROFILE, "---\ntitle", f"{opening}title")
    edit(root, PROFILE, "category: nurse", "category: nurze")
    codes = [f["code"] for f in run("--root", root, "check", "--format", "json").findings()]
    assert codes == ["no-front-matter", "unknown-category"]
    edit(root, PROFILE, "category: nurze", "category: nurse")
    run("--root", root, "fix", "--write", PROFILE)
    assert (root / PROFILE).read_bytes() == before
