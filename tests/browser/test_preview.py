"""The live preview in a browser: the page follows the file, the panel comes and goes, the place in the text is kept."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.site import PROJECT

PROFILE = "content/exemplars/2022/qlxd-01.vi.md"
URL = "vi/guong/2022/qlxd-01.html"


@dataclass(frozen=True)
class Served:
    """A running preview: its site and its address."""

    root: Path
    address: str

    def change(self, old: str, new: str) -> None:
        """Save the profile with a change."""
        path = self.root / PROFILE
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Show a copy of the project's own content."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copy(PROJECT / "site_config.yaml", tmp_path)
    command = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(tmp_path), "serve", "--port", "0"]
    environment = {"GUONGSANG_NO_VENV": "1"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
    assert process.stderr is not None
    address = next(found[0] for line in process.stderr if (found := re.search(r"http://[\d.:]+/", line)))
    yield Served(tmp_path, address)
    process.kill()
    process.wait()
    process.stderr.close()


def test_a_save_shows_itself_and_keeps_the_place(page: Page, served: Served) -> None:
    """After a save the page shows the new text, and the reader is where he was, although text came in above."""
    page.goto(served.address + URL)
    expect(page.locator(".gs-preview")).to_be_attached()
    page.evaluate("document.querySelectorAll('main h2')[2].scrollIntoView()")
    before = page.evaluate("document.querySelectorAll('main h2')[2].getBoundingClientRect().top")
    served.change("title: Bớt chín bước", "title: Bớt hẳn chín bước")
    expect(page.locator("h1")).to_contain_text("Bớt hẳn chín bước")
    expect(page.locator(".gs-preview")).to_be_attached()
    after = page.evaluate("document.querySelectorAll('main h2')[2].getBoundingClientRect().top")
    assert abs(after - before) < 40


def test_the_panel_tells_a_fault_and_goes_by_itself(page: Page, served: Served) -> None:
    """A fault opens a panel over the last good page, with the place as a link; the repair closes it."""
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: qlxx")
    panel = page.locator(".gs-wrong")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("qlxx")
    link = panel.get_by_role("link").first
    expect(link).to_have_text(re.compile(re.escape(PROFILE) + r":\d+:\d+"))
    assert (link.get_attribute("href") or "").startswith("vscode://file/")
    expect(page.locator("h1")).to_contain_text("Bớt chín bước")
    panel.locator("summary").click()
    expect(link).to_be_hidden()
    served.change("unit: qlxx", "unit: qlxd")
    expect(panel).to_have_count(0)


def test_a_name_in_a_finding_is_never_markup(page: Page, served: Served) -> None:
    """Whatever a file holds is shown as text."""
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: <img src=x onerror=alert(1)>")
    panel = page.locator(".gs-wrong")
    expect(panel).to_contain_text("<img src=x")
    expect(panel.locator("img")).to_have_count(0)
