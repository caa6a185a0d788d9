"""The live preview as a browser meets it: pages from memory, a build for a batch, the last good page, no strangers."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from support.site import PROJECT, edit

HOME = "vi/index.html"
PAGE = "vi/gioi-thieu.html"
SECONDS = 20
STILL = 0.05
"""Saves that follow one another faster are one batch, as the watch waits for 60 milliseconds without any."""


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


def _hear_interrupts() -> None:
    """Let a preview hear Ctrl+C even where the tests themselves run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def serve(site: Callable[..., Path]) -> Iterator[Callable[..., Served]]:
    """Start the preview of a site as a command line would, and end it."""
    running: list[subprocess.Popen[str]] = []

    def start(*words: str, prepare: Callable[[Path], None] = lambda _: None) -> Served:
        root = site()
        prepare(root)
        command = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(root), "--lang", "en"]
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        process = subprocess.Popen(
            [*command, "serve", *(words or ("--port", "0"))],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "GUONGSANG_NO_VENV": "1"},
            creationflags=flags,
            preexec_fn=None if os.name == "nt" else _hear_interrupts,
        )
        running.append(process)
        assert process.stderr is not None
        for line in process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                return Served(root, int(found[1]), process)
        raise AssertionError("the preview did not start")

    yield start
    for process in running:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


async def get(served: Served, path: str, **headers: str) -> HTTPResponse:
    """Fetch a path as it is, without following redirects."""
    request = HTTPRequest(f"http://{served.host}/{path}", headers=headers, follow_redirects=False)
    return await AsyncHTTPClient().fetch(request, raise_error=False)


class Browser:
    """A browser that shows a page: the line it holds, and the state it was last told."""

    def __init__(self, line: WebSocketClientConnection) -> None:
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


def test_pages_come_from_memory_with_the_client_and_a_strict_policy(serve: Callable[..., Served]) -> None:
    """Pages are served without an output, never cached, with one script of ours and a policy that lets nothing else."""
    served = serve()

    async def work() -> None:
        page = await get(served, HOME)
        text = page.body.decode()
        assert page.code == 200 and page.headers["Cache-Control"] == "no-store"
        assert text.count("<script") == text.count("<script src=") and "/__preview/client.js" in text
        assert f"connect-src 'self' ws://{served.host};" in text and "unsafe" not in text
        assert (await get(served, "__preview/client.js")).code == 200
        assert (await get(served, "")).code == 200
        folder = await get(served, "vi")
        assert folder.code in (301, 302) and folder.headers["Location"] == "/vi/"
        assert (await get(served, "vi/")).body == page.body
        lost = await get(served, "no/such.html")
        assert lost.code == 404 and "client.js" in lost.body.decode()
        for outside in ("../site_config.yaml", "%2e%2e/site_config.yaml", "..%5csite_config.yaml", "__preview/../x"):
            assert (await get(served, outside)).code == 404

    run(work)
    assert not (served.root / "output").exists()


def test_strangers_are_refused(serve: Callable[..., Served]) -> None:
    """Another Host, and a line from a page of another origin, get nothing: a site in the browser cannot read drafts."""
    served = serve()

    async def work() -> None:
        assert (await get(served, HOME, Host="evil.example")).code == 403
        assert (await get(served, HOME, Host=f"localhost:{served.port}")).code == 200
        for origin in ("http://evil.example", f"http://127.0.0.1:{served.port + 1}"):
            request = HTTPRequest(f"ws://{served.host}/livereload", headers={"Origin": origin})
            with pytest.raises(Exception, match="403"):
                await websocket_connect(request)

    run(work)


def test_only_the_changed_page_reloads(serve: Callable[..., Served]) -> None:
    """A save lets the page made of that file reload; a page that looks as before is told that it may stay."""
    served = serve()

    async def work() -> None:
        file = text_of_page(served.root)
        url = f"vi/{Path(file).name.removesuffix('.vi.md')}.html"
        changed, other = await show(served, url), await show(served, "vi/don-vi/index.html")
        text = (served.root / file).read_text(encoding="utf-8")
        (served.root / file).write_text(text + "\nThêm một câu.\n", encoding="utf-8")
        assert (await changed.hear_until(lambda s: s["reload"]))["reload"]
        assert not (await other.hear())["reload"]
        assert "Thêm một câu." in (await get(served, url)).body.decode()

    run(work)


def test_a_batch_of_saves_is_one_build(serve: Callable[..., Served]) -> None:
    """Files saved one right after the other, with old dates, make exactly one build, after which all are shown."""
    served = serve()
    ready = served.root.parent / "sẵn"
    ready.mkdir()

    async def work() -> None:
        browser = await show(served, HOME)
        folder = served.root / "content/pages"
        for batch in "abcde":
            for i in range(8):
                copy = ready / f"{batch}-{i}.vi.md"
                shutil.copy2(folder / "about.vi.md", copy)
                os.utime(copy, (1_000_000_000, 1_000_000_000))
            saved = [time.monotonic()]
            for copy in sorted(ready.iterdir()):
                copy.rename(folder / copy.name)
                time.sleep(0.01)
                saved.append(time.monotonic())
            await browser.hear()
            longest = max(after - before for before, after in pairwise(saved))
            if longest < STILL:
                break
            await browser.keeps_still()
        assert longest < STILL, "this machine is too busy to save one file after the other"
        assert await browser.keeps_still()
        for i in range(8):
            assert (await get(served, f"vi/{batch}-{i}.html")).code == 200

    run(work)


def test_a_faulty_document_keeps_its_last_good_page(serve: Callable[..., Served]) -> None:
    """A fault is told with place and cure, the page stays as it was, and all is well again after the repair."""
    served = serve()

    async def work() -> None:
        file = text_of_page(served.root)
        url = f"vi/{Path(file).name.removesuffix('.vi.md')}.html"
        good = (served.root / file).read_text(encoding="utf-8")
        before = (await get(served, url)).body
        browser = await show(served, url)
        (served.root / file).write_text(good.replace("title:", "tilte:", 1), encoding="utf-8")
        state = await browser.hear_until(lambda s: bool(errors(s)))
        assert not state["reload"] and (await get(served, url)).body == before
        note = state["notes"][0]
        assert note["level"] == "error" and note["place"].startswith(file) and note["hint"]
        assert note["href"].startswith("vscode://file/") and re.search(r":\d+:\d+$", note["href"])
        (served.root / file).write_text(good, encoding="utf-8")
        state = await browser.hear_until(lambda s: not errors(s))
        assert not state["reload"]

    run(work)


@pytest.mark.parametrize("broken", ["title: [\n", "", "\udcff"])
def test_a_faulty_configuration_is_survived(serve: Callable[..., Served], broken: str) -> None:
    """The last good site stays while the configuration is broken, and comes to life again afterwards."""
    served = serve()

    async def work() -> None:
        config = served.root / "site_config.yaml"
        good, before = config.read_bytes(), (await get(served, HOME)).body
        browser = await show(served, HOME)
        config.write_bytes(broken.encode("utf-8", "surrogateescape"))
        await browser.hear_until(lambda s: bool(errors(s)))
        assert (await get(served, HOME)).body == before
        config.write_bytes(good)
        await browser.hear_until(lambda s: not errors(s))

    run(work)


def test_a_site_broken_from_the_start_comes_up_when_it_is_mended(serve: Callable[..., Served]) -> None:
    """With nothing good to show yet, a bare page tells what is wrong and reloads once the site can be built."""
    good: list[bytes] = []

    def prepare(root: Path) -> None:
        config = root / "site_config.yaml"
        good.append(config.read_bytes())
        config.write_bytes(b"title: [\n")

    served = serve(prepare=prepare)

    async def work() -> None:
        browser = await show(served, HOME)
        (served.root / "site_config.yaml").write_bytes(good[0])
        assert (await browser.hear_until(lambda s: s["reload"]))["reload"]
        assert (await get(served, HOME)).code == 200

    run(work)


def test_a_folder_that_comes_later_is_watched(serve: Callable[..., Served]) -> None:
    """A site that gets templates of its own while it is shown is rebuilt with them, and with their later changes."""
    served = serve()

    async def work() -> None:
        browser = await show(served, HOME)
        folder = served.root / "templates/web"
        folder.mkdir(parents=True)
        await browser.hear()
        (folder / "home.html").write_text("<!doctype html><head></head>Một", encoding="utf-8")
        await browser.hear_until(lambda s: s["reload"])
        assert "Một" in (await get(served, HOME)).body.decode()
        browser = await show(served, HOME)
        (folder / "home.html").write_text("<!doctype html><head></head>{{ nothing }}", encoding="utf-8")
        state = await browser.hear_until(lambda s: bool(errors(s)))
        assert errors(state) == ["bad-template"] and "Một" in (await get(served, HOME)).body.decode()

    run(work)


def test_polling_sees_changes_too(serve: Callable[..., Served]) -> None:
    """--poll looks at the files themselves, for drives that tell nothing."""
    served = serve("--port", "0", "--poll")

    async def work() -> None:
        browser = await show(served, HOME)
        config = served.root / "site_config.yaml"
        config.write_text("title: [\n", encoding="utf-8")
        await browser.hear_until(lambda s: bool(errors(s)))

    run(work)


def test_a_taken_port_is_passed(serve: Callable[..., Served]) -> None:
    """A second preview takes the next port and says so."""
    first = serve()
    command = [sys.executable, "-X", "utf8", str(PROJECT / "build.py"), "--root", str(first.root), "--lang", "en"]
    second = subprocess.Popen(
        [*command, "serve", "--port", str(first.port)],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "GUONGSANG_NO_VENV": "1"},
    )
    assert second.stderr is not None
    lines = []
    for line in second.stderr:
        lines.append(line)
        if "http://" in line:
            break
    second.kill()
    second.communicate()
    assert any(f"Port {first.port} is taken" in line for line in lines) and f":{first.port}/" not in lines[-1]


@pytest.mark.skipif(os.name == "nt", reason="a test cannot send Ctrl+C to one process there")
def test_interrupting_ends_in_one_line(serve: Callable[..., Served]) -> None:
    """Ctrl+C ends the preview with 130 and a line."""
    served = serve()
    served.process.send_signal(signal.SIGINT)
    _, told = served.process.communicate(timeout=SECONDS)
    assert served.process.returncode == 130 and told.strip() == "The preview has ended."


def test_junk_on_the_line_does_no_harm(serve: Callable[..., Served]) -> None:
    """What is not understood is not answered, and the next browser is served."""
    served = serve()

    async def work() -> None:
        line = await websocket_connect(f"ws://{served.host}/livereload")
        for junk in ("", "[]", "nope", '{"path": 1}', '{"path": "/x", "page": null}', "\x00"):
            await line.write_message(junk)
        await show(served, HOME)

    run(work)


def test_an_edit_of_a_data_file_is_seen(serve: Callable[..., Served]) -> None:
    """A unit renamed in the data is renamed in the pages."""
    served = serve()

    async def work() -> None:
        browser = await show(served, "vi/don-vi/index.html")
        name = re.search(r"vi: ([^,}\n]+)", (served.root / "content/units.yaml").read_text(encoding="utf-8"))
        assert name
        edit(served.root, "content/units.yaml", name[1], "Phòng Tên Mới")
        await browser.hear_until(lambda s: s["reload"])
        assert "Phòng Tên Mới" in (await get(served, "vi/don-vi/index.html")).body.decode()

    run(work)
