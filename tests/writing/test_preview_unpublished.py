"""The live preview as a server shows what is not public yet, and opens files for its own pages only."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from support.preview import HOME, Served, get, notes_of, show
from support.preview import run as run_in_thread
from support.program import Ran
from support.site import edit, tree

NEW = "content/exemplars/2024/noi-03.vi.md"
URL = "vi/guong/2024/noi-03.html"
EDIT = "__preview/edit"


async def post(served: Served, body: str, **headers: str) -> int:
    """Ask for a file to be opened; return the status."""
    request = HTTPRequest(f"http://{served.host}/{EDIT}", method="POST", body=body, headers=headers)
    return (await AsyncHTTPClient().fetch(request, raise_error=False)).code


def test_a_new_profile_is_there_from_its_first_minute(serve: Callable[..., Served]) -> None:
    """An empty file has a page in its place, which is told of; when it is written, the page is there by itself."""
    served = serve()
    whole = (served.root / "content/exemplars/2024/noi-01.vi.md").read_text(encoding="utf-8")

    async def work() -> None:
        home = await show(served, HOME)
        (served.root / NEW).write_bytes(b"")
        state = await home.hear_until(lambda s: s["reload"])
        assert {"label": f"New: {NEW}", "href": f"/{URL}"} in state["links"]
        page = (await get(served, URL)).body.decode()
        assert notes_of(page) and "noi-03.vi.md" in page
        assert "noi-03.html" in (await get(served, "vi/guong/index.html")).body.decode()
        waiting = await show(served, URL)
        (served.root / NEW).write_text(whole, encoding="utf-8", newline="\n")
        await waiting.hear_until(lambda s: s["reload"])
        assert not notes_of((await get(served, URL)).body.decode())

    run_in_thread(work)


@pytest.mark.parametrize("words", [("--unit", "noi", "--category", "ward"), ()])
def test_what_new_makes_is_shown_at_once(
    serve: Callable[..., Served], run: Callable[..., Ran], words: tuple[str, ...]
) -> None:
    """A profile with everything left for later has its page, its place in the lists and its band."""
    made: list[str] = []

    def prepare(root: Path) -> None:
        made.append(run("--root", root, "new", "exemplar", "--yes", *words).out.strip())

    served = serve(prepare=prepare)
    name = Path(made[0]).name.removesuffix(".vi.md")

    async def work() -> None:
        (band,) = notes_of((await get(served, f"vi/guong/2024/{name}.html")).body.decode())
        assert "chưa điền" in band and made[0] in band
        assert f"{name}.html" in (await get(served, "vi/guong/index.html")).body.decode()

    run_in_thread(work)


def test_the_list_of_all_documents_is_a_page(serve: Callable[..., Served]) -> None:
    """Beside the files of the client, with those in it, and told at the start and in the panel."""
    served = serve(prepare=lambda root: (root / NEW).write_bytes(b""))

    async def work() -> None:
        page = (await get(served, "__preview/documents.html")).body.decode()
        assert NEW in page and "client.js" in page
        browser = await show(served, HOME)
        edit(served.root, "site_config.yaml", "Việc Hay", "Việc Tốt")
        state = await browser.hear_until(lambda s: True)
        assert state["links"][0] == {"label": "All documents (1 not public)", "href": "/__preview/documents.html"}
        assert (await get(served, "__preview/none.html")).code == 404

    run_in_thread(work)


@pytest.mark.skipif(os.name == "nt", reason="the system would open the file")
def test_files_are_opened_for_pages_of_the_preview_only(serve: Callable[..., Served]) -> None:
    """Another origin or none, another Host, a link, junk and files outside the content get nothing."""
    served = serve()
    own, file = f"http://{served.host}", json.dumps({"file": "content/units.yaml"})

    async def work() -> None:
        assert await post(served, file) == 403
        for origin in ("http://evil.example", "null", f"https://{served.host}", f"http://127.0.0.1:{served.port + 1}"):
            assert await post(served, file, Origin=origin) == 403
        assert await post(served, file, Origin="http://evil.example", Host="evil.example") == 403
        assert (await get(served, EDIT, Origin=own)).code == 405
        for junk in ("", "[]", "{}", '{"file": 1}', '{"file": "../x.md"}', '{"file": "site_config.yaml"}'):
            assert await post(served, junk, Origin=own) == 404

    run_in_thread(work)


@pytest.mark.skipif(os.name == "nt", reason="the system would open the file")
def test_no_file_is_opened_for_the_network(serve: Callable[..., Served]) -> None:
    """Where others reach the preview, nobody may have a file opened."""
    served = serve("--port", "0", "--host", "0.0.0.0")

    async def work() -> None:
        file = json.dumps({"file": "content/units.yaml"})
        assert await post(served, file, Origin=f"http://{served.host}") == 403

    run_in_thread(work)


@pytest.mark.parametrize("path", ["x/y/", "vi/a/b/c.html", "khong.html", "vi/guong/2024/khong.html"])
def test_the_page_for_the_lost_is_styled_at_any_depth(serve: Callable[..., Served], path: str) -> None:
    """Its style sheet is found from there, also where the address of the site has a path."""

    def prepare(root: Path) -> None:
        config = root / "site_config.yaml"
        config.write_text(config.read_text(encoding="utf-8") + "base_url: https://thi-dua.example/a/b/\n", "utf-8")

    served = serve(prepare=prepare)

    async def work() -> None:
        lost = await get(served, path)
        style = lost.body.decode().partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert lost.code == 404 and style.startswith("/assets/") and (await get(served, style[1:])).code == 200

    run_in_thread(work)


@pytest.mark.parametrize("words", [[], ["--drafts"]])
def test_what_is_built_knows_nothing_of_the_preview(
    site: Callable[..., Path], run: Callable[..., Ran], words: list[str]
) -> None:
    """No band, no mark, no list of documents, also where drafts are built."""
    root = site()
    edit(root, "content/exemplars/2024/noi-02.vi.md", "category: ward", "category: ward\ndraft: true")
    assert run("--root", root, "build", "--no-print", *words).status == 0
    for path, data in tree(root / "output").items():
        assert b"gs-" not in data and "__preview" not in path, path
