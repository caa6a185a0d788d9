"""The live preview as a server, asked in raw lines as no browser would: nothing but files of the site goes out."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from support.preview import HOME, Served, run

OUTSIDE = """
/../site_config.yaml /../../../../../../etc/passwd /%2e%2e/site_config.yaml /%2e%2e%2fsite_config.yaml
/..%2fsite_config.yaml /..%5csite_config.yaml /..\\site_config.yaml /vi/../../site_config.yaml /vi/%2e%2e/%2e%2e/content
/....//site_config.yaml /%252e%252e/site_config.yaml /%c0%ae%c0%ae/site_config.yaml //etc/passwd /%2fetc/passwd
/file:///etc/passwd /C:/Windows/win.ini /C:%5cWindows%5cwin.ini /content/units.yaml /site_config.yaml /.env /.git/config
/.cache/records.sqlite /output/manifest.json /manifest.json /site/index.html /office/2024/to-do.html
/../output/office/2024/to-do.html /vi/../office/2024/board.vi.xlsx /vi/index.html%00.txt /%00 /vi/index.html/
/VI/INDEX.HTML /__preview/../site_config.yaml /__preview/%2e%2e/x /livereload.js /forcereload /vi/index.html.
/vi/index.html::$DATA /%ff%fe /vi/%e1%bb /con /nul.html
""".split()
"""What must not be answered with a file."""


@dataclass(frozen=True)
class Answer:
    """An answer as it came over the line."""

    status: int
    headers: dict[str, str]
    body: bytes


async def asked(served: Served, line: str, *headers: str, host: str | None = None) -> Answer:
    """Send a line of request with headers as they are; a Host of the server unless another is given."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    named = f"Host: {served.host if host is None else host}\r\n" if host != "" else ""
    lines = "".join(f"{header}\r\n" for header in headers)
    writer.write(f"{line} HTTP/1.1\r\n{named}{lines}Connection: close\r\n\r\n".encode("latin-1"))
    whole = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    head, _, body = whole.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    fields = dict(line.split(": ", 1) for line in rest)
    return Answer(int(first.split(" ")[1]) if first else 0, fields, body)


def test_nothing_but_the_site_goes_out(serve: Callable[..., Served]) -> None:
    """Neither ways out of it, nor dot-files, nor what the Office gets, however it is asked; and none brings it down."""
    served = serve()

    async def work() -> None:
        for path in OUTSIDE:
            answer = await asked(served, f"GET {path}")
            assert answer.status in (400, 403, 404), (path, answer)
            assert b"root:" not in answer.body and b"organisation:" not in answer.body, path
        assert (await asked(served, f"GET /{HOME}")).status == 200

    run(work)
    served.process.kill()
    assert served.process.stderr is not None and "Traceback" not in served.process.stderr.read()


def test_only_its_own_names_are_answered(serve: Callable[..., Served]) -> None:
    """A name that was led to this machine from elsewhere gets nothing; nor do methods that would change something."""
    served = serve()

    async def work() -> None:
        for host in (
            "evil.example",
            f"evil.example:{served.port}",
            "127.0.0.1.evil.example",
            "127.0.0.1@evil.example",
            "",
        ):
            assert (await asked(served, f"GET /{HOME}", host=host)).status in (400, 403), host
        twice = await asked(served, f"GET /{HOME}", "Host: evil.example")
        assert twice.status in (400, 403)
        for method in ("PUT", "DELETE", "POST", "PATCH", "OPTIONS", "TRACE", "CONNECT", "GETT"):
            assert (await asked(served, f"{method} /{HOME}")).status in (400, 403, 404, 405, 501), method
        foreign = await asked(served, f"GET /{HOME}", "Origin: http://evil.example")
        assert "Access-Control-Allow-Origin" not in foreign.headers
        assert foreign.headers["Cross-Origin-Resource-Policy"] == "same-origin"

    run(work)


def test_heads_and_parts_are_those_of_the_whole(serve: Callable[..., Served]) -> None:
    """HEAD tells what GET would send; a range is cut out of it, and one beyond its end is refused (RFC 9110, 14)."""
    served = serve()

    async def work() -> None:
        for path in (HOME, "__preview/client.js"):
            whole, head = await asked(served, f"GET /{path}"), await asked(served, f"HEAD /{path}")
            size = len(whole.body)
            assert (head.status, head.body) == (200, b"")
            assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(size)
            for asks, part in (("0-60", whole.body[:61]), ("5-", whole.body[5:]), ("-7", whole.body[-7:])):
                some = await asked(served, f"GET /{path}", f"Range: bytes={asks}")
                assert (some.status, some.body) == (206, part), asks
                begin = size - len(part) if asks != "0-60" else 0
                assert some.headers["Content-Range"] == f"bytes {begin}-{begin + len(part) - 1}/{size}"
            beyond = await asked(served, f"GET /{path}", f"Range: bytes={size}-")
            assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
            for nonsense in ("bytes=9-3", "bytes=0-1,4-5", "lines=1-2", "bytes=-", "bytes=x-1"):
                assert (await asked(served, f"GET /{path}", f"Range: {nonsense}")).body == whole.body

    run(work)
