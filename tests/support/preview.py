"""The live preview as a browser meets it: a page fetched, a line held, and what the server says on it."""

import asyncio
import json
import re
import subprocess
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

HOME = "vi/index.html"
SECONDS = 20


@dataclass(frozen=True)
class Served:
    """A running preview: its site, its address, and the lines it writes."""

    root: Path
    port: int
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """The name and port under which it answers."""
        return f"127.0.0.1:{self.port}"


async def get(served: Served, path: str, **headers: str) -> HTTPResponse:
    """Fetch a path as it is, without following redirects."""
    request = HTTPRequest(f"http://{served.host}/{path}", headers=headers, follow_redirects=False)
    return await AsyncHTTPClient().fetch(request, raise_error=False)


class Browser:
    """A browser that shows a page: the line it holds, and the state it was last told."""

    def __init__(self, line: WebSocketClientConnection) -> None:
        """Hold a line."""
        self.line = line

    async def hear(self) -> dict[str, Any]:
        """Wait for what the server says next."""
        message = await asyncio.wait_for(self.line.read_message(), SECONDS)
        assert message is not None
        told: dict[str, Any] = json.loads(message)
        return told

    async def hear_until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for a state of a kind; fails when it does not come in time."""
        while True:
            state = await self.hear()
            if wanted(state):
                return state

    async def keeps_still(self) -> bool:
        """Return whether nothing more is said for two seconds; what is said is let pass."""
        still = True
        while True:
            try:
                await asyncio.wait_for(self.line.read_message(), 2)
                still = False
            except TimeoutError:
                return still


async def show(served: Served, path: str) -> Browser:
    """Open a page as a browser does: fetch it, then hold a line and say which state of it is shown."""
    page = (await get(served, path)).body.decode()
    shown = re.search(r'data-page="(\w+)"', page)
    assert shown
    request = HTTPRequest(f"ws://{served.host}/livereload", headers={"Origin": f"http://{served.host}"})
    line = await websocket_connect(request)
    await line.write_message(json.dumps({"path": f"/{path}", "page": shown[1]}))
    browser = Browser(line)
    assert not (await browser.hear())["reload"]
    return browser


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run a test that talks to the server, in a thread of its own: browsers of other tests hold this one's loop."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, asyncio.wait_for(work(), 60)).result()  # type: ignore[arg-type]


def text_of_page(root: Path) -> str:
    """The path of a free page's source in the fixture."""
    return next(f for f in sorted((root / "content/pages").glob("*.vi.md"))).relative_to(root).as_posix()


def errors(state: dict[str, Any]) -> list[str]:
    """The codes of the errors that are told."""
    return [n["code"] for n in state["notes"] if n["level"] == "error"]


def notes_of(page: str) -> list[str]:
    """The texts of the bands of a page, without markup, each in one line."""
    bands = re.findall(r'<aside class="gs-band[^>]*role="note"[^>]*>(.*?)</aside>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", band).split()) for band in bands]


def main_of(page: str) -> str:
    """What stands in the main part of a page that has no band."""
    return page.partition('<main id="main">')[2].partition("</main>")[0]
