"""What tests in a browser share: a grown site, built once; a server on a free port under a sub-path; pages that watch.

A `page` keeps every error of the console, every breach of the content policy and every request that fails or leaves
the machine; a test that leaves one behind fails. Where no Chromium is installed the tests are skipped, loudly; where
CI=true they fail.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.grown import grow
from guongsang import cli

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars"
).split()
WATCH = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)


@dataclass(frozen=True)
class Published:
    """A built site: its folder on disk, its address on the server."""

    folder: Path
    http: str

    def at(self, path: str, scheme: str = "http") -> str:
        """Return the address of one of its pages, from the server or from the folder (`file`)."""
        return self.http + path if scheme == "http" else self.folder.as_uri() + "/" + path


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps still about it."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serve_folder(web: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(web)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


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
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        why = "no Chromium is installed, so NOTHING WAS TESTED IN A BROWSER (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
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
