"""Every kind of page in a browser: accessible, legible at any width and in any mode, whole without scripts."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from guongsang import cli
from support.server import Published, serve_folder
from support.site import PROJECT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules whose answer may change with the colours alone."""
KINDS = {
    "home": "vi/index.html",
    "home-en": "en/index.html",
    "exemplars": "vi/guong/index.html",
    "names": "vi/guong/a-z/index.html",
    "profile": "vi/guong/2022/qlxd-01.html",
    "profile-en": "en/exemplars/2022/qlxd-01.html",
    "profile-untranslated": "en/exemplars/2022/ccgd-01.html",
    "withdrawn": "vi/guong/2022/ttnt-01.html",
    "units": "vi/don-vi/index.html",
    "unit": "vi/don-vi/qlxd/index.html",
    "unit-closed": "vi/don-vi/khtc/index.html",
    "adoption": "vi/lam-theo/index.html",
    "adoption-en": "en/adoption/index.html",
    "categories": "en/categories/index.html",
    "category": "vi/loai/staff/index.html",
    "years": "vi/nam/index.html",
    "year": "en/years/2022/index.html",
    "topics": "vi/chu-de/index.html",
    "criteria-files": "vi/tieu-chi/index.html",
    "criteria": "vi/tieu-chi/2022.html",
    "criterion": "vi/tieu-chi/2022/gen-01.html",
    "plans": "vi/ke-hoach/index.html",
    "plan": "vi/ke-hoach/2022/qlxd.html",
    "campaigns": "vi/dot/index.html",
    "campaign": "vi/dot/2022.html",
    "campaign-en": "en/campaigns/2022.html",
    "reviews": "en/reviews/index.html",
    "review": "vi/tong-ket/2022.html",
    "bulletins": "vi/ban-tin/index.html",
    "bulletin": "vi/ban-tin/2022-09.html",
    "free": "vi/about.html",
    "search": "vi/tim-kiem/index.html",
    "parts": "vi/_parts.html",
    "lost": "404.html",
}
WIDTHS = (1920, 768, 390, 320)
NARROW_RULES = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
"""A narrow page has the colours of a wide one."""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
MODES = {"light": ("light", WIDE, RULES), "dark": ("dark", WIDE, COLOURS), "narrow": ("light", NARROW, NARROW_RULES)}
"""What a page is looked at in: colours, size, and the rules that may find something there."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Build the project's own content with drafts, and serve it under a sub-path."""
    web = tmp_path_factory.mktemp("sample")
    output = web / "so" / "guong"
    output.parent.mkdir()
    words = ["--root", str(PROJECT), "--today", "2022-12-20", "build", "--drafts", "--no-print"]
    assert cli.main([*words, "--output", str(output)]) == 0
    with serve_folder(web) as address:
        yield Published(output / "site", f"{address}so/guong/site/")


def test_every_kind_of_page_is_there(sample: Published) -> None:
    """Every page that the tests below look at is built; the root and moved pages, which lead on at once, are none."""
    made = {p.relative_to(sample.folder).as_posix() for p in sample.folder.rglob("*.html")}
    assert set(KINDS.values()) <= made


@pytest.fixture(scope="module")
def looked_at(chromium: Browser) -> Iterator[Page]:
    """Return a page to look at several addresses in; each test sets its colours and size."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(looked_at: Page, sample: Published, kind: str) -> None:
    """No kind of page has a fault against WCAG 2.2 AA or good practice, in light, in dark and at 320 points."""
    looked_at.goto(sample.at(KINDS[kind]))
    looked_at.evaluate(Axe().axe_script)
    faults = []
    for mode, (colours, size, rules) in MODES.items():
        looked_at.emulate_media(color_scheme=colours)
        looked_at.set_viewport_size(size)
        found = looked_at.evaluate("rules => axe.run(rules).then(found => found.violations)", rules)
        faults += [f"{mode}: {v['id']} {v['help']} {[n['target'] for n in v['nodes']][:3]}" for v in found]
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_reaches_over_the_edge(looked_at: Page, sample: Published, kind: str) -> None:
    """No page scrolls sideways at any width, and every picture of it is there."""
    looked_at.goto(sample.at(KINDS[kind]))
    wide = []
    for width in WIDTHS:
        looked_at.set_viewport_size({"width": width, "height": 800})
        if looked_at.evaluate("document.scrollingElement.scrollWidth") > width:
            wide.append(width)
    looked_at.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    loaded = "Promise.all([...document.images].map(i => i.decode().then(() => 0, () => i.currentSrc)))"
    assert wide == []
    assert [source for source in looked_at.evaluate(loaded) if source] == []


def test_pages_hold_without_scripts(chromium: Browser, sample: Published) -> None:
    """Without JavaScript every page shows its text and its links; the search page leads to the lists."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in KINDS.values():
        page.goto(sample.at(path))
        expect(page.locator("h1")).to_be_visible()
        assert len(page.locator("main").inner_text()) > 30
    page.goto(sample.at(KINDS["search"]))
    page.get_by_role("main").get_by_role("link", name="Gương xếp theo tên").first.click()
    expect(page.locator("h1")).to_have_text("Gương xếp theo tên")
    context.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_language_switch_leads_to_the_same_item(page: Page, sample: Published, scheme: str) -> None:
    """From any page one step leads to the same item in the other language and back."""
    for kind in ("profile", "unit", "campaign", "names", "criterion", "home"):
        page.goto(sample.at(KINDS[kind], scheme))
        start = page.url
        page.get_by_role("navigation", name="Ngôn ngữ").get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("navigation", name="Language").get_by_role("link", name="Tiếng Việt").click()
        expect(page.locator("html")).to_have_attribute("lang", "vi")
        assert page.url == start


def test_dark_and_light_differ(chromium: Browser, sample: Published) -> None:
    """A reader who prefers dark pages gets them: light letters on a dark ground."""
    ground = {}
    for mode in ("light", "dark"):
        context = chromium.new_context(color_scheme=mode)
        page = context.new_page()
        page.goto(sample.at(KINDS["profile"]))
        colours = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        ground[mode] = [sum(map(int, re.findall(r"\d+", c)[:3])) for c in colours]
        context.close()
    assert ground["light"][0] > 700 > 150 > ground["light"][1]
    assert ground["dark"][0] < 120 < 600 < ground["dark"][1]


def test_the_keyboard_suffices(page: Page, sample: Published) -> None:
    """The first key leads past the menu; every step of the way is visible."""
    page.goto(sample.at(KINDS["profile"]))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.goto(sample.at(KINDS["profile"]))
    seen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.tagName, s.outlineStyle, parseFloat(s.outlineWidth)] })()"
        )
        if style[0] == "BODY":
            break
        seen += 1
        assert style[1] != "none" and style[2] >= 2, style
    assert seen > 15


def test_links_are_large_enough_to_hit(chromium: Browser, sample: Published) -> None:
    """Links that do not stand in running text are at least 24 points high, on a phone too (WCAG 2.5.8)."""
    context = chromium.new_context(viewport=NARROW)
    page = context.new_page()
    small = []
    for kind, path in KINDS.items():
        page.goto(sample.at(path))
        heights = page.evaluate(
            "[...document.querySelectorAll('nav a, .button, button, summary, input')]"
            ".filter(e => e.getClientRects().length).map(e => [e.textContent.trim(), e.getBoundingClientRect().height])"
        )
        small += [f"{kind}: {text} {height}" for text, height in heights if height < 24]
    context.close()
    assert small == []


def test_print_needs_no_button(chromium: Browser, sample: Published) -> None:
    """Printed by the browser, a profile loses what is of the screen and keeps all of its text, black on white."""
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(sample.at(KINDS["profile"]))
    text = page.locator("main h2").all_inner_texts()
    page.emulate_media(media="print")
    assert not page.locator("nav.menu").is_visible() and not page.locator("nav.lang").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    shown = page.locator("main h2:visible").all_inner_texts()
    assert {"Bối cảnh", "Cách làm"} <= set(shown) <= set(text)
    context.close()


def test_forced_colours_keep_the_drawings(chromium: Browser, sample: Published) -> None:
    """With the colours of the system forced, windows and stages can still be told apart from the ground."""
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(sample.at(KINDS["campaign"]))
    line, ground = page.evaluate(
        "(() => { const w = document.querySelector('.axis line.base'); return [getComputedStyle(w).stroke,"
        " getComputedStyle(document.body).backgroundColor] })()"
    )
    assert line != ground and line != "none"
    context.close()


def test_fonts_have_every_vietnamese_letter(page: Page, sample: Published) -> None:
    """Headlines with marks above and below are drawn inside their line: none is cut off."""
    page.goto(sample.at(KINDS["parts"]))
    for locator in page.locator("h1, h2, h3").all():
        assert locator.evaluate("e => e.scrollHeight <= e.clientHeight + 1")
