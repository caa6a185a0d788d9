"""Files of the Office that were made before are made anew where what stands around them has changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

from support.program import Ran
from support.site import PROJECT, edit, write


def test_a_template_and_the_name_of_the_office_are_looked_at(
    site: Callable[..., Path], run: Callable[..., Ran]
) -> None:
    """After a change of each, the file that shows it is made anew, and is that of a clean build."""
    root = site()
    edit(root, "content/campaigns/2024.vi.md", "criteria: 2024\n", "criteria: 2024\noffice: vp\n")

    def built(name: str) -> bytes:
        assert run("--root", root, "--today", "2024-12-01", "build").status == 0
        return (root / "output/office/2024" / name).read_bytes()

    assert b"font: 1rem/1.55" in built("to-do.html")
    page = (PROJECT / "templates/web/to-do.html").read_text(encoding="utf-8")
    write(root, "templates/web/to-do.html", page.replace("font: 1rem/1.55", "font: 1rem/1.6"))
    assert b"font: 1rem/1.6" in built("to-do.html")
    edit(root, "content/units.yaml", "vi: Văn phòng", "vi: Văn phòng Bệnh viện")
    after = built("review.vi.docx")
    for name in (".cache", "output"):
        shutil.rmtree(root / name)
    assert after == built("review.vi.docx")
