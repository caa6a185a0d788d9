"""The command `serve`: the live preview on this machine."""

from contextlib import suppress
from functools import partial

import click

from guongsang import HOME
from guongsang.author.preview.backend import DOCUMENTS, LOOPBACK, PreviewBackend, make_server
from guongsang.author.preview.editor import open_in_editor
from guongsang.author.preview.preview import Preview
from guongsang.author.preview.server import check_host, serve
from guongsang.author.preview.watch import Watch
from guongsang.cli.call import INTERRUPTED, Call, own_fault
from guongsang.cli.line.click_helpers import Declare
from guongsang.findings import count
from guongsang.i18n.messages import say, say_n
from guongsang.model.site import Wishes
from guongsang.pipeline.building import Options

_CLIENT = ("client.js", "client.css", "bare.html")


def declare(on: Declare) -> None:
    """Declare `serve`."""

    @on.command("serve")
    @on.option(
        "--port", type=click.IntRange(0, 65535), says=say("Port; by default preview.port of the site, else 8000")
    )
    @on.option(
        "--host", default="127.0.0.1", metavar="NAME", says=say("Where to listen; by default this machine alone")
    )
    @on.option(
        "--drafts",
        is_flag=True,
        says=say("Judge as “build --drafts” does: a draft is no reason against publishing"),
    )
    @on.option("--poll", is_flag=True, says=say("Look at the files again and again, for network drives"))
    def previewed(call: Call, port: int | None, host: str, drafts: bool, poll: bool) -> int:
        check_host(host)
        preview = Preview(Options(call.root, call.root / "output", call.today, Wishes(drafts)), call.catalogue)
        preview.build()
        _told(call, preview)
        wanted = preview.port if port is None else port
        server = make_server(_stage(call, preview, wanted), host)
        watch = Watch(call.root, [HOME / name for name in ("templates", "static", "locales")], server.rebuild, poll)
        watch.start()
        with suppress(KeyboardInterrupt):
            serve(server, wanted)
        watch.stop()
        call.report(say("The preview has ended."))
        return INTERRUPTED


def _stage(call: Call, preview: Preview, wanted: int) -> PreviewBackend:
    """Hand over what the server needs and nothing more."""
    folder = HOME / "templates/preview"
    words = {
        "lang": call.catalogue.code,
        "errors": call.tell(say("Put this right, so that it can be published")),
        "warnings": call.tell(say("Notes on this site")),
        "hint": call.tell(say("hint")),
        "preview": call.tell(say("Live preview")),
        "open": call.tell(say("Open in VS Code")),
        "edit": call.tell(say("Open the file")),
        "copy": call.tell(say("Copy the path")),
        "copied": call.tell(say("Copied")),
        "failed": call.tell(say("This machine has no program for it; copy the path instead.")),
    }

    def rebuild() -> None:
        try:
            preview.build()
        except Exception as fault:
            call.report(own_fault(fault))
        _told(call, preview)

    client = {name: (folder / name).read_bytes() for name in _CLIENT}
    return PreviewBackend(
        build=rebuild,
        file=preview.file,
        notes=preview.notes,
        client=client,
        words=words,
        links=preview.links,
        edit=lambda file: open_in_editor(call.root, preview.known, file),
        opened=partial(_opened, call, preview, wanted),
    )


def _told(call: Call, preview: Preview) -> None:
    """Print on the terminal what a build found, in one line."""
    errors, warnings = count(preview.found, "error"), count(preview.found, "warning")
    parts = [say_n("{n} error", "{n} errors", n=errors), say_n("{n} warning", "{n} warnings", n=warnings)]
    call.report(say("Built: {parts}", parts=parts))
    for document, url in preview.news():
        call.report(say("{document}, shown at {address}", document=document, address=preview.address + url))


def _opened(call: Call, preview: Preview, wanted: int, host: str, port: int) -> None:
    """Print where the preview is to be seen."""
    if wanted and port != wanted:
        call.report(say("Port {taken} is taken; {port} is used instead.", taken=str(wanted), port=str(port)))
    if host not in LOOPBACK:
        call.report(say("Others in the network can see the preview, drafts included. Stop it when you are done."))
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    preview.address = f"http://{shown}:{port}/"
    call.report(
        say(
            "Preview: {address} (Ctrl+C ends it); all documents: {documents}",
            address=preview.address,
            documents=preview.address + DOCUMENTS,
        )
    )
