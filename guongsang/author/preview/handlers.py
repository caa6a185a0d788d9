"""Answers to the browser: pages, and the line on which it hears of changes."""

import json
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler
from tornado import web

from guongsang.author.preview.backend import DEV, LOOPBACK, PreviewServer, digest

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
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}


class PageHandler(web.RequestHandler):
    """Answers with a file of the site."""

    def initialize(self, server: PreviewServer) -> None:
        """Know the server."""
        self.server = server

    def prepare(self) -> None:
        """Answer only to names of this server. Raises HTTPError 403 for others."""
        if not self.server.answers_to(self.request.host):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """Let nothing be kept by the browser, nor be used by pages of others."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """Return none: every page is made anew."""

    def log_exception(self, *_: object) -> None:
        """Print nothing: what matters is told in the page."""

    def write_error(self, status_code: int, **_: object) -> None:
        """Answer with the bare status."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")

    async def head(self, path: str) -> None:
        """Answer as to GET; the body is left out on the way."""
        await self.get(path)

    async def get(self, path: str) -> None:
        """Return a file of the site, pages with the client in them, or a file of the client; else the page of 404."""
        if path.startswith(f"{DEV}/") and self._client(path.partition("/")[2]):
            return
        name, data = await self.server.make(self._find, path)
        if data is None and name:
            self.redirect("/" + name)
            return
        if data is None:
            self.set_status(404)
            name, data = "404.html", await self.server.make(self.server.backend.file, "404.html")
            data = data or self.server.backend.client["bare.html"]
        kind = PurePosixPath(name).suffix
        self.set_header("Content-Type", _TYPES.get(kind, "application/octet-stream"))
        await self.finish(self._part(_with_client(data, self.request.host) if kind == ".html" else data))

    def _find(self, path: str) -> tuple[str, bytes | None]:
        """Find a file, a folder's index, or the folder that is meant."""
        name = path + "index.html" if path.endswith("/") or not path else path
        data = self.server.backend.file(name)
        if data is None and self.server.backend.file(f"{name}/index.html") is not None:
            return f"{name}/", None
        return (name, data) if data is not None else ("", None)

    def _client(self, name: str) -> bool:
        """Answer with a file of the client; returns False where there is none."""
        data = self.server.backend.client.get(name)
        if data is not None:
            self.set_header("Content-Type", _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"))
            self.finish(self._part(data))
        return data is not None

    def _part(self, data: bytes) -> bytes:
        """Return the part that was asked for, with its status; all where none or several are (RFC 9110, 14)."""
        self.set_header("Accept-Ranges", "bytes")
        found = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", self.request.headers.get("Range", ""))
        if self.get_status() != 200 or self.request.method != "GET" or not found or not any(found.groups()):
            return data
        size = len(data)
        begin = int(found[1]) if found[1] else max(size - int(found[2]), 0)
        end = min(int(found[2]) + 1, size) if found[1] and found[2] else size
        if begin >= size:
            self.set_status(416)
            self.set_header("Content-Range", f"bytes */{size}")
            return b""
        if begin >= end:
            return data
        self.set_status(206)
        self.set_header("Content-Range", f"bytes {begin}-{end - 1}/{size}")
        return data[begin:end]


class EditHandler(PageHandler):
    """Opens a file of the content in the program that this machine has for it, for the preview's own pages only."""

    async def get(self, path: str = "") -> None:
        """Refuse: nothing is opened by following a link. Raises HTTPError 405."""
        raise web.HTTPError(405)

    async def post(self) -> None:
        """Open the file that the body names. Raises HTTPError: 403 for pages of others, 404 where it is not opened."""
        origin = urlsplit(self.request.headers.get("Origin", ""))
        own = origin.scheme == "http" and origin.netloc.lower() == self.request.host.lower()
        if not (own and self.server.edits and self.request.remote_ip in LOOPBACK):
            raise web.HTTPError(403)
        try:
            file = json.loads(self.request.body)["file"]
        except (ValueError, KeyError, TypeError):
            raise web.HTTPError(404) from None
        if not isinstance(file, str) or not await self.server.make(self.server.backend.edit, file):
            raise web.HTTPError(404)
        self.set_status(204)
        await self.finish()


def _with_client(data: bytes, host: str) -> bytes:
    """Put the client into a page, and let the page's policy open a line to this server and to no other."""
    style = f'<link rel="stylesheet" href="/{DEV}/client.css">'
    script = f'{style}<script src="/{DEV}/client.js" data-page="{digest(data)}" defer></script>'.encode()
    line = f"connect-src 'self' ws://{host}; ".encode()
    data = re.sub(rb'(<meta http-equiv="Content-Security-Policy" content=")', lambda m: m[1] + line, data, count=1)
    end = re.search(rb"</head\s*>", data, re.IGNORECASE)
    return data[: end.start()] + script + data[end.start() :] if end else data + script


class BrowserConnection(LiveReloadHandler):  # type: ignore[misc]
    """The line to one browser: which page it shows, in which state."""

    def initialize(self, server: PreviewServer) -> None:
        """Know the server."""
        self.server = server
        self.path: str | None = None
        self.shown = ""

    def prepare(self) -> None:
        """Answer only to names of this server. Raises HTTPError 403 for others."""
        if not self.server.answers_to(self.request.host):
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Let only pages of this server open a line (livereload lets every page)."""
        return bool(urlsplit(origin).netloc.lower() == self.request.host.lower())

    def log_exception(self, *_: object) -> None:
        """Print nothing."""

    def on_close(self) -> None:
        """Forget the browser."""
        self.server.lines.discard(self)

    async def on_message(self, message: str | bytes) -> None:
        """Take in which page a browser shows; anything else is not answered."""
        try:
            said = json.loads(message)
            path, self.shown = unquote(said["path"]), str(said["page"])
        except (ValueError, KeyError, TypeError):
            return
        path = str(path).lstrip("/")
        self.path = path + "index.html" if path.endswith("/") or not path else path
        self.server.lines.add(self)
        await self.tell()

    async def tell(self) -> None:
        """Send what is found, and whether the page has changed since the browser got it."""
        path = self.path or "index.html"
        data = await self.server.make(self.server.backend.file, path)
        if data is None:
            data = (
                await self.server.make(self.server.backend.file, "404.html") or self.server.backend.client["bare.html"]
            )
        self.send_message(
            {
                "command": "state",
                "reload": digest(data) != self.shown,
                "notes": list(self.server.backend.notes(path)),
                "links": list(self.server.backend.links()),
                "words": dict(self.server.backend.words),
                "edits": self.server.edits,
            }
        )

    def send_message(self, message: object) -> None:
        """Send, unless the browser has gone meanwhile."""
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            super().send_message(message)
