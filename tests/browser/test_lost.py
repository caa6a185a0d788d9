"""The page for addresses that lead nowhere, as readers meet it: at any depth, in any folder, on any host."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guongsang import cli
from support.chromium import WATCH
from support.grown import CONFIG, grow
from support.site import write

BELOW = "co-quan/thi-dua/"
LOST = (
    "khong.html",
    "vi/guong/2024/khong.html",
    "EN/exemplars/none/",
    "vi/a/b/c/d/e",
    "a/b/c.html",
    "vi/en/x",
    "assets/x.css",
)
"""Addresses where nothing is; the first three stand for all where the address of the site changes."""
BASES = {
    "none": "",
    "the root of another host": "https://thi-dua.example",
    "the same path on another host": f"https://thi-dua.example/{BELOW}",
    "another path on another host": "https://thi-dua.example/noi/khac",
}


class _Lost(SimpleHTTPRequestHandler):
    """Serves files, the page for the lost where there is none, and the policy that servers are told to send."""

    def __init__(self, *words: Any, folders: dict[str, Path], **more: Any) -> None:
        """Know the sites by their folders."""
        self.folders = folders
        super().__init__(*words, **more)

    def do_GET(self) -> None:
        """Answer."""
        path = self.path.partition("?")[0]
        at, site = max((item for item in self.folders.items() if path.startswith(item[0])), default=("", None))
        file = site / path.removeprefix(at) if site else None
        found = file is not None and file.is_file()
        data = file.read_bytes() if file and found else (site / "404.html").read_bytes() if site else b"nothing here"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(file) if file and found else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if site:
            self.send_header("Content-Security-Policy", policy(site))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def policy(site: Path) -> str:
    """Return the policy that the site's own `web.config` tells a server to send."""
    values = [e.get("value") or "" for e in ElementTree.parse(site / "web.config").iter("add")]
    return next(v for v in values if v.startswith("default-src"))


@contextmanager
def hosted(**folders: Path) -> Iterator[str]:
    """Serve sites, each below a path of one host, and give the address of the host."""
    by_path = {f"/{path}": folder for path, folder in folders.items()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Lost, folders=by_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build a small site for each address that it may have, once."""
    made: dict[str, Path] = {}

    def build(base: str) -> Path:
        if base not in made:
            root = grow(tmp_path_factory.mktemp("lost"), 3)
            write(root, "site_config.yaml", CONFIG + (f"base_url: {base}\n" if base else ""))
            words = ["--root", str(root), "--today", "2025-01-15", "build", "--no-print"]
            assert cli.main(words) == 0
            made[base] = root / "output/site"
        return made[base]

    return build


@pytest.fixture
def reader(chromium: Browser) -> Iterator[tuple[BrowserContext, list[str], list[str]]]:
    """Yield a reader without anything kept, every breach of the policy, and every request."""
    context = chromium.new_context(locale="vi-VN")
    context.add_init_script(WATCH)
    breaches: list[str] = []
    asked: list[str] = []
    context.on("console", lambda m: breaches.append(m.text) if "olicy" in m.text else None)
    context.on("weberror", lambda fault: breaches.append(str(fault.error)))
    context.on("request", lambda r: asked.append(r.url))
    yield context, breaches, asked
    context.close()


def assert_leads_home(page: Page, home: str, asked: set[str] | None = None) -> None:
    """The page has the site's look, every link of it leads to something of the site, and one leads home.

    Links in `asked` are known to lead somewhere; those that do are added.
    """
    known = set() if asked is None else asked
    page.wait_for_function(
        "home => [...document.querySelectorAll('main a')].every(a => a.href.startsWith(home))"
        " && getComputedStyle(document.body).marginTop === '0px'",
        arg=home,
    )
    links = page.evaluate("[...document.querySelectorAll('a, link')].map(e => e.href).filter(h => !h.includes('#'))")
    assert len(links) > 6
    for link in sorted(set(links)):
        assert link.startswith(home), link
        assert home.startswith("file:") or link in known or page.request.get(link).status == 200, link
        known.add(link)
    page.get_by_role("link", name="Về trang đầu").click()
    expect(page).to_have_url(f"{home}vi/index.html")


@pytest.mark.parametrize("below", ["", BELOW], ids=["at the root", "in a folder"])
@pytest.mark.parametrize("base", BASES)
def test_the_lost_are_led_home(
    built: Callable[[str], Path],
    reader: tuple[BrowserContext, list[str], list[str]],
    base: str,
    below: str,
) -> None:
    """Whatever its `base_url` is and wherever it lies, a site leads home from any depth and asks no other host."""
    context, breaches, asked = reader
    with hosted(**{below: built(BASES[base])}) as host:
        page, links = context.new_page(), set[str]()
        for lost in LOST if base == "none" else LOST[:3]:
            answer = page.goto(f"{host}{below}{lost}")
            assert answer and answer.status == 404
            assert_leads_home(page, f"{host}{below}", links)
        assert breaches == []
        assert {url for url in asked if not url.startswith(host)} == set()


def test_a_site_below_another_leads_to_itself(
    built: Callable[[str], Path], reader: tuple[BrowserContext, list[str], list[str]]
) -> None:
    """A copy in a folder of a host whose root holds the same site leads to the copy, not to the root."""
    context, breaches, _ = reader
    with hosted(**{"": built(""), "thu/": built("")}) as host:
        page = context.new_page()
        page.goto(f"{host}thu/vi/guong/khong.html")
        assert_leads_home(page, f"{host}thu/")
        page.goto(f"{host}vi/thu/khong.html")
        assert_leads_home(page, host)
        assert breaches == []


def test_an_address_made_by_a_stranger_leads_to_no_other_host(
    built: Callable[[str], Path], reader: tuple[BrowserContext, list[str], list[str]]
) -> None:
    """An address that begins with two slashes, as strangers make them, is none of another host."""
    context, _, asked = reader
    with hosted(**{BELOW: built(""), "": built("")}) as host:
        page = context.new_page()
        page.goto(f"{host}/khong.example/vi/x.html")
        assert_leads_home(page, host)
        assert {url for url in asked if not url.startswith(host)} == set()


@pytest.mark.parametrize(
    ("base", "below", "lost"),
    [("none", "", "vi/a/b/c.html"), ("the same path on another host", BELOW, "vi/a/b/c.html")],
    ids=["at the root", "where base_url says"],
)
def test_the_lost_are_led_home_without_scripts(
    built: Callable[[str], Path], chromium: Browser, base: str, below: str, lost: str
) -> None:
    """Without JavaScript a site at the root, or at the path of its address, leads home all the same."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with hosted(**{below: built(BASES[base])}) as host:
        page.goto(f"{host}{below}{lost}")
        expect(page.locator("body")).to_have_css("margin-top", "0px")
        page.get_by_role("link", name="To the front page").click()
        expect(page).to_have_url(f"{host}{below}en/index.html")
    context.close()


def test_the_lost_can_read_without_scripts_and_style(built: Callable[[str], Path], chromium: Browser) -> None:
    """In a folder that nobody named and without JavaScript, every language says what is wrong, on a small drawing."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    with hosted(**{BELOW: built("")}) as host:
        page.goto(f"{host}{BELOW}vi/a/b/c.html")
        expect(page.locator("h1 [lang=vi]")).to_have_text("Không có trang này")
        expect(page.locator("h1 [lang=en]")).to_have_text("This page does not exist")
        expect(page.locator("main a[hreflang=en]")).to_be_visible()
        box = page.locator("main svg").bounding_box()
        assert box and box["height"] < 250
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    context.close()


def test_the_page_opens_from_a_folder(
    built: Callable[[str], Path], reader: tuple[BrowserContext, list[str], list[str]]
) -> None:
    """Opened from a shared folder, the page has its look and leads to the pages beside it."""
    context, breaches, _ = reader
    page = context.new_page()
    page.goto((built("") / "404.html").as_uri())
    assert_leads_home(page, built("").as_uri() + "/")
    assert breaches == []
