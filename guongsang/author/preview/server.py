"""The server of the live preview: the only room that imports livereload and the Tornado below it.

It is handed how to build, how to get a file and what to tell, and knows nothing else of ours. livereload carries the
messages; what it lacks is here: pages come from memory, only requests of this machine's own pages are answered (Host
and Origin are checked, so that no other site can read a draft through the browser), the client is a script of its own
so that the strict policy of the pages holds, a page reloads only if its own bytes changed, and a taken port is passed.
"""

import asyncio
import errno
import hashlib
import ipaddress
import json
import re
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))
DEV = "__preview"
_TRIES = 20
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class Stage:
    """What the server is handed.

    `build` brings the site up to date, `file` gives the bytes of a path of the site, `notes` what is to be told on it;
    `client` are the files of the overlay, `words` what it says; `opened` is called with the address once it is known.
    """

    build: Callable[[], None]
    file: Callable[[str], bytes | None]
    notes: Callable[[str], Sequence[Mapping[str, str]]]
    client: Mapping[str, bytes]
    words: Mapping[str, str]
    opened: Callable[[str, int], None]


@dataclass
class Hall:
    """The running server: the stage, the names it answers to, the browsers that listen, a thread for making pages."""

    stage: Stage
    host: str
    names: frozenset[str]
    lines: "set[Line]" = field(default_factory=set)
    maker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    loop: IOLoop | None = None

    def make(self, work: Callable[..., Any], *args: object) -> Awaitable[Any]:
        """Do a piece of work beside the loop, so that no browser waits for another."""
        return IOLoop.current().run_in_executor(self.maker, work, *args)

    def rebuild(self) -> None:
        """Build, then tell all browsers; called from the thread that watches the files."""
        self.stage.build()
        if self.loop is not None:
            self.loop.add_callback(self.tell)

    async def tell(self) -> None:
        """Send every browser what is found, and let those reload whose page has changed."""
        for line in list(self.lines):
            await line.tell()

    def answers_to(self, host: str) -> bool:
        """Say whether a Host header names this server: a name of its own, or an address where it listens on all."""
        name = (urlsplit(f"//{host}").hostname or "") if re.fullmatch(r"[\w.:\[\]-]{1,255}", host) else ""
        return name in self.names or (self.host in _ALL and _is_address(name))


_ALL = ("0.0.0.0", "::", "")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class _Handler(web.RequestHandler):
    """Answers with a file of the site."""

    def initialize(self, hall: Hall) -> None:
        """Know the server."""
        self.hall = hall

    def prepare(self) -> None:
        """Answer only to names of this server."""
        if not self.hall.answers_to(self.request.host):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """Let nothing be kept by the browser, nor be used by pages of others."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """Give none: every page is made anew."""

    def log_exception(self, *_: object) -> None:
        """Say nothing: what matters is told in the page."""

    def write_error(self, status_code: int, **_: object) -> None:
        """Answer with the bare status."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")

    async def head(self, path: str) -> None:
        """Answer as to GET; the body is left out on the way."""
        await self.get(path)

    async def get(self, path: str) -> None:
        """Give a file of the site, pages with the client in them, or a file of the client; else the page of 404."""
        if path.startswith(f"{DEV}/"):
            self._client(path.partition("/")[2])
            return
        name, data = await self.hall.make(self._find, path)
        if data is None and name:
            self.redirect("/" + name)
            return
        if data is None:
            self.set_status(404)
            name, data = "404.html", await self.hall.make(self.hall.stage.file, "404.html")
            data = data or self.hall.stage.client["bare.html"]
        kind = PurePosixPath(name).suffix
        self.set_header("Content-Type", _TYPES.get(kind, "application/octet-stream"))
        await self.finish(_with_client(data, self.request.host) if kind == ".html" else data)

    def _find(self, path: str) -> tuple[str, bytes | None]:
        """Find a file, a folder's index, or the folder that is meant."""
        name = path + "index.html" if path.endswith("/") or not path else path
        data = self.hall.stage.file(name)
        if data is None and self.hall.stage.file(f"{name}/index.html") is not None:
            return f"{name}/", None
        return (name, data) if data is not None else ("", None)

    def _client(self, name: str) -> None:
        data = self.hall.stage.client.get(name)
        if data is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"))
        self.finish(data)


def digest(data: bytes | None) -> str:
    """Give what tells two states of a page apart."""
    return hashlib.sha256(data or b"").hexdigest()[:16]


def _with_client(data: bytes, host: str) -> bytes:
    """Put the client's script into a page, and let the page's policy open a line to this server and to no other."""
    script = f'<script src="/{DEV}/client.js" data-page="{digest(data)}" defer></script>'.encode()
    line = f"connect-src 'self' ws://{host}; ".encode()
    data = re.sub(rb'(<meta http-equiv="Content-Security-Policy" content=")', lambda m: m[1] + line, data, count=1)
    end = re.search(rb"</head\s*>", data, re.IGNORECASE)
    return data[: end.start()] + script + data[end.start() :] if end else data + script


class Line(LiveReloadHandler):  # type: ignore[misc]
    """The line to one browser: which page it shows, in which state."""

    def initialize(self, hall: Hall) -> None:
        """Know the server."""
        self.hall = hall
        self.path: str | None = None
        self.shown = ""

    def prepare(self) -> None:
        """Answer only to names of this server."""
        if not self.hall.answers_to(self.request.host):
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Let only pages of this server open a line (livereload lets every page)."""
        return bool(urlsplit(origin).netloc.lower() == self.request.host.lower())

    def log_exception(self, *_: object) -> None:
        """Say nothing."""

    def on_close(self) -> None:
        """Forget the browser."""
        self.hall.lines.discard(self)

    async def on_message(self, message: str | bytes) -> None:
        """Take in which page a browser shows; anything else is not answered."""
        try:
            said = json.loads(message)
            path, self.shown = unquote(said["path"]), str(said["page"])
        except (ValueError, KeyError, TypeError):
            return
        path = str(path).lstrip("/")
        self.path = path + "index.html" if path.endswith("/") or not path else path
        self.hall.lines.add(self)
        await self.tell()

    async def tell(self) -> None:
        """Send what is found, and whether the page has changed since the browser got it."""
        path = self.path or "index.html"
        data = await self.hall.make(self.hall.stage.file, path)
        if data is None:
            data = await self.hall.make(self.hall.stage.file, "404.html") or self.hall.stage.client["bare.html"]
        self.send_message(
            {
                "command": "state",
                "reload": digest(data) != self.shown,
                "notes": list(self.hall.stage.notes(path)),
                "words": dict(self.hall.stage.words),
            }
        )

    def send_message(self, message: object) -> None:
        """Send, unless the browser has gone meanwhile."""
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            super().send_message(message)


class _Watcher(Watcher):  # type: ignore[misc]
    """Keeps livereload from looking at files itself."""

    def start(self, callback: object) -> bool:
        """Say that the files are watched already."""
        return True


class _Server(Server):  # type: ignore[misc]
    """Livereload's server with our own handlers and port."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(watcher=_Watcher())
        self.hall = hall

    def _setup_logging(self) -> None:
        """Say nothing on the terminal: the command tells what matters."""

    def application(self, port: int, host: str, **_: object) -> None:
        """Listen, on the next free port if this one is taken."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler._last_reload_time = None
        self.hall.loop = IOLoop.current()
        given = {"hall": self.hall}
        app = web.Application([(r"/livereload", Line, given), (r"/(.*)", _Handler, given)], log_function=lambda _: None)
        sockets = _listen(port, host)
        HTTPServer(app).add_sockets(sockets)
        # On Windows the loop hears Ctrl+C only when something wakes it.
        PeriodicCallback(lambda: None, 300).start()
        self.hall.stage.opened(host, sockets[0].getsockname()[1])


def _listen(port: int, host: str) -> list[socket.socket]:
    """Open the port or one of the twenty after it. Raises OSError where none is free or the host is not ours."""
    for tried in range(port, port + _TRIES):
        try:
            return bind_sockets(tried, host)
        except OSError as fault:
            if fault.errno not in (errno.EADDRINUSE, errno.EACCES) or tried == port + _TRIES - 1 or tried >= 65535:
                raise
    raise AssertionError


def serve(hall: Hall, port: int) -> None:
    """Serve until interrupted. Raises OSError where no port can be opened."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    try:
        _Server(hall).serve(port=port, host=hall.host)
    finally:
        hall.maker.shutdown(wait=False, cancel_futures=True)


def open_hall(stage: Stage, host: str) -> Hall:
    """Prepare a server for a host: the names of this machine are its own, and the host given."""
    names = {*LOOPBACK, host.lower()}
    if host in _ALL:
        names.add(socket.gethostname().lower())
    return Hall(stage, host, frozenset(names))
