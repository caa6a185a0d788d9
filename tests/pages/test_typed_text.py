"""What is typed does no harm: markup stays text, headings take no id of the page, letters without a font are told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.good import P1
from support.html import own_scripts, pages
from support.program import Ran
from support.site import edit


def test_hostile_text_is_inert(site: Callable[..., Path], run: Callable[..., Ran]) -> None:
    """Whatever is typed into fields stands as text on the page: no tag, attribute or template of it takes effect."""
    root = site()
    hostile = "\"'><script>alert(1)</script>{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>&lt;b&gt;"
    edit(root, P1, "title: Khay thuốc có tên, không ai nhầm", f"title: {json.dumps(hostile)}")
    edit(root, P1, "Ghi tên trước khi chia thuốc.", json.dumps(hostile))
    edit(root, "content/units.yaml", "vi: Khoa Nội", f"vi: {json.dumps(hostile)}")
    assert run("--root", root, "build", "--no-print").status == 0
    for name, page in pages(root):
        assert own_scripts(name, page) and not any(k.startswith("on") for _, a in page.tags for k in a), name
    assert "{{ 7*7 }}" in (root / "output/site/vi/guong/2024/noi-01.html").read_text(encoding="utf-8")


def test_headings_cannot_take_an_id_of_the_page(
    built: Callable[..., Path], site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """Headings named like parts of the page keep their own anchors, and links to them lead there."""
    root = site()
    edit(
        root, P1, "## Bối cảnh", "## Main\n\nXem [lại](#main) và [bằng chứng](#evidence).\n\n## Evidence\n\n## Bối cảnh"
    )
    assert run("--root", root, "build", "--no-print").status == 0
    page = dict(pages(root))["vi/guong/2024/noi-01.html"]
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids)) and {"main", "h-main", "h-evidence"} <= set(ids)
    assert page.all("a", href="#h-evidence")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/units.yaml", "Khoa Nội", "Khoa Nội 🏥"),
        ("site_config.yaml", "Việc Hay", "Việc Hay ✓"),
        ("content/criteria/2024.yaml", "Điều dưỡng", "Điều dưỡng →"),
        (P1, "vi: lần", "vi: lần ✚"),
        (P1, "source: BC-02/NOI", "source: BC→02"),
        ("content/bulletins/2024-05.vi.md", "Số này", "Số này 🎉"),
        ("content/plans/2024/noi.vi.md", "title: ", "title: ✚ "),
        ("content/reviews/2024.vi.md", "title: ", "title: ☑ "),
        ("content/campaigns/2024.vi.md", "Mỗi khoa kể", "Mỗi khoa 🩺 kể"),
        (P1, "Khoa có", "Khoa &#x1F3E5; có"),
    ],
)
def test_letters_no_font_has_are_told_before_printing(
    site: Callable[..., Path], run: Callable[..., Ran], file: str, old: str, new: str
) -> None:
    """A letter that no font of the papers has is found in check at its place; without papers it does no harm."""
    root = site()
    edit(root, file, old, new)
    ran = run("--root", root, "check", "--format", "json")
    told = [f for f in json.loads(ran.out)["findings"] if f["code"] == "unprintable-letter"]
    assert ran.status == 1 and [f["file"] for f in told] == [file] and told[0]["column"] > 1
    assert run("--root", root, "build", "--no-print").status == 0
