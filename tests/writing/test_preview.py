"""The live preview as a server: pages from memory, no strangers, a free port, and an end in one line."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from support.preview import HOME, SECONDS, Served, get, run, show
from support.site import PROJECT


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
