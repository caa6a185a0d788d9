"""The server of the live preview: the only room that imports livereload and the Tornado below it.

It is handed how to build, how to get a file and what to tell, and knows nothing else of ours. livereload carries the
messages; what it lacks is here: pages come from memory, only requests of this machine's own pages are answered (Host
and Origin are checked, so that no other site can read a draft through the browser), the client is a script of its own
so that the strict policy of the pages holds, a page reloads only if its own bytes changed, and a taken port is passed.
"""

import asyncio
import errno
import socket

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets

from guongsang.author.preview.backend import DEV, PreviewServer
from guongsang.author.preview.handlers import BrowserConnection, EditHandler, PageHandler
from guongsang.findings import Refusal
from guongsang.i18n.messages import say

_TRIES = 20


class _Watcher(Watcher):  # type: ignore[misc]
    """Keeps livereload from looking at files itself."""

    def start(self, callback: object) -> bool:
        """Return True: the files are watched already."""
        return True


class _Server(Server):  # type: ignore[misc]
    """Livereload's server with our own handlers and port."""

    def __init__(self, server: PreviewServer) -> None:
        super().__init__(watcher=_Watcher())
        self.server = server

    def _setup_logging(self) -> None:
        """Print nothing on the terminal: the command tells what matters."""

    def application(self, port: int, host: str, **_: object) -> None:
        """Listen, on the next free port if this one is taken."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler._last_reload_time = None
        self.server.loop = IOLoop.current()
        given = {"server": self.server}
        app = web.Application(
            [
                (r"/livereload", BrowserConnection, given),
                (rf"/{DEV}/edit", EditHandler, given),
                (r"/(.*)", PageHandler, given),
            ],
            log_function=lambda _: None,
        )
        sockets = _listen(port, host)
        HTTPServer(app).add_sockets(sockets)
        # On Windows the loop hears Ctrl+C only when something wakes it.
        PeriodicCallback(lambda: None, 300).start()
        self.server.backend.opened(host, sockets[0].getsockname()[1])


def check_host(host: str) -> None:
    """Raise Refusal where nothing in the network bears a name."""
    try:
        socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        message = say("there is no machine called {host}; without --host the preview is seen on this one", host=host)
        raise Refusal(message) from None


def _listen(port: int, host: str) -> list[socket.socket]:
    """Open the port or one of the twenty after it. Raises OSError where none is free or the host is not ours."""
    for tried in range(port, port + _TRIES):
        try:
            return bind_sockets(tried, host)
        except OSError as fault:
            if fault.errno not in (errno.EADDRINUSE, errno.EACCES) or tried == port + _TRIES - 1 or tried >= 65535:
                raise
    raise AssertionError


def serve(server: PreviewServer, port: int) -> None:
    """Serve until interrupted. Raises OSError where no port can be opened."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    try:
        _Server(server).serve(port=port, host=server.host)
    finally:
        server.maker.shutdown(wait=False, cancel_futures=True)
