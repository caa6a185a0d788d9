"""What tests in a browser share: a grown site, built once, on a server under a sub-path; pages that watch; its search.

A `page` keeps every error of the console, every breach of the content policy and every request that fails or leaves
the machine; a test that leaves one behind fails. Where no Chromium is installed the tests are skipped, loudly; where
CI=true they fail.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from guongsang import cli
from support.chromium import FLAGS, WATCH, chromium_path
from support.grown import grow
from support.search_page import Search
from support.server import Published, serve_folder


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the grown site's sources."""
    return grow(tmp_path_factory.mktemp("grown") / "nguồn")


@pytest.fixture(scope="session")
def published(grown: Path) -> Iterator[Published]:
    """Build the grown site and serve it under a sub-path."""
    web = grown.parent / "web"
    output = web / "co-quan" / "thi-dua"
    output.parent.mkdir(parents=True)
    status = cli.main(["--root", str(grown), "--today", "2025-01-15", "build", "--no-print", "--output", str(output)])
    assert status == 0
    with serve_folder(web) as address:
        yield Published(output / "site", f"{address}co-quan/thi-dua/site/")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield a running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Yield a new page that fails its test if anything went wrong in it that the test did not await."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" and "favicon.ico" not in m.text else None)
    opened.on("pageerror", lambda fault: wrong.append(str(fault)))
    opened.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(("http://127.0.0.1", "file:")) else None)
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(params=["http", "file"])
def search(page: Page, published: Published, request: pytest.FixtureRequest) -> Search:
    """Return a search page from a server under a sub-path, and from a folder."""
    return Search(page, published, request.param)
