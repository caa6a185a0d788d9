"""What contributors type never runs in a reader's browser, with the content policy and without it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.hostile import hostile_site, show_all, vectors

RUNS = "window.ran = []; window.hit = () => { window.ran.push(document.currentScript?.src ?? 'event'); }"
PROBE = """() => {
  const OURS = new RegExp(`^(main|article|header|footer|section|aside|nav|div|span|p|h[1-6]|ul|ol|li|dl|dt|dd|a|img
    |picture|source|figure|figcaption|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|blockquote|pre|code|strong|em
    |del|s|b|i|sup|sub|small|mark|time|abbr|br|hr|wbr|button|summary|details|svg|q|cite|bdi|label|input|select|option
    |form|output|fieldset|legend|hgroup|address)$`.replace(/\\s/g, ''));
  const told = [];
  const all = document.querySelectorAll('*');
  for (const element of all) {
    const name = element.localName;
    const inside = element.closest('main');
    if (inside && !OURS.test(name) && !element.closest('svg')) told.push(`<${name}>`);
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('on')) told.push(`${name}[${attribute.name}]`);
      if (attribute.name === 'style' && inside) told.push(`${name}[style]`);
    }
    for (const link of ['href', 'src', 'action', 'formaction', 'data', 'xlink:href']) {
      const to = element.getAttribute(link);
      if (to === null) continue;
      const scheme = new URL(to, document.baseURI).protocol;
      if (!['http:', 'https:', 'mailto:', 'file:'].includes(scheme)) told.push(`${name}[${link}=${to}]`);
      if (link === 'src' && new URL(to, document.baseURI).host !== location.host) told.push(`${name} from ${to}`);
    }
  }
  for (const kind of 'mouseover pointerover focus blur click error load toggle animationstart'.split(' '))
    for (const element of all)
      if (!element.closest('a, button, form, summary, input')) element.dispatchEvent(new Event(kind, {bubbles: false}));
  return [...told, ...window.ran.map((by) => `ran by ${by}`)];
}"""
"""Looks for what could run, and tries what runs only when something happens to it."""


SINKS = (
    "document.createElement('script').src = 'x.js'",
    "document.body.innerHTML = '<b>x</b>'",
    "document.write('<b>x</b>')",
    "trustedTypes.createPolicy('other', {createHTML: (text) => text})",
    "trustedTypes.createPolicy('search', {createScriptURL: (path) => path})",
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the pages of the hostile site, those of refused documents too."""
    folder = tmp_path_factory.mktemp("hostile")
    show_all(hostile_site(folder / "trang"), folder / "output")
    return folder / "output"


@pytest.fixture(params=["with the policy", "without it"])
def open_page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Yield a page in which running, leaving the machine and questions to the reader are noted."""
    context = chromium.new_context(bypass_csp=request.param == "without it")
    context.add_init_script(RUNS)
    context.add_init_script("window.alert = window.confirm = window.prompt = window.hit")
    yield context.new_page()
    context.close()


def test_nothing_runs_that_a_contributor_typed(shown: Path, open_page: Page) -> None:
    """Of all vectors in all fields and bodies, none runs on any page, and no page holds what could."""
    left: list[str] = []
    open_page.on("request", lambda r: left.append(r.url) if not r.url.startswith("file:") else None)
    pages = sorted(p for p in shown.rglob("*.html") if b'http-equiv="refresh"' not in p.read_bytes())
    assert len(pages) > 100 and len(vectors("text", "markdown")) > 250
    told = {page.name: found for page in pages if (found := _probed(open_page, page))}
    assert told == {} and left == []


def test_nothing_runs_among_the_results_of_a_search(shown: Path, open_page: Page) -> None:
    """Titles and excerpts that hold vectors are shown as they were typed."""
    open_page.goto((shown / "site/vi/tim-kiem/index.html").as_uri() + "?q=onerror")
    open_page.locator("main li").first.wait_for()
    assert "onerror" in open_page.locator("main").inner_text()
    assert open_page.evaluate(PROBE) == []


@pytest.mark.parametrize("path", ["vi/index.html", "vi/tim-kiem/index.html", "404.html"])
def test_no_text_becomes_a_script_but_a_file_of_the_index(shown: Path, chromium: Browser, path: str) -> None:
    """Not even where a script of our own would hand a browser what was typed; there is no second policy to ask."""
    page = chromium.new_page()
    page.goto((shown / "site" / path).as_uri())
    refused = [
        page.evaluate(f"() => {{ try {{ {attempt}; return false }} catch {{ return true }} }}") for attempt in SINKS
    ]
    page.close()
    assert refused == [True] * len(SINKS)


def _probed(browser: Page, page: Path) -> Sequence[str]:
    browser.goto(page.as_uri())
    found: list[str] = browser.evaluate(PROBE)
    return found
