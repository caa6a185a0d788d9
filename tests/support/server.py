"""Built sites on a server of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


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
