"""What the preview server is handed, and its state while it runs."""

import hashlib
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from tornado.ioloop import IOLoop

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))

DEV = "__preview"
"""The folder of what the preview itself serves."""
DOCUMENTS = f"{DEV}/documents.html"
"""The page that lists all documents."""


@dataclass(frozen=True)
class PreviewBackend:
    """What the server is handed.

    `build` brings the site up to date, `file` gives the bytes of a path of the site, `notes` what is to be told on it;
    `client` are the files of the overlay, `words` what it says, `links` where it leads; `opened` is called with the
    address once it is known. `edit` opens a file of the content on this machine and returns whether that was possible.
    """

    build: Callable[[], None]
    file: Callable[[str], bytes | None]
    notes: Callable[[str], Sequence[Mapping[str, str]]]
    client: Mapping[str, bytes]
    words: Mapping[str, str]
    links: Callable[[], Sequence[Mapping[str, str]]]
    edit: Callable[[str], bool]
    opened: Callable[[str, int], None]


class Listener(Protocol):
    """A browser that hears of changes."""

    async def tell(self) -> None:
        """Send what is found, and reload a page that has changed."""


@dataclass
class PreviewServer:
    """The running server: the stage, the names it answers to, the browsers that listen, a thread for making pages."""

    backend: PreviewBackend
    host: str
    names: frozenset[str]
    lines: "set[Listener]" = field(default_factory=set)
    maker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    loop: IOLoop | None = None

    def make(self, work: Callable[..., Any], *args: object) -> Awaitable[Any]:
        """Do a piece of work beside the loop, so that no browser waits for another."""
        return IOLoop.current().run_in_executor(self.maker, work, *args)

    def rebuild(self) -> None:
        """Build, then tell all browsers; called from the thread that watches the files."""
        self.backend.build()
        if self.loop is not None:
            self.loop.add_callback(self.tell)

    async def tell(self) -> None:
        """Send every browser what is found, and let those reload whose page has changed."""
        for line in list(self.lines):
            await line.tell()

    @property
    def edits(self) -> bool:
        """Return whether browsers may have files opened: only where nobody but this machine reaches the server."""
        return self.host.lower() in LOOPBACK

    def answers_to(self, host: str) -> bool:
        """Return whether a Host header names this server: a name of its own, or an address where it listens on all."""
        name = (urlsplit(f"//{host}").hostname or "") if re.fullmatch(r"[\w.:\[\]-]{1,255}", host) else ""
        return name in self.names or (self.host in _ALL and _is_address(name))


_ALL = ("0.0.0.0", "::", "")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def digest(data: bytes | None) -> str:
    """Return what tells two states of a page apart."""
    return hashlib.sha256(data or b"").hexdigest()[:16]


def make_server(backend: PreviewBackend, host: str) -> PreviewServer:
    """Prepare a server for a host: the names of this machine are its own, and the host given."""
    names = {*LOOPBACK, host.lower()}
    if host in _ALL:
        names.add(socket.gethostname().lower())
    return PreviewServer(backend, host, frozenset(names))
