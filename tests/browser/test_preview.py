"""The live preview in a browser: the page follows the file, the panel comes and goes, the place in the text is kept."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from support.site import PROJECT

PROFILE = "content/exemplars/2022/qlxd-01.vi.md"
URL = "vi/guong/2022/qlxd-01.html"
LONG = 20_000
"""How many milliseconds a save may take to be seen while other tests run."""
CONTRAST = """selector => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part => part / 255)
    const [r, g, b] = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const element = document.querySelector(selector), ground = element.closest('.gs-band, .gs-preview')
  const [one, other] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map(light)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}"""
"""The contrast between the letters of an element and the ground of its band or panel."""


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


def test_a_save_shows_itself_and_keeps_the_place(served: Served, page: Page) -> None:
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


def test_the_panel_tells_a_fault_and_goes_by_itself(served: Served, page: Page) -> None:
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


def test_a_name_in_a_finding_is_never_markup(served: Served, page: Page) -> None:
    """Whatever a file holds is shown as text."""
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: <img src=x onerror=alert(1)>")
    panel = page.locator(".gs-wrong")
    expect(panel).to_contain_text("<img src=x")
    expect(panel.locator("img")).to_have_count(0)


def test_a_page_that_is_not_public_says_so(served: Served, page: Page) -> None:
    """The band is seen first, the panel is folded away, the list of all documents is one click off."""
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: qlxd\ndraft: true")
    band = page.locator("main [role=note].gs-band")
    expect(band).to_be_visible(timeout=LONG)
    expect(band).to_contain_text("Đây là dự thảo")
    expect(page.locator(".gs-preview")).not_to_have_attribute("open", "")
    page.locator(".gs-preview summary").click()
    page.locator(".gs-preview a", has_text="Mọi bài").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mọi bài của trang này")
    row = page.locator(".gs-documents li", has_text=PROFILE).first
    expect(row).to_contain_text("chưa đăng")
    row.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Bớt chín bước")


def test_the_path_of_a_file_is_copied(served: Served, page: Page) -> None:
    """A button copies the whole path, for editors of every kind; where that is not allowed, it is shown."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.address)
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: qlxx")
    panel = page.locator(".gs-wrong")
    expect(panel).to_be_visible(timeout=LONG)
    panel.get_by_role("button", name="Chép đường dẫn").first.click()
    expect(panel.locator("output").first).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == str(served.root / PROFILE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_band_fits_every_screen(served: Served, page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    """Nothing of it sticks out, and its words stand out from its ground (WCAG 1.4.3)."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(served.address + URL)
    served.change("unit: qlxd", "unit: qlxx")
    expect(page.locator(".gs-band")).to_be_visible(timeout=LONG)
    expect(page.locator(".gs-wrong")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for part in (".gs-band", ".gs-band a", ".gs-preview"):
        assert page.evaluate(CONTRAST, part) >= 4.5


def test_the_page_for_the_lost_is_styled_without_scripts(chromium: Browser, served: Served) -> None:
    """At any depth."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("vi/a/b/c.html", "x/y/", "khong.html"):
        page.goto(served.address + path)
        expect(page.locator("body")).to_have_css("margin-top", "0px")
        expect(page.locator("h1 [lang=vi]")).to_have_text("Không có trang này")
    context.close()


def test_the_search_finds_what_is_not_public(served: Served, page: Page) -> None:
    """A profile without any step is found too."""
    text = (served.root / PROFILE).read_text(encoding="utf-8")
    page.goto(served.address + URL)
    served.change(text[text.index("progress:") : text.index("evidence:")], "")
    expect(page.locator(".gs-band")).to_be_visible(timeout=LONG)
    page.goto(served.address + "vi/tim-kiem/index.html?q=bớt+chín+bước")
    expect(page.locator(".gs-preview")).to_be_attached()
    expect(page.locator("main a", has_text="Bớt chín bước").first).to_be_visible()
